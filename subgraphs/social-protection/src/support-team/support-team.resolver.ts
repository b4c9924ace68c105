import { inMutation } from '@relais/platform/database/transaction.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { Professional } from '@relais/platform/professionals/professional.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { Arg, Authorized, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { Family } from '../known-families/family.ts';
import type { Permission } from '../permissions.ts';
import { HandOverLeadInput, HandOverLeadPayload, handOverLead } from './hand-over-lead.ts';
import {
  JoinSupportTeamInput,
  JoinSupportTeamPayload,
  joinSupportTeam,
  refusalsOfJoining,
} from './join-support-team.ts';
import { LeaveSupportTeamInput, LeaveSupportTeamPayload, leaveSupportTeam } from './leave-support-team.ts';
import { hasDays, isMemberOn } from './support-team.rules.ts';
import { SupportTeamMember } from './support-team-member.ts';

@Resolver(() => SupportTeamMember)
export class SupportTeamMemberResolver {
  @FieldResolver(() => Family, {
    nullable: true,
    description: 'The family that is followed; absent where it is not shared with you.',
  })
  family(@Root() { familyId }: SupportTeamMember): Family {
    return { id: familyId };
  }

  @FieldResolver(() => Professional, { nullable: true, description: 'Who follows it.' })
  professional(
    @Root() { professionalId }: SupportTeamMember,
    @Ctx() { loaders }: Context,
  ): Promise<Professional | null> {
    return loaders.professional.load(professionalId);
  }

  @Authorized<Permission>('support-team:write')
  @Mutation(() => JoinSupportTeamPayload, {
    description:
      'Puts a colleague into the support team that the reader leads (where nobody leads, a coordinator does), or takes a family that nobody follows.',
  })
  async joinSupportTeam(
    @Arg('input', () => JoinSupportTeamInput, { description: 'Who joins.' }) input: JoinSupportTeamInput,
    @Ctx() context: Context,
  ): Promise<JoinSupportTeamPayload> {
    return JoinSupportTeamPayload.of(
      await inMutation(context, (tx, acting) => joinSupportTeam(tx, input, acting), refusalsOfJoining),
    );
  }

  @Authorized<Permission>('support-team:write')
  @Mutation(() => LeaveSupportTeamPayload, {
    description: 'Ends the reader’s own membership, or as lead that of another; it stays on record.',
  })
  async leaveSupportTeam(
    @Arg('input', () => LeaveSupportTeamInput, { description: 'Who leaves.' }) input: LeaveSupportTeamInput,
    @Ctx() context: Context,
  ): Promise<LeaveSupportTeamPayload> {
    return LeaveSupportTeamPayload.of(
      await inMutation(context, (tx, acting) => leaveSupportTeam(tx, input, acting)),
    );
  }

  @Authorized<Permission>('support-team:write')
  @Mutation(() => HandOverLeadPayload, {
    description: 'Passes the lead to another member, today. Who led when stays on record.',
  })
  async handOverLead(
    @Arg('input', () => HandOverLeadInput, { description: 'From whom to whom.' }) input: HandOverLeadInput,
    @Ctx() context: Context,
  ): Promise<HandOverLeadPayload> {
    return HandOverLeadPayload.of(await inMutation(context, (tx, acting) => handOverLead(tx, input, acting)));
  }
}

@Resolver(() => Family)
export class FamilySupportTeamResolver {
  @Authorized<Permission>('support-team:read')
  @ListSize(3)
  @FieldResolver(() => [SupportTeamMember], {
    nullable: true,
    description: 'The professionals who follow the family, oldest membership first.',
  })
  async supportTeam(
    @Root() { id }: Family,
    @Arg('withFormer', () => Boolean, {
      defaultValue: false,
      description: 'Whether those who have left, and who led when, are told as well.',
    })
    withFormer: boolean,
    @Ctx() { loaders, now }: Context,
  ): Promise<SupportTeamMember[]> {
    const members = await loaders.supportTeamOfFamily.load(id);
    const today = dayOf(now);
    return members.filter((member) => hasDays(member) && (withFormer || isMemberOn(member, today)));
  }
}

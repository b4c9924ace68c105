import { inMutation, refusedBy } from '@relais/platform/database/transaction.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { Arg, Authorized, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { Family } from '../known-families/family.ts';
import {
  HandOverLeadInput,
  HandOverLeadPayload,
  HandOverLeadRefusal,
  handOverLead,
} from './hand-over-lead.ts';
import {
  JoinSupportTeamInput,
  JoinSupportTeamPayload,
  JoinSupportTeamRefusal,
  type JoinSupportTeamResult,
  joinSupportTeam,
} from './join-support-team.ts';
import {
  LeaveSupportTeamInput,
  LeaveSupportTeamPayload,
  LeaveSupportTeamRefusal,
  leaveSupportTeam,
} from './leave-support-team.ts';
import { Professional } from './professional.ts';
import { hasDays, isMemberOn } from './support-team.rules.ts';
import { SupportTeamMember } from './support-team-member.ts';

const BROKEN_PROMISES = {
  support_team_has_one_lead_at_a_time: 'LEAD_IS_TAKEN',
  support_team_member_once_at_a_time: 'ALREADY_MEMBER',
  support_team_members_pkey: 'CONFLICT',
} as const;

@Resolver(() => SupportTeamMember)
export class SupportTeamMemberResolver {
  @FieldResolver(() => Family, { description: 'The family that is followed.' })
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

  @Authorized('support-team:write')
  @Mutation(() => JoinSupportTeamPayload, { description: 'Puts a professional into the support team.' })
  async joinSupportTeam(
    @Arg('input', () => JoinSupportTeamInput, { description: 'Who joins.' }) input: JoinSupportTeamInput,
    @Ctx() context: Context,
  ): Promise<JoinSupportTeamPayload> {
    const result = await refusedBy<
      JoinSupportTeamResult,
      (typeof BROKEN_PROMISES)[keyof typeof BROKEN_PROMISES]
    >(BROKEN_PROMISES, () => inMutation(context, (tx) => joinSupportTeam(tx, input, context)));
    if ('refusal' in result) return { member: null, refusal: JoinSupportTeamRefusal.of(result.refusal) };
    return { member: result.member, refusal: null };
  }

  @Authorized('support-team:write')
  @Mutation(() => LeaveSupportTeamPayload, { description: 'Ends a membership; it stays on record.' })
  async leaveSupportTeam(
    @Arg('input', () => LeaveSupportTeamInput, { description: 'Who leaves.' }) input: LeaveSupportTeamInput,
    @Ctx() context: Context,
  ): Promise<LeaveSupportTeamPayload> {
    const result = await inMutation(context, (tx) => leaveSupportTeam(tx, input, context));
    if ('refusal' in result) return { member: null, refusal: LeaveSupportTeamRefusal.of(result.refusal) };
    return { member: result.member, refusal: null };
  }

  @Authorized('support-team:write')
  @Mutation(() => HandOverLeadPayload, {
    description: 'Passes the lead to another member, today. Who led when stays on record.',
  })
  async handOverLead(
    @Arg('input', () => HandOverLeadInput, { description: 'From whom to whom.' }) input: HandOverLeadInput,
    @Ctx() context: Context,
  ): Promise<HandOverLeadPayload> {
    const result = await inMutation(context, (tx) => handOverLead(tx, input, context));
    if ('refusal' in result)
      return { lead: null, formerLead: null, refusal: HandOverLeadRefusal.of(result.refusal) };
    return { ...result, refusal: null };
  }
}

@Resolver(() => Family)
export class FamilySupportTeamResolver {
  @Authorized('support-team:read')
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

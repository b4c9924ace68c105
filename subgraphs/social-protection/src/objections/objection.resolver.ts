import type { User } from '@relais/platform/auth/user.ts';
import { inMutation } from '@relais/platform/database/transaction.ts';
import { notShared } from '@relais/platform/graphql/denials.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { asSaidOrTakenOver } from '@relais/platform/known-families/taken-over.messages.ts';
import { Professional } from '@relais/platform/professionals/professional.ts';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Authorized, Ctx, FieldResolver, Info, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { Adult } from '../known-families/adult.ts';
import { Family } from '../known-families/family.ts';
import type { Permission } from '../permissions.ts';
import { LiftObjectionInput, LiftObjectionPayload, liftObjection } from './lift-objection.ts';
import { isInForce } from './objection.rules.ts';
import { type AgencyKind, Objection } from './objection.ts';
import { RecordObjectionInput, RecordObjectionPayload, recordObjection } from './record-objection.ts';

const NOT_TOLD_THEM = 'Not shared with the agency that it is about, but with whom it was said to.';

/** What a family says of an agency is not for that agency. */
const isTold = ({ sub, agencyKind }: User, agency: AgencyKind, toldToSub: string | null): boolean =>
  agencyKind !== agency || sub === toldToSub;

@Resolver(() => Objection)
export class ObjectionResolver {
  @FieldResolver(() => Family, {
    nullable: true,
    description: 'The family that objects; absent where it is not shared with you.',
  })
  family(@Root() { familyId }: Objection): Family {
    return { id: familyId };
  }

  @FieldResolver(() => Boolean, { description: 'Whether it binds today.' })
  isInForce(@Root() objection: Objection): boolean {
    return isInForce(objection);
  }

  @FieldResolver(() => Adult, {
    nullable: true,
    description: 'Who of the family said so; absent when they are not of it any more.',
  })
  saidBy(@Root() { saidByAdultId }: Objection, @Ctx() { loaders }: Context): Promise<Adult | null> | null {
    return saidByAdultId ? loaders.knownAdult.load(saidByAdultId) : null;
  }

  @FieldResolver(() => Professional, { nullable: true, description: 'The professional to whom it was said.' })
  toldTo(@Root() { toldToSub }: Objection, @Ctx() { loaders }: Context): Promise<Professional | null> {
    return loaders.professionalBySub.load(toldToSub);
  }

  @FieldResolver(() => String, { nullable: true, description: `What else was said. ${NOT_TOLD_THEM}` })
  note(
    @Root() { note, agency, toldToSub }: Objection,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): string | null {
    if (!isTold(context.user, agency, toldToSub)) return notShared(context, info, 'OBJECTION');
    return note && asSaidOrTakenOver(note, context.language);
  }

  @FieldResolver(() => Adult, { nullable: true, description: 'Who of the family took it back.' })
  async liftSaidBy(
    @Root() { liftSaidByAdultId }: Objection,
    @Ctx() { loaders }: Context,
  ): Promise<Adult | null> {
    return liftSaidByAdultId ? loaders.knownAdult.load(liftSaidByAdultId) : null;
  }

  @FieldResolver(() => Professional, {
    nullable: true,
    description: 'The professional to whom that was said.',
  })
  async liftToldTo(
    @Root() { liftToldToSub }: Objection,
    @Ctx() { loaders }: Context,
  ): Promise<Professional | null> {
    return liftToldToSub ? loaders.professionalBySub.load(liftToldToSub) : null;
  }

  @FieldResolver(() => String, { nullable: true, description: `Why it was taken back. ${NOT_TOLD_THEM}` })
  liftReason(
    @Root() { liftReason, agency, liftToldToSub }: Objection,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): string | null {
    return isTold(context.user, agency, liftToldToSub) ? liftReason : notShared(context, info, 'OBJECTION');
  }

  @Authorized<Permission>('objection:write')
  @Mutation(() => RecordObjectionPayload, {
    description:
      'Records that a family objects to sharing something with another agency: it is shown and told there no longer, and forgotten.',
  })
  async recordObjection(
    @Arg('input', () => RecordObjectionInput, { description: 'What the family said.' })
    input: RecordObjectionInput,
    @Ctx() context: Context,
  ): Promise<RecordObjectionPayload> {
    return RecordObjectionPayload.of(
      await inMutation(context, (tx, acting) => recordObjection(tx, input, acting), {
        family_objections_pkey: 'CONFLICT',
      }),
    );
  }

  @Authorized<Permission>('objection:write')
  @Mutation(() => LiftObjectionPayload, {
    description: 'Records that a family takes an objection back: what it kept away is shown and told again.',
  })
  async liftObjection(
    @Arg('input', () => LiftObjectionInput, { description: 'What the family said.' })
    input: LiftObjectionInput,
    @Ctx() context: Context,
  ): Promise<LiftObjectionPayload> {
    return LiftObjectionPayload.of(
      await inMutation(context, (tx, acting) => liftObjection(tx, input, acting)),
    );
  }
}

@Resolver(() => Family)
export class FamilyObjectionsResolver {
  @Authorized<Permission>('objection:read')
  @ListSize(2)
  @FieldResolver(() => [Objection], {
    nullable: true,
    description: 'What the family objects to sharing, oldest first; with what it took back.',
  })
  objections(@Root() { id }: Family, @Ctx() { loaders }: Context): Promise<Objection[]> {
    return loaders.objectionsOfFamily.load(id);
  }
}

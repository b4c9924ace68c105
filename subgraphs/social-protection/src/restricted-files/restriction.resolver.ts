import { inMutation } from '@relais/platform/database/transaction.ts';
import { connectionOf, PageArguments, pageOf, pageSizeOf } from '@relais/platform/graphql/connection.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { timelinePosition } from '@relais/platform/graphql/timeline.ts';
import { asSaidOrTakenOver } from '@relais/platform/known-families/taken-over.messages.ts';
import { Professional } from '@relais/platform/professionals/professional.ts';
import { Arg, Args, Authorized, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { Family } from '../known-families/family.ts';
import type { Permission } from '../permissions.ts';
import { ChangeRestrictionInput, ChangeRestrictionPayload, changeRestriction } from './change-restriction.ts';
import { LiftRestrictionInput, LiftRestrictionPayload, liftRestriction } from './lift-restriction.ts';
import { RestrictFileInput, RestrictFilePayload, restrictFile } from './restrict-file.ts';
import { restrictionsKeptBy } from './restriction.queries.ts';
import { Restriction } from './restriction.ts';

const RestrictionConnection = connectionOf('Restriction', () => Restriction);

const people = async (subs: readonly string[], { loaders }: Context): Promise<Professional[]> => {
  const found = await Promise.all(subs.map((sub) => loaders.professionalBySub.load(sub)));
  return found.filter((each) => each !== null);
};

@Resolver(() => Restriction)
export class RestrictionResolver {
  @Authorized<Permission>('file:restrict')
  @Query(() => RestrictionConnection, {
    description:
      'The restrictions that the administrators of your agency keep, newest first; over or not. None from which you are barred.',
  })
  async restrictions(
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { db, user }: Context,
  ): Promise<InstanceType<typeof RestrictionConnection>> {
    const rows = await restrictionsKeptBy(db, user, timelinePosition(page), pageSizeOf(page) + 1);
    return pageOf(rows, page, (row) => [row.beganAt.toISOString(), row.id]);
  }

  @FieldResolver(() => Family, {
    nullable: true,
    description: 'The family; absent where it is not shared with you.',
  })
  family(@Root() { familyId }: Restriction): Family {
    return { id: familyId };
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The readable number of the file, by which whoever restricted it knows it again.',
  })
  async familyReference(
    @Root() { familyId }: Restriction,
    @Ctx() { loaders }: Context,
  ): Promise<string | null> {
    return (await loaders.knownFamily.load(familyId))?.reference ?? null;
  }

  @FieldResolver(() => String, {
    description:
      'Why, in the words of who restricted the file; where it was taken over from another file, which keeps them, that it was.',
  })
  reason(@Root() { reason }: Restriction, @Ctx() { language }: Context): string {
    return asSaidOrTakenOver(reason, language);
  }

  @ListSize(2)
  @FieldResolver(() => [Professional], { description: 'The coordinators who read the file.' })
  named(@Root() { namedSubs }: Restriction, @Ctx() context: Context): Promise<Professional[]> {
    return people(namedSubs, context);
  }

  @ListSize(1)
  @FieldResolver(() => [Professional], { description: 'Who never reads it.' })
  barred(@Root() { barredSubs }: Restriction, @Ctx() context: Context): Promise<Professional[]> {
    return people(barredSubs, context);
  }

  @FieldResolver(() => Professional, { nullable: true, description: 'Who restricted it.' })
  beganBy(@Root() { beganBySub }: Restriction, @Ctx() { loaders }: Context): Promise<Professional | null> {
    return loaders.professionalBySub.load(beganBySub);
  }

  @FieldResolver(() => Professional, { nullable: true, description: 'Who lifted it or named others.' })
  async endedBy(
    @Root() { endedBySub }: Restriction,
    @Ctx() { loaders }: Context,
  ): Promise<Professional | null> {
    return endedBySub === null ? null : loaders.professionalBySub.load(endedBySub);
  }

  @Authorized<Permission>('file:restrict')
  @Mutation(() => RestrictFilePayload, {
    description:
      'Restricts the file of a family, mostly of a colleague’s own: to all others it is from now on as if it did not exist.',
  })
  async restrictFile(
    @Arg('input', () => RestrictFileInput, { description: 'Whose, to whom, and why.' })
    input: RestrictFileInput,
    @Ctx() context: Context,
  ): Promise<RestrictFilePayload> {
    return RestrictFilePayload.of(
      await inMutation(context, (tx, acting) => restrictFile(tx, input, acting), {
        restrictions_pkey: 'CONFLICT',
      }),
    );
  }

  @Authorized<Permission>('file:restrict')
  @Mutation(() => ChangeRestrictionPayload, {
    description: 'Names and bars others; who could read the file until now stays on record.',
  })
  async changeRestriction(
    @Arg('input', () => ChangeRestrictionInput, { description: 'Who from now on.' })
    input: ChangeRestrictionInput,
    @Ctx() context: Context,
  ): Promise<ChangeRestrictionPayload> {
    return ChangeRestrictionPayload.of(
      await inMutation(context, (tx, acting) => changeRestriction(tx, input, acting)),
    );
  }

  @Authorized<Permission>('file:restrict')
  @Mutation(() => LiftRestrictionPayload, {
    description: 'Lifts a restriction, by an administrator of the agency that made it.',
  })
  async liftRestriction(
    @Arg('input', () => LiftRestrictionInput, { description: 'Which, and why.' })
    input: LiftRestrictionInput,
    @Ctx() context: Context,
  ): Promise<LiftRestrictionPayload> {
    return LiftRestrictionPayload.of(
      await inMutation(context, (tx, acting) => liftRestriction(tx, input, acting)),
    );
  }
}

@Resolver(() => Family)
export class FamilyRestrictionResolver {
  @Authorized<Permission>('family:see')
  @FieldResolver(() => Restriction, {
    nullable: true,
    description: 'That the file is restricted, to whom and why; absent when it is not.',
  })
  async restriction(@Root() { id }: Family, @Ctx() { loaders }: Context): Promise<Restriction | null> {
    const all = await loaders.restrictionsOfFamily.load(id);
    return all.find(({ endedAt }) => endedAt === null) ?? null;
  }
}

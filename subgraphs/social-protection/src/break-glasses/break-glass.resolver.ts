import { auditor } from '@relais/platform/auth/user.ts';
import { inMutation } from '@relais/platform/database/transaction.ts';
import { connectionOf, PageArguments, pageOf, pageSizeOf } from '@relais/platform/graphql/connection.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { timelinePosition } from '@relais/platform/graphql/timeline.ts';
import { Professional } from '@relais/platform/professionals/professional.ts';
import {
  Arg,
  Args,
  ArgsType,
  Authorized,
  Ctx,
  Field,
  FieldResolver,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { Context } from '../context.ts';
import { Family } from '../known-families/family.ts';
import type { Permission } from '../permissions.ts';
import { breakGlassesListed } from './break-glass.queries.ts';
import { BreakGlassInput, BreakGlassPayload, breakGlass } from './break-glass.ts';
import { BreakGlassAccess } from './break-glass-access.ts';
import { EndBreakGlassInput, EndBreakGlassPayload, endBreakGlass } from './end-break-glass.ts';
import { ReviewBreakGlassInput, ReviewBreakGlassPayload, reviewBreakGlass } from './review-break-glass.ts';

const BreakGlassAccessConnection = connectionOf('BreakGlassAccess', () => BreakGlassAccess);

@ArgsType()
class BreakGlassesArguments extends PageArguments {
  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those that were reviewed, or only those that wait for it; both when left out.',
  })
  reviewed?: boolean | null;
}

@Resolver(() => BreakGlassAccess)
export class BreakGlassResolver {
  @Authorized<Permission>('break-glass:list')
  @Query(() => BreakGlassAccessConnection, {
    description:
      'Whose file was opened in an emergency, by whom and why, newest first: all of them to an auditor, their own to a caseworker.',
  })
  async breakGlasses(
    @Args(() => BreakGlassesArguments) page: BreakGlassesArguments,
    @Ctx() { db, user }: Context,
  ): Promise<InstanceType<typeof BreakGlassAccessConnection>> {
    const listed = { sub: auditor(user) ? null : user.sub, isReviewed: page.reviewed ?? null };
    const rows = await breakGlassesListed(db, listed, timelinePosition(page), pageSizeOf(page) + 1);
    return pageOf(rows, page, (row) => [row.beganAt.toISOString(), row.id]);
  }

  @FieldResolver(() => Family, {
    nullable: true,
    description: 'The family; absent where it is not shared with you, as when it is over.',
  })
  family(@Root() { familyId }: BreakGlassAccess): Family {
    return { id: familyId };
  }

  @Authorized<Permission>('break-glass:review')
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The readable number of the file, for whoever reviews: what was read of it stands in the access log of each agency, with the relation `BREAK_GLASS`.',
  })
  async familyReference(
    @Root() { familyId }: BreakGlassAccess,
    @Ctx() { loaders }: Context,
  ): Promise<string | null> {
    return (await loaders.knownFamily.load(familyId))?.reference ?? null;
  }

  @Authorized<Permission>('break-glass:review')
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'How many files whoever read had opened like this in the 24 hours up to then, this one included, for whoever reviews: an emergency is never refused for their number, and many are looked at first.',
  })
  openedWithinDay(@Root() { id }: BreakGlassAccess, @Ctx() { loaders }: Context): Promise<number> {
    return loaders.breakGlassesWithinDay.load(id);
  }

  @FieldResolver(() => Professional, { nullable: true, description: 'Who read the file.' })
  professional(@Root() { sub }: BreakGlassAccess, @Ctx() { loaders }: Context): Promise<Professional | null> {
    return loaders.professionalBySub.load(sub);
  }

  @Authorized<Permission>('glass:break')
  @Mutation(() => BreakGlassPayload, {
    description:
      'Opens the file of a family that you do not follow for reading, for 15 minutes, when it has to be now. The auditor and the support team are told. It opens no restricted file and lifts no objection, and a second one waits until the first was reviewed.',
  })
  async breakGlass(
    @Arg('input', () => BreakGlassInput, { description: 'Whose, and why.' }) input: BreakGlassInput,
    @Ctx() context: Context,
  ): Promise<BreakGlassPayload> {
    return BreakGlassPayload.of(
      await inMutation(context, (tx, acting) => breakGlass(tx, input, acting), {
        break_glasses_pkey: 'CONFLICT',
      }),
    );
  }

  @Authorized<Permission>('glass:break')
  @Mutation(() => EndBreakGlassPayload, {
    description:
      'Ends before time what you opened; what was read stays on record, and is reviewed all the same.',
  })
  async endBreakGlass(
    @Arg('input', () => EndBreakGlassInput, { description: 'Which one.' }) input: EndBreakGlassInput,
    @Ctx() context: Context,
  ): Promise<EndBreakGlassPayload> {
    return EndBreakGlassPayload.of(
      await inMutation(context, (tx, acting) => endBreakGlass(tx, input, acting)),
    );
  }

  @Authorized<Permission>('break-glass:review')
  @Mutation(() => ReviewBreakGlassPayload, {
    description: 'Records what a review found of a file that was opened in an emergency.',
  })
  async reviewBreakGlass(
    @Arg('input', () => ReviewBreakGlassInput, { description: 'What was found.' })
    input: ReviewBreakGlassInput,
    @Ctx() context: Context,
  ): Promise<ReviewBreakGlassPayload> {
    return ReviewBreakGlassPayload.of(
      await inMutation(context, (tx, acting) => reviewBreakGlass(tx, input, acting)),
    );
  }
}

@Resolver(() => Family)
export class FamilyBreakGlassesResolver {
  @Authorized<Permission>('break-glass:of-family')
  @ListSize(1)
  @FieldResolver(() => [BreakGlassAccess], {
    nullable: true,
    description:
      'Who opened the file in an emergency without following the family, why, and what the review found; newest first. For its support team.',
  })
  breakGlasses(@Root() { id }: Family, @Ctx() { loaders }: Context): Promise<BreakGlassAccess[]> {
    return loaders.breakGlassesOfFamily.load(id);
  }
}

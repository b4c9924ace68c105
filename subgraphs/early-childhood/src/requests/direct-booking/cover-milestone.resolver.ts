import { inMutation } from '@relais/platform/database/transaction.ts';
import { RelaisError } from '@relais/platform/errors.ts';
import { Arg, Authorized, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { refusalsOfBooking } from '../../care/bookings/place-booking.ts';
import { awaitMilestones } from '../../cover/known-milestones/await-milestones.ts';
import { milestoneById } from '../../cover/known-milestones/known-milestone.queries.ts';
import { Child } from '../../families/families/child.ts';
import type { Permission } from '../../permissions.ts';
import type { Context } from '../wing.ts';
import { CoverAlternative } from './cover-alternative.ts';
import { mayArrive } from './cover-milestone.rules.ts';
import {
  CoverMilestoneInput,
  CoverMilestonePayload,
  type CoverMilestoneResult,
  coverMilestone,
  mayCover,
  PlaceTaken,
} from './cover-milestone.ts';

const MOST_ATTEMPTS = 3;

/** One try in one transaction; `null` when somebody took a place in the meantime. */
const attempt = async (
  context: Context,
  input: CoverMilestoneInput,
): Promise<CoverMilestoneResult | null> => {
  try {
    const result = await inMutation(
      context,
      (tx, acting) => coverMilestone(tx, input, acting),
      refusalsOfBooking,
    );
    // A constraint knows no alternatives.
    return 'alternatives' in result ? result : null;
  } catch (error) {
    if (error instanceof PlaceTaken) return null;
    throw error;
  }
};

const coverInTurn = async (context: Context, input: CoverMilestoneInput): Promise<CoverMilestoneResult> => {
  for (let attempts = 0; attempts < MOST_ATTEMPTS; attempts += 1) {
    const result = await attempt(context, input);
    if (result) return result;
  }
  throw new RelaisError('TRY_AGAIN', 'Others are booking the same places. Try again in a moment.');
};

/** Whether the version that the user saw arrives within the moment for which a milestone is awaited. */
const hasArrived = async (
  { db, user }: Context,
  { milestoneId, milestoneVersion }: CoverMilestoneInput,
): Promise<boolean> => {
  let version = 0;
  const look = async () => {
    const milestone = await milestoneById(db, milestoneId);
    version = milestone && mayCover(milestone, user) ? milestone.version : 0;
  };
  await awaitMilestones(
    () => (version < milestoneVersion ? [`${milestoneId} ${milestoneVersion}`] : []),
    look,
  );
  return version >= milestoneVersion;
};

@Resolver(() => CoverAlternative)
export class CoverMilestoneResolver {
  @Authorized<Permission>('cover:write')
  @Mutation(() => CoverMilestonePayload, {
    description:
      'Books the best options for all gaps of all children of a milestone: all of them, or none. An advisor covers the milestones of their own job seekers.',
  })
  async coverMilestone(
    @Arg('input', () => CoverMilestoneInput, { description: 'The milestone to cover.' })
    input: CoverMilestoneInput,
    @Ctx() context: Context,
  ): Promise<CoverMilestonePayload> {
    const first = await coverInTurn(context, input);
    const isThere = first.refusal && mayArrive(first.refusal) && (await hasArrived(context, input));
    return CoverMilestonePayload.of(isThere ? await coverInTurn(context, input) : first);
  }

  @FieldResolver(() => Child, { description: 'The child that lacks care.' })
  child(@Root() { childId }: CoverAlternative, @Ctx() { loaders }: Context): Promise<Child | null> {
    return loaders.children.load(childId);
  }
}

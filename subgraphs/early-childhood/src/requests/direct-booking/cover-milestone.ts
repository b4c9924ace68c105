import type { ActingUser } from '@relais/platform/acting.ts';
import { preview } from '@relais/platform/database/preview.ts';
import { inMutation, type Transaction } from '@relais/platform/database/transaction.ts';
import { RelaisError } from '@relais/platform/errors.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { Previewable, payloadOf } from '@relais/platform/graphql/refusal.ts';
import { DateTime } from '@relais/platform/graphql/scalars.ts';
import { related } from '@relais/platform/reading/relation.ts';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import {
  bookingsOfMilestone,
  familiesOfChild,
  lockCentres,
  lockPlace,
} from '../../care/bookings/booking.queries.ts';
import { Booking } from '../../care/bookings/booking.ts';
import { type PlacedBooking, placeStay, refusalsOfBooking } from '../../care/bookings/place-booking.ts';
import { coversOf } from '../../cover/childcare-cover/childcare-cover.queries.ts';
import { ChildcareCover } from '../../cover/childcare-cover/childcare-cover.ts';
import { awaitMilestones } from '../../cover/known-milestones/await-milestones.ts';
import { milestoneById } from '../../cover/known-milestones/known-milestone.queries.ts';
import type { KnownMilestone } from '../../cover/known-milestones/known-milestone.ts';
import { Child } from '../../families/families/child.ts';
import {
  type FoundOptions,
  shownMisses,
  shownOptions,
} from '../../options/care-options/find-care-options.ts';
import { recordPlaced } from '../care-requests/record-placed.ts';
import type { Context } from '../wing.ts';
import { CoverAlternative } from './cover-alternative.ts';
import { coverReasons } from './cover-milestone.reasons.ts';
import { areChoicesNeeded, mayArrive, milestoneRefusal } from './cover-milestone.rules.ts';
import { lockServedMilestone, mayCover } from './lock-served-milestone.ts';
import { type CoverPlan, needsOf, planCover } from './plan-cover.ts';

@InputType({ description: 'Where a child is to go for what it lacks, instead of the best option.' })
export class CoverChoiceInput {
  @Field(() => ID, { description: 'The child.' })
  childId!: string;

  @Field(() => DateTime, {
    description: 'A moment of what is missing: the start of the gap, or that of the option.',
  })
  startsAt!: Date;

  @Field(() => ID, { description: 'The section of an option of that gap.' })
  sectionId!: string;
}

@InputType({ description: 'A milestone whose gaps are to be booked.' })
export class CoverMilestoneInput extends Previewable {
  @Field(() => ID, { description: 'The milestone.' })
  milestoneId!: string;

  @Field(() => Int, { description: 'Its version when it was read.' })
  milestoneVersion!: number;

  @Field(() => ID, {
    nullable: true,
    description: 'Made by the client, id of the first booking, so that sending again books once.',
  })
  id?: string | null;

  @Field(() => [CoverChoiceInput], {
    defaultValue: [],
    description:
      'Where what is missing is to be booked; whatever is not named here goes to its best option. At most one for each gap.',
  })
  choices!: CoverChoiceInput[];

  @Field(() => [ID], {
    nullable: true,
    description:
      'The children whose gaps are to be booked, all of them unless given: one for whom nothing is free keeps the others from nothing.',
  })
  childIds?: string[] | null;
}

@ObjectType({ description: 'The bookings made and the cover they give, or why nothing was booked.' })
export class CoverMilestonePayload extends payloadOf(
  'CoverMilestone',
  coverReasons,
  'Why nothing was booked; absent when it was.',
) {
  @ListSize(10)
  @Field(() => [Booking], {
    nullable: true,
    description: 'The bookings, or what they would be in a preview; absent when refused.',
  })
  bookings?: readonly Booking[];

  @Field(() => ChildcareCover, {
    nullable: true,
    description: 'The cover after, or as it would be in a preview; absent when refused.',
  })
  cover?: ChildcareCover;

  @ListSize(10)
  @Field(() => [CoverAlternative], {
    description: 'With `NO_OPTION` and `CHOICE_NOT_POSSIBLE`: what could be done, gap by gap.',
  })
  alternatives: CoverAlternative[] = [];
}

type Covered = {
  readonly bookings: readonly Booking[];
  readonly cover: ChildcareCover;
  readonly refusal?: never;
};
type Result = { readonly alternatives: CoverAlternative[] } & (Covered | Refused<Word<typeof coverReasons>>);

const refused = (refusal: Word<typeof coverReasons>): Result => ({ refusal, alternatives: [] });

const coverOf = async (tx: Transaction, milestone: KnownMilestone): Promise<ChildcareCover> => {
  const cover = (await coversOf(tx, [milestone])).get(milestone.id);
  if (!cover) throw new Error(`milestone ${milestone.id} is known, and has no cover`);
  return cover;
};

const MOST_ALTERNATIVES = 5;

const alternativeOf = (found: FoundOptions): CoverAlternative => {
  const { childId, kind, startsAt, endsAt } = found.need;
  return Object.assign(new CoverAlternative(), {
    childId,
    kind,
    startsAt,
    endsAt,
    options: shownOptions(found, MOST_ALTERNATIVES),
    nearestMisses: shownMisses(found, MOST_ALTERNATIVES),
  });
};

/** Somebody was faster: nothing of the plan may stay, and another is made. */
class PlaceTaken extends Error {}

type Plan = Pick<CoverPlan, 'stays'> & { readonly milestone: KnownMilestone; readonly id: string | null };

/** Each child and its families are read once, however many stays it has; its stays come one after the other. */
const placeAll = async (
  tx: Transaction,
  { stays, milestone: { id: milestoneId, familyId }, id }: Plan,
  acting: ActingUser,
): Promise<PlacedBooking[]> => {
  const placed: PlacedBooking[] = [];
  for (const childId of new Set(stays.map((stay) => stay.childId))) {
    const child = await tx.findOneByOrFail(Child, { id: childId });
    const whose = { child, familyId, familiesOfChild: await familiesOfChild(tx, child) };
    for (const { startsAt, endsAt, ...chosen } of stays.filter((stay) => stay.childId === childId)) {
      const place = await lockPlace(tx, chosen.sectionId);
      if (!place) throw new PlaceTaken('UNKNOWN_SECTION');
      const stay = { startsAt, endsAt, ...(placed.length === 0 && id && { id }) };
      const each = await placeStay(tx, place, { ...chosen, ...whose, milestoneId }, stay, acting);
      if ('refusal' in each) throw new PlaceTaken(each.refusal);
      placed.push(each);
    }
  }
  return placed;
};

/** The same request, sent again, is answered the same way. */
const sentBefore = async (
  tx: Transaction,
  milestone: KnownMilestone,
  { id }: CoverMilestoneInput,
): Promise<Result | null> => {
  const earlier = id ? await tx.findOneBy(Booking, { id }) : null;
  if (!earlier) return null;
  if (earlier.milestoneId !== milestone.id) return refused('CONFLICT');
  const bookings = (await related(tx, bookingsOfMilestone, [milestone.id])).flat();
  return { bookings, cover: await coverOf(tx, milestone), alternatives: [] };
};

const isAskedFor =
  ({ childIds }: CoverMilestoneInput) =>
  ({ childId }: { readonly childId: string }): boolean =>
    !childIds || childIds.includes(childId);

const book = async (tx: Transaction, plan: Plan, acting: ActingUser): Promise<Result> => {
  await lockCentres(
    tx,
    plan.stays.map(({ centreId }) => centreId),
  );
  const placed = await placeAll(tx, plan, acting);
  await recordPlaced(tx, placed, acting);
  const bookings = placed.map(({ booking }) => booking);
  return { bookings, cover: await coverOf(tx, plan.milestone), alternatives: [] };
};

const coverOnce = async (
  tx: Transaction,
  input: CoverMilestoneInput,
  acting: ActingUser,
): Promise<Result> => {
  const { now } = acting;
  const milestone = await lockServedMilestone(tx, input.milestoneId, acting);
  if ('refusal' in milestone) return refused(milestone.refusal);
  const earlier = await sentBefore(tx, milestone, input);
  if (earlier) return earlier;
  const refusal = milestoneRefusal(milestone, input.milestoneVersion, now);
  if (refusal) return refused(refusal);

  const needs = needsOf(await coverOf(tx, milestone), now).filter(isAskedFor(input));
  if (needs.length === 0) return refused('NOTHING_TO_COVER');
  if (!areChoicesNeeded(needs, input.choices)) return refused('CHOICE_NOT_NEEDED');
  const { stays, found, missed } = await planCover(tx, needs, input.choices, now);
  if (missed) return { refusal: missed, alternatives: found.map(alternativeOf) };

  const plan = { stays, milestone, id: input.id ?? null };
  return preview(tx, input.preview, () => book(tx, plan, acting));
};

const MOST_ATTEMPTS = 3;

/** One try in one transaction; `null` when somebody took a place in the meantime. */
const attempt = async (context: Context, input: CoverMilestoneInput): Promise<Result | null> => {
  try {
    const work = (tx: Transaction, acting: ActingUser) => coverOnce(tx, input, acting);
    const result = await inMutation(context, work, refusalsOfBooking);
    // A constraint knows no alternatives.
    return 'alternatives' in result ? result : null;
  } catch (error) {
    if (error instanceof PlaceTaken) return null;
    throw error;
  }
};

const coverInTurn = async (context: Context, input: CoverMilestoneInput): Promise<Result> => {
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
  const missing = () => (version < milestoneVersion ? [`${milestoneId} ${milestoneVersion}`] : []);
  await awaitMilestones(missing, look);
  return version >= milestoneVersion;
};

/**
 * Books the best options for all gaps of all children of a milestone: all of them, or none. It waits outside of any
 * transaction for a milestone that is on its way here, and chooses anew where somebody was faster.
 */
export const coverMilestone = async (context: Context, input: CoverMilestoneInput): Promise<Result> => {
  const first = await coverInTurn(context, input);
  const isThere = first.refusal && mayArrive(first.refusal) && (await hasArrived(context, input));
  return isThere ? coverInTurn(context, input) : first;
};

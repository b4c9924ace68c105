import type { ActingUser } from '@relais/platform/acting.ts';
import { inMutation, refusedBy, type Transaction } from '@relais/platform/database/transaction.ts';
import { RelaisError } from '@relais/platform/errors.ts';
import { newId } from '@relais/platform/ids.ts';
import { familiesOfChild, lockCentres, lockPlace } from '../../care/bookings/booking.queries.ts';
import type { Booking } from '../../care/bookings/booking.ts';
import {
  type PlacedBooking,
  placeStays,
  refusalsOfBooking,
  type StayInPlace,
} from '../../care/bookings/place-booking.ts';
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
import type { ChosenStay, CoverPlan } from './plan-cover.ts';

const MOST_ALTERNATIVES = 5;

export const alternativeOf = (found: FoundOptions): CoverAlternative => {
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

/** What is booked for a milestone; several are of one family. */
export type PlannedMilestone = Pick<CoverPlan, 'stays'> & { readonly milestone: KnownMilestone };

type StayToPlace = Required<StayInPlace> & Pick<ChosenStay, 'childId' | 'sectionId' | 'kind' | 'centreId'>;

/** The first has the id that the client made, so that sending again books once. */
const staysToPlace = (plans: readonly PlannedMilestone[], id: string | null): StayToPlace[] =>
  plans
    .flatMap(({ milestone, stays }) => stays.map((stay) => ({ ...stay, milestoneId: milestone.id })))
    .map((stay, index) => ({ ...stay, id: (index === 0 && id) || newId() }));

/** Those of one child, section and kind, which are booked in one go. */
const inOneGo = (stays: readonly StayToPlace[]): StayToPlace[][] => {
  const groups = new Map<string, StayToPlace[]>();
  for (const stay of stays) {
    const key = `${stay.childId} ${stay.sectionId} ${stay.kind}`;
    groups.set(key, [...(groups.get(key) ?? []), stay]);
  }
  return [...groups.values()];
};

/** Each child and its families are read once, and its stays in a section booked at once, however many they are. */
const placeAll = async (
  tx: Transaction,
  stays: readonly StayToPlace[],
  familyId: string,
  acting: ActingUser,
): Promise<PlacedBooking[]> => {
  const placed: PlacedBooking[] = [];
  for (const childId of new Set(stays.map((stay) => stay.childId))) {
    const child = await tx.findOneByOrFail(Child, { id: childId });
    const whose = { child, familyId, familiesOfChild: await familiesOfChild(tx, child) };
    for (const group of inOneGo(stays.filter((stay) => stay.childId === childId))) {
      const [first] = group;
      const place = first && (await lockPlace(tx, first.sectionId));
      if (!place) throw new PlaceTaken('UNKNOWN_SECTION');
      const { sectionId, kind, milestoneId } = first;
      const each = await placeStays(tx, place, { ...whose, sectionId, kind, milestoneId }, group, acting);
      if ('refusal' in each) throw new PlaceTaken(each.refusal);
      placed.push(...each);
    }
  }
  return placed;
};

/** Books what was planned, and keeps and tells it; in the order of the plans. */
export const bookPlans = async (
  tx: Transaction,
  plans: readonly PlannedMilestone[],
  id: string | null,
  acting: ActingUser,
): Promise<Booking[]> => {
  const stays = staysToPlace(plans, id);
  const [first] = plans;
  if (!first || stays.length === 0) return [];
  await lockCentres(
    tx,
    stays.map(({ centreId }) => centreId),
  );
  const placed = await placeAll(tx, stays, first.milestone.familyId, acting);
  const byId = new Map(placed.map((each) => [each.booking.id, each]));
  const inTurn = stays.flatMap((stay) => byId.get(stay.id) ?? []);
  await recordPlaced(tx, inTurn, acting);
  return inTurn.map(({ booking }) => booking);
};

const MOST_ATTEMPTS = 3;

type Work<Result> = (tx: Transaction, acting: ActingUser) => Promise<Result>;

/** One try in one transaction; `null` when somebody took a place in the meantime. */
const attempt = async <Result extends object>(
  context: Context,
  work: Work<Result>,
): Promise<Result | null> => {
  try {
    const attempted = async () => ({ answer: await inMutation(context, work) });
    const result = await refusedBy(refusalsOfBooking, attempted);
    // A constraint knows no alternatives.
    return 'answer' in result ? result.answer : null;
  } catch (error) {
    if (error instanceof PlaceTaken) return null;
    throw error;
  }
};

/** Chooses anew where somebody was faster, each time in a transaction of its own. */
export const coverInTurn = async <Result extends object>(
  context: Context,
  work: Work<Result>,
): Promise<Result> => {
  for (let attempts = 0; attempts < MOST_ATTEMPTS; attempts += 1) {
    const result = await attempt(context, work);
    if (result) return result;
  }
  throw new RelaisError('TRY_AGAIN', 'Others are booking the same places. Try again in a moment.');
};

import type { ActingUser } from '@relais/platform/acting.ts';
import { preview } from '@relais/platform/database/preview.ts';
import { store } from '@relais/platform/database/store.ts';
import { changedMeanwhile, type Transaction } from '@relais/platform/database/transaction.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { Confirmable, payloadOf } from '@relais/platform/graphql/refusal.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { newId } from '@relais/platform/ids.ts';
import { dayOf, startOfDay } from '@relais/platform/time/civil-time.ts';
import { isBefore, laterOf } from '@relais/platform/time/days.rules.ts';
import { inOrder } from '@relais/platform/time/periods.rules.ts';
import { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Booking } from '../../care/bookings/booking.ts';
import { publishCoverOfChildren } from '../../care/bookings/publish-cover-of-children.ts';
import { type GivenBack, giveBackInCentre } from '../../care/closures/closure.queries.ts';
import { Placement } from '../../care/placements/placement.ts';
import { recordPlacementStep } from '../../care/placements/record-placement-step.ts';
import { Centre } from '../../centres/centres/centre.ts';
import { Closure } from '../../centres/centres/closure.ts';
import { UncoveredMilestone } from '../../cover/childcare-cover/uncovered-milestone.ts';
import { recordSteps } from '../../history/care-history/record-step.ts';
import { type LockedOffer, lockCareOffer } from '../../requests/care-offers/care-offer.queries.ts';
import { endOffer } from '../../requests/care-offers/end-offer.ts';
import {
  bookedFrom,
  lockCentre,
  lockPlacementsFrom,
  openOffersFrom,
  shownBookings,
} from './centre-change.queries.ts';
import { closeForGoodReasons } from './centre-change.reasons.ts';
import { MOST_NAMED } from './change-centre.ts';

@InputType({ description: 'A centre that closes and does not open again.' })
export class CloseCentreForGoodInput extends Confirmable {
  @Field(() => ID, { description: 'The centre.' })
  centreId!: string;

  @Field(() => Int, { description: 'Its version when it was read.' })
  version!: number;

  @Field(() => CivilDate, { description: 'The first day on which it is closed, today at the earliest.' })
  from!: Temporal.PlainDate;

  @Field(() => String, { description: 'Why, as families may read it.' })
  reason!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Only show what it would answer; nothing is changed.',
  })
  preview!: boolean;
}

@ObjectType({ description: 'The centre, and what its closing takes away, or why it does not close.' })
export class CloseCentreForGoodPayload extends payloadOf(
  'CloseCentreForGood',
  closeForGoodReasons,
  'Why it does not close; absent when it does.',
) {
  @Field(() => Centre, { nullable: true, description: 'The centre; absent when refused.' })
  centre?: Centre;

  @Field(() => Closure, { nullable: true, description: 'The closure, without an end; absent when refused.' })
  closure?: Closure;

  @ListSize(20)
  @Field(() => [Booking], {
    description:
      'Up to 20 of the bookings that are given back, or with `STILL_BOOKED` would be, first to last.',
  })
  bookingsInTheWay: readonly Booking[] = [];

  @Field(() => Int, { description: 'How many bookings are given back.' })
  freedBookings = 0;

  @Field(() => Int, { description: 'How many placements end the day before, or are called off.' })
  endedPlacements = 0;

  @Field(() => Int, { description: 'How many open offers are withdrawn: their requests wait again.' })
  withdrawnOffers = 0;

  @ListSize(20)
  @Field(() => [UncoveredMilestone], {
    description:
      'The upcoming milestones that lose cover, first to last: each says what could be booked instead.',
  })
  uncoveredMilestones: readonly UncoveredMilestone[] = [];
}

type Closed = {
  readonly centre: Centre;
  readonly closure: Closure;
  readonly bookingsInTheWay: readonly Booking[];
  readonly freedBookings: number;
  readonly endedPlacements: number;
  readonly withdrawnOffers: number;
  readonly uncoveredMilestones: readonly UncoveredMilestone[];
};
type Result =
  | Closed
  | (Refused<Word<typeof closeForGoodReasons>> & { readonly bookingsInTheWay?: readonly Booking[] });

/** Later than any day that somebody could ask for. */
const FOR_EVER = Temporal.PlainDate.from('9999-12-30');

type Held = {
  readonly centre: Centre;
  readonly offers: readonly LockedOffer[];
  readonly placements: readonly Placement[];
};

/**
 * All that ends with a centre, held in the order in which everybody holds it: requests with their offers, placements, then the
 * centre. What came in between makes whoever closes try again.
 */
const holdAll = async (
  tx: Transaction,
  { centreId, from }: CloseCentreForGoodInput,
): Promise<Held | null> => {
  const offers: LockedOffer[] = [];
  for (const offerId of await openOffersFrom(tx, centreId, from)) {
    const locked = await lockCareOffer(tx, offerId);
    if (locked?.offer.status === 'OPEN') offers.push(locked);
  }
  const placements = await lockPlacementsFrom(tx, centreId, from);
  const centre = await lockCentre(tx, centreId);
  if (!centre) return null;
  const isAsBefore =
    (await openOffersFrom(tx, centreId, from)).length === offers.length &&
    (await lockPlacementsFrom(tx, centreId, from)).length === placements.length;
  if (!isAsBefore) throw changedMeanwhile();
  return { centre, offers, placements };
};

const problemOf = (
  { closedFrom, version }: Centre,
  input: CloseCentreForGoodInput,
  today: Temporal.PlainDate,
): Word<typeof closeForGoodReasons> | null => {
  if (closedFrom) return 'ALREADY_CLOSED_FOR_GOOD';
  if (version !== input.version) return 'STALE_VERSION';
  if (isBefore(input.from, today)) return 'IN_THE_PAST';
  return input.reason.trim() ? null : 'REASON_MISSING';
};

/** The last day of a placement is the one before, or the day before its first one. */
const endPlacements = async (
  tx: Transaction,
  placements: readonly Placement[],
  { from }: CloseCentreForGoodInput,
  acting: ActingUser & { readonly reason: string },
): Promise<void> => {
  for (const placement of placements) {
    const endsOn = laterOf(from, placement.startsOn).subtract({ days: 1 });
    const ended = await store(tx, Placement, placement, { endsOn, endReason: acting.reason });
    await recordPlacementStep(tx, 'PLACEMENT_ENDED', ended, { ...acting, startsOn: endsOn });
  }
};

/** One step for each child that was expected, until the last day for which it was. */
const recordClosing = (
  tx: Transaction,
  freed: readonly GivenBack[],
  { id: subjectId, startsOn, reason }: Closure,
  { user, now }: ActingUser,
): Promise<void> => {
  const lastOnes = new Map(inOrder(freed).map((booking) => [booking.childId, booking]));
  const from = startsOn.toString();
  const shared = { kind: 'CENTRE_CLOSED', subjectId, at: now, doneBy: user.sub } as const;
  return recordSteps(
    tx,
    [...lastOnes.values()].map(({ childId, familyId, startsAt }) => {
      const facts = { from, to: dayOf(startsAt).toString(), reason };
      return { ...shared, familyId, childId, facts };
    }),
  );
};

const carryOut = async (
  tx: Transaction,
  { centre, offers, placements }: Held,
  input: CloseCentreForGoodInput,
  acting: ActingUser,
): Promise<Omit<Closed, 'bookingsInTheWay'>> => {
  const { now } = acting;
  const reason = input.reason.trim();
  for (const offer of offers) await endOffer(tx, offer, { ...acting, to: 'WITHDRAWN', reason });
  const days = { startsOn: input.from, endsOn: FOR_EVER };
  const closure = tx.create(Closure, { id: newId(), centreId: centre.id, ...days, reason, isLasting: true });
  await tx.insert(Closure, closure);
  const period = { startsAt: startOfDay(input.from), endsAt: startOfDay(FOR_EVER) };
  const freed = await giveBackInCentre(tx, centre.id, period, { reason, now });
  await endPlacements(tx, placements, input, { ...acting, reason });
  await recordClosing(tx, freed, closure, acting);
  const closed = await store(tx, Centre, centre, { closedFrom: input.from });
  const childIds = [...new Set([...freed, ...placements].map(({ childId }) => childId))];
  return {
    centre: closed,
    closure,
    freedBookings: freed.length,
    endedPlacements: placements.length,
    withdrawnOffers: offers.length,
    uncoveredMilestones: await publishCoverOfChildren(tx, freed, childIds, now),
  };
};

/** Closes a centre from a day on and for good; what is booked after it is named and asked about first. */
export const closeCentreForGood = async (
  tx: Transaction,
  input: CloseCentreForGoodInput,
  acting: ActingUser,
): Promise<Result> => {
  const held = await holdAll(tx, input);
  if (!held) return { refusal: 'UNKNOWN_CENTRE' };
  const refusal = problemOf(held.centre, input, dayOf(acting.now));
  if (refusal) return { refusal };
  const stays = await bookedFrom(tx, input.centreId, input.from, acting.now);
  const booked = inOrder(stays.filter(({ isSettled }) => !isSettled));
  const bookingsInTheWay = await shownBookings(
    tx,
    booked.slice(0, MOST_NAMED).map(({ id }) => id),
  );
  if (booked.length > 0 && !input.confirmed && !input.preview)
    return { refusal: 'STILL_BOOKED', details: () => ({ count: booked.length }), bookingsInTheWay };
  const closed = await preview(tx, input.preview, () => carryOut(tx, held, input, acting));
  return { ...closed, bookingsInTheWay };
};

import type { Acting } from '@relais/platform/acting.ts';
import { store } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { newId } from '@relais/platform/ids.ts';
import { daysOf } from '@relais/platform/time/days.rules.ts';
import { inOrder, isWithin } from '@relais/platform/time/periods.rules.ts';
import { Any, IsNull } from 'typeorm';
import type { Booking } from '../../care/bookings/booking.ts';
import type { PlacedBooking } from '../../care/bookings/place-booking.ts';
import { publishCoverOfFamilies } from '../../cover/childcare-cover/publish-cover.ts';
import { noteAfterwards } from '../../cover/childcare-cover/settled-cover.queries.ts';
import { type NewCareStep, recordSteps } from '../../history/care-history/record-step.ts';
import { WAITING_STATUSES } from './care-request.queries.ts';
import { CareRequest } from './care-request.ts';
import { stepOfRequest } from './step-request.ts';

const isEmergencyOfMilestone = ({ kind, milestoneId }: Booking): boolean =>
  kind === 'EMERGENCY' && milestoneId !== null;

/** A request of one child that was met as it was made, by all of these bookings. */
const metRequest = (
  tx: Transaction,
  { childId, familyId, milestoneId }: Booking,
  stays: readonly Booking[],
  now: Date,
): CareRequest => {
  const stretches = inOrder(stays).map(({ startsAt, endsAt }) => ({ startsAt, endsAt }));
  const { startsOn: firstDay, endsOn: lastDay } = daysOf(stretches);
  return tx.create(CareRequest, {
    id: newId(),
    childId,
    familyId,
    kind: 'EMERGENCY',
    status: 'PLACED',
    firstDay,
    lastDay,
    weeklyPattern: [],
    stretches,
    emergencyReason: 'MILESTONE',
    milestoneId,
    rankedCentreIds: [],
    facilities: [],
    submittedAt: now,
    refusalReason: null,
    alternative: null,
    alternativeContact: null,
    alternatives: [],
    confirmedAt: now,
    noticeSentAt: null,
    version: 1,
  });
};

/**
 * A request that waits for just this is met by it. One that somebody holds is about to be offered a place: waiting for it
 * while a centre is held could wait for ever.
 */
const meetWaiting = async (tx: Transaction, stays: readonly Booking[]): Promise<CareRequest[]> => {
  const [first] = stays;
  if (!first) return [];
  const { childId, milestoneId } = first;
  const waiting = await tx.find(CareRequest, {
    where: { childId, milestoneId: milestoneId ?? IsNull(), status: Any(WAITING_STATUSES) },
    lock: { mode: 'for_no_key_update', onLocked: 'skip_locked' },
  });
  const met = waiting.filter(({ stretches }) =>
    stretches.every((each) => stays.some((stay) => isWithin(each, stay))),
  );
  const placed: CareRequest[] = [];
  for (const request of met) placed.push(await store(tx, CareRequest, request, { status: 'PLACED' }));
  return placed;
};

const requestsMetBy = async (
  tx: Transaction,
  stays: readonly Booking[],
  now: Date,
): Promise<CareRequest[]> => {
  const met = await meetWaiting(tx, stays);
  if (met.length > 0) return met;
  const made = stays.slice(0, 1).map((first) => metRequest(tx, first, stays, now));
  await tx.insert(CareRequest, made);
  return made;
};

/**
 * Care booked straight for a milestone at short notice is a request that ends with a place, for each child of each: the one that
 * waits for it, or one that is met as it is made.
 */
const recordEmergenciesAsPlaced = async (
  tx: Transaction,
  bookings: readonly Booking[],
  acting: Acting,
): Promise<NewCareStep[]> => {
  const emergencies = bookings.filter(isEmergencyOfMilestone);
  const steps: NewCareStep[] = [];
  const each = new Map(emergencies.map((one) => [`${one.childId} ${one.milestoneId}`, one]));
  for (const { childId, milestoneId } of each.values()) {
    const stays = emergencies.filter((one) => one.childId === childId && one.milestoneId === milestoneId);
    const met = await requestsMetBy(tx, stays, acting.now);
    steps.push(...met.map((request) => stepOfRequest(request, 'CARE_REQUEST_PLACED', acting)));
  }
  return steps;
};

/** Keeps what was done by booking care at once, with the requests it meets, and tells the other agencies what it covers. */
export const recordPlaced = async (
  tx: Transaction,
  placed: readonly PlacedBooking[],
  acting: Acting,
): Promise<void> => {
  const steps = placed.flatMap((each) => each.steps);
  const bookings = placed.map(({ booking }) => booking);
  const met = await recordEmergenciesAsPlaced(tx, bookings, acting);
  await recordSteps(tx, [...steps, ...met]);
  for (const {
    past,
    steps: [step],
  } of placed)
    if (step?.id) await noteAfterwards(tx, past, step.id, acting.now);
  await publishCoverOfFamilies(tx, [...new Set(placed.flatMap(({ familyIds }) => familyIds))], acting.now);
};

import type { Transaction } from '@relais/platform/database/transaction.ts';
import { newId } from '@relais/platform/ids.ts';
import type { Booking } from '../bookings/booking.ts';
import type { NewCareStep } from '../care-steps/care-step.queries.ts';
import { daysOfNeed, inOrder } from './asked-care.rules.ts';
import { CareRequest } from './care-request.ts';
import { type Acting, stepOfRequest } from './step-request.ts';

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
  const [firstDay, lastDay] = daysOfNeed({ weekly: null, stretches });
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
    version: 1,
  });
};

/** Care booked straight for a milestone at short notice is a request that ends with a place: one for each child. */
export const keepMetEmergencies = async (
  tx: Transaction,
  bookings: readonly Booking[],
  acting: Acting,
): Promise<NewCareStep[]> => {
  const emergencies = bookings.filter(isEmergencyOfMilestone);
  if (emergencies.length === 0) return [];
  const childIds = [...new Set(emergencies.map(({ childId }) => childId))];
  const requests = childIds.flatMap((id) => {
    const stays = emergencies.filter(({ childId }) => childId === id);
    return stays.slice(0, 1).map((first) => metRequest(tx, first, stays, acting.now));
  });
  await tx.insert(CareRequest, requests);
  return requests.map((request) => stepOfRequest(request, 'CARE_REQUEST_PLACED', acting));
};

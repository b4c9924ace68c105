import type { ActingUser } from '@relais/platform/acting.ts';
import { preview } from '@relais/platform/database/preview.ts';
import { store } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { RelaisError } from '@relais/platform/errors.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { Previewable, payloadOf } from '@relais/platform/graphql/refusal.ts';
import { newId } from '@relais/platform/ids.ts';
import { say } from '@relais/platform/messages.ts';
import { dayOf, startOfDay } from '@relais/platform/time/civil-time.ts';
import { isBefore } from '@relais/platform/time/days.rules.ts';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { giveBackBookings } from '../../care/bookings/booking.queries.ts';
import { Booking } from '../../care/bookings/booking.ts';
import { publishCoverOfChildren } from '../../care/bookings/publish-cover-of-children.ts';
import { Placement } from '../../care/placements/placement.ts';
import { recordPlacementStep } from '../../care/placements/record-placement-step.ts';
import { UncoveredMilestone } from '../../cover/childcare-cover/uncovered-milestone.ts';
import { childrenOfFamilies } from '../../families/families/family.queries.ts';
import { Family } from '../../families/families/family.ts';
import { familyChanged } from '../../families/families/publish-family.ts';
import { recordStep, recordSteps } from '../../history/care-history/record-step.ts';
import { CareRequest } from '../../requests/care-requests/care-request.ts';
import { withdrawCareRequest } from '../../requests/care-requests/withdraw-care-request.ts';
import {
  bookingsFromTomorrow,
  holdFile,
  placementsToEnd,
  requestsToWithdraw,
  standingClosing,
} from './closed-file.queries.ts';
import { closeFileReasons } from './closed-file.reasons.ts';
import { closingRefusal } from './closed-file.rules.ts';
import { closingMessages } from './closing.messages.ts';
import { ClosingReason, FamilyClosing } from './family-closing.ts';

@InputType({ description: 'A family that the service point looks after no longer.' })
export class CloseFamilyFileInput extends Previewable {
  @Field(() => ID, { description: 'The family.' })
  familyId!: string;

  @Field(() => Int, { description: 'Its version when it was read.' })
  version!: number;

  @Field(() => ClosingReason, { description: 'Why.' })
  reason!: ClosingReason;

  @Field(() => String, { nullable: true, description: 'What else there is to say.' })
  note?: string | null;
}

@ObjectType({ description: 'The closed file with what ended, or why it stays open.' })
export class CloseFamilyFilePayload extends payloadOf(
  'CloseFamilyFile',
  closeFileReasons,
  'Why it was not closed; absent when it was.',
) {
  @Field(() => Family, { nullable: true, description: 'The family; absent when refused.' })
  family?: Family;

  @Field(() => FamilyClosing, { nullable: true, description: 'The closing; absent when refused.' })
  closing?: FamilyClosing;

  @ListSize(5)
  @Field(() => [Placement], {
    description: 'The placements that end today, or never begin: as they were agreed.',
  })
  endedPlacements: Placement[] = [];

  @ListSize(5)
  @Field(() => [CareRequest], { description: 'The open requests that are withdrawn, as they stood.' })
  withdrawnRequests: CareRequest[] = [];

  @ListSize(100)
  @Field(() => [Booking], {
    description: 'The next bookings, 20 at most, that are given back from tomorrow on: as they stood.',
  })
  bookingsGivenBack: Booking[] = [];

  @Field(() => Int, { description: 'How many bookings are given back in all.' })
  givenBackCount = 0;

  @ListSize(20)
  @Field(() => [UncoveredMilestone], {
    description: 'The upcoming milestones that lose cover, first to last; none when refused.',
  })
  uncoveredMilestones: UncoveredMilestone[] = [];
}

type Ended = {
  readonly endedPlacements: Placement[];
  readonly withdrawnRequests: CareRequest[];
  readonly bookingsGivenBack: Booking[];
  readonly givenBackCount: number;
  readonly uncoveredMilestones: UncoveredMilestone[];
};
type Result =
  | (Ended & { readonly family: Family; readonly closing: FamilyClosing })
  | Refused<Word<typeof closeFileReasons>>;

const MOST_SHOWN = 20;

/** Today is the last day; what was to begin later never does. */
const endPlacements = async (
  tx: Transaction,
  placements: readonly Placement[],
  reason: string,
  acting: ActingUser,
): Promise<void> => {
  const today = dayOf(acting.now);
  for (const placement of placements) {
    const dayBefore = placement.startsOn.subtract({ days: 1 });
    const endsOn = isBefore(today, dayBefore) ? dayBefore : today;
    const ended = await store(tx, Placement, placement, { endsOn, endReason: reason });
    await recordPlacementStep(tx, 'PLACEMENT_ENDED', ended, { ...acting, reason, startsOn: endsOn });
  }
};

/** Today's care goes on until the evening, that of an accepted offer as well. */
const tomorrowAfter = (now: Date): Date => startOfDay(dayOf(now).add({ days: 1 }));

const withdrawRequests = async (
  tx: Transaction,
  requests: readonly CareRequest[],
  reason: string,
  acting: ActingUser,
): Promise<UncoveredMilestone[]> => {
  const uncovered: UncoveredMilestone[] = [];
  for (const { id: careRequestId, version } of requests) {
    const input = { careRequestId, version, reason, preview: false };
    const result = await withdrawCareRequest(tx, input, acting, tomorrowAfter(acting.now));
    // Somebody changed it while the file was being held.
    if ('refusal' in result) throw new RelaisError('TRY_AGAIN', 'A request of this family was just changed.');
    uncovered.push(...result.uncoveredMilestones);
  }
  return uncovered;
};

const milestonesOf = (uncovered: readonly UncoveredMilestone[]): UncoveredMilestone[] => [
  ...new Map(uncovered.map((each) => [each.milestone.id, each])).values(),
];

/** What no request or placement tells of has a step of its own. */
const giveBack = async (
  tx: Transaction,
  bookings: readonly Booking[],
  reason: string,
  { now, user }: ActingUser,
): Promise<UncoveredMilestone[]> => {
  await giveBackBookings(tx, bookings, reason);
  await recordSteps(
    tx,
    bookings
      .filter(({ placementId }) => placementId === null)
      .map(({ id, familyId, childId, startsAt }) => ({
        kind: 'BOOKING_CANCELLED' as const,
        ...{ familyId, childId, subjectId: id, at: now, doneBy: user.sub },
        facts: { startsAt: startsAt.toISOString(), reason },
      })),
  );
  const childIds = [...new Set(bookings.map(({ childId }) => childId))];
  return publishCoverOfChildren(tx, bookings, childIds, now);
};

/** Ends all that was to come, in the order in which one leads to the other; a request gives back what its offer booked. */
const endAll = async (
  tx: Transaction,
  familyId: string,
  reason: string,
  acting: ActingUser,
): Promise<Ended> => {
  const today = dayOf(acting.now);
  const bookings = await bookingsFromTomorrow(tx, familyId, today);
  const withdrawnRequests = await requestsToWithdraw(tx, familyId);
  const byRequests = await withdrawRequests(tx, withdrawnRequests, reason, acting);
  const endedPlacements = await placementsToEnd(tx, familyId, today);
  await endPlacements(tx, endedPlacements, reason, acting);
  const byBookings = await giveBack(tx, await bookingsFromTomorrow(tx, familyId, today), reason, acting);
  const inOrder = bookings.toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
  return {
    ...{ endedPlacements, withdrawnRequests, givenBackCount: bookings.length },
    bookingsGivenBack: inOrder.slice(0, MOST_SHOWN),
    uncoveredMilestones: milestonesOf([...byRequests, ...byBookings]),
  };
};

const close = async (tx: Transaction, input: CloseFamilyFileInput, acting: ActingUser): Promise<Result> => {
  const { now, user } = acting;
  const family = await holdFile(tx, input.familyId, acting);
  if (!family) return { refusal: 'UNKNOWN_FAMILY' };
  const [children = []] = await childrenOfFamilies(tx, [family.id]);
  const isClosed = (await standingClosing(tx, family.id)) !== null;
  const file = { version: family.version, isClosed, children };
  const refusal = closingRefusal(file, input, dayOf(now));
  if (refusal) return { refusal };

  const ended = await endAll(tx, family.id, say(closingMessages, 'fr', input.reason), acting);
  const note = input.note?.trim() || null;
  const closing = tx.create(FamilyClosing, {
    ...{ id: newId(), familyId: family.id, reason: input.reason, note, closedAt: now, closedBy: user.sub },
    ...{ reopenedAt: null, reopenedBy: null, version: 1 },
  });
  await tx.insert(FamilyClosing, closing);
  const about = { familyId: family.id, subjectId: family.id, at: now, doneBy: user.sub };
  const reason = say(closingMessages, 'fr', input.reason);
  await recordStep(tx, { ...about, kind: 'FAMILY_CLOSED', facts: { reason } });
  return { ...ended, closing, family: await familyChanged(tx, family) };
};

/** Ends all that was to come for a family, and marks its file: today's care goes on until the evening. */
export const closeFamilyFile = (
  tx: Transaction,
  input: CloseFamilyFileInput,
  acting: ActingUser,
): Promise<Result> => preview(tx, input.preview, () => close(tx, input, acting));

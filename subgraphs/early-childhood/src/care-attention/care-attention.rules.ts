import type { Attention } from '@relais/platform/graphql/attention.ts';
import { startOfDay } from '@relais/platform/time/civil-time.ts';
import { Temporal } from 'temporal-polyfill';
import type {
  LackingMilestone,
  StrayBooking,
  SuspendedSupport,
  WaitingRequest,
} from './care-attention.queries.ts';

export type CoverToTell = 'UNCOVERED' | 'PARTIAL' | 'UNKNOWN';
export type CareAttentionKind =
  | `MILESTONE_${CoverToTell}`
  | 'BOOKING_OUTSIDE_MILESTONE'
  | 'BOOKING_OF_CANCELLED_MILESTONE'
  | 'REQUEST_WAITING'
  | 'REQUEST_MADE_TWICE'
  | 'OFFER_OPEN'
  | 'INCOME_SUPPORT_SUSPENDED';

export type CareFacts = {
  readonly lacking: readonly LackingMilestone[];
  readonly stray: readonly StrayBooking[];
  readonly waiting: readonly WaitingRequest[];
  readonly suspended: readonly SuspendedSupport[];
};

/** Whoever follows milestones only is told of his own ones, never of other care or benefits. */
export const ofAdvisor = (
  { lacking, stray }: Pick<CareFacts, 'lacking' | 'stray'>,
  advisorId: string,
): CareFacts => ({
  lacking: lacking.filter((each) => each.advisorId === advisorId),
  stray: stray.filter((each) => each.advisorId === advisorId),
  waiting: [],
  suspended: [],
});

const bookingKind = ({ isCalledOff }: StrayBooking): CareAttentionKind =>
  isCalledOff ? 'BOOKING_OF_CANCELLED_MILESTONE' : 'BOOKING_OUTSIDE_MILESTONE';

const requestMatter = (request: WaitingRequest): Attention<CareAttentionKind> => {
  const { requestId, submittedAt, offerId, expiresAt } = request;
  if (offerId && expiresAt) return { kind: 'OFFER_OPEN', subjectId: offerId, at: expiresAt };
  return { kind: 'REQUEST_WAITING', subjectId: requestId, at: submittedAt };
};

const requestMatters = (request: WaitingRequest): Attention<CareAttentionKind>[] => {
  const { requestId: subjectId, submittedAt: at, isAskedTwice } = request;
  return isAskedTwice
    ? [requestMatter(request), { kind: 'REQUEST_MADE_TWICE', subjectId, at }]
    : [requestMatter(request)];
};

/** What needs somebody in a family's care. */
export const careMatters = ({
  lacking,
  stray,
  waiting,
  suspended,
}: CareFacts): Attention<CareAttentionKind>[] => [
  ...lacking.map(
    ({ milestoneId, startsAt, status }): Attention<CareAttentionKind> => ({
      kind: `MILESTONE_${status}`,
      subjectId: milestoneId,
      at: startsAt,
    }),
  ),
  ...stray.map((booking) => ({
    kind: bookingKind(booking),
    subjectId: booking.bookingId,
    at: booking.startsAt,
  })),
  ...waiting.flatMap(requestMatters),
  ...suspended.map(
    ({ familyId, since }): Attention<CareAttentionKind> => ({
      kind: 'INCOME_SUPPORT_SUSPENDED',
      subjectId: familyId,
      at: startOfDay(Temporal.PlainDate.from(since)),
    }),
  ),
];

import type { Attention } from '@relais/platform/graphql/attention.ts';
import { startOfDay } from '@relais/platform/time/civil-time.ts';
import { Temporal } from 'temporal-polyfill';
import type {
  StrayBooking,
  SuspendedSupport,
  UncoveredFacts,
  WaitingRequest,
} from './care-attention.queries.ts';

export type CareAttentionKind =
  | `MILESTONE_${UncoveredFacts['status']}`
  | 'BOOKING_OUTSIDE_MILESTONE'
  | 'BOOKING_OF_CANCELLED_MILESTONE'
  | 'REQUEST_WAITING'
  | 'REQUEST_MADE_TWICE'
  | 'REQUEST_TO_CONFIRM'
  | 'OFFER_OPEN'
  | 'INCOME_SUPPORT_SUSPENDED';

/** What a sentence names besides the moment. */
export type CareMatter = Attention<CareAttentionKind> & {
  /** Of the children it is about; `null` of one that is to come. */
  readonly firstNames?: readonly (string | null)[];
  /** Section and centre. */
  readonly place?: string | null;
  readonly request?: Pick<WaitingRequest, 'kind' | 'firstDay' | 'firstStart'>;
};

export type CareFacts = {
  readonly uncovered: readonly UncoveredFacts[];
  readonly stray: readonly StrayBooking[];
  readonly waiting: readonly WaitingRequest[];
  readonly suspended: readonly SuspendedSupport[];
};

/** Whoever follows milestones only is told of their own ones, never of other care or benefits. */
export const ofAdvisor = (
  { uncovered, stray }: Pick<CareFacts, 'uncovered' | 'stray'>,
  advisorId: string,
): CareFacts => ({
  uncovered: uncovered.filter((each) => each.advisorId === advisorId),
  stray: stray.filter((each) => each.advisorId === advisorId),
  waiting: [],
  suspended: [],
});

const bookingKind = ({ isCalledOff }: StrayBooking): CareAttentionKind =>
  isCalledOff ? 'BOOKING_OF_CANCELLED_MILESTONE' : 'BOOKING_OUTSIDE_MILESTONE';

const requestMatter = (request: WaitingRequest): CareMatter => {
  const { requestId, submittedAt, offerId, expiresAt, place } = request;
  const firstNames = [request.firstName];
  if (offerId && expiresAt)
    return { kind: 'OFFER_OPEN', subjectId: offerId, at: expiresAt, firstNames, place };
  return { kind: 'REQUEST_WAITING', subjectId: requestId, at: submittedAt, firstNames, request };
};

const requestMatters = (request: WaitingRequest): CareMatter[] => {
  const { requestId: subjectId, submittedAt: at, firstName } = request;
  const { isAskedTwice, isUnanswered, toConfirmAt } = request;
  const about = { subjectId, firstNames: [firstName], request };
  return [
    ...(isUnanswered ? [requestMatter(request)] : []),
    ...(isAskedTwice ? [{ ...about, kind: 'REQUEST_MADE_TWICE' as const, at }] : []),
    ...(toConfirmAt ? [{ ...about, kind: 'REQUEST_TO_CONFIRM' as const, at: toConfirmAt }] : []),
  ];
};

const milestoneMatter = ({ milestoneId, startsAt, status, firstNames }: UncoveredFacts): CareMatter => ({
  kind: `MILESTONE_${status}`,
  one: 'MILESTONE_WITHOUT_CARE',
  subjectId: milestoneId,
  at: startsAt,
  firstNames,
});

const bookingMatter = (booking: StrayBooking): CareMatter => {
  const { bookingId, startsAt, firstName, place } = booking;
  return { kind: bookingKind(booking), subjectId: bookingId, at: startsAt, firstNames: [firstName], place };
};

const supportMatter = ({ familyId, since }: SuspendedSupport): CareMatter => ({
  kind: 'INCOME_SUPPORT_SUSPENDED',
  subjectId: familyId,
  at: startOfDay(Temporal.PlainDate.from(since)),
});

/** What needs somebody in a family's care. */
export const careMatters = ({ uncovered, stray, waiting, suspended }: CareFacts): CareMatter[] => [
  ...uncovered.map(milestoneMatter),
  ...stray.map(bookingMatter),
  ...waiting.flatMap(requestMatters),
  ...suspended.map(supportMatter),
];

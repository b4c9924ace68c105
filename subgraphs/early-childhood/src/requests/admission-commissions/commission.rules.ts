import type { Word } from '@relais/platform/graphql/reasons.ts';
import { isBefore } from '@relais/platform/time/days.rules.ts';
import type { Temporal } from 'temporal-polyfill';
import type { CareKind } from '../../centres/centres/care-kind.ts';
import { requestIsWaiting } from '../care-requests/care-request.rules.ts';
import type { CareRequestStatus } from '../care-requests/care-request-status.ts';
import type { CommissionStatus } from './admission-commission.ts';
import type { decisionReasons, scheduleReasons, sittingReasons } from './commission.reasons.ts';
import type { CommissionOutcome } from './commission-decision.ts';

type Sitting = { readonly status: CommissionStatus; readonly heldOn: Temporal.PlainDate };

/** The life of a commission. */
export const nextCommissionStatuses = {
  SCHEDULED: ['CLOSED'],
  CLOSED: [],
} as const satisfies Record<CommissionStatus, readonly CommissionStatus[]>;

type Scheduled = { readonly heldOn: Temporal.PlainDate; readonly reason: string | null };

/** Families may contest within months; what is older is no slip of yesterday. */
const LONGEST_AGO = { years: 1 };

/** One that sat already is entered with the reason why it was not entered before. */
export const scheduleProblem = (
  { heldOn, reason }: Scheduled,
  today: Temporal.PlainDate,
): Word<typeof scheduleReasons> | null => {
  if (!isBefore(heldOn, today)) return reason ? 'REASON_NOT_NEEDED' : null;
  if (isBefore(heldOn, today.subtract(LONGEST_AGO))) return 'HELD_TOO_LONG_AGO';
  return reason ? null : 'HELD_IN_THE_PAST';
};

/** A commission decides from the day on which it sits until it is closed. */
export const sittingProblem = (
  { status, heldOn }: Sitting,
  today: Temporal.PlainDate,
): Word<typeof sittingReasons> | null => {
  if (nextCommissionStatuses[status].length === 0) return 'COMMISSION_CLOSED';
  return isBefore(today, heldOn) ? 'NOT_HELD_YET' : null;
};

type Decided = {
  readonly version: number;
  readonly decision: CommissionOutcome;
  readonly sectionId: string | null;
  readonly reason: string | null;
};
type Request = { readonly version: number; readonly kind: CareKind; readonly status: CareRequestStatus };

/** Why a commission cannot decide so on a request; `null` when it can. */
export const decisionProblem = (request: Request, decided: Decided): Word<typeof decisionReasons> | null => {
  const isGranted = decided.decision === 'GRANTED';
  const checks: readonly (readonly [Word<typeof decisionReasons>, boolean])[] = [
    ['STALE_VERSION', request.version !== decided.version],
    ['NOT_LONG_TERM', request.kind !== 'LONG_TERM'],
    ['NOT_WAITING', !requestIsWaiting(request.status)],
    ['SECTION_MISSING', isGranted && decided.sectionId === null],
    ['SECTION_NOT_FOR_THIS_DECISION', !isGranted && decided.sectionId !== null],
    ['REASON_MISSING', !isGranted && !decided.reason],
  ];
  return checks.find(([, stands]) => stands)?.[0] ?? null;
};

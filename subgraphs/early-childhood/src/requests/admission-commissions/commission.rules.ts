import { reasonRefusal } from '@relais/platform/corrections/correction.rules.ts';
import type { Word } from '@relais/platform/graphql/reasons.ts';
import { isBefore } from '@relais/platform/time/days.rules.ts';
import type { Temporal } from 'temporal-polyfill';
import type { CareKind } from '../../centres/centres/care-kind.ts';
import { requestIsWaiting } from '../care-requests/care-request.rules.ts';
import type { CareRequestStatus } from '../care-requests/care-request-status.ts';
import type { CommissionStatus } from './admission-commission.ts';
import type {
  correctDecisionReasons,
  decisionReasons,
  scheduleReasons,
  sittingReasons,
} from './commission.reasons.ts';
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

export type NewlyDecided = {
  readonly decision: CommissionOutcome;
  readonly sectionId: string | null;
  readonly reason: string | null;
};
type Decided = NewlyDecided & { readonly version: number };
type Request = { readonly version: number; readonly kind: CareKind; readonly status: CareRequestStatus };

/** What is missing of a decision, or too much, whatever it is about. */
const wordingProblem = ({
  decision,
  sectionId,
  reason,
}: NewlyDecided): 'SECTION_MISSING' | 'SECTION_NOT_FOR_THIS_DECISION' | 'REASON_MISSING' | null => {
  if (decision === 'GRANTED') return sectionId === null ? 'SECTION_MISSING' : null;
  if (sectionId !== null) return 'SECTION_NOT_FOR_THIS_DECISION';
  return reason ? null : 'REASON_MISSING';
};

/** Why a commission cannot decide so on a request; `null` when it can. */
export const decisionProblem = (request: Request, decided: Decided): Word<typeof decisionReasons> | null => {
  if (request.version !== decided.version) return 'STALE_VERSION';
  if (request.kind !== 'LONG_TERM') return 'NOT_LONG_TERM';
  return requestIsWaiting(request.status) ? wordingProblem(decided) : 'NOT_WAITING';
};

type Standing = {
  readonly request: Omit<Request, 'kind'>;
  readonly decision: Pick<NewlyDecided, 'decision'>;
  /** No commission decided after it. */
  readonly isNewest: boolean;
  readonly wasOffered: boolean;
  /** No place is looked for any more for a child who left the family. */
  readonly hasChildLeft: boolean;
};

/** Whether a request stands where the decision left it: nobody withdrew it, and it did not lapse. */
const isAsItWasLeft = ({ request, decision }: Standing): boolean =>
  decision.decision === 'REFUSED' ? request.status === 'REFUSED' : requestIsWaiting(request.status);

const followed = (
  standing: Standing,
  { version, decision }: Decided,
): Word<typeof correctDecisionReasons> | null => {
  if (standing.request.version !== version) return 'STALE_VERSION';
  if (!standing.isNewest) return 'DECIDED_AGAIN';
  if (standing.wasOffered) return 'PLACE_OFFERED_SINCE';
  const mayStandSo = decision === 'REFUSED' || !standing.hasChildLeft;
  return mayStandSo && isAsItWasLeft(standing) ? null : 'NOT_WAITING';
};

/** Why a decision cannot be put right so: its own grounds are needed as when it is recorded, and why it is corrected besides. */
export const decisionCorrectionProblem = (
  standing: Standing,
  asked: Decided & { readonly correctedBecause: string },
): Word<typeof correctDecisionReasons> | null => {
  const problem = followed(standing, asked) ?? reasonRefusal(asked.correctedBecause);
  if (problem) return problem;
  const missing = wordingProblem(asked);
  return missing === 'REASON_MISSING' ? 'GROUNDS_MISSING' : missing;
};

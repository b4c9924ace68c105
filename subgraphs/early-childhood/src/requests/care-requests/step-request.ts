import type { Acting } from '@relais/platform/acting.ts';
import { store } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused } from '@relais/platform/graphql/reasons.ts';
import { statesOfStep } from '@relais/platform/graphql/refusal.ts';
import type { CareStepFacts } from '../../history/care-history/care-step.ts';
import type { CareStepKind } from '../../history/care-history/care-step-kind.ts';
import { type NewCareStep, recordStep } from '../../history/care-history/record-step.ts';
import { requestMayBecome, requestStepRefusal } from './care-request.rules.ts';
import { CareRequest } from './care-request.ts';
import { statusesInWords } from './care-request-status.messages.ts';
import type { CareRequestStatus } from './care-request-status.ts';

type RequestStep = Acting & {
  /** In the words of whoever takes the step. */
  readonly reason?: string | null;
  readonly facts?: CareStepFacts;
  /** What the history says, where the status does not tell it. */
  readonly kind?: CareStepKind;
};

/** What the history says of a request that came to stand there. */
const kindsByStatus = {
  SUBMITTED: 'CARE_REQUEST_WAITS_AGAIN',
  OFFERED: 'CARE_REQUEST_OFFERED',
  ACCEPTED: 'CARE_REQUEST_ACCEPTED',
  PLACED: 'CARE_REQUEST_PLACED',
  ALTERNATIVE_PROPOSED: 'ALTERNATIVE_PROPOSED',
  REFUSED: 'CARE_REQUEST_REFUSED',
  WITHDRAWN: 'CARE_REQUEST_WITHDRAWN',
  LAPSED: 'CARE_REQUEST_LAPSED',
} as const satisfies Record<CareRequestStatus, CareStepKind>;

/** Who did what with a request, when and why. */
export const stepOfRequest = (
  { id, childId, familyId }: CareRequest,
  kind: CareStepKind,
  { now, user, reason, facts }: RequestStep,
): NewCareStep => ({
  familyId,
  childId,
  subjectId: id,
  kind,
  at: now,
  doneBy: user.sub,
  facts: { ...facts, ...(reason && { reason }) },
});

export const recordRequestStep = (
  tx: Transaction,
  request: CareRequest,
  kind: CareStepKind,
  step: RequestStep,
): Promise<void> => recordStep(tx, stepOfRequest(request, kind, step));

/** The step is not in the table: tells where the request stands, and where it was to go. */
export const stepNotAllowed = (
  { status }: Pick<CareRequest, 'status'>,
  to: CareRequestStatus,
): Refused<'STEP_NOT_ALLOWED'> => ({
  refusal: 'STEP_NOT_ALLOWED',
  details: statesOfStep(statusesInWords, status, to),
});

/** Why a request that was read in this version cannot take a step; `null` when it can. */
export const stepRefused = (
  request: CareRequest,
  version: number,
  to: CareRequestStatus,
): Refused<'STALE_VERSION' | 'STEP_NOT_ALLOWED'> | null => {
  const refusal = requestStepRefusal(request, version, to);
  return refusal === 'STEP_NOT_ALLOWED' ? stepNotAllowed(request, to) : refusal && { refusal };
};

/**
 * Takes a locked request one step on and keeps who did it, when and why. Ask `stepRefused` before: a step that is not in
 * the table is a fault here.
 */
export const stepRequest = async (
  tx: Transaction,
  request: CareRequest,
  to: CareRequestStatus,
  { changes, ...step }: RequestStep & { readonly changes?: Partial<CareRequest> },
): Promise<CareRequest> => {
  if (!requestMayBecome(request.status, to)) throw new Error(`no step from ${request.status} to ${to}`);
  const stepped = await store(tx, CareRequest, request, { ...changes, status: to });
  await recordRequestStep(tx, stepped, step.kind ?? kindsByStatus[to], step);
  return stepped;
};

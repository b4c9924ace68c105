import type { JobHandler } from '@relais/platform/jobs/job.ts';
import { lockCareRequest } from './care-request.queries.ts';
import { hasLapsed } from './confirmation.rules.ts';
import { stepRequest } from './step-request.ts';

export const LAPSE_REQUEST = 'lapse-request';

/** Who did what nobody did. */
const BY_ITSELF = { sub: 'relais' };

/** Ends a request whose family did not answer a notice; one that was confirmed meanwhile, or is offered a place, stands. */
export const lapseRequest: JobHandler = async (tx, { careRequestId }, now) => {
  const careRequest = await lockCareRequest(tx, String(careRequestId));
  if (!careRequest || !hasLapsed(careRequest, now)) return;
  await stepRequest(tx, careRequest, 'LAPSED', { now, user: BY_ITSELF });
};

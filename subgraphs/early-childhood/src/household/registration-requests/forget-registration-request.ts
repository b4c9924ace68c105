import type { JobHandler } from '@relais/platform/jobs/job.ts';
import { endRequest } from './registration-request.changes.ts';
import { lockRegistrationRequest } from './registration-request.queries.ts';
import { dueOf } from './registration-request.rules.ts';
import { RegistrationRequest } from './registration-request.ts';

/** Who did what nobody did. */
const BY_ITSELF = { sub: 'relais' };

/** Nobody's data wait longer than they were promised to, whether anybody looked or not. */
export const forgetRegistrationRequest: JobHandler = async (tx, { requestId }, now) => {
  const request = await lockRegistrationRequest(tx, String(requestId));
  const due = request && dueOf(request, now);
  if (!request || !due) return;
  if (due === 'DELETE') {
    await tx.delete(RegistrationRequest, { id: request.id });
    return;
  }
  await endRequest(tx, request, { status: 'LAPSED' }, { now, user: BY_ITSELF });
};

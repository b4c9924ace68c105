import { noteChanged } from '@relais/platform/access-log/changed-families.ts';
import type { Acting } from '@relais/platform/acting.ts';
import { store } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { scheduleJob } from '@relais/platform/jobs/schedule-job.ts';
import { lockRegistrationRequest } from './registration-request.queries.ts';
import type { withdrawRegistrationReasons } from './registration-request.reasons.ts';
import { shownUntil, standingRefusal } from './registration-request.rules.ts';
import { RegistrationRequest } from './registration-request.ts';

export const FORGET_REGISTRATION_REQUEST = 'forget-registration-request';

/** Has it forgotten when its time has come. */
export const scheduleForgetting = (
  tx: Transaction,
  { id, keptUntil }: Pick<RegistrationRequest, 'id' | 'keptUntil'>,
): Promise<void> =>
  scheduleJob(tx, FORGET_REGISTRATION_REQUEST, { requestId: id }, { runAt: keptUntil, key: id });

type Named = { readonly registrationRequestId: string; readonly version: number };

/** The request as it waits, held; as absent to whom it is not, which a wall sees to. */
export const heldRequest = async (
  tx: Transaction,
  { registrationRequestId, version }: Named,
  { now }: Pick<Acting, 'now'>,
): Promise<RegistrationRequest | Refused<Word<typeof withdrawRegistrationReasons>>> => {
  const request = await lockRegistrationRequest(tx, registrationRequestId);
  if (!request) return { refusal: 'UNKNOWN_REGISTRATION_REQUEST' };
  const refusal = standingRefusal(request, version, now);
  return refusal ? { refusal } : request;
};

type Answer =
  | { readonly status: 'COMPLETED'; readonly familyId: string; readonly handle: string }
  | { readonly status: 'REFUSED'; readonly reason: string }
  | { readonly status: 'WITHDRAWN' | 'LAPSED' };

/** What was told is forgotten the moment it no longer waits: it stands in the file, or nothing came of it. */
export const endRequest = async (
  tx: Transaction,
  request: RegistrationRequest,
  answer: Answer,
  { now, user }: Acting,
): Promise<RegistrationRequest> => {
  const ended = { ...answer, told: null, answeredAt: now, answeredBy: user.sub, keptUntil: shownUntil(now) };
  const stored = await store(tx, RegistrationRequest, request, ended);
  await scheduleForgetting(tx, stored);
  noteChanged(tx, [request.id]);
  return stored;
};

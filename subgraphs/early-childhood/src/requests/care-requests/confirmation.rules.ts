import type { Word } from '@relais/platform/graphql/reasons.ts';
import { dayOf, startOfDay } from '@relais/platform/time/civil-time.ts';
import { isBefore, laterOf } from '@relais/platform/time/days.rules.ts';
import type { Temporal } from 'temporal-polyfill';
import type { confirmReasons, noticeReasons } from './care-request.reasons.ts';
import { requestIsWaiting } from './care-request.rules.ts';
import type { CareRequestStatus } from './care-request-status.ts';

/** What says until when a family's word holds. */
export type Confirmed = {
  readonly status: CareRequestStatus;
  readonly version: number;
  readonly lastDay: Temporal.PlainDate;
  readonly confirmedAt: Date;
  readonly noticeSentAt: Date | null;
};

const WORD_HOLDS_FOR = { months: 6 };
/** So long before, whoever follows the family is told to ask. */
const ASKED_BEFORE = { weeks: 2 };
const NOTICE = { days: 30 };

/** The day on which a family is to say whether the care is needed still. */
export const confirmationDueOn = ({ confirmedAt }: Pick<Confirmed, 'confirmedAt'>): Temporal.PlainDate =>
  dayOf(confirmedAt).add(WORD_HOLDS_FOR);

/** From when on a family can be asked: two weeks before its word is due. */
export const askedFrom = (request: Pick<Confirmed, 'confirmedAt'>): Temporal.PlainDate =>
  confirmationDueOn(request).subtract(ASKED_BEFORE);

/** The first day on which a request is over that nobody confirmed; none is without a notice. */
export const lapsesOn = (
  request: Pick<Confirmed, 'confirmedAt' | 'noticeSentAt'>,
): Temporal.PlainDate | null =>
  request.noticeSentAt && laterOf(dayOf(request.noticeSentAt).add(NOTICE), confirmationDueOn(request));

/** When that day begins. */
export const lapseAt = (request: Pick<Confirmed, 'confirmedAt' | 'noticeSentAt'>): Date | null => {
  const day = lapsesOn(request);
  return day && startOfDay(day);
};

/** Whether a request that waits has had its notice and nobody's word. */
export const hasLapsed = (request: Confirmed, now: Date): boolean => {
  const at = lapseAt(request);
  return requestIsWaiting(request.status) && at !== null && at <= now;
};

/** Why a family's word cannot be noted; of a request that lapsed it can, and the request waits again unless the child left. */
export const confirmRefusal = (
  request: Confirmed,
  { version, hasChildLeft }: { readonly version: number; readonly hasChildLeft: boolean },
  now: Date,
): Word<typeof confirmReasons> | null => {
  if (request.version !== version) return 'STALE_VERSION';
  if (requestIsWaiting(request.status)) return null;
  if (request.status !== 'LAPSED' || hasChildLeft) return 'NOT_WAITING';
  return isBefore(request.lastDay, dayOf(now)) ? 'NEED_OVER' : null;
};

/** Why no notice can be noted. */
export const noticeRefusal = (
  request: Confirmed,
  version: number,
  now: Date,
): Word<typeof noticeReasons> | null => {
  if (request.version !== version) return 'STALE_VERSION';
  if (!requestIsWaiting(request.status)) return 'NOT_WAITING';
  if (request.noticeSentAt) return 'NOTICE_SENT_ALREADY';
  return isBefore(dayOf(now), askedFrom(request)) ? 'NOT_DUE_YET' : null;
};

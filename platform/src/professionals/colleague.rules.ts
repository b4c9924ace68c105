import { Temporal } from 'temporal-polyfill';
import type { Word } from '../graphql/reasons.ts';
import type { colleagueReasons } from './colleague.reasons.ts';
import type { Professional } from './professional.ts';

/** Whether the professional no longer works there. */
export const hasDeparted = (
  { departedOn }: Pick<Professional, 'departedOn'>,
  today: Temporal.PlainDate,
): boolean => departedOn !== null && Temporal.PlainDate.compare(departedOn, today) <= 0;

/** Whether the professional is away that day. */
export const isAbsent = (
  { absentFrom, absentTo }: Pick<Professional, 'absentFrom' | 'absentTo'>,
  day: Temporal.PlainDate,
): boolean =>
  absentFrom !== null &&
  Temporal.PlainDate.compare(absentFrom, day) <= 0 &&
  (absentTo === null || Temporal.PlainDate.compare(day, absentTo) < 0);

/** Why whoever was found in the directory, or was not, cannot be entrusted with anything; or `null`. */
export const colleagueRefusal = (
  found: Pick<Professional, 'departedOn'> | null,
  today: Temporal.PlainDate,
): Word<typeof colleagueReasons> | null => {
  if (!found) return 'UNKNOWN_PROFESSIONAL';
  return hasDeparted(found, today) ? 'DEPARTED_PROFESSIONAL' : null;
};

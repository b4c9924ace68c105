import type { Word } from '@relais/platform/graphql/reasons.ts';
import { hasDeparted } from '@relais/platform/professionals/colleague.rules.ts';
import type { Professional } from '@relais/platform/professionals/professional.ts';
import { Temporal } from 'temporal-polyfill';
import type { absenceReasons, changeReasons, departureReasons } from './professional.reasons.ts';

const LONGEST_LINE = 200;

/** One line, with something on it. */
const isLine = (text: string): boolean =>
  text.trim() !== '' && text.length <= LONGEST_LINE && !/[\r\n]/.test(text);

/** Why what is said of somebody cannot be kept, or `null`; what is not said is absent. */
export const textsRefusal = (
  texts: readonly (string | null | undefined)[],
): Word<Pick<typeof changeReasons, 'UNSUITABLE_TEXT'>> | null =>
  texts.every((text) => text === null || text === undefined || isLine(text)) ? null : 'UNSUITABLE_TEXT';

/** Why an entry that was found, or was not, cannot be changed by who saw this version, or `null`. */
export const entryRefusal = (
  entry: Pick<Professional, 'agency' | 'version'> | null,
  agency: string,
  version: number,
): Word<typeof departureReasons> | null => {
  if (entry?.agency !== agency) return 'UNKNOWN_PROFESSIONAL';
  return entry.version === version ? null : 'STALE_VERSION';
};

type Absence = {
  readonly from: Temporal.PlainDate | null;
  readonly to: Temporal.PlainDate | null;
  /** Whether somebody was named, and who was found. */
  readonly namesStandIn: boolean;
  readonly standIn: Professional | null;
};

const isSuitable = (standIn: Professional | null, absent: Professional, today: Temporal.PlainDate): boolean =>
  standIn !== null &&
  standIn.sub !== absent.sub &&
  standIn.agency === absent.agency &&
  standIn.role === absent.role &&
  !hasDeparted(standIn, today);

/** Why an absence cannot be recorded, or `null`. */
export const absenceRefusal = (
  absent: Professional,
  { from, to, namesStandIn, standIn }: Absence,
  today: Temporal.PlainDate,
): Word<typeof absenceReasons> | null => {
  if (!from) return to || namesStandIn ? 'ABSENCE_WITHOUT_BEGINNING' : null;
  if (to && Temporal.PlainDate.compare(to, from) <= 0) return 'BACK_BEFORE_LEAVING';
  return namesStandIn && !isSuitable(standIn, absent, today) ? 'UNSUITABLE_STAND_IN' : null;
};

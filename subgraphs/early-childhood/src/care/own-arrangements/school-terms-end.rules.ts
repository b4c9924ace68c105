import { isBefore } from '@relais/platform/time/days.rules.ts';
import type { Temporal } from 'temporal-polyfill';

/** Long enough to load a calendar that is published a year ahead. */
const DAYS_OF_NOTICE = 90;

type KnownTerms = {
  /** The last school day that is known; `null` where no calendar was loaded. */
  readonly lastDay: Temporal.PlainDate | null;
  /** Whether families rely on school from today on. */
  readonly isReliedOn: boolean;
};

/** Whether somebody has to load the next school calendar: beyond the known one school looks after nobody, without a word. */
export const isCalendarEnding = ({ lastDay, isReliedOn }: KnownTerms, today: Temporal.PlainDate): boolean =>
  lastDay ? isBefore(lastDay, today.add({ days: DAYS_OF_NOTICE })) : isReliedOn;

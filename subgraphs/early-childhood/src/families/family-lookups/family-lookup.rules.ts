import type { Word } from '@relais/platform/graphql/reasons.ts';
import { nameKey } from '@relais/platform/names.rules.ts';
import type { Temporal } from 'temporal-polyfill';
import type { lookupReasons } from './family-lookup.reasons.ts';

export type LookupAsked = { readonly surname: string; readonly childBirthDate: Temporal.PlainDate };

/** A full desk registers about ten families in an hour; whoever guesses dates needs thousands of lookups. */
export const MOST_LOOKUPS_PER_HOUR = 30;

const AGE_OF_MAJORITY_YEARS = 18;
const LONGEST_EXPECTATION_MONTHS = 10;

const isAfter = (day: Temporal.PlainDate, other: Temporal.PlainDate): boolean => day.since(other).sign > 0;

/** The day a child was born, or is expected. */
const isPlausibleBirth = (day: Temporal.PlainDate, today: Temporal.PlainDate): boolean =>
  isAfter(day, today.subtract({ years: AGE_OF_MAJORITY_YEARS })) &&
  !isAfter(day, today.add({ months: LONGEST_EXPECTATION_MONTHS }));

/** Why nothing is looked up; nothing is logged then either, since nothing was learned. */
export const lookupRefusal = (
  { surname, childBirthDate }: LookupAsked,
  today: Temporal.PlainDate,
): Word<typeof lookupReasons> | null => {
  if (nameKey(surname) === '') return 'NAME_MISSING';
  return isPlausibleBirth(childBirthDate, today) ? null : 'BIRTH_DATE_NOT_PLAUSIBLE';
};

/** Whether somebody who was answered this often within the hour is answered once more. */
export const mayLookUpAgain = (answeredWithinTheHour: number): boolean =>
  answeredWithinTheHour < MOST_LOOKUPS_PER_HOUR;

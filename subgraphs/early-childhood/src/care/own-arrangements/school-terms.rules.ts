import type { Word } from '@relais/platform/graphql/reasons.ts';
import { type Days, isBefore } from '@relais/platform/time/days.rules.ts';
import type { Temporal } from 'temporal-polyfill';
import type { schoolTermsReasons } from './school-terms.reasons.ts';

const MOST_YEARS_AHEAD = 3;

/** Why terms cannot follow those that are known; `null` when they can. */
export const schoolTermsProblem = (
  terms: readonly Days[],
  lastKnownDay: Temporal.PlainDate | null,
  today: Temporal.PlainDate,
): Word<typeof schoolTermsReasons> | null => {
  const [first] = terms;
  const last = terms.at(-1);
  if (!first || !last) return 'TERMS_MISSING';
  if (terms.some(({ startsOn, endsOn }) => isBefore(endsOn, startsOn))) return 'TERM_ENDS_BEFORE_IT_STARTS';
  const isInOrder = terms.every((term, index) => {
    const next = terms[index + 1];
    return !next || isBefore(term.endsOn, next.startsOn);
  });
  if (!isInOrder) return 'TERMS_OVERLAP';
  if (lastKnownDay && !isBefore(lastKnownDay, first.startsOn)) return 'KNOWN_ALREADY';
  if (!isBefore(today, first.startsOn)) return 'STARTS_IN_THE_PAST';
  return isBefore(today.add({ years: MOST_YEARS_AHEAD }), last.endsOn) ? 'TOO_FAR_AHEAD' : null;
};

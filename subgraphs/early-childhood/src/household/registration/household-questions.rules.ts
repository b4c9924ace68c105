import type { Word } from '@relais/platform/graphql/reasons.ts';
import { isBefore } from '@relais/platform/time/days.rules.ts';
import type { Temporal } from 'temporal-polyfill';
import type { birthQuestions } from '../../families/families/child.reasons.ts';
import type { householdQuestions } from '../../families/families/family.reasons.ts';

/** What looks wrong in a household and may be right: it is asked about, and whoever confirms is not asked. */
export type HouseholdQuestion = Word<typeof householdQuestions>;
export type BirthQuestion = Word<typeof birthQuestions>;

type Born = { readonly birthDate?: Temporal.PlainDate | null | undefined };
type BornOrExpected = Born & { readonly expectedDate?: Temporal.PlainDate | null | undefined };

const YOUNGEST_PARENT_YEARS = 12;
const OLDEST_ADULT_YEARS = 100;
/** Born this long before it was expected a child does not live; this long after, the date was another. */
const EARLIEST_BIRTH = { weeks: 20 };
const LATEST_BIRTH = { weeks: 5 };

const isOfUnlikelyAge = (birthDate: Temporal.PlainDate, today: Temporal.PlainDate): boolean =>
  isBefore(today, birthDate.add({ years: YOUNGEST_PARENT_YEARS })) ||
  isBefore(birthDate.add({ years: OLDEST_ADULT_YEARS }), today);

const birthdaysOf = (adults: readonly Born[]): Temporal.PlainDate[] =>
  adults.flatMap(({ birthDate }) => birthDate ?? []);

const comingsOf = (children: readonly BornOrExpected[]): Temporal.PlainDate[] =>
  children.flatMap(({ birthDate, expectedDate }) => birthDate ?? expectedDate ?? []);

/** What to ask about these adults with these children; `null` when nothing looks wrong. */
export const householdQuestion = (
  adults: readonly Born[],
  children: readonly BornOrExpected[],
  today: Temporal.PlainDate,
): HouseholdQuestion | null => {
  const birthdays = birthdaysOf(adults);
  if (birthdays.some((birthday) => isOfUnlikelyAge(birthday, today))) return 'ADULT_AGE_UNLIKELY';
  const isTooYoung = (birthday: Temporal.PlainDate): boolean =>
    comingsOf(children).some((day) => isBefore(day, birthday.add({ years: YOUNGEST_PARENT_YEARS })));
  return birthdays.some(isTooYoung) ? 'ADULT_NOT_OLDER_THAN_CHILD' : null;
};

/** What to ask about a birth that was expected on another day. */
export const birthQuestion = (
  birthDate: Temporal.PlainDate,
  expectedDate: Temporal.PlainDate | null,
): BirthQuestion | null => {
  if (!expectedDate) return null;
  const isEarly = isBefore(birthDate, expectedDate.subtract(EARLIEST_BIRTH));
  const isLate = isBefore(expectedDate.add(LATEST_BIRTH), birthDate);
  return isEarly || isLate ? 'BIRTH_FAR_FROM_EXPECTED' : null;
};

import type { Word } from '@relais/platform/graphql/reasons.ts';
import { isBefore } from '@relais/platform/time/days.rules.ts';
import { overlap } from '@relais/platform/time/periods.rules.ts';
import type { Temporal } from 'temporal-polyfill';
import { firstDayOf } from '../../families/shared-residence/residence-calendar.rules.ts';
import type { ResidenceHolidays } from '../../families/shared-residence/residence-kinds.ts';
import type { exceptionReasons, shareReasons } from './share-residence.reasons.ts';

type Period = { readonly familyId: string; readonly startsAt: Date; readonly endsAt: Date };

export type RuleAsked = {
  readonly startsOn: Temporal.PlainDate;
  readonly endsOn?: Temporal.PlainDate | null | undefined;
  readonly weekday: number;
  readonly holidays: ResidenceHolidays;
  readonly hasHalves: boolean;
  /** The families that it names. */
  readonly families: readonly string[];
};

export type ResidenceAsked = {
  readonly familyId: string;
  readonly otherFamilyId: string;
  /** The family it is shared with already, if any. */
  readonly sharedWith: string | null;
  readonly calendar: readonly Period[];
  readonly rule: RuleAsked | null;
  /** Whether its calendar follows from a rule already. */
  readonly hasRule: boolean;
};

type Refusal = Word<typeof shareReasons>;

const DAYS_OF_A_WEEK = 7;

const ruleRefusal = (rule: RuleAsked, families: readonly string[]): Refusal | null => {
  const { startsOn, endsOn, weekday, holidays, hasHalves } = rule;
  if (!rule.families.every((each) => families.includes(each))) return 'PERIOD_OF_ANOTHER_FAMILY';
  if (weekday < 1 || weekday > DAYS_OF_A_WEEK) return 'WEEKDAY_UNKNOWN';
  if (endsOn && isBefore(endsOn, firstDayOf({ startsOn, weekday }))) return 'ENDS_BEFORE_IT_STARTS';
  if (hasHalves) return holidays === 'HALVES' ? null : 'HALVES_NOT_FOR_THIS';
  return holidays === 'HALVES' ? 'HALVES_MISSING' : null;
};

const periodRefusal = (calendar: readonly Period[], families: readonly string[]) => {
  if (calendar.some((period) => !families.includes(period.familyId))) return 'PERIOD_OF_ANOTHER_FAMILY';
  return calendar.some(({ startsAt, endsAt }) => startsAt >= endsAt) ? 'ENDS_BEFORE_IT_STARTS' : null;
};

/** Why a child cannot live with these two families by turns, or `null` when it can. */
export const residenceRefusal = (asked: ResidenceAsked): Refusal | null => {
  const { familyId, otherFamilyId, sharedWith, calendar, rule, hasRule } = asked;
  if (otherFamilyId === familyId) return 'SAME_FAMILY';
  if (sharedWith !== null && sharedWith !== otherFamilyId) return 'SHARED_WITH_ANOTHER_FAMILY';
  const families = [familyId, otherFamilyId];
  const problem = periodRefusal(calendar, families);
  if (problem || calendar.length === 0) return problem ?? (rule && ruleRefusal(rule, families));
  if (rule) return 'RULE_OR_CALENDAR';
  return hasRule ? 'RULE_HOLDS' : null;
};

const timesOf = ({ familyId, startsAt, endsAt }: Period): string =>
  `${startsAt.toISOString()} ${endsAt.toISOString()} ${familyId}`;

/** Whether a calendar says what is known from its first start on: saying so again changes nothing. */
export const isKnownCalendar = (calendar: readonly Period[], knownSinceThen: readonly Period[]): boolean => {
  const asked = calendar.map(timesOf).sort();
  const known = knownSinceThen.map(timesOf).sort();
  return asked.length === known.length && asked.every((times, index) => times === known[index]);
};

const MOST_EXCEPTIONS = 100;

export type ExceptionsAsked = {
  readonly families: readonly string[];
  readonly added: readonly Period[];
  readonly removedIds: readonly string[];
  /** Those that hold now. */
  readonly known: readonly { readonly id: string; readonly startsAt: Date; readonly endsAt: Date }[];
  /** When the first rule begins; `null` without any. */
  readonly rulesSince: Date | null;
  /** What was written down without a rule at times of which none tells. */
  readonly besideRules: readonly Period[];
};

const doAnyOverlap = (some: readonly Period[], others: readonly Period[]): boolean =>
  some.some((one) => others.some((other) => overlap(one, other)));

/** Why exceptions cannot be added or taken back like this, or `null` when they can. */
export const exceptionRefusal = (asked: ExceptionsAsked): Word<typeof exceptionReasons> | null => {
  const { families, added, removedIds, known, rulesSince, besideRules } = asked;
  if (!rulesSince) return 'NO_RULE';
  if (!removedIds.every((removed) => known.some(({ id }) => id === removed))) return 'UNKNOWN_EXCEPTION';
  const problem = periodRefusal(added, families);
  if (problem) return problem;
  if (added.some(({ startsAt }) => startsAt < rulesSince)) return 'BEFORE_THE_RULE';
  if (doAnyOverlap(added, besideRules)) return 'NO_RULE';
  const after = [...known.filter(({ id }) => !removedIds.includes(id)), ...added];
  if (after.length > MOST_EXCEPTIONS) return 'TOO_MANY_EXCEPTIONS';
  const doOverlap = after.some((one, index) => after.slice(index + 1).some((other) => overlap(one, other)));
  return doOverlap ? 'PERIODS_OVERLAP' : null;
};

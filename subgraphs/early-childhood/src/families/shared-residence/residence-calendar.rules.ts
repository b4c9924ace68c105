import { dayOf, instantAt, startOfDay } from '@relais/platform/time/civil-time.ts';
import { type Days, isBefore } from '@relais/platform/time/days.rules.ts';
import { inOrder, overlap, overlapOf, type Period, without } from '@relais/platform/time/periods.rules.ts';
import type { Temporal } from 'temporal-polyfill';
import type { ResidenceHolidays, ResidenceRuleKind, ResidenceSource } from './residence-kinds.ts';

/** The family that a child is registered with, or the other one: so a rule stays right when files are merged. */
export type Side = 'REGISTERED' | 'OTHER';

/** The child is handed over at this time on the last day of school, in the middle of a holiday and on the eve of school. */
export type HolidayHalvesSaid = {
  readonly time: Temporal.PlainTime;
  /** Who has the first half of holidays that begin in an even year, and in an odd one. */
  readonly evenYears: Side;
  readonly oddYears: Side;
};

/** A rule as the parents or a judgment declare it; it holds until its last day, or until the next rule begins. */
export type ResidenceRuleSaid = {
  readonly kind: ResidenceRuleKind;
  readonly startsOn: Temporal.PlainDate;
  readonly endsOn: Temporal.PlainDate | null;
  /** The day (1 is Monday) and the hour of handing over. */
  readonly weekday: number;
  readonly time: Temporal.PlainTime;
  /** Who has the child in the first week, or in even weeks. */
  readonly first: Side;
  readonly holidays: ResidenceHolidays;
  readonly halves: HolidayHalvesSaid | null;
};

/** Time with a family, and why. */
export type Stay = Period & { readonly side: Side; readonly source: ResidenceSource };

/** All that says with whom a child in shared residence is. */
export type ResidenceSaid = {
  /** First to last. */
  readonly rules: readonly ResidenceRuleSaid[];
  readonly exceptions: readonly (Period & { readonly side: Side })[];
  readonly end: { readonly at: Date; readonly side: Side } | null;
};

const DAYS_OF_A_WEEK = 7;
/** Days without school that are no more than a long weekend or the bridge of a public holiday. */
const MOST_DAYS_OF_A_BRIDGE = 7;
/** No holiday is longer: the terms of a whole year are missing. */
const MOST_DAYS_OF_A_HOLIDAY = 62;
/** What has no end is stored until here. */
const FOR_GOOD = new Date('2199-12-31T00:00:00Z');

const otherSide = (side: Side): Side => (side === 'OTHER' ? 'REGISTERED' : 'OTHER');

/** From the last day of school to the first one after it. */
type Gap = { readonly lastDay: Temporal.PlainDate; readonly nextDay: Temporal.PlainDate };

const freeDaysOf = ({ lastDay, nextDay }: Gap): number => lastDay.until(nextDay).days - 1;

/** The days without school between those with school, which are given first to last. */
const gapsOf = (school: readonly Days[]): Gap[] =>
  school.flatMap(({ endsOn }, index) => {
    const next = school[index + 1];
    return next ? [{ lastDay: endsOn, nextDay: next.startsOn }] : [];
  });

const isHoliday = (gap: Gap): boolean =>
  freeDaysOf(gap) > MOST_DAYS_OF_A_BRIDGE && freeDaysOf(gap) <= MOST_DAYS_OF_A_HOLIDAY;

/** The holidays begin on the last day of school, where a rule says who has which half, else with the day after it. */
const beginningOf = (lastDay: Temporal.PlainDate, { halves }: ResidenceRuleSaid): Date =>
  halves ? instantAt(lastDay, halves.time) : startOfDay(lastDay.add({ days: 1 }));

/** Years of school whose terms are known one after the other. */
const knownYears = (school: readonly Days[]): Days[] => {
  const known: Days[] = [];
  for (const days of school) {
    const last = known.at(-1);
    const isNear =
      last && freeDaysOf({ lastDay: last.endsOn, nextDay: days.startsOn }) <= MOST_DAYS_OF_A_HOLIDAY;
    if (isNear) known[known.length - 1] = { startsOn: last.startsOn, endsOn: days.endsOn };
    if (!isNear) known.push(days);
  }
  return known;
};

/** The stretches of which it is known when there is school and when there is not. */
const knownStretches = (school: readonly Days[], rule: ResidenceRuleSaid): Period[] =>
  knownYears(school).map(({ startsOn, endsOn }) => ({
    startsAt: startOfDay(startsOn),
    endsAt: beginningOf(endsOn, rule),
  }));

/** The day of the first handing over. */
export const firstDayOf = ({ startsOn, weekday }: Pick<ResidenceRuleSaid, 'startsOn' | 'weekday'>) =>
  startsOn.add({ days: (weekday - startsOn.dayOfWeek + DAYS_OF_A_WEEK) % DAYS_OF_A_WEEK });

/** When the child is handed over for the first time by a rule: on its first day, or on the next such weekday. */
export const firstHandingOver = (rule: Pick<ResidenceRuleSaid, 'startsOn' | 'weekday' | 'time'>): Date =>
  instantAt(firstDayOf(rule), rule.time);

const isEven = (number: number): boolean => number % 2 === 0;

const sideOfWeek = ({ kind, first }: ResidenceRuleSaid, day: Temporal.PlainDate, week: number): Side => {
  const isFirst = kind === 'ISO_WEEKS' ? isEven(Number(day.weekOfYear)) : isEven(week);
  return isFirst ? first : otherSide(first);
};

const weeksOf = (rule: ResidenceRuleSaid, until: Date): Stay[] => {
  const first = firstDayOf(rule);
  const weeks = Math.max(0, Math.ceil(first.until(dayOf(until)).days / DAYS_OF_A_WEEK) + 1);
  return Array.from({ length: weeks }, (_, week) => {
    const day = first.add({ days: week * DAYS_OF_A_WEEK });
    return {
      side: sideOfWeek(rule, day, week),
      source: 'RULE',
      startsAt: instantAt(day, rule.time),
      endsAt: instantAt(day.add({ days: DAYS_OF_A_WEEK }), rule.time),
    };
  });
};

/** Of an odd number of days the second half is the longer. */
const halvesOf = ({ lastDay, nextDay }: Gap, { time, evenYears, oddYears }: HolidayHalvesSaid): Stay[] => {
  const eve = nextDay.subtract({ days: 1 });
  const middle = lastDay.add({ days: Math.floor(lastDay.until(eve).days / 2) });
  const side = isEven(lastDay.year) ? evenYears : oddYears;
  const between = instantAt(middle, time);
  return [
    { side, source: 'HOLIDAY', startsAt: instantAt(lastDay, time), endsAt: between },
    { side: otherSide(side), source: 'HOLIDAY', startsAt: between, endsAt: instantAt(eve, time) },
  ];
};

/** What of these stays falls into one of these stretches. */
const within = (stays: readonly Stay[], stretches: readonly Period[]): Stay[] =>
  stays.flatMap((stay) =>
    stretches.flatMap((stretch) => {
      const part = overlapOf(stay, stretch);
      return part ? [{ ...stay, ...part }] : [];
    }),
  );

const besides = (stays: readonly Stay[], taken: readonly Period[]): Stay[] =>
  stays.flatMap((stay) => without([stay], taken).map((part) => ({ ...stay, ...part })));

/** The stays of a rule by themselves. */
const staysOfRule = (rule: ResidenceRuleSaid, school: readonly Days[]): Stay[] => {
  const known = knownStretches(school, rule);
  const last = known.at(-1);
  if (!last) return [];
  const weeks = weeksOf(rule, last.endsAt);
  const { holidays, halves } = rule;
  if (holidays === 'LIKE_TERMS') return within(weeks, known);
  const gaps = gapsOf(school).filter(isHoliday);
  const inHolidays = halves ? gaps.flatMap((gap) => halvesOf(gap, halves)) : [];
  const free = gaps.map(({ lastDay, nextDay }) => ({
    startsAt: beginningOf(lastDay, rule),
    endsAt: halves ? instantAt(nextDay.subtract({ days: 1 }), halves.time) : startOfDay(nextDay),
  }));
  return within([...besides(weeks, free), ...inHolidays], known);
};

/** From the first handing over to the end of the last day, or to the first handing over of the next rule. */
const validityOf = (rule: ResidenceRuleSaid, next: ResidenceRuleSaid | undefined): Period => {
  const end = rule.endsOn ? startOfDay(rule.endsOn.add({ days: 1 })) : FOR_GOOD;
  const ends = [end, ...(next ? [firstHandingOver(next)] : [])].map((each) => each.getTime());
  return { startsAt: firstHandingOver(rule), endsAt: new Date(Math.min(...ends)) };
};

const validitiesOf = (rules: readonly ResidenceRuleSaid[]): Period[] =>
  rules
    .map((rule, index) => validityOf(rule, rules[index + 1]))
    .filter(({ startsAt, endsAt }) => startsAt < endsAt);

type RulesAndEnd = Pick<ResidenceSaid, 'rules' | 'end'>;

/** The time of which rules, and the end, tell; what was written down before it stays. `null` without a rule. */
export const spanOfRules = ({ rules, end }: RulesAndEnd): Period | null => {
  const valid = validitiesOf(rules);
  if (valid.length === 0) return null;
  const ended = end ? [end.at.getTime()] : [];
  const last = Math.max(...valid.map(({ endsAt }) => endsAt.getTime()));
  return {
    startsAt: new Date(Math.min(...ended, ...valid.map(({ startsAt }) => startsAt.getTime()))),
    endsAt: new Date(Math.min(...ended, last)),
  };
};

/** Whether neither a rule nor the end says anything of a stretch: what was written down for it stays. */
export const isBesideRules = ({ rules, end }: RulesAndEnd, stretch: Period): boolean =>
  (!end || stretch.startsAt < end.at) && !validitiesOf(rules).some((valid) => overlap(valid, stretch));

/**
 * With whom a child is from a moment on, as far as it is known: the weeks of the rules in known school terms, halves of
 * holidays, exceptions on top. What nothing is said of is left out, never given to one of the two.
 */
export const staysFrom = (
  { rules, exceptions, end }: ResidenceSaid,
  school: readonly Days[],
  from: Date,
): Stay[] => {
  const ruled = rules.flatMap((rule, index) =>
    within(staysOfRule(rule, school), [validityOf(rule, rules[index + 1])]),
  );
  const excepted = exceptions.map((each): Stay => ({ ...each, source: 'EXCEPTION' }));
  const alternating = { startsAt: from, endsAt: end?.at ?? FOR_GOOD };
  const ended: Stay[] = end ? [{ side: end.side, source: 'ENDED', startsAt: end.at, endsAt: FOR_GOOD }] : [];
  return inOrder([
    ...within([...besides(ruled, exceptions), ...excepted], [alternating]),
    ...within(ended, [{ startsAt: from, endsAt: FOR_GOOD }]),
  ]);
};

/** The rules once one more is said: those that would begin on its first day or later are replaced by it, and stay readable. */
export const withRule = <Rule extends ResidenceRuleSaid & { readonly replacedAt: Date | null }>(
  rules: readonly Rule[],
  said: Rule,
  now: Date,
): Rule[] => [
  ...rules.map((rule) =>
    rule.replacedAt || isBefore(rule.startsOn, said.startsOn) ? rule : { ...rule, replacedAt: now },
  ),
  said,
];

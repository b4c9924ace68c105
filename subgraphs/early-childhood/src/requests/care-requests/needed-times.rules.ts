import type { Word } from '@relais/platform/graphql/reasons.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { type Days, daysOf, isBefore } from '@relais/platform/time/days.rules.ts';
import { isOnTheHalfHour, runningHalfHour } from '@relais/platform/time/half-hours.rules.ts';
import { inOrder, type Period } from '@relais/platform/time/periods.rules.ts';
import type { Temporal } from 'temporal-polyfill';
import { OLDEST } from '../../care/bookings/booking.rules.ts';
import { FARTHEST_AHEAD, isTooLong } from '../../care/bookings/places.rules.ts';
import { fallsWithin, patternProblem } from '../../care/placements/pattern.rules.ts';
import type { CareKind } from '../../centres/centres/care-kind.ts';
import type { Operator } from '../../centres/centres/centre-kind.ts';
import type { WeeklyHours } from '../../centres/centres/weekly-hours.ts';
import type { CountedAge } from '../../families/families/age.rules.ts';
import type { askedReasons } from './care-request.reasons.ts';
import { isWeeklyKind } from './care-request.rules.ts';
import type { EmergencyReason } from './emergency-reason.ts';

/** The care a family asks for, as it was written down. */
export type NeededCare = {
  readonly kind: CareKind;
  readonly weekly: WeeklyNeed | null;
  readonly stretches: readonly Period[];
  readonly emergencyReason: EmergencyReason | null;
  readonly milestoneId: string | null;
  readonly rankedCentreIds: readonly string[];
};
export type WeeklyNeed = {
  readonly firstDay: Temporal.PlainDate;
  readonly lastDay: Temporal.PlainDate;
  readonly pattern: readonly WeeklyHours[];
};

/** All that decides whether a request can be taken. */
export type RequestFacts = {
  readonly now: Date;
  readonly asked: NeededCare;
  readonly familyId: string;
  readonly familiesOfChild: readonly string[];
  readonly age: CountedAge;
  /** Who runs each chosen centre that exists. */
  readonly operators: ReadonlyMap<string, Operator>;
  /** `undefined` when no milestone is named, `null` when it is not known. */
  readonly milestoneFamilyId: string | null | undefined;
};

type Problem = Word<typeof askedReasons>;

const LONGEST_PERIOD = { months: 12 };
const MOST_STRETCHES = 60;
const MOST_CHOICES_PER_OPERATOR = 4;
const MOST_CHOICES = 2 * MOST_CHOICES_PER_OPERATOR;

/** Whether what was given goes with the kind of care and with the reason of the emergency. */
const shapeProblem = (asked: NeededCare): Problem | null => {
  const { kind, weekly, stretches, emergencyReason, milestoneId } = asked;
  const isOfMilestone = emergencyReason === 'MILESTONE';
  const checks: readonly (readonly [Problem, boolean])[] = [
    ['WEEKLY_NEED_MISSING', isWeeklyKind(kind) && !weekly?.pattern.length],
    ['WEEKLY_NEED_NOT_FOR_THIS_KIND', !isWeeklyKind(kind) && weekly !== null],
    ['STRETCHES_MISSING', !isWeeklyKind(kind) && stretches.length === 0],
    ['STRETCHES_NOT_FOR_THIS_KIND', isWeeklyKind(kind) && stretches.length > 0],
    ['EMERGENCY_REASON_MISSING', kind === 'EMERGENCY' && emergencyReason === null],
    ['EMERGENCY_REASON_NOT_FOR_THIS_KIND', kind !== 'EMERGENCY' && emergencyReason !== null],
    ['MILESTONE_MISSING', isOfMilestone && milestoneId === null],
    ['MILESTONE_NOT_FOR_THIS_REASON', !isOfMilestone && milestoneId !== null],
    ['TOO_MANY_CHOICES', asked.rankedCentreIds.length > MOST_CHOICES],
  ];
  return checks.find(([, stands]) => stands)?.[0] ?? null;
};

const isTooFarAhead = (firstDay: Temporal.PlainDate, today: Temporal.PlainDate): boolean =>
  isBefore(today.add(FARTHEST_AHEAD), firstDay);

const isOverTwelveMonths = ({ startsOn, endsOn }: Days): boolean =>
  !isBefore(endsOn, startsOn.add(LONGEST_PERIOD));

const weeklyProblem = ({ firstDay, lastDay, pattern }: WeeklyNeed, today: Temporal.PlainDate) => {
  const problem = patternProblem(pattern);
  if (problem) return problem;
  if (isBefore(lastDay, firstDay)) return 'PERIOD_ENDS_BEFORE_IT_STARTS';
  const days = { startsOn: firstDay, endsOn: lastDay };
  if (isOverTwelveMonths(days)) return 'OVER_TWELVE_MONTHS';
  if (!pattern.every(({ weekday }) => fallsWithin(weekday, days))) return 'LINE_OUTSIDE_PERIOD';
  if (isBefore(firstDay, today)) return 'IN_THE_PAST';
  return isTooFarAhead(firstDay, today) ? 'TOO_FAR_AHEAD' : null;
};

const isWithinOneDay = ({ startsAt, endsAt }: Period): boolean =>
  dayOf(startsAt).equals(dayOf(new Date(endsAt.getTime() - 1)));

const doOverlap = (stretches: readonly Period[]): boolean =>
  inOrder(stretches).some((each, index, all) => {
    const next = all[index + 1];
    return next !== undefined && next.startsAt < each.endsAt;
  });

/** An emergency may start in the half-hour that runs: the child stands at the door. */
const earliestStart = (kind: CareKind, now: Date): Date =>
  kind === 'EMERGENCY' ? runningHalfHour(now) : now;

const datedProblem = ({ kind, stretches }: NeededCare, now: Date): Problem | null => {
  const checks: readonly (readonly [Problem, () => boolean])[] = [
    ['TOO_MANY_STRETCHES', () => stretches.length > MOST_STRETCHES],
    ['STRETCH_ENDS_BEFORE_IT_STARTS', () => stretches.some(({ startsAt, endsAt }) => endsAt <= startsAt)],
    [
      'NOT_ON_THE_HALF_HOUR',
      () => stretches.some((each) => !isOnTheHalfHour(each.startsAt) || !isOnTheHalfHour(each.endsAt)),
    ],
    ['STAY_TOO_LONG', () => stretches.some(isTooLong)],
    ['NOT_WITHIN_ONE_DAY', () => !stretches.every(isWithinOneDay)],
    ['STRETCHES_OVERLAP', () => doOverlap(stretches)],
    ['IN_THE_PAST', () => stretches.some(({ startsAt }) => startsAt < earliestStart(kind, now))],
    ['OVER_TWELVE_MONTHS', () => isOverTwelveMonths(daysOf(stretches))],
    ['TOO_FAR_AHEAD', () => isTooFarAhead(daysOf(stretches).startsOn, dayOf(now))],
  ];
  return checks.find(([, stands]) => stands())?.[0] ?? null;
};

/** First and last day of the care asked for, once its shape is right. */
export const daysOfNeed = ({ weekly, stretches }: Pick<NeededCare, 'weekly' | 'stretches'>): Days =>
  weekly ? { startsOn: weekly.firstDay, endsOn: weekly.lastDay } : daysOf(stretches);

/** Why the care asked for cannot be understood, whoever it is for; `null` when it can. */
export const careProblem = (asked: NeededCare, now: Date): Problem | null => {
  const problem = shapeProblem(asked);
  if (problem) return problem;
  return asked.weekly ? weeklyProblem(asked.weekly, dayOf(now)) : datedProblem(asked, now);
};

const countOf = ({ operators }: RequestFacts, operator: Operator): number =>
  [...operators.values()].filter((each) => each === operator).length;

const isTooOld = ({ age: { since }, asked }: RequestFacts): boolean =>
  !isBefore(daysOfNeed(asked).startsOn, since.add(OLDEST));

const choiceProblems: readonly (readonly [Problem, (facts: RequestFacts) => boolean])[] = [
  ['CENTRE_CHOSEN_TWICE', ({ asked }) => new Set(asked.rankedCentreIds).size < asked.rankedCentreIds.length],
  ['UNKNOWN_CENTRE', ({ asked, operators }) => operators.size < asked.rankedCentreIds.length],
  [
    'TOO_MANY_CHOICES',
    (facts) =>
      Math.max(countOf(facts, 'MUNICIPAL'), countOf(facts, 'ASSOCIATIVE')) > MOST_CHOICES_PER_OPERATOR,
  ],
];

/** Why these choices cannot be kept; `null` when they can. */
const choiceProblem = (facts: RequestFacts): Problem | null =>
  choiceProblems.find(([, stands]) => stands(facts))?.[0] ?? null;

const isMilestoneOfAnother = ({ milestoneFamilyId, familiesOfChild }: RequestFacts): boolean =>
  typeof milestoneFamilyId === 'string' && !familiesOfChild.includes(milestoneFamilyId);

const problems: readonly (readonly [Problem, (facts: RequestFacts) => boolean])[] = [
  ['CHILD_OF_ANOTHER_FAMILY', ({ familyId, familiesOfChild }) => !familiesOfChild.includes(familyId)],
  ['CHILD_TOO_OLD', isTooOld],
  ['UNKNOWN_MILESTONE', ({ milestoneFamilyId }) => milestoneFamilyId === null],
  ['MILESTONE_OF_ANOTHER_FAMILY', isMilestoneOfAnother],
];

/** Why a request that can be understood cannot be taken for this child; `null` when it can. */
export const requestProblem = (facts: RequestFacts): Problem | null =>
  problems.find(([, stands]) => stands(facts))?.[0] ?? choiceProblem(facts);

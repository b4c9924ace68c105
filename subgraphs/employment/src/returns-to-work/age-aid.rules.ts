import { Temporal } from 'temporal-polyfill';
import type { AgeConditionName, AgeOutcome, ConditionState } from './age-aid.ts';
import type { ReturnToWork } from './return-to-work.ts';

/** Conditions: service-public F1814, in force since 1 May 2024, when AGE took the place of AGEPI. */
const IN_FORCE_SINCE = Temporal.PlainDate.from('2024-05-01');
const HIGHEST_DAILY_ALLOWANCE_CENTS = 4177;
const SHORTEST_JOB_DAYS = 28;
const SHORTEST_TRAINING_HOURS = 40;
const MONTHS_TO_ASK = 3;

/** Mainland amounts since 1 December 2022 (Pôle emploi, délibération 2022-57), by number of children under 12. */
const FULLER_WEEK_HOURS = 15;
const amountsCents = {
  underFifteenHours: [17_680, 20_280, 22_880],
  fromFifteenHours: [41_600, 47_840, 54_080],
} as const;

type Return = Pick<
  ReturnToWork,
  'kind' | 'startsOn' | 'endsOn' | 'contract' | 'weeklyHours' | 'trainingHours'
>;

/** What the advisor knows and this agency does not keep; `null` is not known. */
export type AgeFacts = {
  readonly isLoneParent: boolean | null;
  readonly childrenUnder12: number | null;
  readonly dailyAllowanceCents: number | null;
  readonly hasReturnedWithin12Months: boolean;
};

type Condition = { readonly name: AgeConditionName; readonly state: ConditionState };

const stateOf = (isMet: boolean | null): ConditionState => {
  if (isMet === null) return 'UNKNOWN';
  return isMet ? 'MET' : 'NOT_MET';
};

/** A permanent job is long enough; another one without a known end, or an exit of another kind, may be. */
const isLongEnough = ({ kind, startsOn, endsOn, contract, trainingHours }: Return): boolean | null => {
  if (kind === 'TRAINING') return trainingHours === null ? null : trainingHours >= SHORTEST_TRAINING_HOURS;
  if (kind !== 'EMPLOYMENT') return null;
  if (endsOn) return startsOn.until(endsOn).days + 1 >= SHORTEST_JOB_DAYS;
  return contract === 'PERMANENT' ? true : null;
};

const hasLowAllowance = ({ dailyAllowanceCents }: AgeFacts): boolean | null =>
  dailyAllowanceCents === null ? null : dailyAllowanceCents <= HIGHEST_DAILY_ALLOWANCE_CENTS;

const hasChild = ({ childrenUnder12 }: AgeFacts): boolean | null =>
  childrenUnder12 === null ? null : childrenUnder12 > 0;

export const askBy = ({ startsOn }: Pick<Return, 'startsOn'>): Temporal.PlainDate =>
  startsOn.add({ months: MONTHS_TO_ASK });

const conditionsOf = (made: Return, facts: AgeFacts, today: Temporal.PlainDate): Condition[] => [
  { name: 'LONE_PARENT', state: stateOf(facts.isLoneParent) },
  { name: 'CHILD_UNDER_12', state: stateOf(hasChild(facts)) },
  { name: 'LOW_ALLOWANCE', state: stateOf(hasLowAllowance(facts)) },
  { name: 'LONG_ENOUGH', state: stateOf(isLongEnough(made)) },
  // Another return within the year may have had the aid; whether it did is not kept here.
  { name: 'ONCE_IN_12_MONTHS', state: facts.hasReturnedWithin12Months ? 'UNKNOWN' : 'MET' },
  { name: 'IN_TIME', state: stateOf(Temporal.PlainDate.compare(today, askBy(made)) <= 0) },
  { name: 'HOURS_KNOWN', state: made.weeklyHours === null ? 'UNKNOWN' : 'MET' },
];

const outcomeOf = (conditions: readonly Condition[]): AgeOutcome => {
  if (conditions.some(({ state }) => state === 'NOT_MET')) return 'NOT_DUE';
  return conditions.some(({ state }) => state === 'UNKNOWN') ? 'OPEN' : 'LIKELY';
};

const bandsOf = (weeklyHours: number | null) => {
  const { underFifteenHours, fromFifteenHours } = amountsCents;
  if (weeklyHours === null) return { lowest: underFifteenHours, highest: fromFifteenHours };
  const band = weeklyHours < FULLER_WEEK_HOURS ? underFifteenHours : fromFifteenHours;
  return { lowest: band, highest: band };
};

/** Three children and more have the same amount. */
const amountFor = ([one, two, more]: readonly [number, number, number], children: number): number => {
  if (children <= 1) return one;
  return children === 2 ? two : more;
};

const MOST_CHILDREN_THAT_COUNT = 3;

const amountsOf = ({ weeklyHours }: Return, { childrenUnder12 }: AgeFacts) => {
  const { lowest, highest } = bandsOf(weeklyHours);
  return {
    lowestCents: amountFor(lowest, childrenUnder12 ?? 1),
    highestCents: amountFor(highest, childrenUnder12 ?? MOST_CHILDREN_THAT_COUNT),
  };
};

/** The aid as far as it can be known; `null` for a return before the aid existed. */
export const ageEstimate = (made: Return, facts: AgeFacts, today: Temporal.PlainDate) => {
  if (Temporal.PlainDate.compare(made.startsOn, IN_FORCE_SINCE) < 0) return null;
  const conditions = conditionsOf(made, facts, today);
  const outcome = outcomeOf(conditions);
  const amounts = outcome === 'NOT_DUE' ? { lowestCents: 0, highestCents: 0 } : amountsOf(made, facts);
  return { outcome, ...amounts, conditions, askBy: askBy(made) };
};

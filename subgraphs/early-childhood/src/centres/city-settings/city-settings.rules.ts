import type { Word } from '@relais/platform/graphql/reasons.ts';
import { isBefore } from '@relais/platform/time/days.rules.ts';
import type { Temporal } from 'temporal-polyfill';
import type { citySettingsReasons, withdrawSettingsReasons } from './city-settings.reasons.ts';

/** Up to or from so many days; the first band that holds counts. */
export type Band = { readonly days: number; readonly value: number };

/** What each criterion of priority can contribute; all together 100. */
export type Weights = {
  readonly milestone: number;
  readonly incomeSupport: number;
  readonly loneParent: number;
  readonly firstDay: number;
  readonly waitingTime: number;
};

/** What a city decides for all of its families. */
export type Settings = {
  readonly weights: Weights;
  /** Days until the next step of the job search, at most. */
  readonly milestoneBands: readonly Band[];
  /** Days until care is needed, at most. */
  readonly firstDayBands: readonly Band[];
  /** Days that the request has waited, at least. */
  readonly waitingBands: readonly Band[];
  /** Care that begins within so many hours could not be foreseen: it is an emergency. */
  readonly emergencyNoticeHours: number;
};

/** What holds in a city that has decided nothing. Decision record 0015 says why these. */
export const usualSettings: Settings = {
  weights: { milestone: 30, incomeSupport: 25, loneParent: 15, firstDay: 15, waitingTime: 15 },
  milestoneBands: [
    { days: 2, value: 1 },
    { days: 7, value: 0.7 },
    { days: 14, value: 0.4 },
  ],
  firstDayBands: [
    { days: 7, value: 1 },
    { days: 30, value: 0.4 },
  ],
  waitingBands: [
    { days: 180, value: 1 },
    { days: 120, value: 0.8 },
    { days: 90, value: 0.6 },
    { days: 60, value: 0.4 },
    { days: 30, value: 0.2 },
  ],
  emergencyNoticeHours: 48,
};

const WHOLE = 100;
const TENTHS = 10;
const MOST_BANDS = 10;
/** A day mistyped by a century would hold up every decision until then. */
const FARTHEST = { years: 2 };
const MOST_DAYS = 1_000;
/** A week: beyond it nothing is an emergency. */
const MOST_NOTICE_HOURS = 168;

const isBand = ({ days, value }: Band): boolean =>
  days >= 0 && days <= MOST_DAYS && value > 0 && value <= 1 && Number.isInteger(value * TENTHS);

/** A later band is wider and counts less: of another none would ever be reached. */
const areBands = (bands: readonly Band[], isWider: (days: number, before: number) => boolean): boolean =>
  bands.length >= 1 &&
  bands.length <= MOST_BANDS &&
  bands.every((band, index) => {
    const before = bands[index - 1];
    return isBand(band) && (!before || (isWider(band.days, before.days) && band.value < before.value));
  });

type Problem = Word<typeof citySettingsReasons>;
type Test = readonly [Problem, (settings: Settings) => boolean];

const isMore = (days: number, before: number): boolean => days > before;
const isLess = (days: number, before: number): boolean => days < before;

const tests: readonly Test[] = [
  ['WEIGHTS_NOT_100', ({ weights }) => Object.values(weights).some((weight) => weight < 0)],
  [
    'WEIGHTS_NOT_100',
    ({ weights }) => Object.values(weights).reduce((sum, weight) => sum + weight, 0) !== WHOLE,
  ],
  ['BANDS_NOT_IN_ORDER', ({ milestoneBands }) => !areBands(milestoneBands, isMore)],
  ['BANDS_NOT_IN_ORDER', ({ firstDayBands }) => !areBands(firstDayBands, isMore)],
  ['BANDS_NOT_IN_ORDER', ({ waitingBands }) => !areBands(waitingBands, isLess)],
  ['NOTICE_OUT_OF_RANGE', ({ emergencyNoticeHours: hours }) => hours < 0 || hours > MOST_NOTICE_HOURS],
];

type Said = {
  readonly from: Temporal.PlainDate;
  readonly reason: string;
  /** From when the last ones hold that were decided. */
  readonly lastFrom: Temporal.PlainDate | null;
};

/** Why these cannot hold from that day; `null` when they can. What is past keeps the settings it had. */
export const settingsProblem = (
  settings: Settings,
  { from, reason, lastFrom }: Said,
  today: Temporal.PlainDate,
): Problem | null => {
  if (!reason.trim()) return 'REASON_MISSING';
  if (isBefore(from, today)) return 'IN_THE_PAST';
  if (isBefore(today.add(FARTHEST), from)) return 'TOO_FAR_AHEAD';
  if (lastFrom && isBefore(from, lastFrom)) return 'LATER_CHANGE_DECIDED';
  return tests.find(([, stands]) => stands(settings))?.[0] ?? null;
};

type Decision = { readonly number: number; readonly withdraws: number | null };

/** The decisions that stand, of all of them, last one first: those that were not taken back. */
export const standing = <Each extends Decision>(all: readonly Each[]): Each[] => {
  const withdrawn = new Set(all.map(({ withdraws }) => withdraws));
  return all.filter(({ number, withdraws }) => withdraws === null && !withdrawn.has(number));
};

/** Why the last decision that stands, from a day on, is not taken back; `null` when it is. What has begun was applied. */
export const withdrawalProblem = (
  from: Temporal.PlainDate | null,
  reason: string,
  today: Temporal.PlainDate,
): Word<typeof withdrawSettingsReasons> | null => {
  if (!reason.trim()) return 'REASON_MISSING';
  if (!from) return 'NOTHING_TO_WITHDRAW';
  return isBefore(today, from) ? null : 'BEGUN_ALREADY';
};

import type { Word } from '@relais/platform/graphql/reasons.ts';
import { dayOf, isoWeekday, timeOf } from '@relais/platform/time/civil-time.ts';
import { type Days, isBefore } from '@relais/platform/time/days.rules.ts';
import { overlap, type Period } from '@relais/platform/time/periods.rules.ts';
import { Temporal } from 'temporal-polyfill';
import { fallsWithin } from '../../care/placements/pattern.rules.ts';
import type { CareKind } from '../../centres/centres/care-kind.ts';
import type { WeeklyHours } from '../../centres/centres/weekly-hours.ts';
import { firstPossibleDay, isWeeklyKind } from '../care-requests/care-request.rules.ts';
import type { offerReasons } from './care-offer.reasons.ts';

/** The care a request asks for, or an offer gives: weekly, or dated. */
export type Care = {
  readonly firstDay: Temporal.PlainDate;
  readonly lastDay: Temporal.PlainDate;
  readonly weeklyPattern: readonly WeeklyHours[];
  readonly stretches: readonly Period[];
};
export type RequestedCare = Care & { readonly kind: CareKind };

/** What the coordinator said; what was left out is as the request asks. */
export type AskedOffer = {
  readonly weeklyPattern?: readonly WeeklyHours[] | null | undefined;
  readonly stretches?: readonly Period[] | null | undefined;
  readonly firstDay?: Temporal.PlainDate | null | undefined;
  readonly lastDay?: Temporal.PlainDate | null | undefined;
};

type Problem = Word<typeof offerReasons>;

export type OfferedCare = { readonly care: Care } | { readonly problem: Problem };

const compareTimes = Temporal.PlainTime.compare;

const isLineOf = (line: WeeklyHours, pattern: readonly WeeklyHours[]): boolean =>
  compareTimes(line.from, line.to) < 0 &&
  pattern.some(
    ({ weekday, from, to }) =>
      weekday === line.weekday && compareTimes(from, line.from) <= 0 && compareTimes(line.to, to) <= 0,
  );

const isStretchOf = ({ startsAt, endsAt }: Period, stretches: readonly Period[]): boolean =>
  startsAt < endsAt && stretches.some((asked) => asked.startsAt <= startsAt && endsAt <= asked.endsAt);

const doLinesOverlap = (one: WeeklyHours, other: WeeklyHours): boolean =>
  one.weekday === other.weekday &&
  compareTimes(one.from, other.to) < 0 &&
  compareTimes(other.from, one.to) < 0;

const doAnyTwo = <Part>(parts: readonly Part[], doMeet: (one: Part, other: Part) => boolean): boolean =>
  parts.some((part, index) => parts.slice(index + 1).some((other) => doMeet(part, other)));

const daysOfCare = ({ firstDay, lastDay }: Care): Days => ({ startsOn: firstDay, endsOn: lastDay });

/** Hours that were said must come to something; of those that follow from the request, some days may have passed. */
const doFallWithin = (said: AskedOffer['weeklyPattern'], care: Care): boolean =>
  (said ?? []).every(({ weekday }) => fallsWithin(weekday, daysOfCare(care)));

const weeklyProblem = (request: RequestedCare, asked: AskedOffer, offered: Care): Problem | null => {
  const { weeklyPattern, firstDay, lastDay } = offered;
  if (weeklyPattern.length === 0) return 'NOTHING_OFFERED';
  if (!weeklyPattern.every((line) => isLineOf(line, request.weeklyPattern))) return 'MORE_THAN_REQUESTED';
  if (doAnyTwo(weeklyPattern, doLinesOverlap)) return 'OFFER_OVERLAPS_ITSELF';
  const isOutside = isBefore(firstDay, request.firstDay) || isBefore(request.lastDay, lastDay);
  if (isOutside || isBefore(lastDay, firstDay)) return 'DAYS_OUTSIDE_THE_REQUEST';
  return doFallWithin(asked.weeklyPattern, offered) ? null : 'LINE_OUTSIDE_PERIOD';
};

const weeklyOffer = (request: RequestedCare, asked: AskedOffer, now: Date): OfferedCare => {
  if (asked.stretches) return { problem: 'DATED_OFFER_NOT_FOR_THIS_KIND' };
  const care = {
    weeklyPattern: asked.weeklyPattern ?? request.weeklyPattern,
    stretches: [],
    firstDay: asked.firstDay ?? firstPossibleDay(request, now),
    lastDay: asked.lastDay ?? request.lastDay,
  };
  const problem = weeklyProblem(request, asked, care);
  return problem ? { problem } : { care };
};

/** Whether closures leave nothing of a line of the weekly care that falls on some day of it. */
export const hasLineWithoutStay = (care: Care, stays: readonly Period[]): boolean => {
  const kept = stays.map(({ startsAt }) => [isoWeekday(dayOf(startsAt)), timeOf(startsAt)] as const);
  // A centre that opens later leaves the end of a line.
  const isKept = ({ weekday, from, to }: WeeklyHours): boolean =>
    kept.some(
      ([day, time]) =>
        day === weekday &&
        Temporal.PlainTime.compare(from, time) <= 0 &&
        Temporal.PlainTime.compare(time, to) < 0,
    );
  return care.weeklyPattern.some((line) => fallsWithin(line.weekday, daysOfCare(care)) && !isKept(line));
};

const datedOffer = (request: RequestedCare, asked: AskedOffer): OfferedCare => {
  if (asked.weeklyPattern || asked.firstDay || asked.lastDay)
    return { problem: 'WEEKLY_OFFER_NOT_FOR_THIS_KIND' };
  const stretches = (asked.stretches ?? request.stretches).toSorted(
    (one, other) => one.startsAt.getTime() - other.startsAt.getTime(),
  );
  const [first, last] = [stretches[0], stretches.at(-1)];
  if (!first || !last) return { problem: 'NOTHING_OFFERED' };
  if (!stretches.every((stretch) => isStretchOf(stretch, request.stretches)))
    return { problem: 'MORE_THAN_REQUESTED' };
  if (doAnyTwo(stretches, overlap)) return { problem: 'OFFER_OVERLAPS_ITSELF' };
  return {
    care: {
      weeklyPattern: [],
      stretches,
      firstDay: dayOf(first.startsAt),
      lastDay: dayOf(last.startsAt),
    },
  };
};

/** The care that an offer gives: all that the request asks for, or the part that was said. */
export const offeredCare = (request: RequestedCare, asked: AskedOffer, now: Date): OfferedCare =>
  isWeeklyKind(request.kind) ? weeklyOffer(request, asked, now) : datedOffer(request, asked);

type Kept = Care & { readonly expiresAt: Date };
type Said = AskedOffer & { readonly expiresAt?: Date | null | undefined };

const linesAsText = (lines: readonly WeeklyHours[]): string =>
  lines
    .map(({ weekday, from, to }) => `${weekday} ${from} ${to}`)
    .toSorted()
    .join();
const stretchesAsText = (stretches: readonly Period[]): string =>
  stretches
    .map(({ startsAt, endsAt }) => `${startsAt.toISOString()} ${endsAt.toISOString()}`)
    .toSorted()
    .join();
const isKept = <Value>(
  said: Value | null | undefined,
  kept: Value,
  asText: (value: Value) => string,
): boolean => said === null || said === undefined || asText(said) === asText(kept);

/** Whether an offer is what was asked for; what was left out followed from the request. */
export const isAsAsked = (offer: Kept, said: Said): boolean =>
  isKept(said.weeklyPattern, offer.weeklyPattern, linesAsText) &&
  isKept(said.stretches, offer.stretches, stretchesAsText) &&
  isKept(said.firstDay, offer.firstDay, String) &&
  isKept(said.lastDay, offer.lastDay, String) &&
  isKept(said.expiresAt?.getTime(), offer.expiresAt.getTime(), String);

const HOUR_MILLISECONDS = 3_600_000;
/** How long the family has to answer: unless said otherwise, and at most. */
const answerHours = {
  LONG_TERM: { usual: 10 * 24, longest: 30 * 24 },
  FLEXIBLE: { usual: 7 * 24, longest: 14 * 24 },
  SHORT_TERM: { usual: 48, longest: 7 * 24 },
  EMERGENCY: { usual: 2, longest: 24 },
} as const satisfies Record<CareKind, { usual: number; longest: number }>;

const afterHours = (now: Date, hours: number): number => now.getTime() + hours * HOUR_MILLISECONDS;

/** When an offer expires: as asked or as usual, never after care begins; `null` when what was asked is not possible. */
export const expiryOf = (
  kind: CareKind,
  asked: Date | null | undefined,
  startsAt: Date,
  now: Date,
): Date | null => {
  const { usual, longest } = answerHours[kind];
  const latest = Math.min(afterHours(now, longest), startsAt.getTime());
  const expiresAt = asked?.getTime() ?? Math.min(afterHours(now, usual), latest);
  return expiresAt > now.getTime() && expiresAt <= latest ? new Date(expiresAt) : null;
};

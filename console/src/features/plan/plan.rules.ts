import { type CoverStatus, type Lane, type Stretch, stretchOf, without } from '../../cover/cover.rules.ts';
import {
  addDays,
  daysBetween,
  instantOf,
  isDay,
  minutesOf,
  minutesOfClock,
  mondayOf,
  weekdayOf,
} from '../../time/city-time.rules.ts';

type Span = { readonly startsAt: string; readonly endsAt: string };

export const KINDS = [
  'INTERVIEW',
  'ADVISOR_APPOINTMENT',
  'WORKSHOP',
  'TRAINING_SESSION',
  'IMMERSION',
  'JOB_START',
] as const;
export type Kind = (typeof KINDS)[number];

/** What somebody has typed so far; texts as they stand in their fields. */
export type Draft = {
  readonly kind: Kind;
  readonly title: string;
  readonly day: string;
  readonly from: string;
  readonly to: string;
  readonly travel: string;
  readonly place: string;
  readonly isRemote: boolean;
  readonly repeats: boolean;
  readonly lastDay: string;
  readonly weekdays: readonly number[];
};

/** Four weeks on the weekday of its first day, until somebody says otherwise. */
export const seriesFrom = (day: string): Partial<Draft> =>
  isDay(day) ? { lastDay: addDays(day, 28), weekdays: [weekdayOf(day)] } : {};

/** Tomorrow morning, or on Monday: nobody is asked to come on a Sunday. */
export const newDraft = (today: string): Draft => {
  const tomorrow = addDays(today, 1);
  const day = weekdayOf(tomorrow) > 5 ? addDays(mondayOf(tomorrow), 7) : tomorrow;
  return {
    kind: 'INTERVIEW',
    title: '',
    day,
    from: '10:00',
    to: '11:00',
    travel: '30',
    place: '',
    isRemote: false,
    repeats: false,
    lastDay: addDays(day, 28),
    weekdays: [weekdayOf(day)],
  };
};

/** Whether words would be lost: hours and days are chosen again with a click. */
export const isWritten = ({ title, place }: Draft): boolean => title.trim() !== '' || place.trim() !== '';

/** Remotely nobody travels. */
export const travelOf = ({ isRemote, travel }: Pick<Draft, 'isRemote' | 'travel'>): number =>
  isRemote ? 0 : Number(travel);

/** A forecast counts so much of a way. */
const MOST_TRAVEL_FORESEEN = 180;

/** A milestone lasts so long at most. */
const LONGEST_MINUTES = 14 * 60;

/** Why no forecast can be asked for though all is typed: too long a milestone, or too long a way. */
export const beyondForecast = (draft: Draft): 'LONG' | 'FAR' | undefined => {
  const [from, to] = [minutesOfClock(draft.from), minutesOfClock(draft.to)];
  if (from !== undefined && to !== undefined && to - from > LONGEST_MINUTES) return 'LONG';
  return travelOf(draft) > MOST_TRAVEL_FORESEEN ? 'FAR' : undefined;
};

export type Times = Span & { readonly travelMinutes: number };

/** The hours that a forecast can be asked for; nothing while they are not typed whole. */
export const timesOf = (draft: Draft): Times | undefined => {
  const [from, to] = [minutesOfClock(draft.from), minutesOfClock(draft.to)];
  const travelMinutes = travelOf(draft);
  if (!isDay(draft.day) || from === undefined || to === undefined || to <= from) return undefined;
  if (!Number.isInteger(travelMinutes) || travelMinutes < 0 || beyondForecast(draft)) return undefined;
  return { startsAt: instantOf(draft.day, from), endsAt: instantOf(draft.day, to), travelMinutes };
};

/** What the page itself sees missing before it asks; all else is for the graph to say. */
export type Lack = 'SEEKER' | 'TITLE' | 'DAY' | 'HOURS' | 'TRAVEL' | 'LAST_DAY' | 'WEEKDAYS';

const lackOfSeries = ({ repeats, lastDay, day, weekdays }: Draft): Lack | undefined => {
  if (!repeats) return undefined;
  if (!isDay(lastDay) || lastDay < day) return 'LAST_DAY';
  return weekdays.length === 0 ? 'WEEKDAYS' : undefined;
};

export const lackOf = (draft: Draft, seekerId: string | undefined): Lack | undefined => {
  const [from, to] = [minutesOfClock(draft.from), minutesOfClock(draft.to)];
  if (!seekerId) return 'SEEKER';
  if (draft.title.trim() === '') return 'TITLE';
  if (!isDay(draft.day)) return 'DAY';
  if (from === undefined || to === undefined || to <= from) return 'HOURS';
  if (draft.travel.trim() === '' || !Number.isInteger(travelOf(draft)) || travelOf(draft) < 0)
    return 'TRAVEL';
  return lackOfSeries(draft);
};

const said = ({ kind, title, place, isRemote }: Draft) => ({
  kind,
  title: title.trim(),
  place: place.trim() === '' || isRemote ? null : place.trim(),
  isRemote,
});

type Sent = { readonly id: string; readonly jobSeekerId: string; readonly confirmed: boolean };

export const milestoneOf = (draft: Draft, sent: Sent) => ({
  ...sent,
  ...said(draft),
  startsAt: instantOf(draft.day, minutesOfClock(draft.from) ?? 0),
  endsAt: instantOf(draft.day, minutesOfClock(draft.to) ?? 0),
  travelMinutes: travelOf(draft),
});

export const seriesOf = (draft: Draft, sent: Sent) => ({
  ...sent,
  ...said(draft),
  firstDay: draft.day,
  lastDay: draft.lastDay,
  weekdays: [...draft.weekdays].sort(),
  from: draft.from,
  to: draft.to,
  travelMinutes: travelOf(draft),
});

const LONGEST_SERIES_DAYS = 184;

/** The days on which it comes round. */
export const daysOfSeries = ({ day, lastDay, weekdays }: Draft): readonly string[] => {
  if (!isDay(day) || !isDay(lastDay) || lastDay < day) return [];
  const count = Math.min(daysBetween(day, lastDay) + 1, LONGEST_SERIES_DAYS);
  return Array.from({ length: count }, (_, index) => addDays(day, index)).filter((each) =>
    weekdays.includes(weekdayOf(each)),
  );
};

const DAYS_SHOWN = 14;

/** Two weeks from the Monday of a day on, none of them over. */
export const daysAround = (day: string, today: string) => {
  const monday = mondayOf(isDay(day) && day > today ? day : today);
  return { from: monday < today ? today : monday, to: addDays(monday, DAYS_SHOWN - 1) };
};

export type ForecastDay = {
  readonly date: string;
  readonly status: CoverStatus;
  readonly covered: readonly Span[];
  readonly couldBeCovered: readonly Span[];
};

/** The hours that a forecast of days looks at. */
export const DAY_AXIS: Stretch = { from: 7 * 60, to: 20 * 60 };

/** The hours that are needed, both ways included. */
export const hoursNeeded = (draft: Draft): Stretch | undefined => {
  const times = timesOf(draft);
  if (!times) return undefined;
  const { startsAt, endsAt, travelMinutes } = times;
  return { from: minutesOf(startsAt) - travelMinutes, to: minutesOf(endsAt) + travelMinutes };
};

/** How wanted hours stand on a day. */
export type Fit = 'not-needed' | 'unknown' | 'beyond' | 'covered' | 'possible' | 'lacking';

export const fitOf = (day: ForecastDay, hours: Stretch): Fit => {
  if (day.status === 'NOT_NEEDED') return 'not-needed';
  if (day.status === 'UNKNOWN') return 'unknown';
  if (hours.from < DAY_AXIS.from || hours.to > DAY_AXIS.to) return 'beyond';
  const covered = day.covered.map(stretchOf);
  if (without(hours, covered).length === 0) return 'covered';
  const either = [...covered, ...day.couldBeCovered.map(stretchOf)];
  return without(hours, either).length === 0 ? 'possible' : 'lacking';
};

type Forecast = {
  readonly status: CoverStatus;
  readonly couldBeCovered: boolean;
  readonly neededFrom: string;
  readonly neededTo: string;
  readonly children: readonly {
    readonly firstName: string | null;
    readonly status: CoverStatus;
    readonly missing: readonly Span[];
    readonly couldBeBooked: readonly Span[];
  }[];
};

/** One lane for each child who needs care: looked after, could be booked, missing, or not known. */
export const lanesOfForecast = (
  { neededFrom, neededTo, children }: Forecast,
  nameless: string,
): readonly Lane[] => {
  const needed = stretchOf({ startsAt: neededFrom, endsAt: neededTo });
  return children.map(({ firstName, status, missing, couldBeBooked }, index) => {
    const lacking = missing.map(stretchOf);
    const possible = couldBeBooked.map(stretchOf);
    const isUnknown = status === 'UNKNOWN';
    return {
      childId: `${index} ${firstName ?? ''}`,
      name: firstName ?? nameless,
      status,
      cared: without(needed, lacking),
      missing: isUnknown ? [] : lacking.flatMap((each) => without(each, possible)),
      unknown: isUnknown ? lacking : [],
      possible: isUnknown ? [] : possible,
    };
  });
};

/** What it comes to, before anything is saved. */
export type Verdict = 'covered' | 'not-needed' | 'unknown' | 'possible' | 'lacking';

const verdicts: Readonly<Partial<Record<CoverStatus, Verdict>>> = {
  COVERED: 'covered',
  NOT_NEEDED: 'not-needed',
  UNKNOWN: 'unknown',
};

export const verdictOf = ({ status, couldBeCovered }: Forecast): Verdict =>
  verdicts[status] ?? (couldBeCovered ? 'possible' : 'lacking');

const MOST_TRIES = 10;

/** The agency of care hears of a milestone a moment after it was planned: it is asked again for some seconds, and not for ever. */
export const coverTurn = (
  is: 'known' | 'none' | 'not-shared' | 'away',
  tries: number,
): 'show' | 'wait' | 'give-up' | 'absent' => {
  if (is === 'known') return 'show';
  if (is !== 'none') return 'absent';
  return tries < MOST_TRIES ? 'wait' : 'give-up';
};

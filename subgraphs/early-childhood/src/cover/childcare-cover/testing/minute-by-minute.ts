import { Temporal } from 'temporal-polyfill';

/** Cover told the slow way, one minute after the other, to compare the database's answer with. */
export type Stretch = { readonly startsAt: Date; readonly endsAt: Date };
export type WeeklyCase = {
  readonly kind: string;
  readonly weekday: number;
  readonly from: Temporal.PlainTime;
  readonly to: Temporal.PlainTime;
  readonly startsOn: Temporal.PlainDate;
  readonly endsOn: Temporal.PlainDate;
};
export type ChildCase = {
  readonly id: string;
  readonly birthDate: Temporal.PlainDate | null;
  /** Where it is not born: it is looked at as if it were, on that day. */
  readonly expectedDate: Temporal.PlainDate;
  /** First day without the child. */
  readonly leftOn?: Temporal.PlainDate | null;
  readonly isShared: boolean;
  readonly residence: readonly (Stretch & { readonly familyId: string })[];
  readonly bookings: readonly (Stretch & { readonly status: string })[];
  readonly dated: readonly Stretch[];
  readonly weekly: readonly WeeklyCase[];
};
export type MilestoneCase = Stretch & {
  readonly familyId: string;
  readonly travelMinutes: number;
  readonly children: readonly ChildCase[];
};
export type IsSchoolDay = (day: Temporal.PlainDate) => boolean;

const CITY = 'Europe/Paris';
const MINUTE = 60_000;
const COUNTING = ['CONFIRMED', 'ATTENDED', 'ABSENT'];
const WORST_FIRST = ['UNCOVERED', 'UNKNOWN', 'PARTIAL', 'COVERED'];

const dayAt = (instant: number): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(CITY).toPlainDate();

const holds = ({ startsAt, endsAt }: Stretch, minute: number): boolean =>
  startsAt.getTime() <= minute && minute < endsAt.getTime();

const at = (day: Temporal.PlainDate, plainTime: Temporal.PlainTime): Date =>
  new Date(day.toZonedDateTime({ timeZone: CITY, plainTime }).epochMilliseconds);

/** A weekly arrangement in the days around a milestone. */
const occurrences = (
  weekly: WeeklyCase,
  milestoneDay: Temporal.PlainDate,
  isSchoolDay: IsSchoolDay,
): Stretch[] =>
  [-2, -1, 0, 1, 2]
    .map((days) => milestoneDay.add({ days }))
    .filter((day) => day.dayOfWeek === weekly.weekday)
    .filter(
      (day) => day.toString() >= weekly.startsOn.toString() && day.toString() <= weekly.endsOn.toString(),
    )
    .filter((day) => weekly.kind !== 'SCHOOL' || isSchoolDay(day))
    .map((day) => ({ startsAt: at(day, weekly.from), endsAt: at(day, weekly.to) }));

const isOfAge = ({ birthDate, expectedDate }: ChildCase, day: Temporal.PlainDate): boolean => {
  const since = birthDate ?? expectedDate;
  return (
    Temporal.PlainDate.compare(since, day) <= 0 &&
    Temporal.PlainDate.compare(day, since.add({ years: 6 })) < 0
  );
};

const isStillThere = ({ leftOn }: ChildCase, day: Temporal.PlainDate): boolean =>
  !leftOn || Temporal.PlainDate.compare(day, leftOn) < 0;

/** Minutes in a row become one stretch. */
const stretchesOf = (minutes: readonly number[]): Stretch[] => {
  const starts = minutes.filter((minute, index) => minutes[index - 1] !== minute - MINUTE);
  const ends = minutes.filter((minute, index) => minutes[index + 1] !== minute + MINUTE);
  return starts.map((start, index) => ({
    startsAt: new Date(start),
    endsAt: new Date((ends[index] ?? start) + MINUTE),
  }));
};

const statusOf = (isUnknown: boolean, gaps: number, wanted: number): string => {
  if (isUnknown) return 'UNKNOWN';
  if (gaps === 0) return 'COVERED';
  return gaps === wanted ? 'UNCOVERED' : 'PARTIAL';
};

export const coverByMinute = (milestone: MilestoneCase, isSchoolDay: IsSchoolDay) => {
  const { familyId, startsAt, endsAt, travelMinutes } = milestone;
  const day = dayAt(startsAt.getTime());
  const from = startsAt.getTime() - travelMinutes * MINUTE;
  const length = (endsAt.getTime() - startsAt.getTime()) / MINUTE + 2 * travelMinutes;
  const needed = Array.from({ length }, (_, index) => from + index * MINUTE);

  const ofChild = (child: ChildCase) => {
    const { isShared, residence, bookings, dated, weekly } = child;
    const isPlanned = (minute: number) => residence.some((period) => holds(period, minute));
    const isElsewhere = (minute: number) =>
      residence.some((period) => period.familyId !== familyId && holds(period, minute));
    const stays = [
      ...bookings.filter(({ status }) => COUNTING.includes(status)),
      ...dated,
      ...weekly.flatMap((arrangement) => occurrences(arrangement, day, isSchoolDay)),
    ];
    const wanted = isShared ? needed.filter((minute) => !isElsewhere(minute)) : needed;
    const gaps = wanted.filter((minute) => !stays.some((stay) => holds(stay, minute)));
    const isUnknown = isShared && !needed.every(isPlanned);
    return {
      childId: child.id,
      isWanted: wanted.length > 0,
      status: statusOf(isUnknown, gaps.length, wanted.length),
      gaps: stretchesOf(gaps),
    };
  };

  const children = milestone.children
    .filter((child) => isOfAge(child, day) && isStillThere(child, day))
    .map(ofChild)
    .filter(({ isWanted }) => isWanted);
  const status = WORST_FIRST.find((each) => children.some((child) => child.status === each)) ?? 'NOT_NEEDED';
  return { status, children };
};

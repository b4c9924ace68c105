import { addDays, instantOf, isDay, minutesOfClock, timeOf } from '../../time/city-time.rules.ts';
import { isInOrder } from '../../time/week.rules.ts';

type Corner = readonly number[];

type District = {
  readonly id: string;
  readonly outline: { readonly coordinates: readonly (readonly Corner[])[] } | null;
};

type Centre = {
  readonly id: string;
  readonly position: { readonly latitude: number; readonly longitude: number };
};

export type CityMap = {
  readonly width: number;
  readonly height: number;
  readonly districts: readonly { readonly id: string; readonly path: string }[];
  readonly centres: readonly { readonly id: string; readonly x: number; readonly y: number }[];
};

const WIDTH = 600;
const MARGIN = 12;
const RADIANS = Math.PI / 180;
const ringsOf = ({ outline }: District): readonly (readonly Corner[])[] => outline?.coordinates ?? [];

/** Degrees as places on the sheet: a city is small enough for it to be flat. */
const sheetOf = (corners: readonly Corner[]) => {
  const east = corners.map(([longitude = 0]) => longitude);
  const north = corners.map(([, latitude = 0]) => latitude);
  const [west, south, top] = [Math.min(...east), Math.min(...north), Math.max(...north)];
  const flat = Math.cos(((south + top) / 2) * RADIANS);
  const scale = (WIDTH - 2 * MARGIN) / ((Math.max(...east) - west) * flat || 1);
  const place = (longitude: number, latitude: number) => ({
    x: Math.round(MARGIN + (longitude - west) * flat * scale),
    y: Math.round(MARGIN + (top - latitude) * scale),
  });
  return { place, height: Math.round((top - south) * scale + 2 * MARGIN) };
};

/** The city on a sheet: its districts where their borders are known, and its centres; nothing while no border is. */
export const mapOf = (districts: readonly District[], centres: readonly Centre[]): CityMap | undefined => {
  const corners = districts.flatMap((district) => ringsOf(district).flat());
  if (corners.length === 0) return undefined;
  const { place, height } = sheetOf(corners);
  const pathOf = (ring: readonly Corner[]): string =>
    `M${ring
      .map(([longitude = 0, latitude = 0]) => {
        const { x, y } = place(longitude, latitude);
        return `${x} ${y}`;
      })
      .join('L')}Z`;
  return {
    width: WIDTH,
    height,
    districts: districts.map((district) => ({
      id: district.id,
      path: ringsOf(district).map(pathOf).join(''),
    })),
    centres: centres.map(({ id, position }) => ({ id, ...place(position.longitude, position.latitude) })),
  };
};

export type Day = {
  readonly date: string;
  readonly closureReason: string | null;
  readonly peakChildren: number;
  readonly places: number;
  readonly openHours: number;
};

/** Of a day: closed, no place at its fullest moment, one or two, or more. */
export type Room = 'closed' | 'full' | 'tight' | 'free';

const FEW = 2;

export const roomOf = ({ peakChildren, places, openHours }: Day): Room => {
  if (openHours === 0) return 'closed';
  const left = places - peakChildren;
  if (left <= 0) return 'full';
  return left > FEW ? 'free' : 'tight';
};

/** The days of a week on which some centre is open: nobody looks at seven columns for the sake of a Sunday. */
export const openDays = (weeks: readonly (readonly Day[])[]): readonly string[] => {
  const open = new Set(
    weeks.flatMap((days) => days.filter((day) => roomOf(day) !== 'closed').map(({ date }) => date)),
  );
  return [...open].sort();
};

type HalfHour = {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly freePlaces: number;
  readonly freeEmergencyPlaces: number;
};

export type Freed = 'WEEK' | 'DAY';

const HALF_YEAR_DAYS = 182;
const WORKDAYS = [1, 2, 3, 4, 5];

/** The place whose use is asked about: for half a year on the workdays of each week, or for that day; as long as the centre is open. */
export const freedPlace = (freed: Freed, date: string, halfHours: readonly HalfHour[]) => {
  const [first, last] = [halfHours[0], halfHours.at(-1)];
  if (!first || !last) return undefined;
  const { startsAt } = first;
  const { endsAt } = last;
  if (freed === 'DAY') return { stretch: { startsAt, endsAt } };
  const hours = { from: timeOf(startsAt), to: timeOf(endsAt) };
  const lines = WORKDAYS.map((weekday) => ({ weekday, ...hours }));
  return { week: { firstDay: date, lastDay: addDays(date, HALF_YEAR_DAYS), lines } };
};

export type Wanted = {
  readonly day: string;
  readonly from: string;
  readonly to: string;
  /** In months; nothing for any age. */
  readonly age: string;
};

const AGE = /^\d{1,2}$/;

export type Lack = 'DAY' | 'HOURS' | 'AGE';

export const lackOf = ({ day, from, to, age }: Wanted): Lack | undefined => {
  if (!isDay(day)) return 'DAY';
  if (!isInOrder({ from, to })) return 'HOURS';
  return age.trim() === '' || AGE.test(age.trim()) ? undefined : 'AGE';
};

export const wantedVariables = (
  { day, from, to, age }: Wanted,
  districtId: string | undefined,
  after: string | undefined,
) => ({
  from: instantOf(day, minutesOfClock(from) ?? 0),
  to: instantOf(day, minutesOfClock(to) ?? 0),
  ...(age.trim() !== '' && { ageMonths: Number(age) }),
  ...(districtId && { districtId }),
  ...(after && { after }),
});

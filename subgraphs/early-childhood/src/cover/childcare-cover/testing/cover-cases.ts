import { newId } from '@relais/platform/ids.ts';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { ChildCase, MilestoneCase, WeeklyCase } from './minute-by-minute.ts';

/** A milestone of a random family, with all that decides its cover. */
export type CoverCase = MilestoneCase & { readonly id: string; readonly otherFamilyId: string };

const CITY = 'Europe/Paris';
const MINUTE = 60_000;
const HALF_HOUR = 30 * MINUTE;
const day = (text: string) => Temporal.PlainDate.from(text);

/** The nights when clocks change, the days around them, the edges of school, and an ordinary day. */
const days = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('2026-03-29', '2026-10-25', '2027-03-28').map(day) },
  { weight: 2, arbitrary: fc.constantFrom('2026-03-28', '2026-03-30', '2026-10-24', '2026-10-26').map(day) },
  { weight: 2, arbitrary: fc.constantFrom('2025-11-11', '2026-02-13', '2026-02-14', '2026-03-02').map(day) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 300 }).map((days) => day('2026-01-05').add({ days })) },
);

/** When clocks change, between 2 and 3 at night, and around. */
const smallHours = fc.oneof(
  fc.integer({ min: 0, max: 4 * 60 }),
  fc.integer({ min: 2 * 60, max: 3 * 60 }),
  fc.constantFrom(60, 120, 150, 180, 240),
);
const minutesOfDay = fc.integer({ min: 0, max: 22 * 60 });

const startOf = (date: Temporal.PlainDate): number => date.toZonedDateTime(CITY).epochMilliseconds;
const within = (from: number, to: number) => ({ startsAt: new Date(from), endsAt: new Date(to) });

type Moment = ReturnType<typeof within> & {
  readonly travelMinutes: number;
  readonly date: Temporal.PlainDate;
};

/** Any minutes of one local day, often those of the small hours. */
const moments: fc.Arbitrary<Moment> = fc
  .record({
    date: days,
    start: fc.oneof(smallHours, minutesOfDay),
    minutes: fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 14 * 60 })),
    travelMinutes: fc.constantFrom(0, 0, 1, 25, 60, 240),
  })
  .map(({ date, start, minutes, travelMinutes }) => {
    const from = startOf(date) + start * MINUTE;
    const to = Math.min(from + minutes * MINUTE, startOf(date.add({ days: 1 })));
    return { date, travelMinutes, ...within(from, to) };
  });

type Pieces = {
  readonly steps: readonly { readonly pause: number; readonly length: number }[];
  readonly unit: number;
};

const pieces = (unit: number): fc.Arbitrary<Pieces> =>
  fc
    .array(fc.record({ pause: fc.integer({ min: 0, max: 6 }), length: fc.integer({ min: 1, max: 12 }) }), {
      maxLength: 6,
    })
    .map((steps) => ({ steps, unit }));

/** Stretches one after the other, touching or with pauses, from a moment on. */
const inARow = (from: number, { steps, unit }: Pieces) => {
  let reached = from;
  return steps.map(({ pause, length }) => {
    const start = reached + pause * unit;
    reached = start + length * unit;
    return within(start, reached);
  });
};

const floorTo = (unit: number, instant: number): number => Math.floor(instant / unit) * unit;
const statuses = fc.constantFrom('CONFIRMED', 'CONFIRMED', 'ATTENDED', 'ABSENT', 'HELD', 'CANCELLED');

const weekly = (date: Temporal.PlainDate): fc.Arbitrary<WeeklyCase> =>
  fc
    .record({
      kind: fc.constantFrom('FAMILY', 'SCHOOL'),
      days: fc.constantFrom(0, 0, 0, -1, 1),
      minutes: fc.uniqueArray(fc.oneof(smallHours, minutesOfDay), { minLength: 2, maxLength: 2 }),
      before: fc.integer({ min: -1, max: 10 }),
      after: fc.integer({ min: 1, max: 10 }),
    })
    .map(({ kind, days, minutes, before, after }) => {
      const [from = 0, to = 0] = minutes.toSorted((one, other) => one - other);
      const midnight = Temporal.PlainTime.from('00:00');
      return {
        kind,
        weekday: date.add({ days }).dayOfWeek,
        from: midnight.add({ minutes: from }),
        to: midnight.add({ minutes: to }),
        startsOn: date.subtract({ days: before }),
        endsOn: date.add({ days: after }),
      };
    });

const birthDates = (date: Temporal.PlainDate) =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constant(date.subtract({ years: 2 })) },
    {
      weight: 3,
      arbitrary: fc.integer({ min: -1, max: 1 }).map((days) => date.subtract({ years: 6 }).add({ days })),
    },
    { weight: 2, arbitrary: fc.integer({ min: -1, max: 1 }).map((days) => date.add({ days })) },
    { weight: 1, arbitrary: fc.constant(null) },
  );

const child = ({ date, startsAt }: Moment, families: readonly [string, string]): fc.Arbitrary<ChildCase> =>
  fc
    .record({
      birthDate: birthDates(date),
      expectedDate: fc
        .oneof(fc.integer({ min: -1, max: 1 }), fc.integer({ min: -60, max: 60 }))
        .map((days) => date.add({ days })),
      isShared: fc.constantFrom(false, false, true),
      residence: fc.oneof(
        fc.constant<Pieces>({ steps: [{ pause: 0, length: 12 }], unit: 12 * HALF_HOUR }),
        pieces(HALF_HOUR),
      ),
      firstIsHere: fc.boolean(),
      booked: fc.oneof(fc.constant<Pieces>({ steps: [], unit: HALF_HOUR }), pieces(HALF_HOUR)),
      statuses: fc.array(statuses, { minLength: 6, maxLength: 6 }),
      dated: fc.oneof(fc.constant<Pieces>({ steps: [], unit: MINUTE }), pieces(MINUTE)),
      weekly: fc.array(weekly(date), { maxLength: 3 }),
    })
    .map(({ residence, firstIsHere, booked, statuses: states, dated, isShared, ...facts }) => {
      const from = startsAt.getTime();
      const periods = isShared ? inARow(floorTo(HALF_HOUR, from) - 10 * HALF_HOUR, residence) : [];
      return {
        ...facts,
        id: newId(),
        isShared,
        residence: periods.map((period, index) => ({
          ...period,
          familyId: families[(index + Number(firstIsHere)) % 2] ?? families[0],
        })),
        bookings: inARow(floorTo(HALF_HOUR, from) - 2 * HALF_HOUR, booked).map((stay, index) => ({
          ...stay,
          status: states[index] ?? 'CONFIRMED',
        })),
        dated: inARow(from - 10 * MINUTE, dated),
      };
    });

export const coverCases: fc.Arbitrary<CoverCase> = moments.chain((moment) => {
  const families = [newId(), newId()] as const;
  return fc.array(child(moment, families), { maxLength: 3 }).map((children) => {
    const { startsAt, endsAt, travelMinutes } = moment;
    const [familyId, otherFamilyId] = families;
    return { id: newId(), familyId, otherFamilyId, startsAt, endsAt, travelMinutes, children };
  });
});

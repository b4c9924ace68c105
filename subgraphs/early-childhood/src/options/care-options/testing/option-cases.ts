import { addMinutes, instantAt } from '@relais/platform/time/civil-time.ts';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { CareKind } from '../../../centres/centres/care-kind.ts';

const kinds = fc.constantFrom(...Object.values(CareKind));
const facilities = ['MEALS', 'GARDEN'] as const;

const HOURS = [
  ['07:30', '18:30'],
  ['07:30', '18:30'],
  ['07:00', '19:00'],
  ['08:00', '12:30'],
  ['13:00', '18:00'],
] as const;

const sections = fc.record({
  minAgeMonths: fc.constantFrom(0, 0, 0, 2, 18),
  maxAgeMonths: fc.constantFrom(24, 36, 72, 72, 72, 72),
  places: fc.integer({ min: 1, max: 3 }),
});

const centres = fc.record({
  authorisedPlaces: fc.integer({ min: 1, max: 4 }),
  hours: fc.constantFrom(...HOURS),
  careKinds: fc.oneof(
    { weight: 5, arbitrary: fc.constant(Object.values(CareKind)) },
    { weight: 1, arbitrary: fc.uniqueArray(kinds, { minLength: 1 }) },
  ),
  facilities: fc.subarray([...facilities]),
  isClosed: fc.constantFrom(false, false, false, false, false, true),
  /** It became what is drawn on the day of the need; before, it was open at no hour and took nobody. */
  isDated: fc.constantFrom(false, true),
  /** Hours in which one place fewer is authorised. */
  fewer: fc.constantFrom(null, null, ['08:00', '10:00'] as const, ['16:00', '17:30'] as const),
  /** Hours in which a place of its first section is kept for emergencies. */
  kept: fc.constantFrom(null, null, ['08:00', '13:00'] as const, ['16:30', '17:30'] as const),
  sections: fc.array(sections, { minLength: 1, maxLength: 2 }),
});

/** Half-hours of a day from 06:00 on. */
const stretches = (longest: number) =>
  fc.record({ start: fc.integer({ min: 2, max: 20 }), length: fc.integer({ min: 1, max: longest }) });

export type StretchCase = { readonly start: number; readonly length: number };

/** A need in a small city of its own, where some places are taken. */
export const optionCases = fc.record({
  /** From the day after the one on which it is asked; the clocks change on the 7th. */
  day: fc.integer({ min: 1, max: 14 }).map((days) => Temporal.PlainDate.from('2026-03-22').add({ days })),
  centres: fc.array(centres, { minLength: 2, maxLength: 3 }),
  taken: fc.array(
    fc.record({ place: fc.nat(), kind: fc.constantFrom('SHORT_TERM', 'EMERGENCY'), stretch: stretches(12) }),
    { maxLength: 6 },
  ),
  ageDays: fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 80, max: 1_000 }) },
    { weight: 1, arbitrary: fc.integer({ min: 60, max: 2_300 }) },
  ),
  isBusy: fc.constantFrom(false, false, false, true),
  busy: stretches(6),
  kind: kinds,
  need: stretches(8),
  facilities: fc.constantFrom([], [], [], [], [], facilities.slice(0, 1)),
});
export type OptionCase = typeof optionCases extends fc.Arbitrary<infer Case> ? Case : never;

const HALF_HOUR_MINUTES = 30;

export const periodOn = (day: Temporal.PlainDate, { start, length }: StretchCase) => {
  const startsAt = addMinutes(instantAt(day, '06:00'), start * HALF_HOUR_MINUTES);
  return { startsAt, endsAt: addMinutes(startsAt, length * HALF_HOUR_MINUTES) };
};

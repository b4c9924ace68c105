import { describe, expect, it } from '@jest/globals';
import type { Period } from '@relais/platform/time/periods.rules.ts';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  isCentreFull,
  isSectionFull,
  placesWithEmergencies,
  type Stay,
} from '../../care/bookings/places.rules.ts';
import { occupancyDuring } from './centre-day.rules.ts';

describe('places kept for emergencies', () => {
  const MIDNIGHT = new Date('2026-03-17T00:00:00+01:00').getTime();
  const HALF_HOUR = 1_800_000;
  /** Half-hours of a Tuesday. */
  const spans = fc
    .tuple(fc.integer({ min: 16, max: 23 }), fc.integer({ min: 1, max: 6 }))
    .map(([from, length]) => ({ from, to: from + length }));
  const sections = fc.constantFrom('a', 'b');
  const stays = fc.record({ span: spans, sectionId: sections, isEmergency: fc.boolean() });
  const lines = fc.record({ span: spans, sectionId: sections, places: fc.integer({ min: 1, max: 2 }) });
  const cases = fc.record({
    care: stays,
    booked: fc.array(stays, { maxLength: 6 }),
    kept: fc.array(lines, { maxLength: 2 }),
    sectionPlaces: fc.integer({ min: 1, max: 4 }),
    authorisedPlaces: fc.integer({ min: 1, max: 6 }),
  });
  type Case = typeof cases extends fc.Arbitrary<infer Each> ? Each : never;
  type Span = Case['care']['span'];

  const at = (halfHour: number) => new Date(MIDNIGHT + halfHour * HALF_HOUR);
  const timeAt = (halfHour: number) => Temporal.PlainTime.from('00:00').add({ minutes: 30 * halfHour });
  const periodOf = ({ from, to }: Span): Period => ({ startsAt: at(from), endsAt: at(to) });
  const stayOf = ({ span, sectionId, isEmergency }: Case['care']): Stay => ({
    ...periodOf(span),
    ...{ sectionId, childId: '', kind: isEmergency ? 'EMERGENCY' : 'FLEXIBLE' },
  });
  const factsOf = ({ care, booked, kept, sectionPlaces, authorisedPlaces }: Case) => ({
    care: stayOf(care),
    section: { id: care.sectionId, places: sectionPlaces },
    centre: {
      authorisedPlaces,
      emergencyPlaces: kept.map(({ span, sectionId, places }) => ({
        ...{ weekday: 2, from: timeAt(span.from), to: timeAt(span.to), sectionId, places },
      })),
    },
    othersInCentre: booked.map(stayOf),
  });
  const halfHoursOf = ({ from, to }: Span) => Array.from({ length: to - from }, (_, index) => from + index);
  const isIn = (halfHour: number, { from, to }: Span) => from <= halfHour && halfHour < to;

  /** Said in words: half-hour by half-hour, what is left of the section, and of the centre. */
  const leftAt = (halfHour: number, { care, booked, kept, sectionPlaces, authorisedPlaces }: Case) => {
    const then = booked.filter(({ span }) => isIn(halfHour, span));
    const planned = then.filter(({ isEmergency }) => !isEmergency);
    const keptThen = kept.filter(({ span }) => isIn(halfHour, span));
    const sum = (some: typeof keptThen) => some.reduce((all, { places }) => all + places, 0);
    const here = (each: { sectionId: string }) => each.sectionId === care.sectionId;
    return {
      ofSection: sectionPlaces - planned.filter(here).length - sum(keptThen.filter(here)),
      ofCentre: authorisedPlaces - planned.length - sum(keptThen),
      ofAll: placesWithEmergencies(authorisedPlaces) - then.length,
    };
  };

  it('are not taken by planned care, and by an emergency as if none were kept; what is shown free can be booked', () => {
    fc.assert(
      fc.property(cases, (each) => {
        const facts = factsOf(each);
        const left = halfHoursOf(each.care.span).map((halfHour) => leftAt(halfHour, each));
        const { isEmergency } = each.care;
        expect(isSectionFull(facts)).toBe(!isEmergency && left.some(({ ofSection }) => ofSection <= 0));
        expect(isCentreFull(facts)).toBe(
          left.some(({ ofAll, ofCentre }) => ofAll <= 0 || (!isEmergency && ofCentre <= 0)),
        );
        const shown = { status: 'CONFIRMED' } as const;
        const halfHour = { from: each.care.span.from, to: each.care.span.from + 1 };
        const dayStays = facts.othersInCentre.map((stay) => ({ ...stay, ...shown }));
        const first = leftAt(halfHour.from, each);
        expect(occupancyDuring(periodOf(halfHour), { ...facts, stays: dayStays })).toMatchObject({
          freePlaces: Math.max(0, Math.min(first.ofSection, first.ofCentre, first.ofAll)),
          freeEmergencyPlaces: Math.max(0, first.ofAll),
        });
      }),
      { numRuns: 500 },
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import {
  authorisedDuring,
  type CentreTerms,
  centreOn,
  fewestAuthorised,
  isThereOn,
  keptForEmergencies,
  placeOn,
  termsOn,
} from './centre-terms.rules.ts';
import { onWorkingDays } from './weekly-hours.builder.ts';

const day = Temporal.PlainDate.from;

const terms = (from: string, facts: Partial<CentreTerms> = {}): CentreTerms => ({
  from,
  kind: 'CRECHE',
  authorisedPlaces: 30,
  placesByHour: [],
  openingHours: [{ weekday: 2, from: '08:00', to: '12:00' }],
  facilities: [],
  careKinds: ['SHORT_TERM'],
  isAvip: true,
  sections: [{ id: 'a', name: 'Les petits', minAgeMonths: 2, maxAgeMonths: 18, places: 12, staff: null }],
  ...facts,
});

const centre = {
  kind: 'MULTI_PURPOSE' as const,
  authorisedPlaces: 20,
  placesByHour: [],
  emergencyPlaces: [],
  openingHours: onWorkingDays('08:00', '18:00'),
  facilities: [],
  careKinds: ['EMERGENCY' as const],
  isAvip: false,
  terms: [terms('0001-01-01', { authorisedPlaces: 20 }), terms('2026-03-16')],
};
const never = { ...centre, terms: [] };

const section = { id: 'a', minAgeMonths: 2, maxAgeMonths: 36, places: 20 };
const other = { ...section, id: 'b' };

describe('what a centre is on a day', () => {
  it('is the last of its terms that has begun; its records say it where nothing was ever changed', () => {
    expect(termsOn(centre.terms, day('2026-03-15'))?.authorisedPlaces).toBe(20);
    expect(termsOn(centre.terms, day('2026-03-16'))?.authorisedPlaces).toBe(30);
    expect(termsOn([], day('2026-03-16'))).toBeNull();
    expect(centreOn(never, day('2026-03-16'))).toBe(never);
    const held = centreOn(centre, day('2026-03-16'));
    expect(held).toMatchObject({ kind: 'CRECHE', authorisedPlaces: 30, isAvip: true });
    expect(held.emergencyPlaces).toEqual([]);
    expect(held.openingHours.map(({ from, to }) => `${from} ${to}`)).toEqual(['08:00:00 12:00:00']);
  });

  it('gives a section its places and ages then; one that is not there has no place and is open at no hour', () => {
    expect(placeOn({ centre: never, section }, day('2026-03-16'))).toEqual({ centre: never, section });
    const place = placeOn({ centre, section }, day('2026-03-16'));
    expect(place.section).toMatchObject({ maxAgeMonths: 18, places: 12 });
    const gone = placeOn({ centre, section: other }, day('2026-03-16'));
    expect([gone.section.places, gone.centre.openingHours]).toEqual([0, []]);
    expect(isThereOn(centre.terms, 'a', day('2026-03-16'))).toBe(true);
    expect(isThereOn(centre.terms, 'b', day('2026-03-16'))).toBe(false);
    expect(isThereOn([], 'b', day('2026-03-16'))).toBe(true);
  });
});

describe('the authorised places of a stretch', () => {
  const early = Temporal.PlainTime.from('08:00');
  const hourly = {
    authorisedPlaces: 20,
    placesByHour: [{ weekday: 2, from: early, to: Temporal.PlainTime.from('09:00'), places: 8 }],
  };
  const at = (from: string, to: string) => ({
    startsAt: new Date(`2026-03-17T${from}:00+01:00`),
    endsAt: new Date(`2026-03-17T${to}:00+01:00`),
  });
  const tuesday = day('2026-03-17');

  it('are the same all through unless hours say otherwise', () => {
    const stretch = at('08:30', '10:00');
    expect(authorisedDuring({ authorisedPlaces: 20 }, stretch, tuesday)).toEqual([
      { ...stretch, places: 20 },
    ]);
    expect(authorisedDuring(hourly, stretch, tuesday)).toEqual([
      { ...at('08:30', '09:00'), places: 8 },
      { ...at('09:00', '10:00'), places: 20 },
    ]);
    expect(fewestAuthorised(hourly, stretch, tuesday)).toBe(8);
    expect(fewestAuthorised(hourly, at('09:00', '10:00'), tuesday)).toBe(20);
    expect(fewestAuthorised(hourly, stretch, day('2026-03-18'))).toBe(20);
  });

  it('are taken by nobody in a section that keeps some for emergencies, in its hours', () => {
    const emergencyPlaces = [{ weekday: 2, from: '08:00', to: '09:00', sectionId: 'a', places: 2 }];
    const kept = centreOn({ ...centre, terms: [terms('0001-01-01', { emergencyPlaces })] }, tuesday);
    const taken = { ...at('08:30', '09:00'), sectionId: 'a' };

    expect(keptForEmergencies(kept, at('08:30', '10:00'), tuesday)).toEqual([taken, taken]);
    expect(keptForEmergencies(kept, at('09:00', '10:00'), tuesday)).toEqual([]);
    expect(keptForEmergencies(kept, at('08:30', '10:00'), day('2026-03-18'))).toEqual([]);
    expect(keptForEmergencies({}, at('08:30', '10:00'), tuesday)).toEqual([]);
  });
});

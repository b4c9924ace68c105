import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import type { CentreTerms } from '../../centres/centres/centre-terms.rules.ts';
import { centresAllThrough, centresOn } from './dated-centres.rules.ts';
import { centreWith, sectionWith } from './testing/option-facts.ts';

const day = Temporal.PlainDate.from;
const days = (startsOn: string, endsOn: string) => ({ startsOn: day(startsOn), endsOn: day(endsOn) });

const section = {
  id: 'section',
  name: 'Les grands',
  minAgeMonths: 2,
  maxAgeMonths: 72,
  places: 10,
  staff: null,
};
const terms = (from: string, facts: Partial<CentreTerms> = {}): CentreTerms => ({
  from,
  kind: 'MULTI_PURPOSE',
  authorisedPlaces: 10,
  placesByHour: [],
  openingHours: [{ weekday: 2, from: '08:00', to: '18:00' }],
  facilities: ['MEALS', 'GARDEN'],
  careKinds: ['LONG_TERM', 'SHORT_TERM'],
  isAvip: false,
  sections: [section, { ...section, id: 'other' }],
  ...facts,
});

const before = terms('0001-01-01');
const after = terms('2026-03-16', {
  openingHours: [
    { weekday: 2, from: '09:00', to: '19:00' },
    { weekday: 3, from: '09:00', to: '12:00' },
  ],
  facilities: ['GARDEN'],
  careKinds: ['SHORT_TERM'],
  sections: [{ ...section, minAgeMonths: 6, maxAgeMonths: 36, places: 4 }],
});
const dated = centreWith({
  sections: [sectionWith(), sectionWith({ id: 'other' })],
  terms: [before, after],
});

describe('centres whose terms are dated', () => {
  it('are what they are on the day of a need; the others are the same records', () => {
    const others = [centreWith()];
    expect(centresOn(others, day('2026-03-17'))).toBe(others);
    const [then, plain] = centresOn([dated, centreWith({ id: 'plain' })], day('2026-03-17'));
    expect(then).toMatchObject({ facilities: ['GARDEN'], careKinds: ['SHORT_TERM'] });
    expect(then?.sections.map(({ id, places }) => [id, places])).toEqual([['section', 4]]);
    expect(plain).toEqual(centreWith({ id: 'plain' }));
    expect(centresOn([dated], day('2026-03-10'))[0]?.sections).toHaveLength(2);
  });

  it('must suit a need over months all through: hours, kinds, facilities and ages that hold before and after', () => {
    const others = [centreWith()];
    expect(centresAllThrough(others, days('2026-03-02', '2026-06-30'))).toBe(others);
    const [all] = centresAllThrough([dated], days('2026-03-02', '2026-06-30'));
    expect(all).toMatchObject({
      openingHours: [{ weekday: 2, from: '09:00', to: '18:00' }],
      facilities: ['GARDEN'],
      careKinds: ['SHORT_TERM'],
    });
    expect(
      all?.sections.map(({ id, minAgeMonths, maxAgeMonths }) => [id, minAgeMonths, maxAgeMonths]),
    ).toEqual([['section', 6, 36]]);
    const [first] = centresAllThrough([dated], days('2026-03-02', '2026-03-15'));
    expect(first?.openingHours).toEqual(before.openingHours);
    const plain = centreWith({ id: 'plain' });
    expect(centresAllThrough([dated, plain], days('2026-03-02', '2026-06-30'))[1]).toEqual(plain);
  });
});

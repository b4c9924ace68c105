import { describe, expect, it } from '@jest/globals';
import { recount, type StoredBooking } from './capacity-sweep.ts';
import { city, late, opening, stored } from './testing/made-up.ts';

const children = (count: number, facts: Partial<StoredBooking> = {}): StoredBooking[] =>
  Array.from({ length: count }, (_, index) =>
    stored({ id: `${index}`, childId: `child ${index}`, sectionId: 'large', ...facts }),
  );

describe('the recount', () => {
  it('finds places as full as they may be, and nothing wrong with it', () => {
    const full = recount(city, [stored(), ...children(1)]);

    expect(full).toEqual({ problems: [], fullIds: ['small', 'centre', 'centre'] });
    expect(recount(city, [stored(), stored({ id: 'two', ...late })]).problems).toEqual([]);
    expect(recount(city, children(3, { status: 'CANCELLED' })).problems).toEqual([]);
  });

  it.each([
    ['a section overfilled', [...children(2, { sectionId: 'small' })], 'section small: 2 at once, at most 1'],
    ['a centre overfilled', [stored(), ...children(2)], 'centre centre: 3 at once, at most 2'],
    ['more than 115 %', children(3, { kind: 'EMERGENCY' }), '115 % of centre centre: 3 at once, at most 2'],
    [
      'a week overfilled',
      [...children(2, opening), ...children(1, { kind: 'EMERGENCY' })],
      'centre centre: 10 child-hours in the week of 2026-03-02, at most 8',
    ],
    [
      'a child in two places',
      [stored(), stored({ id: 'two', sectionId: 'large' })],
      'child tom is in two places at once',
    ],
  ])('finds %s', (_, rows, problem) => {
    expect(recount(city, rows).problems).toContain(problem);
  });

  it('finds a place taken that is kept for emergencies, in the first hour of the day', () => {
    const [centre] = city.centres;
    const sections = [{ id: 'large', places: 2, kept: 1 }];
    const keeping = { ...city, centres: centre ? [{ ...centre, sections }] : [] };
    expect(recount(keeping, children(2, late)).problems).toEqual([]);
    expect(recount(keeping, [...children(1), stored({ kind: 'EMERGENCY' })]).problems).toEqual([]);
    expect(recount(keeping, children(2)).problems).toEqual([
      'section large: 2 at once, at most 1',
      'centre centre: 2 at once, at most 1',
    ]);
  });

  it('counts by the places of the day', () => {
    const rows = [stored(), ...children(1)];
    const dated = (from: string) => new Map([['centre', [{ from, places: 1 }]]]);
    expect(recount(city, rows, dated('2026-03-04')).problems).toEqual([]);
    expect(recount(city, rows, dated('2026-03-03')).problems).toEqual([
      'centre centre: 2 at once, at most 1',
      '115 % of centre centre: 2 at once, at most 1',
    ]);
    expect(recount(city, children(3, opening), dated('2026-03-03')).problems).toContain(
      'centre centre: 12 child-hours in the week of 2026-03-02, at most 4',
    );
  });
});

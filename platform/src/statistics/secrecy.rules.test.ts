import { describe, expect, it } from '@jest/globals';
import { type AreaCells, type Cell, countShown, shownCounts } from './secrecy.rules.ts';

const cells = (units: Readonly<Record<string, number>>): AreaCells =>
  new Map(Object.entries(units).map(([area, count]) => [area, { count, units: count }]));

/** Parts of wider cells: `[part, whole]` by area. */
const parts = (pairs: Readonly<Record<string, readonly [number, number]>>): AreaCells =>
  new Map(
    Object.entries(pairs).map(([area, [part, whole]]): [string, Cell] => [
      area,
      { count: part, units: part, otherUnits: whole - part },
    ]),
  );

const shown = (areaCells: AreaCells, wider?: ReturnType<typeof shownCounts>) => {
  const { areas, city } = shownCounts(areaCells, wider);
  return { ...Object.fromEntries(areas), city };
};

describe('a count by area', () => {
  it('is shown everywhere when five stand behind each', () => {
    expect(shown(cells({ a: 5, b: 9 }))).toEqual({ a: 5, b: 9, city: 14 });
  });

  it('is withheld under five, nought included, with the smallest of the others', () => {
    expect(shown(cells({ a: 0, b: 9, c: 7, d: 30 }))).toEqual({ a: null, b: 9, c: null, d: 30, city: 46 });
  });

  it('takes all of the smallest when they are equal: which one is chosen must tell nothing', () => {
    expect(shown(cells({ a: 4, b: 7, c: 7, d: 8 }))).toEqual({ a: null, b: null, c: null, d: 8, city: 26 });
  });

  it('is given for the city alone when every area is too small', () => {
    expect(shown(cells({ a: 4, b: 3 }))).toEqual({ a: null, b: null, city: 7 });
    expect(shown(cells({ a: 2, b: 2 }))).toEqual({ a: null, b: null, city: null });
  });

  it('counts families and not their stays', () => {
    const stays: AreaCells = new Map([
      ['a', { count: 60, units: 4 }],
      ['b', { count: 8, units: 8 }],
      ['c', { count: 9, units: 9 }],
    ]);
    expect(shown(stays)).toEqual({ a: null, b: null, c: 9, city: 77 });
  });
});

describe('a part of a wider count', () => {
  const whole = shownCounts(cells({ a: 10, b: 20, c: 30 }));

  it('is withheld when its remainder is small', () => {
    const part = parts({ a: [6, 10], b: [10, 20], c: [15, 30] });
    expect(shown(part, whole)).toEqual({ a: null, b: null, c: 15, city: 31 });
  });

  it('is withheld where the wider count is', () => {
    const few = shownCounts(cells({ a: 3, b: 20, c: 30 }));
    const part = parts({ a: [1, 3], b: [10, 20], c: [15, 30] });
    expect(shown(part, few)).toEqual({ a: null, b: null, c: null, city: 26 });
  });

  it('is withheld for the city when all but a few are in it', () => {
    const part = parts({ a: [9, 10], b: [19, 20], c: [29, 30] });
    expect(shown(part, whole)).toEqual({ a: null, b: null, c: null, city: null });
  });

  it('is withheld for the city where the wider one is', () => {
    const none = shownCounts(cells({ a: 2 }));
    expect(shown(parts({ a: [2, 20] }), none)).toEqual({ a: null, city: null });
  });
});

it('an area of which nothing is known is withheld, not nought', () => {
  const counts = shownCounts(cells({ a: 8, b: 9 }));
  expect([countShown(counts, 'a'), countShown(counts, null), countShown(counts, 'elsewhere')]).toEqual([
    8,
    17,
    null,
  ]);
});

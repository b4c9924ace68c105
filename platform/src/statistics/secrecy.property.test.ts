import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type AreaCells, FEWEST_SHOWN, type ShownCounts, shownCounts } from './secrecy.rules.ts';

/** A city by area: how many are counted, and how many of them have something. */
type Row = { readonly whole: number; readonly part: number };
type City = readonly Row[];

const names = 'abcdef';
const nameOf = (index: number): string => names[index] ?? '';

const wholeCells = (city: City): AreaCells =>
  new Map(city.map(({ whole }, index) => [nameOf(index), { count: whole, units: whole }]));
const partCells = (city: City): AreaCells =>
  new Map(
    city.map(({ whole, part }, index) => [
      nameOf(index),
      { count: part, units: part, otherUnits: whole - part },
    ]),
  );

/** What anybody may read, for the city and for each of its areas. */
const publish = (city: City): { whole: ShownCounts; part: ShownCounts } => {
  const whole = shownCounts(wholeCells(city));
  return { whole, part: shownCounts(partCells(city), whole) };
};
type Published = ReturnType<typeof publish>;

const cityOfUpTo = (most: number, areas: number): fc.Arbitrary<City> =>
  fc.array(
    fc
      .integer({ min: 0, max: most })
      .chain((whole) => fc.integer({ min: 0, max: whole }).map((part) => ({ whole, part }))),
    { minLength: 2, maxLength: areas },
  );

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

type Shown = readonly (number | null)[];
type Range = { readonly least: number; readonly most: number };

/** Every list of counts that fits what is shown of them and of their sum. */
const fitting = (shown: Shown, total: number): number[][] => {
  const [first, ...others] = shown;
  if (first === undefined) return total === 0 ? [[]] : [];
  const possible = first === null ? Array.from({ length: total + 1 }, (_, value) => value) : [first];
  return possible
    .filter((value) => value <= total)
    .flatMap((value) => fitting(others, total - value).map((rest) => [value, ...rest]));
};

/** Every city that fits the wholes that are shown; none is worked out where even their sum is withheld. */
const wholesFitting = ({ whole }: Published): number[][] =>
  whole.city === null ? [] : fitting([...whole.areas.values()], whole.city);

/** The least and the most of one part when the wholes are these: exact, since only their sum ties the parts. */
const rangeOfPart = (index: number, wholes: readonly number[], shown: Shown, total: number | null): Range => {
  const most = wholes[index] ?? 0;
  if (total === null) return { least: 0, most };
  const others = [...wholes.keys()].filter((other) => other !== index);
  const lows = sum(others.map((other) => shown[other] ?? 0));
  const highs = sum(others.map((other) => shown[other] ?? wholes[other] ?? 0));
  return { least: Math.max(0, total - highs), most: Math.min(most, total - lows) };
};

const isPossible = ({ least, most }: Range): boolean => least <= most;

const widthOf = (ranges: readonly Range[]): number =>
  Math.max(...ranges.map(({ most }) => most)) - Math.min(...ranges.map(({ least }) => least));

/** How far apart the least and the most possible value of each withheld count are. */
const widthsLeft = (published: Published): number[] => {
  const cities = wholesFitting(published);
  if (cities.length === 0) return [];
  const [wholes, parts] = [[...published.whole.areas.values()], [...published.part.areas.values()]];
  return [...wholes.keys()].flatMap((index) => {
    const ofWhole = cities.map((city) => ({ least: city[index] ?? 0, most: city[index] ?? 0 }));
    const ofPart = cities
      .map((city) => rangeOfPart(index, city, parts, published.part.city))
      .filter(isPossible);
    return [
      ...(wholes[index] === null ? [widthOf(ofWhole)] : []),
      ...(parts[index] === null ? [widthOf(ofPart)] : []),
    ];
  });
};

const isSame = (one: ShownCounts, other: ShownCounts): boolean =>
  one.city === other.city && [...one.areas].every(([area, value]) => other.areas.get(area) === value);

const totalOf = (city: City): Row => ({
  whole: sum(city.map(({ whole }) => whole)),
  part: sum(city.map(({ part }) => part)),
});

type Shows = { readonly row: Row; readonly whole: number | null; readonly part: number | null };

/** What is shown of each area and of the city, beside what is true of it. */
const besideTruth = (city: City): Shows[] => {
  const { whole, part } = publish(city);
  const areas = city.map((row, index) => ({
    row,
    whole: whole.areas.get(nameOf(index)) ?? null,
    part: part.areas.get(nameOf(index)) ?? null,
  }));
  return [...areas, { row: totalOf(city), whole: whole.city, part: part.city }];
};

describe('what is shown of any city', () => {
  it('is true, never rests on fewer than five, and leaves no fewer over', () => {
    fc.assert(
      fc.property(cityOfUpTo(30, 6), (city) => {
        const all = besideTruth(city);
        for (const { row, whole } of all.filter((each) => each.whole !== null)) {
          expect(whole).toBe(row.whole);
          expect(row.whole).toBeGreaterThanOrEqual(FEWEST_SHOWN);
        }
        for (const { row, part, whole } of all.filter((each) => each.part !== null)) {
          expect([part, whole]).toEqual([row.part, row.whole]);
          expect(Math.min(row.part, row.whole - row.part)).toBeGreaterThanOrEqual(FEWEST_SHOWN);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('leaves six values or more for whatever is withheld, however it is subtracted', () => {
    fc.assert(
      fc.property(cityOfUpTo(11, 4), (city) => {
        for (const width of widthsLeft(publish(city))) expect(width).toBeGreaterThanOrEqual(FEWEST_SHOWN);
      }),
      { numRuns: 300 },
    );
  });

  it('tells no withheld count to a reader who knows the rule as well', () => {
    fc.assert(
      fc.property(cityOfUpTo(11, 4), (city) => {
        const published = publish(city);
        const alike = wholesFitting(published).filter((wholes) =>
          isSame(publish(wholes.map((whole) => ({ whole, part: 0 }))).whole, published.whole),
        );
        for (const [index, value] of [...published.whole.areas.values()].entries()) {
          if (value !== null || alike.length === 0) continue;
          expect(new Set(alike.map((wholes) => wholes[index])).size).toBeGreaterThan(1);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is not blank: where all are many, all is shown', () => {
    const many = fc.array(
      fc.record({ whole: fc.integer({ min: 20, max: 30 }), part: fc.integer({ min: 5, max: 15 }) }),
      {
        minLength: 1,
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(many, (city) => {
        const { whole, part } = publish(city);
        expect([...whole.areas.values()]).toEqual(city.map((row) => row.whole));
        expect([...part.areas.values()]).toEqual(city.map((row) => row.part));
        expect([whole.city, part.city]).toEqual([totalOf(city).whole, totalOf(city).part]);
      }),
    );
  });
});

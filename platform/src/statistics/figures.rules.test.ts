import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { correctedTable, type FigureTable, shownTable } from './figures.rules.ts';
import { type AreaCells, FEWEST_SHOWN } from './secrecy.rules.ts';

type City = Readonly<Record<string, readonly [whole: number, part: number]>>;

const tableOf = (city: City): FigureTable<'whole' | 'part'> => {
  const cells = (
    of: (row: City[string]) => AreaCells extends ReadonlyMap<string, infer Cell> ? Cell : never,
  ): AreaCells => new Map(Object.entries(city).map(([area, row]) => [area, of(row)]));
  return {
    whole: { cells: cells(([whole]) => ({ count: whole, units: whole })) },
    part: {
      partOf: 'whole',
      cells: cells(([whole, part]) => ({ count: part, units: part, otherUnits: whole - part })),
    },
  };
};

const corrected = (before: City, after: City) => correctedTable(tableOf(before), tableOf(after));

describe('what was corrected since a quarter was closed', () => {
  it('is told where five or more stand behind the difference', () => {
    const { whole } = corrected({ north: [20, 10], south: [30, 15] }, { north: [25, 12], south: [37, 20] });
    expect([whole.areas.get('north'), whole.areas.get('south'), whole.city]).toEqual([25, 37, 62]);
  });

  it('says neither that one family came late nor that none did', () => {
    const one = corrected({ north: [20, 10], south: [30, 15] }, { north: [21, 10], south: [30, 15] });
    const none = corrected({ north: [20, 10], south: [30, 15] }, { north: [20, 10], south: [30, 15] });
    expect(one).toEqual(none);
    expect([one.whole.city, one.part.city]).toEqual([null, null]);
  });

  it('withholds a district more when the city less the others would tell of one', () => {
    const { whole } = corrected(
      { north: [20, 10], south: [30, 15], west: [40, 20] },
      { north: [21, 10], south: [36, 15], west: [50, 20] },
    );
    expect([whole.areas.get('north'), whole.areas.get('south'), whole.areas.get('west'), whole.city]).toEqual(
      [null, null, 50, 107],
    );
  });

  it('does not tell who is behind a part: all who came late had it', () => {
    const { whole, part } = corrected({ north: [20, 10] }, { north: [26, 16] });
    expect([whole.city, part.city]).toEqual([26, null]);
  });

  it('counts a district that was empty before, and one that is empty now', () => {
    const { whole } = corrected({ north: [20, 10] }, { north: [20, 10], south: [30, 10] });
    expect(whole.areas.get('south')).toBeNull();
    expect(whole.city).toBe(50);
    expect(corrected({ north: [20, 10], south: [30, 10] }, { north: [20, 10] }).whole.city).toBe(20);
  });

  it('is never told where either number is withheld, or their difference is small', () => {
    const row = fc
      .integer({ min: 0, max: 30 })
      .chain((whole) => fc.tuple(fc.constant(whole), fc.integer({ min: 0, max: whole })));
    const city = fc.record({ a: row, b: row, c: row });
    fc.assert(
      fc.property(city, city, (before, after) => {
        const told = corrected(before, after);
        const [then, now] = [shownTable(tableOf(before)), shownTable(tableOf(after))];
        for (const name of ['whole', 'part'] as const) {
          const areas = [...told[name].areas].filter(([, count]) => count !== null);
          expect(areas.map(([area, count]) => [now[name].areas.get(area), count])).toEqual(
            areas.map(([, count]) => [count, count]),
          );
          const published = areas.map(([area]) => then[name].areas.get(area) ?? Number.NaN);
          const smallest = areas.map(([, count], index) =>
            Math.abs(Number(count) - Number(published[index])),
          );
          expect(smallest.every((difference) => difference >= FEWEST_SHOWN)).toBe(true);
        }
      }),
    );
  });
});

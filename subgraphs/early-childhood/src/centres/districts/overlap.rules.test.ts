import { describe, expect, it } from '@jest/globals';
import { nantesOutlines } from '../../../seeds/nantes-outlines.ts';
import { doOverlap, sharedPart } from './overlap.rules.ts';
import type { Outline } from './place.rules.ts';

const square = (west: number, south: number, side = 1): Outline => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
];
/** A square without its north-eastern quarter. */
const corner: Outline = [
  [0, 0],
  [2, 0],
  [2, 1],
  [1, 1],
  [1, 2],
  [0, 2],
];

describe('two districts', () => {
  it.each([
    ['apart', square(0, 0), square(3, 3), 0],
    ['side by side', square(0, 0), square(1, 0), 0],
    ['with one corner in common', square(0, 0), square(1, 1), 0],
    ['one half in the other', square(0, 0), square(0.5, 0), 0.5],
    ['one within the other', square(0, 0, 4), square(1, 1), 1],
    ['that are the same', square(0, 0), square(0, 0), 1],
    [
      'that cross without a corner in the other',
      square(0, 0, 3),
      [
        [1, -1],
        [2, -1],
        [2, 4],
        [1, 4],
      ],
      0.6,
    ],
    ['one where the other bends away', corner, square(1, 1), 0],
    ['one that takes a quarter of the bend', corner, square(0.5, 1), 0.5],
  ] as readonly (readonly [string, Outline, Outline, number])[])(
    '%s share what they share',
    (_how, one, other, part) => {
      expect(sharedPart(one, other)).toBeCloseTo(part, 1);
      expect(sharedPart(other, one)).toBeCloseTo(part, 1);
      expect(doOverlap(one, other)).toBe(part > 0);
    },
  );

  it('may have borders that were drawn twice, metres apart', () => {
    expect(doOverlap(square(0, 0), square(0.995, 0))).toBe(false);
    expect(doOverlap(square(0, 0), square(0.95, 0))).toBe(true);
  });

  it('of Nantes overlap nowhere', () => {
    const districts = nantesOutlines();
    const pairs = districts.flatMap((one, index) =>
      districts.slice(index + 1).map((other) => [one, other] as const),
    );
    expect(pairs.filter(([one, other]) => doOverlap(one.outline, other.outline))).toEqual([]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { middleOf } from './middle.rules.ts';

describe('the middle of an outline', () => {
  it.each([
    [
      'a square',
      [
        [-2, 47],
        [-1, 47],
        [-1, 48],
        [-2, 48],
      ],
      { latitude: 47.5, longitude: -1.5 },
    ],
    [
      'one that ends where it began',
      [
        [-2, 47],
        [-1, 47],
        [-1, 48],
        [-2, 48],
        [-2, 47],
      ],
      { latitude: 47.5, longitude: -1.5 },
    ],
    [
      'a triangle, the other way round',
      [
        [0, 0],
        [0, 3],
        [3, 0],
      ],
      { latitude: 1, longitude: 1 },
    ],
    [
      'a line, which has no area',
      [
        [0, 0],
        [2, 2],
      ],
      { latitude: 1, longitude: 1 },
    ],
  ] as const)('of %s', (_what, outline, middle) => {
    expect(middleOf(outline)).toEqual(middle);
  });
});

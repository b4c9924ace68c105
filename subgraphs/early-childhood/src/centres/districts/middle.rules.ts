import type { Outline } from './place.rules.ts';
import type { Position } from './position.ts';

type Corner = Outline[number];

const sidesOf = (outline: Outline): (readonly [Corner, Corner])[] =>
  outline.flatMap((corner, index) =>
    [...outline.slice(index + 1), ...outline].slice(0, 1).map((next) => [corner, next] as const),
  );

/** Centimetres are more than anybody asks of a district. */
const DECIMALS = 7;
const rounded = (degrees: number): number => Number(degrees.toFixed(DECIMALS));

/** The centroid of an outline; of one without an area, the middle of its corners. */
export const middleOf = (outline: Outline): Position => {
  const parts = sidesOf(outline).map(([[east, north], [toEast, toNorth]]) => {
    const area = east * toNorth - toEast * north;
    return { area, east: (east + toEast) * area, north: (north + toNorth) * area };
  });
  const sum = (of: (part: (typeof parts)[number]) => number): number =>
    parts.reduce((total, part) => total + of(part), 0);
  const sixfold = 3 * sum(({ area }) => area);
  if (sixfold !== 0) {
    const latitude = rounded(sum(({ north }) => north) / sixfold);
    return { latitude, longitude: rounded(sum(({ east }) => east) / sixfold) };
  }
  const mean = (of: (corner: Corner) => number): number =>
    rounded(outline.reduce((total, corner) => total + of(corner), 0) / outline.length);
  return { latitude: mean(([, north]) => north), longitude: mean(([east]) => east) };
};

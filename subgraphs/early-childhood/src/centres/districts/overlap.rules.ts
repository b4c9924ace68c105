import { type Outline, sidesOf } from './place.rules.ts';

/** From west to east. */
type Stretch = readonly [from: number, to: number];

type Sides = ReturnType<typeof sidesOf>;

/** The stretches of a parallel that lie inside an outline: between the borders that it crosses, by turns. */
const stretchesAt = (north: number, sides: Sides): Stretch[] => {
  const borders = sides
    .flatMap(([[east, from], [nextEast, to]]) => {
      const isCrossed = from > north !== to > north;
      return isCrossed ? [east + ((north - from) / (to - from)) * (nextEast - east)] : [];
    })
    .toSorted((one, other) => one - other);
  return borders.flatMap((from, index) => {
    const to = borders[index + 1];
    return index % 2 === 0 && to !== undefined ? [[from, to] as const] : [];
  });
};

const lengthOf = (stretches: readonly Stretch[]): number =>
  stretches.reduce((sum, [from, to]) => sum + Math.max(0, to - from), 0);

const common = (some: readonly Stretch[], others: readonly Stretch[]): Stretch[] =>
  some.flatMap(([from, to]) =>
    others.map(([start, end]): Stretch => [Math.max(from, start), Math.min(to, end)]),
  );

/** So many parallels are looked at, at equal distances. */
const PARALLELS = 100;

const rangeOf = (outline: Outline): Stretch => {
  const norths = outline.map(([, north]) => north);
  return [Math.min(...norths), Math.max(...norths)];
};

const parallelsIn = ([south, north]: Stretch): number[] =>
  Array.from({ length: PARALLELS }, (_, index) => south + ((index + 0.5) / PARALLELS) * (north - south));

const areaOf = (outline: Outline): number => {
  const [south, north] = rangeOf(outline);
  const sides = sidesOf(outline);
  const rows = parallelsIn([south, north]).map((parallel) => lengthOf(stretchesAt(parallel, sides)));
  return (rows.reduce((sum, row) => sum + row, 0) * (north - south)) / PARALLELS;
};

/** How much of the smaller of two areas lies in the other too, 0 to 1, to about a hundredth. Of a city degrees are as good as metres. */
export const sharedPart = (one: Outline, other: Outline): number => {
  const [range, otherRange] = [rangeOf(one), rangeOf(other)];
  const [south, north] = [Math.max(range[0], otherRange[0]), Math.min(range[1], otherRange[1])];
  if (south >= north) return 0;
  const [sides, otherSides] = [sidesOf(one), sidesOf(other)];
  const rows = parallelsIn([south, north]).map((parallel) =>
    lengthOf(common(stretchesAt(parallel, sides), stretchesAt(parallel, otherSides))),
  );
  const area = (rows.reduce((sum, row) => sum + row, 0) * (north - south)) / PARALLELS;
  if (area === 0) return 0;
  return Math.min(1, area / Math.min(areaOf(one), areaOf(other)));
};

/** Borders that were drawn twice run beside each other by metres: that much of a district may be in two. */
const SLIVER = 0.01;

/** Whether a part of the city would be in two districts. */
export const doOverlap = (one: Outline, other: Outline): boolean => sharedPart(one, other) > SLIVER;

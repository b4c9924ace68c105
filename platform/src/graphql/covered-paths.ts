/** Where a value lies in an answer: names of fields and positions in lists. */
export type Path = readonly (string | number)[];

type Saying = {
  readonly path?: Path | undefined;
  readonly extensions?: object | undefined;
};

/** What all paths of one place have in common. */
export const shapeOf = (path: Path): string =>
  path.map((key) => (typeof key === 'number' ? '@' : key)).join('.');

const moved = (path: Path, positions: Iterable<number>): Path => {
  const next = positions[Symbol.iterator]();
  return path.map((key) => (typeof key === 'number' ? (next.next().value ?? key) : key));
};

/** Every path that an error covers: its own, and those of the same place at other positions in lists. */
export const coveredPaths = ({ path = [], extensions }: Saying): readonly Path[] => {
  const positions: unknown = extensions && 'positions' in extensions && extensions.positions;
  return Array.isArray(positions) ? positions.map((each) => moved(path, each)) : [path];
};

/** Chance that repeats: the same seed gives the same city. */
export type Random = {
  /** 0 ≤ value < 1 */
  next(): number;
  /** Both ends may come. */
  between(least: number, most: number): number;
  chance(probability: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
};

const MIX = 0x9e3779b1;

/** Spreads several whole numbers into one seed, so that neighbours do not resemble each other. */
export const seedOf = (...numbers: readonly number[]): number =>
  numbers.reduce((seed, number) => {
    const mixed = Math.imul(seed ^ (number + MIX), 0x85ebca6b);
    return (mixed ^ (mixed >>> 13)) >>> 0;
  }, MIX);

/** Mulberry32: small, quick and good enough for invented people. */
export const randomOf = (seed: number): Random => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick: (items) => {
      const item = items[between(0, items.length - 1)];
      if (item === undefined) throw new Error('Nothing to pick from.');
      return item;
    },
  };
};

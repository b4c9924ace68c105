import { type Random, randomOf, seedOf } from './random.ts';

/** 2024-01-01: ids of the demo carry it instead of today, so that they are the same on every start date. */
const FIRST_INSTANT = 1_704_067_200_000;

const hex = (value: number, digits: number): string =>
  value.toString(16).padStart(digits, '0').slice(-digits);

const digits = (random: Random, count: number): string => hex(random.between(0, 16 ** count - 1), count);

/** Makes the ids of one family: UUIDs of version 7, in order, the same for the same seed and family. */
export const idsOf = (seed: number, familyNumber: number): (() => string) => {
  const random = randomOf(seedOf(seed, familyNumber, 7));
  let count = 0;
  return () => {
    const instant = hex(FIRST_INSTANT + familyNumber * 1000 + count, 12);
    count += 1;
    const variant = hex(8 + random.between(0, 3), 1);
    return `${instant.slice(0, 8)}-${instant.slice(8)}-7${digits(random, 3)}-${variant}${digits(random, 3)}-${digits(random, 6)}${digits(random, 6)}`;
  };
};

import type { Temporal } from 'temporal-polyfill';

/** A child is either born or expected. */
export type Aged = {
  readonly birthDate: Temporal.PlainDate | null;
  readonly expectedDate: Temporal.PlainDate | null;
};

/**
 * From when a child's age counts: its birth, or the day on which it is expected. Care is asked for and granted during
 * pregnancy; what is said of such a child holds "if born as expected", and the birth has it looked at again.
 */
export type CountedAge = { readonly since: Temporal.PlainDate; readonly isExpected: boolean };

export const countedAge = ({ birthDate, expectedDate }: Aged): CountedAge => {
  const since = birthDate ?? expectedDate;
  if (!since) throw new Error('A child is born or expected.');
  return { since, isExpected: birthDate === null };
};

/** The same day as SQL, of a child by that name. */
export const ageCountsFrom = (child: string): string =>
  `coalesce(${child}.birth_date, ${child}.expected_date)`;

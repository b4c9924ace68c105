import type { Temporal } from 'temporal-polyfill';
import type { Resources } from './resources.ts';

export type StatedResources = Pick<
  Resources,
  'familyId' | 'year' | 'yearlyAmountCents' | 'dependentChildren' | 'aeehChildren' | 'source'
>;

export type ResourcesRefusal =
  | 'UNKNOWN_FAMILY'
  | 'NEGATIVE_AMOUNT'
  | 'YEAR_NOT_OVER'
  | 'YEAR_TOO_LONG_AGO'
  | 'IMPOSSIBLE_CHILDREN'
  | 'CONFLICT';

const FIRST_YEAR = 2000;
const MOST_CHILDREN = 30;

const isPossible = ({ dependentChildren, aeehChildren }: StatedResources): boolean =>
  dependentChildren >= 0 &&
  dependentChildren <= MOST_CHILDREN &&
  aeehChildren >= 0 &&
  aeehChildren <= dependentChildren;

/** Why resources cannot be recorded, or `null`. */
export const resourcesRefusal = (
  stated: StatedResources,
  today: Temporal.PlainDate,
): ResourcesRefusal | null => {
  if (stated.yearlyAmountCents < 0) return 'NEGATIVE_AMOUNT';
  if (stated.year >= today.year) return 'YEAR_NOT_OVER';
  if (stated.year < FIRST_YEAR) return 'YEAR_TOO_LONG_AGO';
  return isPossible(stated) ? null : 'IMPOSSIBLE_CHILDREN';
};

/** Whether resources sent again under the same id are those on record. */
export const isSameStatement = (recorded: StatedResources, stated: StatedResources): boolean =>
  recorded.familyId === stated.familyId &&
  recorded.year === stated.year &&
  recorded.yearlyAmountCents === stated.yearlyAmountCents &&
  recorded.dependentChildren === stated.dependentChildren &&
  recorded.aeehChildren === stated.aeehChildren &&
  recorded.source === stated.source;

import type { Word } from '@relais/platform/graphql/reasons.ts';
import type { Temporal } from 'temporal-polyfill';
import type { chooseReasons, recordReasons } from './resources.reasons.ts';
import type { Resources } from './resources.ts';

export type StatedResources = Pick<
  Resources,
  'familyId' | 'year' | 'yearlyAmountCents' | 'dependentChildren' | 'aeehChildren' | 'source'
>;

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
): Word<typeof recordReasons> | null => {
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

type Recorded = StatedResources & Pick<Resources, 'id' | 'replaces'>;

const isOfOneYear = (one: Recorded, other: Recorded): boolean =>
  one.familyId === other.familyId && one.year === other.year;

/** Whoever told it, the fee is the same. */
const sayTheSame = (one: StatedResources, other: StatedResources): boolean =>
  one.yearlyAmountCents === other.yearlyAmountCents &&
  one.dependentChildren === other.dependentChildren &&
  one.aeehChildren === other.aeehChildren;

/** The statements of a year that no other replaced; more than one only after a merge of two files. */
const unreplaced = <Each extends Recorded>(ofYear: readonly Each[]): Each[] => {
  const replaced = new Set(ofYear.flatMap(({ replaces }) => replaces));
  return ofYear.filter(({ id }) => !replaced.has(id));
};

/** What a new statement of a year replaces: all that stands, also what it only repeats. */
export const replacedBy = (
  { familyId, year }: Pick<Resources, 'familyId' | 'year'>,
  recorded: readonly Recorded[],
): string[] =>
  unreplaced(recorded.filter((each) => each.familyId === familyId && each.year === year)).map(({ id }) => id);

/** Of each statement, whether it counts and how many its year has; of each year the newest come first. */
export const withStanding = <Each extends Recorded>(
  recorded: readonly Each[],
): (Each & Pick<Resources, 'prevails' | 'version'>)[] =>
  recorded.map((each) => {
    const ofYear = recorded.filter((other) => isOfOneYear(each, other));
    const [newest] = unreplaced(ofYear);
    return { ...each, prevails: newest?.id === each.id, version: ofYear.length };
  });

/** What is shown of a year: what counts, and what a merge left beside it that says otherwise. */
export const standing = <Each extends Recorded>(recorded: readonly Each[]): Each[] =>
  recorded.filter((each) => {
    const left = unreplaced(recorded.filter((other) => isOfOneYear(each, other)));
    return left.find((other) => sayTheSame(each, other))?.id === each.id;
  });

/** Why one of the statements of a year cannot be chosen, or `null`. */
export const choiceRefusal = (
  chosen: Pick<Resources, 'id' | 'version'>,
  seen: { readonly version: number },
  left: readonly Pick<Resources, 'id'>[],
): Word<typeof chooseReasons> | null => {
  if (chosen.version !== seen.version) return 'STALE_VERSION';
  return left.length > 1 && left.some(({ id }) => id === chosen.id) ? null : 'NOTHING_TO_CHOOSE';
};

import type { Word } from '@relais/platform/graphql/reasons.ts';
import type { HouseholdKind } from '../../families/families/household-kind.ts';
import type { peopleReasons } from './split-family.reasons.ts';

type Member = { readonly id: string };
type Leaving = { readonly adultIds: readonly string[]; readonly childIds: readonly string[] };
export type Household<Adult extends Member = Member, Child extends Member = Member> = {
  readonly adults: readonly Adult[];
  readonly children: readonly Child[];
};

const isAmong = (members: readonly Member[], asked: string): boolean =>
  members.some(({ id }) => id === asked);

/** Why these people cannot have a file of their own, or `null`. */
export const leavingRefusal = (
  { adultIds, childIds }: Leaving,
  { adults, children }: Household,
): Word<typeof peopleReasons> | null => {
  if (adultIds.length === 0) return 'NO_ADULT_LEAVES';
  if (!adultIds.every((id) => isAmong(adults, id))) return 'UNKNOWN_ADULT';
  if (!childIds.every((id) => isAmong(children, id))) return 'UNKNOWN_CHILD';
  return adults.every(({ id }) => adultIds.includes(id)) ? 'NO_ADULT_STAYS' : null;
};

/** Who goes and who stays. */
export const parted = <Adult extends Member, Child extends Member>(
  { adultIds, childIds }: Leaving,
  { adults, children }: Household<Adult, Child>,
): { readonly leaving: Household<Adult, Child>; readonly staying: Household<Adult, Child> } => ({
  leaving: {
    adults: adults.filter(({ id }) => adultIds.includes(id)),
    children: children.filter(({ id }) => childIds.includes(id)),
  },
  staying: {
    adults: adults.filter(({ id }) => !adultIds.includes(id)),
    children: children.filter(({ id }) => !childIds.includes(id)),
  },
});

/** Who brings the children up in what is left of a household, unless told. */
export const householdKindAfter = (
  said: HouseholdKind | null | undefined,
  known: HouseholdKind,
  { adults }: Household,
): HouseholdKind => said ?? (adults.length === 1 ? 'LONE_PARENT' : known);

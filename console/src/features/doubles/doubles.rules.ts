type Adult = { readonly id: string; readonly firstName: string | null; readonly lastName: string | null };
type Child = Adult & { readonly birthDate: string | null };

export type File = {
  readonly id: string;
  /** Whoever may not see it changes nothing, and is told so by the graph. */
  readonly version: number | null;
  readonly adults: readonly Adult[] | null;
  readonly children: readonly Child[] | null;
};

/** Of each person in the file that goes, who it is in the file that stays; of whom nothing is said comes along. */
export type Pairs = Readonly<Record<string, string>>;

const plain = (text: string | null): string =>
  (text ?? '')
    .normalize('NFD')
    .replaceAll(/[^a-z]/gi, '')
    .toLowerCase();

const isNamedAlike = (one: Adult, other: Adult): boolean =>
  plain(one.firstName) !== '' &&
  plain(one.firstName) === plain(other.firstName) &&
  plain(one.lastName) === plain(other.lastName);

/** Twins share a birthday and brothers a name: only both together are taken for one child. */
const isOneChild = (one: Child, other: Child): boolean =>
  one.birthDate !== null &&
  one.birthDate === other.birthDate &&
  plain(one.firstName) === plain(other.firstName);

const alike = <Person extends Adult>(
  drops: readonly Person[],
  keeps: readonly Person[],
  isOne: (one: Person, other: Person) => boolean,
): Pairs => {
  const pairs: Record<string, string> = {};
  for (const drop of drops) {
    const found = keeps.filter((keep) => isOne(keep, drop));
    const [keep] = found;
    if (keep && found.length === 1 && !Object.values(pairs).includes(keep.id)) pairs[drop.id] = keep.id;
  }
  return pairs;
};

/** Who is in both files, as far as it can be seen; whoever merges them says whether it is so. */
export const likelyPairs = (keep: File, drop: File): Pairs => ({
  ...alike(drop.adults ?? [], keep.adults ?? [], isNamedAlike),
  ...alike(drop.children ?? [], keep.children ?? [], isOneChild),
});

/** Nobody of the file that stays is two people of the other. */
export const isTakenTwice = (pairs: Pairs): boolean => {
  const keeps = Object.values(pairs).filter((id) => id !== '');
  return new Set(keeps).size < keeps.length;
};

const pairsOf = (drops: readonly Adult[] | null, pairs: Pairs) =>
  (drops ?? []).flatMap(({ id }) => (pairs[id] ? [{ keep: pairs[id], drop: id }] : []));

export const mergeInput = (keep: File, drop: File, pairs: Pairs, preview: boolean) => ({
  survivorId: keep.id,
  survivorVersion: keep.version ?? 0,
  duplicateId: drop.id,
  duplicateVersion: drop.version ?? 0,
  sameAdults: pairsOf(drop.adults, pairs),
  sameChildren: pairsOf(drop.children, pairs),
  preview,
});

export type HouseholdKind = 'COUPLE' | 'LONE_PARENT';

export type SplitDraft = {
  readonly adultIds: readonly string[];
  readonly childIds: readonly string[];
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly districtId: string;
  /** Who brings the children up where those who leave live: until somebody says so, by how many adults leave. */
  readonly householdKind: HouseholdKind | undefined;
};

export const newSplit = (city: string): SplitDraft => ({
  adultIds: [],
  childIds: [],
  street: '',
  postalCode: '',
  city,
  districtId: '',
  householdKind: undefined,
});

export const toggled = (ids: readonly string[], id: string): readonly string[] =>
  ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id];

export const kindOfLeaving = ({ householdKind, adultIds }: SplitDraft): HouseholdKind =>
  householdKind ?? (adultIds.length > 1 ? 'COUPLE' : 'LONE_PARENT');

export type SplitLack = 'WHO_LEAVES' | 'WHO_STAYS' | 'ADDRESS';

const isBlank = (text: string): boolean => text.trim() === '';

/** What the page itself sees missing; all else is for the graph to say. */
export const lackOfSplit = (
  { adultIds, street, postalCode, city }: SplitDraft,
  adults: readonly { readonly id: string }[],
): SplitLack | undefined => {
  if (adultIds.length === 0) return 'WHO_LEAVES';
  if (adults.every(({ id }) => adultIds.includes(id))) return 'WHO_STAYS';
  return [street, postalCode, city].some(isBlank) ? 'ADDRESS' : undefined;
};

type File = { readonly id: string; readonly version: number | null };

export const splitInput = (draft: SplitDraft, { id, version }: File) => ({
  familyId: id,
  version: version ?? 0,
  adultIds: [...draft.adultIds],
  childIds: [...draft.childIds],
  family: {
    householdKind: kindOfLeaving(draft),
    districtId: draft.districtId || null,
    address: {
      street: draft.street.trim(),
      postalCode: draft.postalCode.trim(),
      city: draft.city.trim(),
    },
  },
});

import type { AuditedAccess } from '@relais/platform/access-log/family-access.ts';
import type { ConcernedTypes } from '@relais/platform/access-log/note-what-is-answered.ts';
import type { SeenTypes } from '@relais/platform/sight/seen-types.ts';
import type { Permission } from '../../permissions.ts';
import type { AddressProtection } from '../family-addresses/address-protection.ts';
import type { FamilyLookup } from '../family-lookups/family-lookup.ts';
import type { Context } from '../wing.ts';
import type { Adult } from './adult.ts';
import type { Child } from './child.ts';
import type { Family } from './family.ts';

/** A child is seen by who sees any of its families. */
export const familiesOfChild = (childId: string, { loaders }: Context): Promise<string[]> =>
  loaders.familiesOfChild.load(childId);

/** In whose file a child is read counts only while it is one of its families: what is over may name a child that has another file now. */
const familiesNow = async (
  childId: string,
  seenFrom: string | undefined,
  context: Context,
): Promise<string[]> => {
  const families = await familiesOfChild(childId, context);
  return seenFrom !== undefined && families.includes(seenFrom) ? [seenFrom] : families;
};

const sees: Permission = 'family:see';

export const familySights = {
  Family: { permission: sees, families: ({ id }: Family) => [id], everywhere: true },
  Adult: {
    permission: sees,
    families: ({ familyId }: Adult) => [familyId],
    member: ({ id }: Adult) => id,
  },
  Child: {
    permission: sees,
    families: ({ id, familyId, seenFrom }: Child, context: Context) =>
      seenFrom === familyId ? [seenFrom] : familiesNow(id, seenFrom, context),
  },
  AddressProtection: { permission: sees, families: ({ familyId }: AddressProtection) => [familyId] },
} satisfies SeenTypes;

/** What an auditor reads of who looked a family up tells that it has a file; of a change only the log of changes tells. */
export const familyConcerns = {
  // Who reads what is over in one file reads nothing of another that the child has now: its log tells nobody who follows the first.
  Child: {
    permission: sees,
    families: ({ id, seenFrom }: Child, context: Context) =>
      seenFrom ? [seenFrom] : familiesOfChild(id, context),
  },
  AuditedAccess: {
    permission: 'access-log:audit' satisfies Permission,
    families: ({ familyId }: AuditedAccess) => [familyId],
  },
  FamilyLookup: {
    permission: 'family-lookup:audit' satisfies Permission,
    families: ({ foundFamilyIds }: FamilyLookup) => foundFamilyIds,
  },
  LookedUpFamily: 'OPEN',
} satisfies ConcernedTypes;

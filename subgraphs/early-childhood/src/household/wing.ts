/** Changes of a family that move its care. Reads and writes families, care, requests and history below; has no table. */
import type { SubgraphContext } from '@relais/platform/subgraph.ts';
import type { Wing } from '@relais/platform/wing.ts';
import type { Loaders } from '../requests/wing.ts';
import { AddressProtectionChangesResolver } from './address-protections/address-protection-changes.resolver.ts';
import { HouseholdChangesResolver } from './household-changes/household-changes.resolver.ts';
import { MemberChangesResolver } from './household-changes/member-changes.resolver.ts';
import { MergeFamiliesResolver } from './merged-families/merge-families.resolver.ts';
import { RegistrationResolver } from './registration/registration.resolver.ts';

export type { Loaders };
export type Context = SubgraphContext<Loaders>;

export const household: Wing<Loaders> = {
  resolvers: [
    AddressProtectionChangesResolver,
    RegistrationResolver,
    HouseholdChangesResolver,
    MemberChangesResolver,
    MergeFamiliesResolver,
  ],
  // Told with a change of a family, which is written down.
  concerns: { MovedRecords: 'OPEN', PossibleDuplicate: 'OPEN' },
};

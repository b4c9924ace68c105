import type { Database } from '@relais/platform/database/database.ts';
import { loaderById, loaderOfMany, type Waves } from '@relais/platform/database/loaders.ts';
import { entitlementFiles, entitlementFilesOfFamilies } from './entitlements/entitlement.queries.ts';
import { knownFamilies } from './known-families/known-family.queries.ts';
import { resourcesOfFamilies } from './resources/resources.queries.ts';
import {
  professionals,
  supportTeamMembers,
  supportTeamOfFamilies,
} from './support-team/support-team.queries.ts';

/** One set per request: whatever asks for the same facts shares one statement. */
export const loaders = (db: Database, waves: Waves) => ({
  entitlementFile: loaderById(waves, (ids) => entitlementFiles(db, ids)),
  entitlementFilesOfFamily: loaderOfMany(
    waves,
    (ids) => entitlementFilesOfFamilies(db, ids),
    ({ familyId }) => familyId,
  ),
  resourcesOfFamily: loaderOfMany(
    waves,
    (ids) => resourcesOfFamilies(db, ids),
    ({ familyId }) => familyId,
  ),
  professional: loaderById(waves, (ids) => professionals(db, ids)),
  supportTeamMember: loaderById(waves, (ids) => supportTeamMembers(db, ids)),
  supportTeamOfFamily: loaderOfMany(
    waves,
    (ids) => supportTeamOfFamilies(db, ids),
    ({ familyId }) => familyId,
  ),
  knownFamily: loaderById(waves, (ids) => knownFamilies(db, ids)),
});

export type Loaders = ReturnType<typeof loaders>;

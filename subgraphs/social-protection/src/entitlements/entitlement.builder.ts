import type { Database } from '@relais/platform/database/database.ts';
import { Entitlement, type EntitlementFile } from './entitlement.ts';
import { anEntitlementFile, type GivenFile } from './entitlement-file.builder.ts';
import { EntitlementState } from './entitlement-state.ts';

/** An entitlement with its states, oldest first, on record. */
export const givenEntitlement = async (db: Database, given: GivenFile): Promise<EntitlementFile> => {
  const { states, ...facts } = anEntitlementFile(given);
  await db.insert(Entitlement, facts);
  await db.insert(EntitlementState, [...states]);
  return { ...facts, states };
};

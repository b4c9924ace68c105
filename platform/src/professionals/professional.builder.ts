import type { Database } from '../database/database.ts';
import { aProfessional } from './directory-entry.builder.ts';
import { Professional } from './professional.ts';

/** An entry of the directory on record: a caseworker, unless told. */
export const givenProfessional = async (
  db: Database,
  given: Partial<Professional> = {},
): Promise<Professional> => {
  const professional = aProfessional(given);
  await db.insert(Professional, professional);
  return professional;
};

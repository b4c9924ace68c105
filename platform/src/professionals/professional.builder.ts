import type { Database } from '../database/database.ts';
import { agencyOf } from '../testing/test-users.ts';
import { professionalIdOf } from './professional.queries.ts';
import { Professional } from './professional.ts';

let count = 0;

/** An entry of the directory in memory: a caseworker, unless told. */
export const aProfessional = (given: Partial<Professional> = {}): Professional => {
  count += 1;
  const role = given.role ?? 'CASEWORKER';
  const sub = given.sub ?? `professional-${count}-${process.pid}`;
  return Object.assign(new Professional(), {
    id: professionalIdOf(sub),
    sub,
    name: 'Maud Le Gall',
    role,
    agency: agencyOf[role],
    place: null,
    districtIds: [],
    phone: null,
    absentFrom: null,
    absentTo: null,
    standInSub: null,
    departedOn: null,
    version: 1,
    ...given,
  });
};

/** The same, on record. */
export const givenProfessional = async (
  db: Database,
  given: Partial<Professional> = {},
): Promise<Professional> => {
  const professional = aProfessional(given);
  await db.insert(Professional, professional);
  return professional;
};

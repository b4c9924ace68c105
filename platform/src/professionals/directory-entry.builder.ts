import { agencyOf } from '../testing/agency-of.ts';
import type { Professional } from './professional.ts';
import { professionalIdOf } from './professional-id.ts';

let count = 0;

/** An entry of the directory in memory: a caseworker, unless told. */
export const aProfessional = (given: Partial<Professional> = {}): Professional => {
  count += 1;
  const role = given.role ?? 'CASEWORKER';
  const sub = given.sub ?? `professional-${count}-${process.pid}`;
  return {
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
  };
};

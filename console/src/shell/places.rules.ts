type Role =
  | 'CASEWORKER'
  | 'EMPLOYMENT_ADVISOR'
  | 'CARE_COORDINATOR'
  | 'CENTRE_STAFF'
  | 'AUDITOR'
  | 'INTEGRATOR';

/** Where each role works: its pages, the first of them where it begins its day. */
export type Place = '/week' | '/families' | '/today';

const places: Readonly<Record<Role, readonly [Place, ...Place[]]>> = {
  EMPLOYMENT_ADVISOR: ['/week'],
  CASEWORKER: ['/families'],
  CARE_COORDINATOR: ['/today', '/families'],
  CENTRE_STAFF: ['/today'],
  AUDITOR: ['/today'],
  INTEGRATOR: ['/today'],
};

export const placesOf = (role: Role): readonly Place[] => places[role];

export const firstPlaceOf = (role: Role): Place => places[role][0];

export const maySearchFamilies = (role: Role): boolean => places[role].includes('/families');

export const followsFamilies = (role: Role): boolean => role === 'CASEWORKER';

type Role =
  | 'CASEWORKER'
  | 'EMPLOYMENT_ADVISOR'
  | 'CARE_COORDINATOR'
  | 'CENTRE_STAFF'
  | 'AUDITOR'
  | 'INTEGRATOR';

/** Where each role works: its pages, the first of them where it begins its day. */
export type Place =
  | '/week'
  | '/families'
  | '/today'
  | '/waiting'
  | '/offers'
  | '/without-care'
  | '/day'
  | '/queries';

const places: Readonly<Record<Role, readonly [Place, ...Place[]]>> = {
  EMPLOYMENT_ADVISOR: ['/week', '/today'],
  CASEWORKER: ['/families', '/today'],
  CARE_COORDINATOR: ['/today', '/waiting', '/offers', '/without-care', '/families'],
  CENTRE_STAFF: ['/day', '/today'],
  AUDITOR: ['/queries'],
  INTEGRATOR: ['/queries'],
};

export const placesOf = (role: Role): readonly Place[] => places[role];

export const firstPlaceOf = (role: Role): Place => places[role][0];

export const maySearchFamilies = (role: Role): boolean => places[role].includes('/families');

export const followsFamilies = (role: Role): boolean => role === 'CASEWORKER';

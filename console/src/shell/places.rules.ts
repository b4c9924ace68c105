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
  | '/plan'
  | '/job-seekers'
  | '/inbox'
  | '/incomplete'
  | '/city'
  | '/report'
  | '/closures'
  | '/placements'
  | '/places'
  | '/colleagues'
  | '/doubles'
  | '/audit'
  | '/queries';

const places: Readonly<Record<Role, readonly [Place, ...Place[]]>> = {
  EMPLOYMENT_ADVISOR: ['/week', '/plan', '/job-seekers', '/today', '/inbox', '/city', '/colleagues'],
  CASEWORKER: ['/families', '/today', '/inbox', '/city', '/colleagues'],
  CARE_COORDINATOR: [
    '/today',
    '/inbox',
    '/waiting',
    '/offers',
    '/without-care',
    '/places',
    '/placements',
    '/closures',
    '/families',
    '/doubles',
    '/incomplete',
    '/report',
    '/city',
    '/colleagues',
  ],
  CENTRE_STAFF: ['/day', '/today', '/closures'],
  AUDITOR: ['/audit', '/report', '/city', '/queries'],
  INTEGRATOR: ['/queries'],
};

export const placesOf = (role: Role): readonly Place[] => places[role];

export const firstPlaceOf = (role: Role): Place => places[role][0];

export const maySearchFamilies = (role: Role): boolean => places[role].includes('/families');

export const followsFamilies = (role: Role): boolean => role === 'CASEWORKER';

/** Families are registered where they are followed, and where care is given. */
export const mayRegister = (role: Role | undefined): boolean =>
  role === 'CASEWORKER' || role === 'CARE_COORDINATOR';

import {
  anyone,
  auditor,
  careCoordinator,
  caseworker,
  centreStaff,
  employmentAdvisor,
  integratorWith,
  type Permissions,
} from '@relais/platform/auth/user.ts';

/** Who may pass each door of this subgraph; what is not written here is closed. */
export const permissions = {
  'family:read': [careCoordinator, caseworker],
  'family:list': [careCoordinator, caseworker],
  'family:details': [careCoordinator, caseworker],
  'family:register': [careCoordinator, caseworker],
  'family:merge': [careCoordinator],
  'family:look-up': [careCoordinator, caseworker],
  'family-lookup:audit': [auditor],
  'centre:read': [anyone],
  'centre-day:read': [careCoordinator, centreStaff],
  'centre-week:read': [careCoordinator, centreStaff],
  'avip-share:read': [careCoordinator, centreStaff],
  'care:read': [careCoordinator, caseworker],
  'care-request:write': [careCoordinator, caseworker],
  'care-request:decide': [careCoordinator],
  'cover:read': [careCoordinator, caseworker, employmentAdvisor],
  'care-attention:read': [careCoordinator, caseworker, employmentAdvisor],
  'cover:write': [careCoordinator, caseworker, employmentAdvisor],
  'own-arrangement:write': [careCoordinator, caseworker],
  'offer:write': [careCoordinator],
  'booking:write': [careCoordinator],
  'placement:write': [careCoordinator],
  'closure:write': [careCoordinator, centreStaff],
  'attendance:write': [careCoordinator, centreStaff],
  // Whoever steers or checks the practice; caseworkers and advisors could subtract the families they follow.
  'impact-report:read': [careCoordinator, auditor, integratorWith('impact-report:read')],
} satisfies Permissions;

export type Permission = keyof typeof permissions;

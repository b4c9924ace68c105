import {
  administrator,
  auditor,
  careCoordinator,
  caseworker,
  employmentAdvisor,
  integratorWith,
  type Rule,
} from '@relais/platform/auth/user.ts';

/** Whoever follows families, at any of the three agencies; which records they meet is decided record by record. */
const followers = [caseworker, employmentAdvisor, careCoordinator];

/** Who may do what here; what is not listed is closed. */
export const permissions = {
  'benefits:read': [caseworker],
  'benefits:write': [caseworker],
  'my-families:read': followers,
  'benefits-attention:read': followers,
  // Advisors learn of their own milestones from employment, and of nobody else's.
  'cover-alert:read': [caseworker, careCoordinator],
  'timeline:read': followers,
  'support-team:read': followers,
  'referral:read': followers,
  'referral:write': followers,
  'note:read': followers,
  'note:write': followers,
  'task:read': followers,
  'task:write': followers,
  'directory:read': followers,
  'directory:write': [administrator],
  // By whom of them each change may be made is decided by who leads the team.
  'support-team:write': followers,
  'fee:read': [caseworker, careCoordinator],
  // Whoever steers or checks the practice; caseworkers and advisors could subtract the families they follow.
  'impact-report:read': [careCoordinator, auditor, integratorWith('impact-report:read')],
} satisfies Record<string, readonly Rule[]>;

export type Permission = keyof typeof permissions;

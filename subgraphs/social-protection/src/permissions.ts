import { careCoordinator, caseworker, employmentAdvisor, type Rule } from '@relais/platform/auth/user.ts';

/** Who may do what here; what is not listed is closed. */
export const permissions = {
  'benefits:read': [caseworker],
  'benefits:write': [caseworker],
  'support-team:read': [caseworker, employmentAdvisor, careCoordinator],
  'support-team:write': [caseworker],
  'fee:read': [caseworker, careCoordinator],
} satisfies Record<string, readonly Rule[]>;

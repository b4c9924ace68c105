import { careCoordinator, caseworker, type Rule } from '@relais/platform/auth/user.ts';

/** Who may do what here; what is not listed is closed. */
export const permissions = {
  'benefits:read': [caseworker],
  'benefits:write': [caseworker],
  'fee:read': [caseworker, careCoordinator],
} satisfies Record<string, readonly Rule[]>;

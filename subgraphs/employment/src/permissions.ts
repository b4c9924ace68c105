import {
  auditor,
  careCoordinator,
  caseworker,
  employmentAdvisor,
  integratorWith,
  type User,
} from '@relais/platform/auth/user.ts';
import type { Permissions } from '@relais/platform/sight/compiled.ts';

/** Who may pass each door of this subgraph; what is not written here is closed. */
export const permissions = {
  'milestone:list': [employmentAdvisor],
  'milestone:read': [caseworker, careCoordinator, employmentAdvisor],
  // A coordinator sees that a milestone exists and its times, not what it is about.
  'milestone:details': [caseworker, employmentAdvisor],
  'job-seeker:read': [caseworker, employmentAdvisor],
  // A coordinator is told of milestones only, and not why one was missed.
  'job-search-timeline:read': [caseworker, careCoordinator, employmentAdvisor],
  // A coordinator is told of milestones that lack care, and of nothing else.
  'job-search-attention:read': [caseworker, careCoordinator, employmentAdvisor],
  'follow-up:list': [employmentAdvisor],
  'job-search:write': [employmentAdvisor],
  // Whoever steers or checks the practice; caseworkers and advisors could subtract the families they follow.
  'impact-report:read': [careCoordinator, auditor, integratorWith('impact-report:read')],
} satisfies Permissions;

export type Permission = keyof typeof permissions;

/**
 * The advisor whose job seekers alone may be seen, or `null` when all may: every query of this subgraph takes it,
 * so that what an advisor may not see is absent and not merely hidden.
 */
export const advisorSeenBy = (user: User): string | null => (employmentAdvisor(user) ? user.sub : null);

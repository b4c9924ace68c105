import type { AccessCategory } from '@relais/platform/access-log/categories.ts';
import {
  administrator,
  agenciesOfRole,
  anyone,
  auditor,
  careCoordinator,
  employmentAdvisor,
  integratorWith,
  type User,
} from '@relais/platform/auth/user.ts';
import { objectionBetween, objectionTo } from '@relais/platform/objections/objection-bars.ts';
import type { Changers } from '@relais/platform/sight/changers.rules.ts';
import type { Permissions } from '@relais/platform/sight/compiled.ts';
import { inTeam, isOwnJobSeeker, ownJobSeeker } from '@relais/platform/sight/relations.ts';
import { seeingFamilies } from '@relais/platform/sight/see-family.ts';
import { waitsAtDesk } from './job-seekers/waits-at-desk.ts';

const { seeFamily, ofFamily, ofAnyFamily } = seeingFamilies({ table: 'known_families' });

/** All that this agency keeps, and the family may object to sharing. */
const unlessObjected = { unless: [objectionTo('JOB_SEARCH')] } as const;

/** What a job search is about: of several job seekers of a family, an advisor is told of their own (`advisorSeenBy`). */
const forJobSearch = {
  ...ofFamily({ CASEWORKER: true, EMPLOYMENT_ADVISOR: ownJobSeeker }),
  ...unlessObjected,
};
/** A coordinator sees that a milestone exists, its times and whether it is called off, not what it is about. */
const forTimes = {
  ...ofFamily({ CARE_COORDINATOR: true, CASEWORKER: true, EMPLOYMENT_ADVISOR: ownJobSeeker }),
  ...unlessObjected,
};
const forOwnAdvisor = { ...ofFamily({ EMPLOYMENT_ADVISOR: ownJobSeeker }), ...unlessObjected };

/** Without seeing the family: whose file waits at the desk of the own agency, nobody follows there. */
const fromDesk = ofAnyFamily({ EMPLOYMENT_ADVISOR: waitsAtDesk });

/** Who may pass each door of this subgraph; what is not written here is closed. */
export const permissions = {
  // Whoever carries a token is told what it says.
  'me:read': [anyone],
  'family:see': seeFamily,
  'milestone:list': forOwnAdvisor,
  'milestone:read': forTimes,
  'milestone:details': forJobSearch,
  'job-seeker:read': forJobSearch,
  // Whether an adult has a file: an advisor of one adult of a family is not told of another.
  'adult-job-seeker:read': {
    ...ofFamily({ CASEWORKER: true, EMPLOYMENT_ADVISOR: isOwnJobSeeker }),
    ...unlessObjected,
  },
  'job-search-timeline:read': forTimes,
  'job-search-attention:read': forTimes,
  // Whom the family asks who has read its file.
  'accesses:read': {
    ...ofFamily({ CARE_COORDINATOR: inTeam, CASEWORKER: inTeam, EMPLOYMENT_ADVISOR: inTeam }),
    ...unlessObjected,
  },
  'access-log:audit': [auditor],
  // Of what early-childhood told, where an alert or an order says it.
  'cover:read': {
    ...forTimes,
    unless: [...unlessObjected.unless, objectionTo('CARE'), objectionBetween('JOB_SEARCH', 'CARE')],
  },
  'follow-up:list': forOwnAdvisor,
  // In its team, where accepting a referral leads, or as advisor of another adult; by a referral alone one reads.
  'job-seeker:open': {
    ...ofFamily({ EMPLOYMENT_ADVISOR: { anyOf: [inTeam, ownJobSeeker] } }),
    ...unlessObjected,
  },
  'job-search:write': forOwnAdvisor,
  'job-seeker:take': { ...fromDesk, unless: [...(fromDesk.unless ?? []), ...unlessObjected.unless] },
  // Of their own agency, without seeing the families.
  'caseload:hand-on': [administrator],
  // Whoever steers or checks the practice; caseworkers and advisors could subtract the families they follow.
  'impact-report:read': [careCoordinator, auditor, integratorWith('impact-report:read')],
} satisfies Permissions;

export type Permission = keyof typeof permissions;

const { CASEWORKER, CARE_COORDINATOR, EMPLOYMENT_ADVISOR } = agenciesOfRole;

/** Of which agencies who changes something must be; a mutation of which it is not said is nobody's. */
export const changers = {
  'job-seeker:open': { EMPLOYMENT_ADVISOR },
  'job-search:write': { EMPLOYMENT_ADVISOR },
  'job-seeker:take': { EMPLOYMENT_ADVISOR },
  'caseload:hand-on': { CASEWORKER, CARE_COORDINATOR, EMPLOYMENT_ADVISOR },
} satisfies Partial<Record<Permission, Changers>>;

/**
 * The advisor whose job seekers alone may be seen, or `null` when all may: every query of this subgraph takes it,
 * so that what an advisor may not see is absent and not merely hidden.
 */
export const advisorSeenBy = (user: User): string | null => (employmentAdvisor(user) ? user.sub : null);

/** Of which category is what each opens, as the access log says; `null` is of no family. */
export const categories = {
  'family:see': 'HOUSEHOLD',
  'milestone:list': 'JOB_SEARCH',
  'milestone:read': 'JOB_SEARCH',
  'milestone:details': 'JOB_SEARCH',
  'job-seeker:read': 'JOB_SEARCH',
  'adult-job-seeker:read': 'JOB_SEARCH',
  'job-search-timeline:read': 'JOB_SEARCH',
  'accesses:read': 'ACCESSES',
  'access-log:audit': 'ACCESSES',
  'job-search-attention:read': 'JOB_SEARCH',
  'follow-up:list': 'JOB_SEARCH',
  'job-seeker:open': 'JOB_SEARCH',
  'job-search:write': 'JOB_SEARCH',
  'job-seeker:take': 'JOB_SEARCH',
  'caseload:hand-on': 'JOB_SEARCH',
  'cover:read': 'CARE',
  'impact-report:read': null,
  'me:read': null,
} satisfies Record<Permission, AccessCategory | null>;

import { z } from 'zod';
import { isStorableText } from '../texts.ts';
import { type AgencyKind, agencyKinds } from './agencies.ts';
import type { Scope } from './scopes.ts';

export const roles = [
  'CASEWORKER',
  'EMPLOYMENT_ADVISOR',
  'CARE_COORDINATOR',
  'CENTRE_STAFF',
  'INTEGRATOR',
  'AUDITOR',
] as const;

export type Role = (typeof roles)[number];

/** As OpenID Connect allows for a `sub`: longer ones fit into no index, and whoever has one could not be shut out. */
const LONGEST_NAME = 255;
const storable = z.string().max(LONGEST_NAME).refine(isStorableText);

const seconds = z.number().nonnegative();

/** The claims of a verified token, as every service reads them. */
export const userClaims = z.object({
  sub: storable.min(1),
  /** The session at the sign-in service, where it tells. */
  sid: storable.optional(),
  /** When the token was made, and when the person proved who they are: seconds since 1970. */
  iat: seconds.optional(),
  auth_time: seconds.optional(),
  name: storable.default(''),
  role: z.enum(roles),
  agency: storable.default(''),
  centreIds: z.array(z.uuid()).default([]),
  /** Beside the one role: keeps the directory of the own agency, and hands on the work of who is away. */
  admin: z.boolean().default(false),
  scope: z
    .string()
    .default('')
    .transform((scope) => scope.split(' ').filter(Boolean)),
});

export type Claims = Readonly<z.output<typeof userClaims>>;

/** Somebody who asks an agency. */
export type User = Claims & {
  /** What their agency is here for; `null` when the city has not admitted it. */
  readonly agencyKind: AgencyKind | null;
};

/** One way to be allowed; a permission is granted when any of its rules holds. */
export type Rule = (user: User) => boolean;

const hasRole =
  (role: Role): Rule =>
  (user) =>
    user.role === role;

export const caseworker = hasRole('CASEWORKER');
export const employmentAdvisor = hasRole('EMPLOYMENT_ADVISOR');
export const careCoordinator = hasRole('CARE_COORDINATOR');
export const centreStaff = hasRole('CENTRE_STAFF');
export const integrator = hasRole('INTEGRATOR');
export const auditor = hasRole('AUDITOR');

const followerRoles = [
  'CASEWORKER',
  'EMPLOYMENT_ADVISOR',
  'CARE_COORDINATOR',
] as const satisfies readonly Role[];

/** What somebody who follows families does, at any of the three agencies. */
export type FollowerRole = (typeof followerRoles)[number];

export const isFollower = (role: string): role is FollowerRole => followerRoles.some((each) => each === role);

/** Somebody who follows families and, beside it, keeps the directory of their agency. */
export const administrator: Rule = ({ admin, role }) => admin && isFollower(role);

/** A system whose token carries this scope. */
export const integratorWith =
  (scope: Scope): Rule =>
  (user) =>
    integrator(user) && user.scope.includes(scope);

/**
 * Which agencies have people of a role. A token of an employment agency that says caseworker, or of a département that says
 * coordinator of the service point, is a mistake of its issuer: it opens no family.
 */
export const agenciesOfRole = {
  CASEWORKER: ['CARE', 'BENEFITS'],
  EMPLOYMENT_ADVISOR: ['BENEFITS', 'JOB_SEARCH'],
  CARE_COORDINATOR: ['CARE'],
  CENTRE_STAFF: ['CARE'],
  // Systems are held by their scopes, and auditors change nothing.
  INTEGRATOR: agencyKinds,
  AUDITOR: agencyKinds,
} as const satisfies Record<Role, readonly AgencyKind[]>;

/** Acts for an agency that the city has admitted, in a role that such an agency has. */
export const isAdmitted: Rule = (user) => {
  if (integrator(user) || auditor(user)) return true;
  const kinds: readonly AgencyKind[] = agenciesOfRole[user.role];
  return user.agencyKind !== null && kinds.includes(user.agencyKind);
};

/** Whoever carries a valid token: public facts such as centres and districts. */
export const anyone: Rule = () => true;

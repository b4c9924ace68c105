import { z } from 'zod';
import { isStorableText } from '../texts.ts';

export const roles = [
  'CASEWORKER',
  'EMPLOYMENT_ADVISOR',
  'CARE_COORDINATOR',
  'CENTRE_STAFF',
  'INTEGRATOR',
  'AUDITOR',
] as const;

export type Role = (typeof roles)[number];

const storable = z.string().refine(isStorableText);

/** The claims of a verified token, as every service reads them. */
export const userClaims = z.object({
  sub: storable.min(1),
  name: storable.default(''),
  role: z.enum(roles),
  agency: storable.default(''),
  centreIds: z.array(z.uuid()).default([]),
  scope: z
    .string()
    .default('')
    .transform((scope) => scope.split(' ').filter(Boolean)),
});

export type User = Readonly<z.output<typeof userClaims>>;

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

/** A system whose token carries this scope. */
export const integratorWith =
  (scope: string): Rule =>
  (user) =>
    integrator(user) && user.scope.includes(scope);

/** Whoever carries a valid token: public facts such as centres and districts. */
export const anyone: Rule = () => true;

export type Permissions = Readonly<Record<string, readonly Rule[]>>;

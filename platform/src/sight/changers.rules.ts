import type { AgencyKind } from '../auth/agencies.ts';
import type { Role, User } from '../auth/user.ts';

/** Of which agencies somebody must be who changes something, role by role; a role that is not named changes nothing. */
export type Changers = Readonly<Partial<Record<Role, readonly AgencyKind[]>>>;

/** By the permission that a mutation names. */
export type ChangersOf = Readonly<Record<string, Changers>>;

export const mayChange = (
  changers: Changers,
  { role, agencyKind }: Pick<User, 'role' | 'agencyKind'>,
): boolean => agencyKind !== null && (changers[role] ?? []).includes(agencyKind);

/** What the description of a mutation says of them, the kinds of agencies as the city admits them. */
export const inWords = (changers: Changers): string => {
  const each = Object.entries(changers).map(([role, kinds]) => `\`${role}\` of ${kinds.join(' or ')}`);
  return `For: ${each.join(', ')}.`;
};

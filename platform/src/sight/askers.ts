import { scopes } from '../auth/scopes.ts';
import { agenciesOfRole, type Role, roles, type User } from '../auth/user.ts';
import { conditionFor } from './action.rules.ts';
import { isByToken, type Permissions } from './compiled.ts';

/** Somebody of a role who is nobody in particular, of an agency that has such people. */
const somebody = (role: Role): User => ({
  ...{ role, sub: '', name: '', agency: '', centreIds: [], scope: [], admin: false },
  agencyKind: agenciesOfRole[role][0],
});

/** Whether a token opens it at all, whichever family it is about. */
const mayEver = (rule: Permissions[string], user: User): boolean =>
  isByToken(rule) ? rule.some((each) => each(user)) : conditionFor(rule, user) !== false;

/** How somebody of a role may ask it; `undefined` when never. */
const wayOf = (rules: readonly Permissions[string][], role: Role): string | undefined => {
  const opens = (user: User): boolean => rules.every((rule) => mayEver(rule, user));
  const plain = somebody(role);
  if (opens(plain)) return `\`${role}\``;
  const scope = scopes.find((each) => opens({ ...plain, scope: [each] }));
  if (scope) return `\`${role}\` with the scope \`${scope}\``;
  return opens({ ...plain, admin: true }) ? `\`${role}\` who is an administrator` : undefined;
};

/** What the description of a query says of who may ask it, by the permissions that it names; one that nobody may ask is a mistake. */
export const askersInWords = (permissions: Permissions, wanted: readonly unknown[]): string => {
  const rules = wanted.map((permission) => permissions[String(permission)] ?? []);
  const ways = roles.flatMap((role) => wayOf(rules, role) ?? []);
  if (ways.length === 0) throw new Error(`Nobody may ask what needs ${wanted.join(', ')}.`);
  const isForAll =
    ways.length === roles.length && roles.every((role, index) => ways[index] === `\`${role}\``);
  return isForAll ? 'For whoever signs in.' : `For: ${ways.join(', ')}.`;
};

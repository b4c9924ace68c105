import { type AgencyKind, agencyKinds } from '@relais/platform/auth/agencies.ts';
import { type Role, type Rule, roles } from '@relais/platform/auth/user.ts';
import { conditionFor } from '@relais/platform/sight/action.rules.ts';
import type { Changers, ChangersOf } from '@relais/platform/sight/changers.rules.ts';
import { isByToken, type Permissions } from '@relais/platform/sight/compiled.ts';

/** A rule that the token alone decides, as a slip would make it. */
type TokenMistake = { readonly permission: string; readonly what: string; readonly permissions: Permissions };

/** Of which agencies one may change something, as a slip would make it. */
export type ChangersMistake = {
  readonly permission: string;
  readonly what: string;
  readonly role: Role;
  readonly kinds: readonly AgencyKind[];
};

type Tables = { readonly permissions: Permissions; readonly changers: ChangersOf };

const isLetIn = (rules: readonly Rule[], role: Role): boolean => {
  const user = { sub: 'x', name: '', role, agency: '', agencyKind: null, centreIds: [], scope: [] };
  return rules.some((rule) => rule({ ...user, admin: true }));
};

const ofRules = (all: Permissions, permission: string, rules: readonly Rule[]): TokenMistake[] =>
  roles.map((role) => {
    const removed = rules.map(
      (rule): Rule =>
        (user) =>
          user.role !== role && rule(user),
    );
    const added = [...rules, (({ role: own }) => own === role) satisfies Rule];
    const [what, changed] = isLetIn(rules, role) ? ['removed', removed] : ['added', added];
    return { permission, what: `${role} ${what}`, permissions: { ...all, [permission]: changed } };
  });

export const tokenMistakes = (permissions: Permissions): TokenMistake[] =>
  Object.entries(permissions).flatMap(([permission, rule]) =>
    isByToken(rule) ? ofRules(permissions, permission, rule) : [],
  );

/** Whoever the permission itself never lets in is not let in by the table of changes either. */
const isEverLetIn = (rule: Permissions[string] | undefined, role: Role): boolean => {
  if (!rule) return false;
  if (isByToken(rule)) return isLetIn(rule, role);
  return agencyKinds.some((agencyKind) => conditionFor(rule, { role, agencyKind }) !== false);
};

const ofChangers = (tables: Tables, permission: string, who: Changers): ChangersMistake[] =>
  roles
    .filter((role) => isEverLetIn(tables.permissions[permission], role))
    .flatMap((role) =>
      agencyKinds.map((kind) => {
        const kinds = who[role] ?? [];
        const isOne = kinds.includes(kind);
        const changed = isOne ? kinds.filter((each) => each !== kind) : [...kinds, kind];
        const what = `${role} of ${kind} changes ${isOne ? 'no longer' : 'as well'}`;
        return { permission, role, what, kinds: changed };
      }),
    );

export const changersMistakes = (tables: Tables): ChangersMistake[] =>
  Object.entries(tables.changers).flatMap(([permission, who]) => ofChangers(tables, permission, who));

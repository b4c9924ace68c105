import { isFollower, roles, type User } from '@relais/platform/auth/user.ts';
import { isByToken, type Permissions } from '@relais/platform/sight/compiled.ts';

const somebody = (role: User['role'], claims: Partial<User> = {}): User => ({
  ...{ sub: 'x', name: '', role, agency: '', agencyKind: null, centreIds: [], admin: false, scope: [] },
  ...claims,
});

/** Everybody whom a token can tell of, as it matters to a rule. */
const EVERYBODY: readonly (readonly [who: string, user: User])[] = [
  ...roles.map((role) => [role, somebody(role)] as const),
  ...roles
    .filter(isFollower)
    .map((role) => [`administrator ${role}`, somebody(role, { admin: true })] as const),
  ['INTEGRATOR of impact-report:read', somebody('INTEGRATOR', { scope: ['impact-report:read'] })],
];

/** Whom the rules let in that the token alone decides. */
export const decidedByToken = (permissions: Permissions): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(permissions).flatMap(([name, rule]) => {
      if (!isByToken(rule)) return [];
      const letIn = EVERYBODY.filter(([, user]) => rule.some((each) => each(user)));
      return [[name, letIn.map(([who]) => who).sort()]];
    }),
  );

import type { Claims } from '@relais/platform/auth/user.ts';
import type { WorksFor } from '@relais/platform/auth/whose-sessions.ts';
import type { Word } from '@relais/platform/graphql/reasons.ts';
import type { revokeReasons } from '../messages/revoke-sessions.reasons.ts';

/** Who changed agencies is known by the newest of what the agencies know. */
const newest = (known: readonly (WorksFor | null)[]): WorksFor | undefined =>
  known
    .filter((each) => each !== null)
    .toSorted((one, other) => one.since.localeCompare(other.since))
    .at(-1);

/** Why somebody may not end these sessions, or `null`. Each agency tells for whom a person works to administrators alone. */
export const revokeRefusal = (
  user: Pick<Claims, 'sub' | 'admin' | 'agency'>,
  sub: string,
  known: readonly (WorksFor | null)[],
): Word<typeof revokeReasons> | null => {
  if (sub === user.sub) return null;
  if (!user.admin) return 'ONLY_ADMINISTRATORS';
  return newest(known)?.agency === user.agency ? null : 'NOT_OF_YOUR_AGENCY';
};

import { type AgencyKind, agencyKinds } from '@relais/platform/auth/agencies.ts';
import type { Role } from '@relais/platform/auth/user.ts';
import type { Subgraph } from '@relais/platform/subgraph.ts';
import { OF_AGENCIES } from '../../src/testing/seeing/changes.ts';
import type { writtenTables } from '../../src/testing/seeing/written-tables.ts';

type Written = Awaited<ReturnType<typeof writtenTables>>['agencies'];

/** The changes of an agency that name a permission. */
const changesOf = ({ resolvers }: Pick<Subgraph, 'resolvers'>, permission: string): string[] =>
  globalThis.TypeGraphQLMetadataStorage.mutations
    .filter(
      ({ target, roles = [] }) => resolvers.some((each) => each === target) && roles.includes(permission),
    )
    .map(({ schemaName }) => schemaName);

/**
 * Whether a change that names this permission is written down for these agencies alone; that each is let in so, and by the
 * whole way, is asked by `permissions.test.ts`.
 */
export const isAsWritten = (
  subgraph: Pick<Subgraph, 'resolvers'>,
  written: Written,
  { permission, role, kinds }: { permission: string; role: Role; kinds: readonly AgencyKind[] },
): boolean =>
  changesOf(subgraph, permission).every((change) => {
    const [line = ''] = Object.entries(OF_AGENCIES).find(([, changes]) => changes.includes(change)) ?? [];
    const mayOf = written.get(line)?.[role] ?? [];
    return agencyKinds.every((kind) => mayOf.includes(kind) === kinds.includes(kind));
  });

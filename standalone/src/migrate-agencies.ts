import { migrate, UnknownSchema } from '@relais/platform/database/migrate.ts';
import { roleIn } from '@relais/platform/database/service-role.ts';
import { subgraphs } from '../../subgraphs/agencies.ts';
import type { EmbeddedDatabases } from './embedded-databases.ts';
import { PostgresStartError } from './postgres/postgres-start-error.ts';

/** Whoever tries Relais knows of a folder, not of databases in it. */
const explain = (error: unknown, dataDir: string): unknown =>
  error instanceof UnknownSchema
    ? new PostgresStartError(`The data folder ${dataDir} ${error.madeBy} Start over: npm run reset`)
    : error;

/** Brings the three databases to the newest schema, at the same time. */
export const migrateAgencies = async ({
  urls,
  ownerUrls,
  dataDir,
}: Pick<EmbeddedDatabases, 'urls' | 'ownerUrls' | 'dataDir'>): Promise<void> => {
  const migrated = subgraphs.map(({ name, migrations }) =>
    migrate({
      url: ownerUrls[name],
      migrations,
      applicationName: name,
      serviceRole: roleIn(urls[name]),
    }),
  );
  // All of them end before the databases may be stopped.
  const outcomes = await Promise.allSettled(migrated);
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed) throw explain(failed.reason, dataDir);
};

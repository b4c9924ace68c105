import { subgraph as earlyChildhood } from '@relais/early-childhood/subgraph.ts';
import { subgraph as employment } from '@relais/employment/subgraph.ts';
import { migrate } from '@relais/platform/database/migrate.ts';
import { subgraph as socialProtection } from '@relais/social-protection/subgraph.ts';
import type { EmbeddedDatabases } from './embedded-databases.ts';

const subgraphs = [earlyChildhood, socialProtection, employment] as const;

/** Brings the three databases to the newest schema, at the same time. */
export const migrateAgencies = async (urls: EmbeddedDatabases['urls']): Promise<void> => {
  const migrated = subgraphs.map(({ name, entities, migrations }) =>
    migrate({ url: urls[name], entities, migrations, applicationName: name }),
  );
  await Promise.all(migrated);
};

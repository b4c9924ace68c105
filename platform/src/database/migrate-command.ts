import { z } from 'zod';
import { readConfig } from '../config.ts';
import { runCommand } from '../process.ts';
import type { Subgraph } from '../subgraph.ts';
import { ownerAddress, ownerSettings } from './database-settings.ts';
import { migrate } from './migrate.ts';

const settings = z.object({ ...ownerSettings, DATABASE_ROLE: z.string().min(1) });

/** `npm run migrate -w subgraphs/employment`: as the owner of its tables, and lets the role of the service in. */
export const migrateDatabase = ({ name, migrations }: Subgraph): Promise<void> =>
  runCommand(async () => {
    const config = readConfig(settings);
    await migrate({
      url: ownerAddress(config),
      applicationName: `${name} migrations`,
      migrations,
      serviceRole: config.DATABASE_ROLE,
    });
    return `The database of ${name} is up to date.`;
  });

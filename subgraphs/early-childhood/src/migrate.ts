import { migrateDatabase } from '@relais/platform/database/migrate-command.ts';
import { subgraph } from './subgraph.ts';

void migrateDatabase(subgraph);

import { startDatabases } from '../embedded-databases.ts';

/** A process for a test to kill: starts the databases of the named folder, says so, and stays. */
await startDatabases(process.argv[2] ?? '', { ephemeral: true });
process.stdout.write('started\n');
setInterval(() => undefined, 1_000);

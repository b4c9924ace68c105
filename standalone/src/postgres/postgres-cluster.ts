import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { EmptyFileError, keptFile, textOf } from '../kept-file.ts';
import { copyCluster, syncFlags } from './cluster-copies.ts';
import { clusterOf } from './cluster-lock.ts';
import type { PostgresHome } from './postgres-home.ts';
import { isFullDisk, noRoomIn, PostgresStartError } from './postgres-start-error.ts';
import { ownEnvironment } from './shell-variables.ts';

const SUPERUSER = 'postgres';
const KEPT_LINES = 40;
const START_OVER = 'Put it back from a copy, or start over: npm run reset.';

const passwordFileOf = (dataDir: string): string => path.join(dataDir, 'superuser.password');

/** `null` when the program could not even be started. */
export const finished = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => {
    child.once('error', () => resolve(null));
    child.once('exit', resolve);
  });

/** The last lines a program wrote, for the message when it fails. */
export const listenTo = (child: ChildProcess): string[] => {
  const said: string[] = [];
  const keep = (chunk: Buffer): void => {
    said.push(...chunk.toString().split('\n').filter(Boolean));
    said.splice(0, said.length - KEPT_LINES);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return said;
};

const withoutPrefix = (line: string): string =>
  line.replace(/^.*?\b(FATAL|PANIC|ERROR|LOG|DETAIL|error): +/, '');

/** What a server that ends, or does not start, says of the reason: its end first, then what it could not do. */
const REASONS = [/shutdown (request|because)/, /PANIC|FATAL|ERROR|error:/, /./];

/** PostgreSQL's own reason for failing, out of what it wrote last. */
export const reasonIn = (said: readonly string[], dataDir: string): string => {
  if (said.some(isFullDisk)) return noRoomIn(dataDir);
  const isMissing = said.some((line) => line.includes('could not find the database system'));
  if (isMissing) return `the files in ${clusterOf(dataDir)} are damaged: ${said.at(-1)}. ${START_OVER}`;
  const telling = REASONS.find((reason) => said.some((line) => reason.test(line)));
  const at = said.findLastIndex((line) => telling?.test(line));
  const reason = withoutPrefix(said[at] ?? 'no reason given');
  const detail = said[at + 1];
  return detail?.includes('DETAIL:') ? `${reason} (${withoutPrefix(detail)})` : `${reason}.`;
};

/** How a server ended that nobody had told to. */
export const endOf = ({ signalCode }: ChildProcess, said: readonly string[], dataDir: string): string =>
  signalCode === null ? reasonIn(said, dataDir) : `${signalCode}.`;

/** The superuser's password, made with the cluster. Without it nobody can open the databases that are there. */
const superuserPassword = async (dataDir: string): Promise<string> => {
  const file = passwordFileOf(dataDir);
  const password = await textOf(file);
  if (password) return password;
  throw password === undefined
    ? new PostgresStartError(`The file ${file} is missing. ${START_OVER}`)
    : new EmptyFileError(file, START_OVER);
};

const give = async (path: string, { runAs }: PostgresHome): Promise<void> => {
  if (runAs.uid !== undefined && runAs.gid !== undefined) await chown(path, runAs.uid, runAs.gid);
};

const newPassword = (): string => randomBytes(24).toString('base64url');

const initdb = async (home: PostgresHome, folder: string, options: ClusterOptions): Promise<void> => {
  const passwordFile = `${folder}.password`;
  await mkdir(folder, { mode: 0o700 });
  await give(folder, home);
  await writeFile(passwordFile, await superuserPassword(home.dataDir), { mode: 0o600 });
  await give(passwordFile, home);
  const flags = [`--pgdata=${folder}`, `--username=${SUPERUSER}`, `--pwfile=${passwordFile}`];
  flags.push('--auth=scram-sha-256', '--encoding=UTF8', '--no-locale');
  flags.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8');
  flags.push(...(options.ephemeral ? ['--no-sync'] : syncFlags));
  const child = spawn(path.join(home.binaries, 'bin/initdb'), flags, {
    ...home.runAs,
    cwd: '/',
    env: ownEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = listenTo(child);
  options.meanwhile?.();
  const code = await finished(child);
  await rm(passwordFile, { force: true });
  if (code === 0) return;
  throw new PostgresStartError(`PostgreSQL could not make its files: ${reasonIn(said, home.dataDir)}`);
};

/** The password of a start that was cut short before it made a cluster is of no use if it was lost. */
const keepPassword = async (dataDir: string): Promise<void> => {
  const file = passwordFileOf(dataDir);
  if ((await textOf(file)) === '') await rm(file);
  await keptFile(file, newPassword);
};

export type ClusterOptions = {
  /** For tests: quick, and lost when the machine stops. */
  readonly ephemeral?: boolean;
  /** Files of a stopped cluster which a new one is made of. They need not be there, or be of any use. */
  readonly prepared?: string;
  /** Called whenever PostgreSQL has been told to do something that takes long, for whoever has work of their own. */
  readonly meanwhile?: () => void;
};

const isCopied = async (home: PostgresHome, half: string, options: ClusterOptions): Promise<boolean> => {
  const { prepared, ephemeral: isEphemeral = false } = options;
  if (!prepared || !existsSync(prepared)) return false;
  const password = await superuserPassword(home.dataDir);
  try {
    await copyCluster(home, { from: prepared, to: half, superuser: SUPERUSER, password, isEphemeral });
    return true;
  } catch {
    // Whatever is wrong with it, a cluster can be made without.
    await rm(half, { recursive: true, force: true });
    return false;
  }
};

/** Renamed into place when complete, so that a start broken off half-way leaves nothing half made. */
export const makeCluster = async (home: PostgresHome, options: ClusterOptions): Promise<void> => {
  if (existsSync(clusterOf(home.dataDir))) return;
  const half = `${clusterOf(home.dataDir)}.${process.pid}`;
  try {
    await keepPassword(home.dataDir);
    await rm(half, { recursive: true, force: true });
    if (!(await isCopied(home, half, options))) await initdb(home, half, options);
    await rename(half, clusterOf(home.dataDir));
  } catch (error) {
    await rm(half, { recursive: true, force: true });
    if (!existsSync(clusterOf(home.dataDir))) throw error;
  }
};

export const superuserUrl = async (dataDir: string, port: number): Promise<string> =>
  `postgres://${SUPERUSER}:${await superuserPassword(dataDir)}@127.0.0.1:${port}/postgres`;

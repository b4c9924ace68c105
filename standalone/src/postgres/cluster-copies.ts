import { type SpawnOptions, spawn } from 'node:child_process';
import { chmod, mkdir } from 'node:fs/promises';
import { platform } from 'node:os';
import path from 'node:path';
import type { PostgresHome } from './postgres-home.ts';
import { ownEnvironment } from './shell-variables.ts';

/** One call for all files, where there is one: a thousand files synced one by one take a second or more. */
export const syncFlags: readonly string[] = platform() === 'linux' ? ['--sync-method=syncfs'] : [];

/** Runs a program to its end; what it was told is not shown to anybody. */
const run = (
  program: string,
  args: readonly string[],
  { told = '', ...options }: SpawnOptions & { readonly told?: string } = {},
): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: '/', ...options, stdio: ['pipe', 'ignore', 'pipe'] });
    let problems = '';
    child.stderr.on('data', (chunk) => {
      problems += String(chunk);
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end(told);
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0 && !/^.*(ERROR|FATAL|PANIC):/m.test(problems)) return resolve();
      reject(new Error(`${path.basename(program)} failed: ${problems}`));
    });
  });

const copyFiles = async (from: string, to: string): Promise<void> => {
  await mkdir(path.dirname(to), { recursive: true });
  await run('cp', ['-R', from, to]);
  await chmod(to, 0o700);
};

/** Copies the files of a stopped cluster for clusters to come. The copy belongs to whoever makes it, and is on the disk. */
export const keepCluster = async (from: string, to: string): Promise<void> => {
  await copyFiles(from, to);
  await run('sync', []);
};

export type ClusterCopy = {
  readonly from: string;
  readonly to: string;
  readonly superuser: string;
  readonly password: string;
  readonly isEphemeral: boolean;
};

/**
 * Makes a cluster of the files of a stopped one, under a password of its own: nobody keeps the other's. Fails where
 * PostgreSQL does not take the copy, as one made on another kind of machine.
 */
export const copyCluster = async (home: PostgresHome, copy: ClusterCopy): Promise<void> => {
  const { from, to, superuser, password, isEphemeral } = copy;
  const { uid, gid } = home.runAs;
  const asUser = { ...home.runAs, env: ownEnvironment() };
  await copyFiles(from, to);
  if (uid !== undefined) await run('chown', ['-R', `${uid}:${gid}`, to]);
  // Without a server: nobody else can be connected, and nobody must be trusted.
  await run(path.join(home.binaries, 'bin/postgres'), ['--single', '-D', to, 'postgres'], {
    ...asUser,
    told: `alter role ${superuser} password '${password}'\n`,
  });
  if (isEphemeral) return;
  await run(path.join(home.binaries, 'bin/initdb'), ['--sync-only', ...syncFlags, `--pgdata=${to}`], asUser);
};

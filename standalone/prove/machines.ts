import { execFile } from 'node:child_process';
import { chmod, chown, copyFile, mkdir, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { inTestFolder, makeTestFolder } from '../src/testing/test-folder.ts';

const run = promisify(execFile);

/** Who tries Relais, where, and on which Node. */
export type Machine = {
  readonly name: string;
  readonly folder: string;
  readonly environment: Record<string, string>;
  readonly user: { readonly uid?: number; readonly gid?: number };
};

const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;

/** What this run was given is not what a fresh machine has. */
const isOurs = (name: string): boolean =>
  /^(npm_|INIT_CWD|RELAIS_|TEST_|DEMO_|TMPDIR$|PORT$|HOST$|NODE_(ENV|OPTIONS|PATH)$)/.test(name);

const environmentOf = (home: string, nodeFolder: string): Record<string, string> => {
  const folders = (process.env.PATH ?? '')
    .split(':')
    .filter((each) => !/node_modules|node-gyp-bin/.test(each));
  const kept = Object.entries(process.env).flatMap(([name, value]): [string, string][] =>
    value === undefined || isOurs(name) ? [] : [[name, value]],
  );
  return { ...Object.fromEntries(kept), HOME: home, PATH: [nodeFolder, ...folders].join(':') };
};

/** A folder, reachable by everybody, that holds one release of Node. */
const nodeFolder = async (base: string, release: string): Promise<string> => {
  const { stdout } = await run('npx', ['-y', '-p', `node@${release}`, '-c', 'command -v node']);
  const folder = path.join(base, `node-${release}`);
  await mkdir(folder);
  await copyFile(stdout.trim(), path.join(folder, 'node'));
  return folder;
};

type Place = Pick<Machine, 'user'> & { readonly who: string; readonly parent: string; readonly home: string };

const ownFolder = async (base: string, user: Machine['user']): Promise<string> => {
  const folder = path.join(base, 'home');
  await mkdir(folder);
  if (user.uid !== undefined && user.gid !== undefined) await chown(folder, user.uid, user.gid);
  return folder;
};

const placesOf = async (base: string, underHome: string): Promise<Place[]> => {
  const nobody = { uid: NOBODY, gid: NOBODY };
  const ordinary = await ownFolder(base, isRoot ? nobody : {});
  const self: Place = {
    who: 'an ordinary user',
    parent: ordinary,
    home: ordinary,
    user: isRoot ? nobody : {},
  };
  if (!isRoot) return [self];
  return [
    { who: 'root', parent: base, home: homedir(), user: {} },
    { who: 'root, under its home', parent: underHome, home: homedir(), user: {} },
    self,
  ];
};

const machinesIn = async (
  base: string,
  underHome: string,
  releases: readonly string[],
): Promise<Machine[]> => {
  const places = await placesOf(base, underHome);
  const machines: Machine[] = [];
  for (const release of releases) {
    const node = await nodeFolder(base, release);
    for (const { who, parent, home, user } of places) {
      const folder = path.join(parent, `relais-${machines.length}`);
      const environment = environmentOf(home, node);
      machines.push({ name: `${who}, Node ${release}`, folder, user, environment });
    }
  }
  return machines;
};

/** Every fresh machine to try; what was made for them goes when the work is done. */
export const onFreshMachines = async (
  releases: readonly string[],
  work: (machines: readonly Machine[]) => Promise<void>,
): Promise<void> =>
  inTestFolder(async (base) => {
    await chmod(base, 0o755);
    const underHome = await makeTestFolder(homedir());
    try {
      await work(await machinesIn(base, underHome, releases));
    } finally {
      await rm(underHome, { recursive: true, force: true });
    }
  });

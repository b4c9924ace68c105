import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { agencyNames } from '../../subgraphs/agencies.ts';
import { type EmbeddedDatabases, runningDatabases, startDatabases } from './embedded-databases.ts';

let folder: string;
let running: EmbeddedDatabases[];

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'relais-databases-'));
  running = [];
});

afterEach(async () => {
  for (const databases of running) await databases.stop();
  await rm(folder, { recursive: true, force: true });
});

const start = async (): Promise<EmbeddedDatabases> => {
  const databases = await startDatabases(folder, { ephemeral: true });
  running.push(databases);
  return databases;
};

const ask = async (url: string, query: string): Promise<unknown[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(query)).rows;
  } finally {
    await client.end();
  }
};

const inDatabase = (url: string, database: string): string => {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.toString();
};

describe('the databases of the standalone', () => {
  it('lets each role into its own database and into no other', async () => {
    const { urls } = await start();
    const databases = [...agencyNames.map((name) => name.replaceAll('-', '_')), 'postgres', 'template1'];
    const entered = await Promise.all(
      agencyNames.flatMap((name) =>
        databases.map((database) =>
          ask(inDatabase(urls[name], database), 'select').then(
            () => [name, database],
            (error: Error) => error.message,
          ),
        ),
      ),
    );
    expect(entered.filter(Array.isArray)).toEqual(
      agencyNames.map((name) => [name, name.replaceAll('-', '_')]),
    );
    expect(entered.filter((outcome) => /permission denied for database/.test(String(outcome)))).toHaveLength(
      12,
    );
  });

  it('leaves failed statements, which quote data, out of the log', async () => {
    const { superuserUrl } = await start();
    expect(await ask(superuserUrl, 'show log_min_messages')).toEqual([{ log_min_messages: 'log' }]);
    expect(await ask(superuserUrl, 'show log_min_error_statement')).toEqual([
      { log_min_error_statement: 'panic' },
    ]);
  });

  it('gives the roles no power over the server', async () => {
    const { urls } = await start();
    for (const name of agencyNames) {
      const roles = await ask(
        urls[name],
        'select rolsuper, rolcreaterole, rolcreatedb from pg_roles where rolname = current_user',
      );
      expect(roles).toEqual([{ rolsuper: false, rolcreaterole: false, rolcreatedb: false }]);
    }
  });

  it('keeps the data and the passwords, which only their owner can read', async () => {
    const first = await start();
    await ask(first.ownerUrls.employment, 'create table kept (id int)');
    await first.stop();
    const second = await start();
    expect(await ask(second.ownerUrls.employment, 'select * from kept')).toEqual([]);
    for (const file of ['database-passwords.json', 'service-passwords.json', 'superuser.password']) {
      expect((await stat(path.join(second.dataDir, file))).mode & 0o777).toBe(0o600);
    }
  });

  it('tells another process where they are while they run', async () => {
    const { urls, ownerUrls, stop } = await start();
    expect(await runningDatabases(folder)).toEqual({ urls, ownerUrls });
    await stop();
    await expect(runningDatabases(folder)).rejects.toThrow(/^No Relais runs on .*Start it first/);
  });

  it('leaves a data folder alone that another run uses, and says so', async () => {
    const first = await start();
    await expect(start()).rejects.toThrow(/is in use by another run/);
    expect(await ask(first.urls.employment, 'select 1 as still')).toEqual([{ still: 1 }]);
  });

  it('starts again after the process that held it was killed', async () => {
    await (await start()).stop();
    const holder = spawn(
      process.execPath,
      ['--import', 'tsx', path.join(import.meta.dirname, 'testing/hold-databases.ts'), folder],
      { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, NODE_OPTIONS: '' } },
    );
    await once(holder.stdout, 'data');
    holder.kill('SIGKILL');
    const next = await start();
    expect(await ask(next.urls.employment, 'select 1 as alive')).toEqual([{ alive: 1 }]);
  });

  it('says in one line that a folder cannot be written', async () => {
    const file = path.join(folder, 'file');
    await writeFile(file, '');
    await expect(startDatabases(path.join(file, 'data'))).rejects.toThrow(
      /^The data folder .*data cannot be written \(ENOTDIR\)\. Name one that can: RELAIS_DATA_DIR=…$/,
    );
  });
});

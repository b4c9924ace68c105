import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '@relais/platform/database/with-client.ts';
import { Temporal } from 'temporal-polyfill';
import { preparedFor } from './demo-plan.ts';
import { type EmbeddedDatabases, startDatabases } from './embedded-databases.ts';
import { keepCluster } from './postgres/cluster-copies.ts';
import { clusterOf } from './postgres/cluster-lock.ts';

let folder: string;
let prepared: string;
let original: string;

const plan = { seed: 1, today: Temporal.PlainDate.from('2026-11-28') };

/** A cluster with one table, stopped and kept. */
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'relais-prepared-'));
  await chmod(folder, 0o711);
  const dataDir = path.join(folder, 'original');
  const databases = await startDatabases(dataDir, { ephemeral: true });
  original = databases.superuserUrl;
  await withClient(databases.ownerUrls.employment, async (client) => {
    await client.query('create table kept (number int)');
    await client.query('insert into kept values (7)');
  });
  await databases.stop();
  prepared = path.join(folder, 'prepared');
  await keepCluster(clusterOf(databases.dataDir), path.join(prepared, 'cluster'));
  await writeFile(path.join(prepared, 'demo-city.json'), '{"seed":1,"madeOn":"2026-11-28"}');
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const on = async <Result>(
  name: string,
  cluster: string,
  work: (databases: EmbeddedDatabases) => Promise<Result>,
): Promise<Result> => {
  const databases = await startDatabases(path.join(folder, name), { ephemeral: true, prepared: cluster });
  try {
    return await work(databases);
  } finally {
    await databases.stop();
  }
};

const numbers = ({ ownerUrls }: EmbeddedDatabases): Promise<unknown> =>
  withClient(ownerUrls.employment, async (client) => (await client.query('select number from kept')).rows);

const NO_TABLE = { code: '42P01' };
const cluster = () => path.join(prepared, 'cluster');
const copyOfIt = async (name: string): Promise<string> => {
  const copy = path.join(folder, name);
  await cp(cluster(), copy, { recursive: true });
  return copy;
};

describe('a cluster made of a prepared one', () => {
  it('holds its data, under passwords of its own', async () => {
    await on('first', cluster(), async (databases) => {
      expect(await numbers(databases)).toEqual([{ number: 7 }]);
      const old = new URL(original);
      old.port = String(databases.port);
      await expect(withClient(old.href, async () => 'open')).rejects.toMatchObject({ code: '28P01' });
    });
  });

  it('keeps what is written to it, and leaves the prepared one as it was', async () => {
    await on('second', cluster(), async ({ ownerUrls }) =>
      withClient(ownerUrls.employment, (client) => client.query('update kept set number = 8')),
    );
    expect(await on('second', cluster(), numbers)).toEqual([{ number: 8 }]);
    expect(await on('third', cluster(), numbers)).toEqual([{ number: 7 }]);
  });

  it('is made without when nothing was prepared, or only half, or it is damaged or of another PostgreSQL', async () => {
    const half = path.join(folder, 'half');
    await mkdir(half);
    const cut = await copyOfIt('cut');
    await truncate(path.join(cut, 'global/pg_control'), 100);
    const older = await copyOfIt('older');
    await writeFile(path.join(older, 'PG_VERSION'), '12\n');
    for (const useless of [path.join(folder, 'none'), half, cut, older]) {
      const name = `without-${path.basename(useless)}`;
      await expect(on(name, useless, numbers)).rejects.toMatchObject(NO_TABLE);
      expect((await readdir(path.join(folder, name))).toSorted()).toEqual([
        'cluster',
        'database-passwords.json',
        'service-passwords.json',
        'superuser.password',
      ]);
    }
  }, 60_000);
});

describe('what was prepared', () => {
  const dataDir = () => path.join(folder, 'data');
  const tomorrow = plan.today.add({ days: 1 });

  it('is for its day and its seed only', async () => {
    await mkdir(dataDir(), { recursive: true });
    expect(await preparedFor(dataDir(), plan, prepared)).toBe(cluster());
    expect(await preparedFor(dataDir(), { ...plan, today: tomorrow }, prepared)).toBeUndefined();
    expect(await preparedFor(dataDir(), { ...plan, seed: 2 }, prepared)).toBeUndefined();
    expect(await preparedFor(dataDir(), plan, path.join(folder, 'none'))).toBeUndefined();
    expect(await preparedFor(dataDir(), plan, '')).toBeUndefined();
  });

  it('is not for a folder whose city was begun on another day', async () => {
    await writeFile(path.join(dataDir(), 'demo-city.json'), '{"seed":1,"madeOn":"2026-11-27"}');
    expect(await preparedFor(dataDir(), plan, prepared)).toBeUndefined();
    await writeFile(path.join(dataDir(), 'demo-city.json'), '{"seed":1,"madeOn":"2026-11-28"}');
    expect(await preparedFor(dataDir(), { ...plan, today: tomorrow }, prepared)).toBe(cluster());
  });

  it('is not taken when its day is not known', async () => {
    const unnamed = path.join(folder, 'unnamed');
    await cp(prepared, unnamed, { recursive: true });
    for (const text of ['', '{"seed":1,', '{"seed":1}']) {
      await writeFile(path.join(unnamed, 'demo-city.json'), text);
      expect(await preparedFor(path.join(folder, 'empty'), plan, unnamed)).toBeUndefined();
    }
    await rm(path.join(unnamed, 'demo-city.json'));
    expect(await preparedFor(path.join(folder, 'empty'), plan, unnamed)).toBeUndefined();
    expect(await readFile(path.join(prepared, 'demo-city.json'), 'utf8')).toContain('2026-11-28');
  });
});

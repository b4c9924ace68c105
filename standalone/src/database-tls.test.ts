import { chmod, chown, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDatabase } from '@relais/platform/database/database.ts';
import { migrate } from '@relais/platform/database/migrate.ts';
import { roleIn } from '@relais/platform/database/service-role.ts';
import { withClient } from '@relais/platform/database/with-client.ts';
import { openQueuePool } from '@relais/platform/events/queue-pool.ts';
import { certifiedBy, newAuthority } from './certificates.ts';
import { type EmbeddedDatabases, startDatabases } from './embedded-databases.ts';
import { clusterOf } from './postgres/cluster-lock.ts';

const IS_ENCRYPTED = 'select ssl from pg_stat_ssl where pid = pg_backend_pid()';

let folder: string;
let databases: EmbeddedDatabases;
let ours: string;
let strangers: string;

/** PostgreSQL takes a key that only its own user can read. */
const give = async (name: string, text: string): Promise<string> => {
  const cluster = clusterOf(databases.dataDir);
  const file = path.join(cluster, name);
  await writeFile(file, text);
  const { uid, gid } = await stat(cluster);
  await chown(file, uid, gid);
  await chmod(file, 0o600);
  return file;
};

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'relais-tls-'));
  await chmod(folder, 0o711);
  databases = await startDatabases(path.join(folder, 'data'), { ephemeral: true });
  const now = new Date();
  const authority = newAuthority('Ours', now);
  const server = certifiedBy(authority, 'localhost', now);
  ours = path.join(folder, 'ours.pem');
  strangers = path.join(folder, 'strangers.pem');
  await writeFile(ours, authority.certificate);
  await writeFile(strangers, newAuthority('Ours', now).certificate);
  const certificate = await give('test.crt', server.certificate);
  const key = await give('test.key', server.key);
  await withClient(databases.superuserUrl, async (superuser) => {
    await superuser.query(`alter system set ssl_cert_file = '${certificate}'`);
    await superuser.query(`alter system set ssl_key_file = '${key}'`);
    await superuser.query('alter system set ssl = on');
    await superuser.query('select pg_reload_conf()');
  });
}, 60_000);
afterAll(async () => {
  await databases.stop();
  await rm(folder, { recursive: true, force: true });
});

const safely = (address: string, host: string, authority: string): string => {
  const url = new URL(address);
  url.hostname = host;
  url.searchParams.set('sslmode', 'verify-full');
  url.searchParams.set('sslrootcert', authority);
  return url.toString();
};
const asked = async (url: string): Promise<unknown> => {
  const db = await openDatabase({ url, applicationName: 'test', entities: [], poolSize: 1, patience: 20 });
  return db.query(IS_ENCRYPTED).finally(() => db.destroy());
};

describe('with sslmode=verify-full and a certificate of one’s own authority', () => {
  it('every way to a database is encrypted', async () => {
    const { urls, ownerUrls } = databases;
    const url = safely(urls.employment, 'localhost', ours);
    await migrate({
      url: safely(ownerUrls.employment, 'localhost', ours),
      applicationName: 'test',
      migrations: [],
      serviceRole: roleIn(url),
    });
    expect(await asked(url)).toEqual([{ ssl: true }]);
    expect(await withClient(url, async (client) => (await client.query(IS_ENCRYPTED)).rows)).toEqual([
      { ssl: true },
    ]);
    const pool = openQueuePool(url, 'test');
    expect((await pool.query(IS_ENCRYPTED)).rows).toEqual([{ ssl: true }]);
    await pool.end();
  });

  it('nobody passes for the server: neither by a certificate of somebody else, nor by one for another name', async () => {
    const { employment } = databases.urls;
    await expect(asked(safely(employment, 'localhost', strangers))).rejects.toThrow(
      /certificate|self-signed/,
    );
    await expect(asked(safely(employment, '127.0.0.1', ours))).rejects.toThrow(/does not match/);
  });

  it('a server that does not encrypt is not asked', async () => {
    await withClient(databases.superuserUrl, async (superuser) => {
      await superuser.query('alter system set ssl = off');
      await superuser.query('select pg_reload_conf()');
    });
    const url = safely(databases.urls.employment, 'localhost', ours);
    await expect(asked(url)).rejects.toThrow('does not support SSL');
  });
});

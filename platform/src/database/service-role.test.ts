import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { ConfigError } from '../config.ts';
import { createLog } from '../log.ts';
import { runSubgraph } from '../subgraph-runtime.ts';
import { runTestAgency, stepAgency, type TestAgency } from '../testing/test-agencies.ts';
import { asAdministrator, asOwner, createTestDatabase } from '../testing/test-database.ts';
import { createTestIssuer, testAgencies } from '../testing/test-users.ts';
import { openDatabase } from './database.ts';
import { migrate } from './migrate.ts';
import { refusePowers, roleIn } from './service-role.ts';

const PRODUCTION = { NODE_ENV: 'production' };

let agency: TestAgency;
beforeAll(async () => {
  agency = await runTestAgency(stepAgency('employment'));
});
afterAll(() => agency.end());

describe('the role of a service', () => {
  it('is good enough for production, and that of all tests', async () => {
    await expect(refusePowers(agency.db, PRODUCTION)).resolves.toBeUndefined();
  });

  it.each([
    'create table own ()',
    'create temporary table own ()',
    'create schema own',
    'create function own() returns int language sql as $$select 1$$',
    'alter table outbox add column own int',
    'drop table outbox',
    'truncate outbox',
    'create index own on outbox (id)',
    'create policy own on outbox using (true)',
    'alter table outbox disable row level security',
    "update schema_files set hash = ''",
    "update access_log set name = 'Somebody else'",
    'delete from access_log',
    'select from access_log_otherwise',
    "copy outbox to '/tmp/outbox'",
    'alter role current_user superuser',
    'create role own',
    'drop table graphile_worker._private_jobs',
    'delete from graphile_worker.migrations',
  ])('may not %s', async (sql) => {
    await expect(agency.db.query(sql)).rejects.toThrow(/permission denied|must be owner/);
  });

  it('may still make the months of the access log', async () => {
    const [month] = await asOwner(
      agency,
      `select 'access_log_' || to_char(current_date + interval '4 months', 'YYYY_MM') as name`,
    );
    await agency.db.query('select make_access_log_months(current_date, 5)');
    expect(await agency.db.query('select to_regclass($1) is not null as made', [month?.name])).toEqual([
      { made: true },
    ]);
    await expect(agency.db.query(`select from ${month?.name}`)).rejects.toThrow('permission denied');
  });
});

describe('a service in production', () => {
  const powersAs = async (url: string): Promise<unknown> => {
    const db = await openDatabase({ url, applicationName: 'test', entities: [], patience: 20 });
    return refusePowers(db, PRODUCTION)
      .catch((error: unknown) => error)
      .finally(() => db.destroy());
  };

  it('does not start as the owner of its tables', async () => {
    const refused = await powersAs(agency.ownerUrl);
    expect(refused).toBeInstanceOf(ConfigError);
    expect(String(refused)).toContain('its role owns tables, or the database, could make tables;');
  });

  it('does not start as a superuser', async () => {
    const url = new URL(process.env.TEST_POSTGRES_URL ?? '');
    url.pathname = `/${agency.databaseName}`;
    expect(String(await powersAs(url.toString()))).toContain('is a superuser, passes row-level security by');
  });

  it.each([
    ['grant create on schema public to relais_test_service', 'could make tables'],
    [`grant temporary on database "$database" to relais_test_service`, 'could make tables'],
    ['grant relais_test to relais_test_service', 'owns tables, or the database'],
    ['alter role relais_test_service bypassrls', 'passes row-level security by'],
    ['alter role relais_test_service createrole', 'makes roles or databases'],
  ])('does not start after %s', async (sql, power) => {
    const fresh = await createTestDatabase({ name: 'employment', migrations: [] });
    const role = `role_of_${fresh.name}`;
    // A role of its own: the others go on testing with theirs.
    const run = (text: string) =>
      asAdministrator(async (client) => {
        await client.query(text.replace('relais_test_service', role).replace('$database', fresh.name));
      }, fresh.name);
    await run(`create role ${role} login password '${role}'`);
    try {
      const url = new URL(fresh.url);
      url.username = role;
      url.password = role;
      expect(await powersAs(url.toString())).toBeUndefined();
      await run(sql);
      expect(String(await powersAs(url.toString()))).toContain(power);
    } finally {
      await fresh.drop();
      await asAdministrator((client) => client.query(`drop role ${role}`));
    }
  });

  it('is asked for nothing elsewhere', async () => {
    await expect(refusePowers({} as DataSource, {})).resolves.toBeUndefined();
  });

  it('says which role is to be let in', () => {
    expect(roleIn('postgres://em%40ployment:secret@db/employment')).toBe('em@ployment');
    expect(() => roleIn('postgres://db/employment')).toThrow('DATABASE_URL: name the role that signs in');
  });
});

describe('a service whose database nobody migrated', () => {
  it('does not start, and names what is missing; with the owner’s address it brings it up to date', async () => {
    const database = await createTestDatabase({ name: 'employment', migrations: [] });
    const { verifyToken } = await createTestIssuer();
    const start = (ownerUrl?: string) =>
      runSubgraph(stepAgency('employment'), {
        databaseUrl: database.url,
        ownerUrl,
        verifyToken,
        admitted: testAgencies,
        deliver: async () => undefined,
        log: createLog('test', 'silent'),
        patience: 20,
      });
    try {
      await expect(start()).rejects.toThrow(
        `The database ${database.name} lacks platform/0001-events.sql. Migrate it first`,
      );
      const running = await start(database.ownerUrl);
      expect(await running.isReady()).toBe(true);
      await running.close();
      const again = await start();
      await again.close();
    } finally {
      await database.drop();
    }
  });
});

it('a role is let in by name, however it is written', async () => {
  const database = await createTestDatabase({ name: 'employment', migrations: [] });
  const role = `O'Neil "${database.name}"`;
  const { escapeIdentifier } = pg;
  await asAdministrator((client) => client.query(`create role ${escapeIdentifier(role)}`));
  try {
    const options = { url: database.ownerUrl, applicationName: 'test', migrations: [] };
    for (const _ of [1, 2]) await migrate({ ...options, serviceRole: role });
    const [granted] = await asOwner(
      database,
      `select has_table_privilege('${role.replace("'", "''")}', 'graphile_worker.jobs', 'select') as jobs`,
    );
    expect(granted).toEqual({ jobs: true });
  } finally {
    await database.drop();
    await asAdministrator((client) => client.query(`drop role ${escapeIdentifier(role)}`));
  }
});

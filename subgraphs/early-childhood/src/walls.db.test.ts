import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenFollowers } from '@relais/platform/followers/followers.builder.ts';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import pg from 'pg';
import { givenBooking } from './care/bookings/booking.builder.ts';
import type { Booking } from './care/bookings/booking.ts';
import { givenChild, givenFamily } from './families/families/family.builder.ts';
import { subgraph } from './subgraph.ts';

const PLACES = ['family_homes', 'family_addresses'] as const;
const TABLES = [...PLACES, 'care_alerts'] as const;
type Table = (typeof TABLES)[number];

let graph: TestSubgraph;
/** Its own connection, as the service signs in: whatever SQL somebody could make it ask. */
let client: pg.Client;
let followed: string;
let other: string;
let hidden: string;
let received: Booking;

const givenFile = async (): Promise<{ familyId: string; childId: string }> => {
  const { id: familyId } = await givenFamily(graph.db);
  await graph.db.query('delete from followers where family_id = $1', [familyId]);
  await graph.db.query(
    `insert into family_addresses (id, family_id, street, postal_code, city, from_day, until_day)
     values ($1, $2, '1 rue du Lavoir', '44000', 'Nantes', '2020-01-01', '2021-01-01')`,
    [newId(), familyId],
  );
  const { id: childId } = await givenChild(graph.db, { familyId, careAlerts: ['Arachide'] });
  return { familyId, childId };
};

beforeAll(async () => {
  graph = await testSubgraph(subgraph);
  const files = [await givenFile(), await givenFile(), await givenFile()] as const;
  [followed, other, hidden] = files.map(({ familyId }) => familyId) as [string, string, string];
  received = await givenBooking(graph.db, { childId: files[0].childId });
  await givenFollowers(graph.db, followed, [
    { sub: 'lea', relation: 'TEAM' },
    { sub: 'yann', relation: 'ADVISOR' },
  ]);
  await givenFollowers(graph.db, other, [
    { sub: 'ines', relation: 'TEAM' },
    { sub: 'camille', relation: 'BARRED' },
  ]);
  await givenFollowers(graph.db, hidden, [
    { sub: 'ines', relation: 'TEAM' },
    { sub: 'asked', relation: 'REFERRAL' },
  ]);
  await graph.db.query(
    `insert into address_protections (id, family_id, basis, reason, began_at, began_by, version)
     values ($1, $2, 'COURT_ORDER', 'Ordonnance', '2026-01-01', 'ines', 1)`,
    [newId(), hidden],
  );
  await graph.db.query(
    `insert into objections (family_id, category, agency) values ($1, 'CARE', 'BENEFITS')`,
    [followed],
  );
  client = new pg.Client(graph.databaseUrl);
  await client.connect();
}, 60_000);
afterAll(async () => {
  await client.end();
  await graph.close();
});

type Asking = {
  readonly role: string;
  readonly sub: string;
  readonly agency?: string;
  readonly centres?: string;
};

const doneBy = async (
  { role, sub, agency = '', centres = '{}' }: Asking,
  sql: string,
): Promise<pg.QueryResult> => {
  await client.query('begin');
  try {
    await client.query(
      `select set_config('app.role', $1, true), set_config('app.user', $2, true), set_config('app.agency', $3, true),
         set_config('app.centres', $4, true), set_config('app.today', '2026-03-02', true),
         set_config('app.now', '2026-03-02T09:00:00Z', true)`,
      [role, sub, agency, centres],
    );
    return await client.query(sql);
  } finally {
    await client.query('rollback');
  }
};

const FAMILY_OF: Readonly<Record<Table, string>> = {
  family_homes: 'select family_id from family_homes',
  family_addresses: 'select family_id from family_addresses',
  care_alerts: 'select family_id from care_alerts join children on children.id = child_id',
};

const seenBy = async (asking: Asking, table: Table): Promise<string[]> => {
  const { rows } = await doneBy(asking, FAMILY_OF[table]);
  return rows.map(({ family_id }) => family_id).toSorted();
};

/** Of the files of this test; bookings have families of their own. */
const ofFiles = (ids: readonly string[]) => ids.filter((id) => [followed, other, hidden].includes(id));

describe.each(TABLES)('the wall before %s', (table) => {
  it('lets those alone in who see the family', async () => {
    expect(await seenBy({ role: 'CASEWORKER', sub: 'lea' }, table)).toEqual([followed]);
    expect(await seenBy({ role: 'CASEWORKER', sub: 'ines' }, table)).toEqual([other, hidden].toSorted());
    expect(await seenBy({ role: 'EMPLOYMENT_ADVISOR', sub: 'yann' }, table)).toEqual([followed]);
    expect(ofFiles(await seenBy({ role: 'SERVICE', sub: '' }, table))).toHaveLength(3);
    expect(ofFiles(await seenBy({ role: 'CARE_COORDINATOR', sub: 'camille' }, table))).not.toContain(other);
    for (const [role, sub] of [
      ['CASEWORKER', 'yann'],
      ['CASEWORKER', 'mallory'],
      ['CENTRE_STAFF', 'lea'],
      ['AUDITOR', 'lea'],
      ['INTEGRATOR', 'lea'],
      ['', 'lea'],
      ['', ''],
    ] as const)
      expect([role, sub, ...(await seenBy({ role, sub }, table))]).toEqual([role, sub]);
    expect((await client.query(FAMILY_OF[table])).rowCount).toBe(0);
  });

  it('lets nobody change what they do not see', async () => {
    const taking = `delete from ${table}`;
    expect((await doneBy({ role: 'CASEWORKER', sub: 'mallory' }, taking)).rowCount).toBe(0);
    expect((await doneBy({ role: 'CASEWORKER', sub: 'lea' }, taking)).rowCount).toBe(1);
  });

  it('stands before its owner as well', async () => {
    const owner = new pg.Client(graph.ownerUrl);
    await owner.connect();
    expect((await owner.query(`select from ${table}`)).rowCount).toBe(0);
    await owner.end();
  });
});

describe('where a family lives whose address is protected', () => {
  it.each(PLACES)('is told to its support team alone: %s', async (table) => {
    expect(await seenBy({ role: 'CASEWORKER', sub: 'ines' }, table)).toContain(hidden);
    for (const [role, sub] of [
      ['CASEWORKER', 'asked'],
      ['CARE_COORDINATOR', 'solene'],
    ] as const)
      expect([sub, ...(await seenBy({ role, sub }, table))]).not.toContain(hidden);
    expect(await seenBy({ role: 'CASEWORKER', sub: 'asked' }, 'care_alerts')).toEqual([hidden]);
  });
});

describe('what must be known of a child', () => {
  it('is not read by the agency with which the family objects to sharing its care', async () => {
    const lea = { role: 'CASEWORKER', sub: 'lea' };
    expect(await seenBy({ ...lea, agency: 'BENEFITS' }, 'care_alerts')).toEqual([]);
    expect(await seenBy({ ...lea, agency: 'CARE' }, 'care_alerts')).toEqual([followed]);
    expect(await seenBy({ ...lea, agency: 'BENEFITS' }, 'family_homes')).toEqual([followed]);
  });

  it('is read by the staff of a centre that receives it, and of no other, who change nothing of it', async () => {
    const staff = { role: 'CENTRE_STAFF', sub: 'staff', centres: `{${received.centreId}}` };
    expect(await seenBy(staff, 'care_alerts')).toEqual([followed]);
    expect(await seenBy({ ...staff, centres: `{${newId()}}` }, 'care_alerts')).toEqual([]);
    expect(await seenBy({ ...staff, centres: '' }, 'care_alerts')).toEqual([]);
    expect(await seenBy({ ...staff, role: 'AUDITOR' }, 'care_alerts')).toEqual([]);
    expect((await doneBy(staff, 'delete from care_alerts')).rowCount).toBe(0);
  });
});

describe('what was told before there is a family', () => {
  it('is read and changed by who sent it and by the service point alone', async () => {
    await graph.db.query(
      `insert into registration_requests (id, status, sent_by, sender_name, sender_agency, sent_at, family_name, told, kept_until, version)
       values ($1, 'WAITING', 'yann', 'Yann', 'france-travail', '2026-03-01', 'Sow', '{}', '2026-06-01', 1)`,
      [newId()],
    );
    const SEEN = 'select family_name from registration_requests';
    const reads = async (asking: Asking) => (await doneBy(asking, SEEN)).rowCount;
    expect(await reads({ role: 'EMPLOYMENT_ADVISOR', sub: 'yann', agency: 'JOB_SEARCH' })).toBe(1);
    expect(await reads({ role: 'CARE_COORDINATOR', sub: 'zoe', agency: 'CARE' })).toBe(1);
    expect(await reads({ role: 'SERVICE', sub: '' })).toBe(1);
    for (const asking of [
      { role: 'EMPLOYMENT_ADVISOR', sub: 'yann' },
      { role: 'EMPLOYMENT_ADVISOR', sub: 'lea', agency: 'JOB_SEARCH' },
      { role: 'CARE_COORDINATOR', sub: 'zoe' },
      { role: 'CARE_COORDINATOR', sub: 'zoe', agency: 'BENEFITS' },
      { role: 'CASEWORKER', sub: 'lea', agency: 'BENEFITS' },
      { role: 'AUDITOR', sub: 'ines', agency: 'CARE' },
      { role: '', sub: '' },
    ])
      expect([asking, await reads(asking)]).toEqual([asking, 0]);
    const taking = 'delete from registration_requests';
    expect((await doneBy({ role: 'CASEWORKER', sub: 'lea', agency: 'BENEFITS' }, taking)).rowCount).toBe(0);
  });
});

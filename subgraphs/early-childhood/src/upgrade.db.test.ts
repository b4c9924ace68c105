import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SqlFile } from '@relais/platform/database/sql-files.ts';
import { newId } from '@relais/platform/ids.ts';
import {
  createTestDatabase,
  migrateTestDatabase,
  type TestDatabase,
} from '@relais/platform/testing/test-database.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import pg from 'pg';
import { givenBooking } from './care/bookings/booking.builder.ts';
import { Booking } from './care/bookings/booking.ts';
import { givenFamily } from './families/families/family.builder.ts';
import { subgraph } from './subgraph.ts';

/** What a version after the baseline might bring. */
const later: SqlFile = {
  name: 'early-childhood/0100-toys-brought-along.sql',
  sql: 'alter table bookings add column brings_toy boolean not null default false',
  repeats: false,
};

const changed = (file: string, from: string, to: string) => (given: SqlFile) => {
  if (given.name !== `early-childhood/functions/${file}`) return given;
  if (!given.sql.includes(from)) throw new Error(`${file} says no longer: ${from}`);
  return { ...given, sql: given.sql.replace(from, to) };
};
const newer = [...subgraph.migrations, later]
  .map(changed('names.sql', "'', 'g')", "'', 'g') || '!'"))
  .map(changed('booking-capacity.sql', 'no place is free', 'every place is taken'));

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph);
});
afterAll(() => graph.close());

const upgrade = () => migrateTestDatabase(graph, newer);

describe('a database with data in it, brought to a later version', () => {
  let booking: Booking;
  beforeAll(async () => {
    await givenFamily(graph.db, { displayName: 'Le Goff-Évrard' });
    booking = await givenBooking(graph.db);
    await upgrade();
    await upgrade();
  });

  it('keeps what it has, and has what is new', async () => {
    expect(await graph.db.findOneBy(Booking, { id: booking.id })).toEqual(booking);
    expect(await graph.db.query('select id, brings_toy from bookings')).toEqual([
      { id: booking.id, brings_toy: false },
    ]);
  });

  it('has the new triggers, once', async () => {
    const { childId: _, ...place } = booking;
    await graph.db.query('update sections set places = 1');
    await expect(
      givenBooking(graph.db, { sectionId: place.sectionId, startsAt: place.startsAt, endsAt: place.endsAt }),
    ).rejects.toThrow('every place is taken');
    const triggers = await graph.db.query(
      "select tgname::text as name from pg_trigger where tgrelid = 'bookings'::regclass and not tgisinternal order by 1",
    );
    expect(triggers.map(({ name }: { name: string }) => name)).toEqual([
      'added_bookings_centre_tell',
      'added_bookings_tell',
      'booking_1_locks_its_places',
      'booking_2_fits_when_inserted',
      'booking_2_fits_when_updated',
      'changed_bookings_centre_tell',
      'changed_bookings_tell',
      'follows_merged_child',
      'follows_merged_family',
      'merge_is_journaled_delete',
      'merge_is_journaled_insert',
      'merge_is_journaled_update',
      'of_a_child_still_here',
      'of_a_family_of_its_child',
      'reopens_closed_file',
    ]);
  });

  it('has indexes that hold what the new function answers', async () => {
    const byIndex = await graph.db.transaction(async (tx) => {
      await tx.query('set local enable_seqscan = off');
      return tx.query(
        `select display_name from families where searchable(display_name) collate "C" = searchable('LE GOFF EVRARD') collate "C"`,
      );
    });
    expect(byIndex).toEqual([{ display_name: 'Le Goff-Évrard' }]);
  });
});

describe('a city that is full, brought to where homes and care alerts are apart', () => {
  const before = subgraph.migrations.filter(
    ({ name, repeats }) => !repeats && (name.startsWith('platform/') || name < 'early-childhood/0017'),
  );
  const [home, merged, plain, child, twin, calm] = Array.from({ length: 6 }, newId);
  let city: TestDatabase;
  let client: pg.Client;
  beforeAll(async () => {
    city = await createTestDatabase({ ...subgraph, migrations: before });
    client = new pg.Client({ connectionString: city.ownerUrl });
    await client.connect();
    const family = (id = '', reference = '', more = 'null, null', mergedInto: string | null = null) =>
      client.query(
        `insert into families (id, reference, display_name, household_kind, street, postal_code, city, latitude, longitude,
           registered_at, merged_into, version) values ($1, $2, 'Essai', 'COUPLE', '1 rue', '44000', 'Nantes', ${more}, now(), $3, 1)`,
        [id, reference, mergedInto],
      );
    await family(home, 'NAN-000001', '47.2, -1.5');
    await family(plain, 'NAN-000002');
    await family(merged, 'NAN-000003', '47.3, -1.6', home);
    const childWith = (id = '', alerts: string[] = [], mergedInto: string | null = null) =>
      client.query(
        `insert into children (id, family_id, first_name, last_name, birth_date, may_be_collected_by, care_alerts, merged_into, version)
         values ($1, $2, 'Ada', 'Essai', '2024-01-01', '{}', $3, $4, 1)`,
        [id, home, alerts, mergedInto],
      );
    await childWith(child, ['Arachide']);
    await childWith(calm);
    await childWith(twin, ['Lait'], child);
    await migrateTestDatabase(city, subgraph.migrations);
  }, 60_000);
  afterAll(async () => {
    await client.end();
    await city.drop();
  });

  it('keeps every home and every alert, each once, of who is there', async () => {
    await client.query("set app.role = 'SERVICE'");
    const { rows: homes } = await client.query(
      'select family_id as id, street, city, latitude, longitude from family_homes order by latitude',
    );
    expect(homes).toEqual([
      { id: home, street: '1 rue', city: 'Nantes', latitude: 47.2, longitude: -1.5 },
      { id: plain, street: '1 rue', city: 'Nantes', latitude: null, longitude: null },
    ]);
    const { rows: alerts } = await client.query('select child_id as id, alerts from care_alerts');
    expect(alerts).toEqual([{ id: child, alerts: ['Arachide'] }]);
  });

  it('shows them to nobody who does not say who they are', async () => {
    await client.query('reset app.role');
    for (const table of ['family_homes', 'care_alerts'])
      expect((await client.query(`select from ${table}`)).rowCount).toBe(0);
  });
});

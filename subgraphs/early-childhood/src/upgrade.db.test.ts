import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SqlFile } from '@relais/platform/database/sql-files.ts';
import { migrateTestDatabase } from '@relais/platform/testing/test-database.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
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
      'booking_1_locks_its_places',
      'booking_2_fits_when_inserted',
      'booking_2_fits_when_updated',
      'follows_merged_child',
      'follows_merged_family',
      'of_a_child_still_here',
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

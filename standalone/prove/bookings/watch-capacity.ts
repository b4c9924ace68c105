import { setTimeout as wait } from 'node:timers/promises';
import { withClient } from '@relais/platform/database/with-client.ts';
import type pg from 'pg';
import { type DatedPlaces, recount, type StoredBooking } from './capacity-sweep.ts';
import type { HotCity } from './hot-city.ts';

const STORED = `
  select id, version, status, kind, child_id as "childId", section_id as "sectionId", centre_id as "centreId",
    milestone_id as "milestoneId", offer_id as "offerId", starts_at, ends_at
  from bookings`;

const PLACES = `
  select id, term ->> 'from' as day, (term ->> 'authorisedPlaces')::integer as places
  from centres, jsonb_array_elements(terms) with ordinality as line (term, number) order by id, number`;

type Row = Omit<StoredBooking, 'startsAt' | 'endsAt'> & { readonly starts_at: Date; readonly ends_at: Date };

const storedFrom = async (client: pg.ClientBase, query: string): Promise<StoredBooking[]> =>
  (await client.query<Row>(query)).rows.map(({ starts_at, ends_at, ...row }) => ({
    ...row,
    startsAt: starts_at.toISOString(),
    endsAt: ends_at.toISOString(),
  }));

const placesFrom = async (client: pg.ClientBase): Promise<DatedPlaces> => {
  const { rows } = await client.query<{ id: string; day: string; places: number }>(PLACES);
  const dated = new Map<string, { from: string; places: number }[]>();
  for (const { id, day: from, places } of rows) dated.set(id, [...(dated.get(id) ?? []), { from, places }]);
  return dated;
};

export type Stored = { readonly bookings: StoredBooking[]; readonly places: DatedPlaces };

/** Bookings beside the places of the same moment; `null` while the database is away. */
const askOf = (url: string, query: string): Promise<Stored | null> =>
  withClient(url, async (client) => {
    await client.query('begin isolation level repeatable read read only');
    const bookings = await storedFrom(client, query);
    return { bookings, places: await placesFrom(client) };
  }).catch(() => null);

export const storedBookings = async (url: string): Promise<Stored> => {
  const stored = await askOf(url, STORED);
  if (!stored) throw new Error('The database did not come back.');
  return stored;
};

/** What was seen so far. */
export type Watched = {
  looks: number;
  readonly problems: Set<string>;
  readonly fullIds: Set<string>;
};

export const nothingWatched = (): Watched => ({ looks: 0, problems: new Set(), fullIds: new Set() });

const LOOK_MS = 400;

/** Recounts all places again and again while they are fought for: what overflowed for a moment shows, too. */
export const watchCapacity = async (
  url: string,
  city: HotCity,
  watched: Watched,
  isOver: () => boolean,
): Promise<void> => {
  while (!isOver()) {
    await wait(LOOK_MS);
    const stored = await askOf(url, `${STORED} where status <> 'CANCELLED'`);
    if (!stored) continue;
    watched.looks += 1;
    const found = recount(city, stored.bookings, stored.places);
    for (const problem of found.problems) watched.problems.add(problem);
    for (const id of found.fullIds) watched.fullIds.add(id);
  }
};

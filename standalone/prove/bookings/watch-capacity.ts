import { setTimeout as wait } from 'node:timers/promises';
import { withClient } from '@relais/platform/database/with-client.ts';
import type pg from 'pg';
import { recount, type StoredBooking } from './capacity-sweep.ts';
import type { HotCity } from './hot-city.ts';

const STORED = `
  select id, version, status, kind, child_id as "childId", section_id as "sectionId", centre_id as "centreId",
    milestone_id as "milestoneId", starts_at, ends_at
  from bookings`;

type Row = Omit<StoredBooking, 'startsAt' | 'endsAt'> & { readonly starts_at: Date; readonly ends_at: Date };

const storedFrom = async (client: pg.ClientBase, query: string): Promise<StoredBooking[]> =>
  (await client.query<Row>(query)).rows.map(({ starts_at, ends_at, ...row }) => ({
    ...row,
    startsAt: starts_at.toISOString(),
    endsAt: ends_at.toISOString(),
  }));

/** `null` while the database is away. */
const askOf = (url: string, query: string): Promise<StoredBooking[] | null> =>
  withClient(url, (client) => storedFrom(client, query)).catch(() => null);

export const storedBookings = async (url: string): Promise<StoredBooking[]> => {
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
    const found = recount(city, stored);
    for (const problem of found.problems) watched.problems.add(problem);
    for (const id of found.fullIds) watched.fullIds.add(id);
  }
};

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Booking } from '@relais/early-childhood/care/bookings/booking.ts';
import { findAgreedStays } from '@relais/early-childhood/care/placements/find-agreed-stays.ts';
import { pausesOfPlacements } from '@relais/early-childhood/care/placements/placement.queries.ts';
import { Placement } from '@relais/early-childhood/care/placements/placement.ts';
import { plantNantes } from '@relais/early-childhood/seeds/plant-nantes.ts';
import { subgraph as earlyChildhood } from '@relais/early-childhood/subgraph.ts';
import { openDatabase } from '@relais/platform/database/database.ts';
import { inTransaction } from '@relais/platform/database/transaction.ts';
import { instantAt } from '@relais/platform/time/civil-time.ts';
import { Temporal } from 'temporal-polyfill';
import { type DataSource, MoreThan } from 'typeorm';
import { withAgencies } from '../embedded-databases.ts';
import { createTestDatabases } from '../testing/test-whole-graph.ts';
import { plantDemoCity } from './plant-demo-city.ts';

let databases: Awaited<ReturnType<typeof createTestDatabases>>;
let covers: DataSource;

const plantOn = (date: string, clock = '12:00'): Promise<void> => {
  const today = Temporal.PlainDate.from(date);
  const now = instantAt(today, clock);
  return withAgencies(databases.ownerUrls, (clients) =>
    plantDemoCity({ ...clients, covers: covers.manager }, { seed: 1, today }, now),
  );
};

const numberOf = (name: keyof typeof databases.urls, query: string): Promise<Record<string, number>> =>
  withAgencies(databases.ownerUrls, async (clients) => {
    const { rows } = await clients[name].query(query);
    return Object.fromEntries(rows.map(({ key, number }) => [key, Number(number)]));
  });

const coversAfter = (date: string, clock = '12:00'): string => `
  select status as key, count(*) as number from known_covers
  where starts_at > '${instantAt(Temporal.PlainDate.from(date), clock).toISOString()}' group by status`;
const FAMILIES = 'select count(*) as number, $$families$$ as key from known_families';

const DESK = [
  'select status as key, count(*) as number from care_offers group by status',
  `select held_on::text as key, count(*) as number from commission_decisions
   join admission_commissions on admission_commissions.id = commission_id group by held_on`,
  'select held_on::text as key, count(*) as number from admission_commissions group by held_on',
  `select (starts_at at time zone 'Europe/Paris')::date::text as key, count(*) as number from staff_half_hours group by 1`,
];

/** The city is planted once for the tests that only look at it. */
const plantedOn = (date: string, clock: string): void => {
  beforeAll(async () => {
    databases = await createTestDatabases();
    const url = databases.urls['early-childhood'];
    covers = await openDatabase({
      ...earlyChildhood,
      url,
      applicationName: 'test',
      patience: 20,
      isOwnWork: true,
    });
    await inTransaction(covers.manager, plantNantes);
    await plantOn(date, clock);
  }, 180_000);
  afterAll(async () => {
    await covers.destroy();
    await databases.drop();
  });
};

const showsEachCover = (date: string, clock: string): void =>
  it('has ten milestones to come of each cover', async () => {
    const upcoming = coversAfter(date, clock);
    const counted = await numberOf('employment', upcoming);
    expect(Object.keys(counted).sort()).toEqual(['COVERED', 'NOT_NEEDED', 'PARTIAL', 'UNCOVERED', 'UNKNOWN']);
    for (const count of Object.values(counted)) expect(count).toBeGreaterThanOrEqual(10);
    expect(await numberOf('social-protection', upcoming)).toEqual(counted);
  });

describe('the demo city in the databases, made on a Monday morning', () => {
  plantedOn('2026-11-23', '08:00');
  showsEachCover('2026-11-23', '08:00');

  it('is planted once, with offers to answer and a commission that was held', async () => {
    const atTheDesk = await Promise.all(DESK.map((query) => numberOf('early-childhood', query)));
    expect(atTheDesk).toEqual([
      { OPEN: expect.any(Number), ACCEPTED: 1 },
      { '2026-11-23': 2 },
      { '2026-11-23': 1, '2026-12-21': 1 },
      // Whichever day it is made: the staff of the demo centre lack adults on the next working day.
      { '2026-11-24': 6 },
    ]);
    expect(atTheDesk[0]?.OPEN).toBeGreaterThanOrEqual(2);
    const families = await numberOf('social-protection', FAMILIES);
    await plantOn('2026-11-24');
    expect(await numberOf('social-protection', FAMILIES)).toEqual(families);
    expect(await Promise.all(DESK.map((query) => numberOf('early-childhood', query)))).toEqual(atTheDesk);
  });

  it('is completed when a start was cut short between two agencies', async () => {
    await withAgencies(databases.ownerUrls, (clients) =>
      clients.employment.query('truncate known_families, job_seekers, milestones, known_covers cascade'),
    );
    await plantOn('2026-11-23');
    expect(await numberOf('employment', FAMILIES)).toEqual(await numberOf('social-protection', FAMILIES));
    expect(Object.keys(await numberOf('employment', coversAfter('2026-11-23')))).toHaveLength(5);
  });

  it('lets the next family that registers have the next reference', async () => {
    const next = `select next_family_reference() as key, (select count(*) + 1 from families) as number`;
    const [[reference, number] = []] = Object.entries(await numberOf('early-childhood', next));
    expect(reference).toBe(`NAN-${String(number).padStart(6, '0')}`);
    expect(number).toBeGreaterThan(1_000);
  });
});

describe('the demo city in the databases, made before Christmas', () => {
  plantedOn('2026-12-23', '12:00');
  showsEachCover('2026-12-23', '12:00');

  it('has booked of every placement what the booking code would book, to its end', async () => {
    const now = instantAt(Temporal.PlainDate.from('2026-12-23'), '12:00');
    await inTransaction(covers.manager, async (tx) => {
      const placements = await tx.find(Placement);
      expect(placements.length).toBeGreaterThan(30);
      for (const placement of placements) {
        const pauses = await pausesOfPlacements(tx, [placement.id]);
        const stays = await findAgreedStays(tx, placement, pauses, placement, now);
        const where = { placementId: placement.id, startsAt: MoreThan(now) };
        const booked = await tx.find(Booking, { where, order: { startsAt: 'ASC' } });
        expect(booked.map(({ startsAt, endsAt }) => ({ startsAt, endsAt }))).toEqual(stays);
        expect(booked.filter(({ status }) => status !== 'CONFIRMED')).toEqual([]);
      }
    });
  });
});

// A weekend when clocks change, and a leap day; `npm run prove:days` plants it on many others.
describe.each([
  ['2026-03-28', '23:30'],
  ['2028-02-29', '00:00'],
])('the demo city in the databases, made on %s at %s', (date, clock) => {
  plantedOn(date, clock);
  showsEachCover(date, clock);
});

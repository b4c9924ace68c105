import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MONDAY } from '@relais/platform/testing/test-clock.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { Temporal } from 'temporal-polyfill';
import { plantLargeCity } from './demo/plant-large-city.ts';
import { startDatabases, withAgencies } from './embedded-databases.ts';
import { resetData } from './reset-data.ts';
import { startRelais } from './start-relais.ts';
import { welcome } from './welcome.ts';

const FAMILIES = 1_200;
const now = MONDAY;
const today = dayOf(now);
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'relais-city-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const counted = async (): Promise<Record<string, number>> => {
  const databases = await startDatabases(folder);
  try {
    return await withAgencies(databases.ownerUrls, async (clients) => {
      const count = async (name: keyof typeof clients, table: string) =>
        Number((await clients[name].query(`select count(*) as rows from ${table}`)).rows[0].rows);
      return {
        families: await count('early-childhood', 'families'),
        knownToEmployment: await count('employment', 'known_families'),
        knownToSocialProtection: await count('social-protection', 'known_families'),
        covers: await count('employment', 'known_covers'),
        published: await count('early-childhood', 'published_covers'),
        bookings: await count('early-childhood', 'bookings'),
      };
    });
  } finally {
    await databases.stop();
  }
};

const start = (at = now) =>
  startRelais({
    ...{ dataDir: folder, port: 0, host: '127.0.0.1', seed: 1 },
    clock: () => at,
    tell: () => undefined,
    fail(error) {
      throw error;
    },
  });

describe('a data folder', () => {
  it('starts with the demo city, and says what to do with it', async () => {
    const relais = await start();
    const text = await welcome(relais, now, 3.14);
    await relais.stop();
    expect(text).toContain('Relais is ready after 3.1 s.');
    expect(text).toContain(folder);
    expect(text).toMatch(/\ncurl -s http:\/\/localhost:\d+\/graphql .*NAN-000001/);
    expect(text).not.toMatch(/days old/);
    const later = await welcome(relais, new Date(now.getTime() + 20 * 86_400_000), 1);
    expect(later).toContain('its dates are 20 days old; "npm run reset" makes a fresh one');
  }, 60_000);

  it('takes many families more, told chunk by chunk', async () => {
    const { families: planted = 0 } = await counted();
    const told: string[] = [];
    const bookedDays = { first: -14, last: 14 };
    const tell = (text: string) => told.push(text);
    const city = { families: FAMILIES, seed: 1, today, bookedDays, tell };
    await plantLargeCity(folder, city);
    expect(told.slice(0, 2)).toEqual(['1000 of 1200 families', '1200 of 1200 families']);
    const rows = await counted();
    expect(rows).toMatchObject({
      families: planted + FAMILIES,
      knownToEmployment: planted + FAMILIES,
      knownToSocialProtection: planted + FAMILIES,
    });
    expect(rows.covers).toBe(rows.published);
    expect(rows.bookings).toBeGreaterThan(FAMILIES);
  }, 120_000);

  it('goes on with the day its city was made on', async () => {
    const relais = await start(new Date('2031-01-01T12:00:00Z'));
    await relais.stop();
    expect(Temporal.PlainDate.compare(relais.madeOn, today)).toBe(0);
  }, 60_000);

  it('is emptied of what is ours, and of nothing else', async () => {
    await writeFile(path.join(folder, 'notes.txt'), 'mine');
    await resetData(folder);
    expect(await readdir(folder)).toEqual(['notes.txt']);
  });
});

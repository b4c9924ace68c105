import { randomInt } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { startKillableDatabases } from '../agencies/killable-databases.ts';
import { proveBookings } from './prove-bookings.ts';

/** The short version of `npm run prove:bookings`; its name carries the seed to repeat it with. */
const seed = Number(process.env.BOOKINGS_SEED ?? randomInt(1_000_000));

it(`books nothing twice and loses nothing, whatever is killed meanwhile (BOOKINGS_SEED=${seed})`, async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'relais-prove-bookings-'));
  const databases = await startKillableDatabases(folder);
  const run = {
    seed,
    services: 2,
    clients: 2,
    lanes: 3,
    city: { centres: 1, weekdays: [2], weeks: 1, families: 20, milestones: 4 },
    demands: { attempts: 360, attacks: { SERVICE: 2, DATABASE: 1, CLIENT: 1 }, inTransaction: 1 },
    longestMinutes: 4,
    tell: () => undefined,
  };
  try {
    expect((await proveBookings(run, databases, folder)).problems).toEqual([]);
  } finally {
    await databases.remove();
  }
}, 300_000);

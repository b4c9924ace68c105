import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { print } from '@relais/platform/terminal.ts';
import { inTestFolder } from '../src/testing/test-folder.ts';
import { startKillableDatabases } from './agencies/killable-databases.ts';
import { type Proof, proveBookings, type Run } from './bookings/prove-bookings.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    attempts: { type: 'string', default: '10000' },
    minutes: { type: 'string', default: '60' },
  },
});

const run: Run = {
  seed: Number(values.seed ?? randomInt(1_000_000)),
  services: 3,
  clients: 3,
  lanes: 4,
  city: { centres: 4, weekdays: [1, 2, 4], weeks: 2, families: 90, milestones: 40 },
  demands: {
    attempts: Number(values.attempts),
    attacks: { SERVICE: 42, DATABASE: 11, CLIENT: 6 },
    inTransaction: 20,
  },
  longestMinutes: Number(values.minutes),
  tell: print,
};

const report = ({ tally, counts, stored, looks, seconds }: Proof): string => `
attempts      ${tally.made}: ${tally.acknowledged} acknowledged, ${tally.refused} refused, ${tally.unanswered} unanswered; ${tally.askedAgain} had to be asked again
killed        services ${counts.SERVICE}, ${counts.servicesInTransaction} of them amid a booking; clients ${counts.CLIENT}
database      stopped ${counts.DATABASE} times, ${counts.databaseInTransaction} of them amid a booking; deadlocks it ended ${counts.deadlocks}
stored        ${stored} bookings; places recounted ${looks} times meanwhile
took          ${seconds} s`;

/** `npm run prove:bookings -- [--attempts 10000] [--seed 1] [--minutes 60]` */
const prove = async (folder: string): Promise<Proof> => {
  const databases = await startKillableDatabases(folder);
  try {
    return await proveBookings(run, databases, folder);
  } finally {
    await databases.remove();
  }
};

print(`Seed ${run.seed}: ${run.demands.attempts} bookings, moves and cancellations under attack`);
const proof = await inTestFolder(prove);
print(report(proof));
for (const problem of proof.problems) print(`✘ ${problem}`);
if (proof.problems.length === 0)
  print('✔ nothing lost, nothing twice, nothing overfilled, no child in two places, every attempt answered');
process.exitCode = proof.problems.length === 0 ? 0 : 1;

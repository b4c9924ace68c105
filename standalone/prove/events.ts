import { randomInt } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { print } from '@relais/platform/terminal.ts';
import { advisor, caseworker } from '@relais/platform/testing/test-users.ts';
import { agencyNames, byAgency, everyAgency } from '../../subgraphs/agencies.ts';
import { randomOf, seedOf } from '../src/demo/random.ts';
import { type EmbeddedDatabases, startDatabases, withAgencies } from '../src/embedded-databases.ts';
import { freePort } from '../src/testing/free-port.ts';
import { inTestFolder } from '../src/testing/test-folder.ts';
import { type AgencyProcess, agencyProcess } from './agencies/agency-process.ts';
import { makeSharedSettings } from './agencies/shared-settings.ts';
import { attackUntil } from './events/attacks.ts';
import { type City, introduce, liveThrough, type Person, subs } from './events/family-life.ts';
import { forgetUntil } from './events/forget-meanwhile.ts';
import { verdictOn, WATCH_EVENTS } from './events/verdict.ts';

const CHANGES_PER_FAMILY = 20;
const FAMILIES_AT_ONCE = 32;
const CATCH_UP_MS = 180_000;

const { values } = parseArgs({
  options: { seed: { type: 'string' }, changes: { type: 'string', default: '5000' } },
});
const seed = Number(values.seed ?? randomInt(1_000_000));
const changes = Number(values.changes);

const openAgencies = async (databases: EmbeddedDatabases) => {
  const { issuer, innerHopSecret, environment, eventKeys } = await makeSharedSettings();
  const ports = await everyAgency(freePort);
  const { urls: databaseUrls, ownerUrls } = databases;
  const agencies = agencyNames.map((name) =>
    agencyProcess({ ports, databaseUrls, ownerUrls, shared: environment, eventKeys }, name),
  );
  const tokens: Record<Person, string> = {
    caseworker: await issuer.tokenFor(caseworker('prove-caseworker'), '12h'),
    advisor: await issuer.tokenFor(advisor(subs.advisor), '12h'),
    colleague: await issuer.tokenFor(advisor(subs.colleague), '12h'),
  };
  const urls = byAgency((name) => `http://127.0.0.1:${ports[name]}`);
  return { agencies, urls, tokens, secret: innerHopSecret };
};

let isInterrupted = false;

/** All the families' lives, a few at a time. Ctrl-C begins no further one; what was done is judged. */
const liveAll = async (city: Omit<City, 'random'>, onChange: () => void): Promise<void> => {
  const families = Math.ceil(changes / CHANGES_PER_FAMILY);
  let next = 0;
  process.once('SIGINT', () => {
    isInterrupted = true;
  });
  const worker = async (): Promise<void> => {
    while (next < families && !isInterrupted) {
      const family = next;
      next += 1;
      await liveThrough({ ...city, random: randomOf(seedOf(seed, family)) }, CHANGES_PER_FAMILY, onChange);
    }
  };
  await Promise.all(Array.from({ length: FAMILIES_AT_ONCE }, worker));
};

const everyDebtPaid = async (databases: EmbeddedDatabases): Promise<void> => {
  const until = Date.now() + CATCH_UP_MS;
  const owed = () =>
    withAgencies(databases.ownerUrls, async (clients) => {
      const counts = Object.values(clients).map((client) => client.query('select from pending_deliveries'));
      return (await Promise.all(counts)).reduce((sum, { rowCount }) => sum + (rowCount ?? 0), 0);
    });
  // One agency's last event may make another one tell something in turn.
  for (let quiet = 0; quiet < 3; quiet = (await owed()) === 0 ? quiet + 1 : 0) {
    if (Date.now() > until) throw new Error(`Still owed: ${await owed()} families.`);
    await wait(200);
  }
};

const startAll = async (agencies: readonly AgencyProcess[]): Promise<void> => {
  for (const agency of agencies) agency.start();
  for (const agency of agencies) await agency.ready();
};

const proveIn = async (databases: EmbeddedDatabases): Promise<string[]> => {
  const { agencies, ...city } = await openAgencies(databases);
  try {
    await startAll(agencies);
    await introduce(city);
    await withAgencies(databases.ownerUrls, async (clients) => {
      for (const client of Object.values(clients)) await client.query(WATCH_EVENTS);
    });
    let done = 0;
    let isOver = false;
    const begun = Date.now();
    const lives = liveAll(city, () => {
      done += 1;
      if (done % 500 === 0) print(`  ${done} changes after ${Math.round((Date.now() - begun) / 1_000)} s`);
    }).finally(() => {
      isOver = true;
    });
    const field = { agencies, superuserUrl: databases.superuserUrl, random: randomOf(seedOf(seed, -1)) };
    const forgetting = forgetUntil(databases.urls, () => isOver);
    const [counts, forgotten] = await Promise.all([attackUntil(field, () => isOver), forgetting, lives]);
    print(
      `${done} changes; killed: agencies ${counts.AGENCY}, connections ${counts.CONNECTIONS}, database ${counts.DATABASE}`,
    );
    const ended = Date.now();
    for (const agency of agencies) await agency.ready();
    await everyDebtPaid(databases);
    print(`caught up ${((Date.now() - ended) / 1_000).toFixed(1)} s after the last change`);
    const { applied, problems } = await withAgencies(databases.ownerUrls, verdictOn);
    print(`${applied} events applied, ${forgotten} forgotten meanwhile`);
    return problems;
  } finally {
    for (const agency of agencies) await agency.kill();
  }
};

/** `npm run prove:events -- [--changes 5000] [--seed 1]` */
const prove = async (folder: string): Promise<string[]> => {
  const databases = await startDatabases(folder);
  try {
    return await proveIn(databases);
  } finally {
    await databases.stop();
    await rm(databases.dataDir, { recursive: true, force: true });
  }
};

print(`Seed ${seed}: ${changes} changes under attack`);
const problems = await inTestFolder(prove);
for (const problem of problems) print(`✘ ${problem}`);
if (problems.length === 0)
  print('✔ every projection equals its source; order kept; nothing lost or applied twice');
process.exitCode = problems.length === 0 ? 0 : 1;

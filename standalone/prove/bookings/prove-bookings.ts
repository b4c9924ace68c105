import { createServer } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { coordinator } from '@relais/platform/testing/test-users.ts';
import { byAgency } from '../../../subgraphs/agencies.ts';
import { randomOf, seedOf } from '../../src/demo/random.ts';
import { withAgencies } from '../../src/embedded-databases.ts';
import { freePort } from '../../src/testing/free-port.ts';
import { type AgencyProcess, agencyProcess } from '../agencies/agency-process.ts';
import type { KillableDatabases } from '../agencies/killable-databases.ts';
import { makeSharedSettings, type SharedSettings } from '../agencies/shared-settings.ts';
import { type AttackCounts, attackThroughout, openBookings, serviceName } from './attacks.ts';
import { recount } from './capacity-sweep.ts';
import { type ClientProcess, startClient } from './client-process.ts';
import { type Demands, neverFull, shortcomings, type Tally, tallyOf } from './demands.ts';
import { type HotCity, type HotCitySize, plantHotCity } from './hot-city.ts';
import { judge } from './judge.ts';
import { nothingWatched, storedBookings, watchCapacity } from './watch-capacity.ts';

export type Run = {
  readonly seed: number;
  readonly services: number;
  readonly clients: number;
  /** Asks that each client has under way at once. */
  readonly lanes: number;
  readonly city: HotCitySize;
  readonly demands: Demands;
  readonly longestMinutes: number;
  readonly tell: (text: string) => void;
};

export type Proof = {
  readonly tally: Tally;
  readonly counts: AttackCounts;
  readonly stored: number;
  readonly looks: number;
  readonly seconds: number;
  readonly problems: readonly string[];
};

const LOOK_MS = 100;
const TELL_EVERY = 500;

/** The other agencies take every event: here only the service point is fought for. */
const openSink = async () => {
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(204).end();
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return { port, close: () => server.close() };
};

/** Several processes of one service on one database, told apart there by their names. */
const makeServices = async (
  { services }: Run,
  databases: KillableDatabases,
  shared: SharedSettings,
  sink: number,
): Promise<AgencyProcess[]> => {
  const databaseUrl = databases.urls['early-childhood'];
  const made: AgencyProcess[] = [];
  for (let index = 0; index < services; index += 1) {
    const ports = { ...byAgency(() => sink), 'early-childhood': await freePort() };
    const own = `${databaseUrl}?application_name=${serviceName(index)}`;
    const databaseUrls = { ...databases.urls, 'early-childhood': own };
    made.push(
      agencyProcess(
        {
          ports,
          databaseUrls,
          ownerUrls: databases.ownerUrls,
          shared: shared.environment,
          eventKeys: shared.eventKeys,
        },
        'early-childhood',
      ),
    );
  }
  return made;
};

const startAll = async (services: readonly AgencyProcess[]): Promise<void> => {
  // The first one migrates the database.
  for (const service of services) {
    service.start();
    if (service === services[0]) await service.ready();
  }
  await Promise.all(services.map((service) => service.ready()));
};

const startClients = async (
  run: Run,
  folder: string,
  { city, services, shared }: { city: HotCity; services: readonly AgencyProcess[]; shared: SharedSettings },
  onAnswer: () => void,
): Promise<ClientProcess[]> => {
  const token = await shared.issuer.tokenFor(coordinator('prove'), '12h');
  const common = { lanes: run.lanes, urls: services.map(({ url }) => url), token, city };
  return Array.from({ length: run.clients }, (_, number) => {
    const seed = seedOf(run.seed, number);
    const settings = { ...common, seed, innerHopSecret: shared.innerHopSecret };
    return startClient(folder, number, settings, onAnswer);
  });
};

const settled = async (databases: KillableDatabases): Promise<void> => {
  while ((await openBookings(databases)) > 0) await wait(LOOK_MS);
};

type Field = {
  readonly databases: KillableDatabases;
  readonly services: readonly AgencyProcess[];
  readonly clients: readonly ClientProcess[];
  readonly city: HotCity;
};

/** When time is up nothing new is asked; what is under way has so long to be answered, asked again where it must be. */
const GRACE_MS = 120_000;

/** Lets the clients book under attack until all attempts and attacks are made and each place was full once, or time is up. */
const fight = async (run: Run, field: Field, answered: () => number) => {
  const begun = Date.now();
  const longest = run.longestMinutes * 60_000;
  const passed = () => Date.now() - begun;
  const haveAllEnded = () => field.clients.every((client) => client.hasEnded());
  const isGivenUp = () => passed() > longest || field.clients.some((client) => client.hasEnded());
  const isOver = () => passed() > longest + GRACE_MS || haveAllEnded();
  const share = () => answered() / run.demands.attempts;
  const random = randomOf(seedOf(run.seed, -1));
  const watched = nothingWatched();
  const isDone = () => share() >= 1 && neverFull(field.city, watched.fullIds).length === 0;
  // On a busy machine fewer attempts are made in the time, and no fewer attacks.
  const progress = { share: () => Math.max(share(), passed() / longest), isOver: isGivenUp };
  const attack = async () => {
    const counts = await attackThroughout({ ...field, random }, run.demands, progress);
    while (!(isDone() || isGivenUp())) await wait(LOOK_MS);
    for (const client of field.clients) if (!client.hasEnded()) client.finish();
    return counts;
  };
  const [counts] = await Promise.all([
    attack(),
    watchCapacity(field.databases.urls['early-childhood'], field.city, watched, isOver),
  ]);
  const seconds = Math.round(passed() / 1_000);
  run.tell(`  ${answered()} answered after ${seconds} s of at most ${run.longestMinutes} minutes`);
  await Promise.all(field.clients.map((client) => client.kill()));
  return { counts, watched };
};

const compare = async (run: Run, field: Field, { counts, watched }: Awaited<ReturnType<typeof fight>>) => {
  await Promise.all(field.services.map((service) => service.ready()));
  await settled(field.databases);
  const attempts = field.clients.flatMap((client) => client.attempts());
  const stored = await storedBookings(field.databases.urls['early-childhood']);
  const last = recount(field.city, stored.bookings, stored.places);
  const tally = tallyOf(attempts);
  const fullIds = new Set([...watched.fullIds, ...last.fullIds]);
  const problems = [
    ...shortcomings(run.demands, field.city, { tally, counts, fullIds }),
    ...new Set([...watched.problems, ...last.problems]),
    ...judge(attempts, stored.bookings, field.city.attended),
  ];
  return { tally, counts, stored: stored.bookings.length, looks: watched.looks, problems };
};

/** Books, moves and cancels under attack, then compares what was acknowledged with what is stored. */
export const proveBookings = async (
  run: Run,
  databases: KillableDatabases,
  folder: string,
): Promise<Proof> => {
  const begun = Date.now();
  const shared = await makeSharedSettings();
  const sink = await openSink();
  const services = await makeServices(run, databases, shared, sink.port);
  const clients: ClientProcess[] = [];
  try {
    await startAll(services);
    const city = await withAgencies(databases.ownerUrls, (agencies) =>
      plantHotCity(agencies['early-childhood'], run.city),
    );
    let answered = 0;
    const onAnswer = () => {
      answered += 1;
      if (answered % TELL_EVERY === 0)
        run.tell(`  ${answered} answered after ${Math.round((Date.now() - begun) / 1_000)} s`);
    };
    clients.push(...(await startClients(run, folder, { city, services, shared }, onAnswer)));
    const field = { databases, services, clients, city };
    const found = await compare(run, field, await fight(run, field, () => answered));
    return { ...found, seconds: Math.round((Date.now() - begun) / 1_000) };
  } finally {
    await Promise.all([...services, ...clients].map((each) => each.kill()));
    sink.close();
  }
};

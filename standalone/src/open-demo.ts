import { plantNantes } from '@relais/early-childhood/seeds/plant-nantes.ts';
import { subgraph as earlyChildhood } from '@relais/early-childhood/subgraph.ts';
import { createTokenVerifier } from '@relais/platform/auth/tokens.ts';
import { type Database, openDatabase } from '@relais/platform/database/database.ts';
import { inTransaction } from '@relais/platform/database/transaction.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { builtConsole } from './built-console.ts';
import { type DemoPlan, isPlanted, plantDemoCity } from './demo/plant-demo-city.ts';
import type { DevIssuer } from './dev-issuer.ts';
import { type EmbeddedDatabases, withAgencies } from './embedded-databases.ts';
import { migrateAgencies } from './migrate-agencies.ts';
import { readyExamples } from './operations.ts';
import { demoSignIn } from './sign-in/demo-sign-in.ts';
import type { StartOptions } from './start-relais.ts';
import { openWholeGraph, type WholeGraph } from './whole-graph.ts';

/** Nobody waits for an answer yet, so that it may take longer than a request. */
const PATIENCE = 60;

const withCare = async (
  { urls }: EmbeddedDatabases,
  entities: typeof earlyChildhood.entities,
  work: (db: Database) => Promise<void>,
): Promise<void> => {
  const access = { url: urls['early-childhood'], applicationName: 'demo city', poolSize: 1, isOwnWork: true };
  const database = await openDatabase({ ...access, patience: PATIENCE, entities });
  try {
    await work(database.manager);
  } finally {
    await database.destroy();
  }
};

/** Where the city stands, as at every start but the first, nobody waits for the records to be made ready twice. */
const plantCity = async (databases: EmbeddedDatabases, plan: DemoPlan, now: Date): Promise<void> => {
  await withCare(databases, [], (db) => inTransaction(db, plantNantes));
  await withAgencies(databases.ownerUrls, async (clients) => {
    if (await isPlanted(clients)) return;
    await withCare(databases, earlyChildhood.entities, (covers) =>
      plantDemoCity({ ...clients, covers }, plan, now),
    );
  });
};

export type Demo = {
  readonly databases: EmbeddedDatabases;
  readonly issuer: DevIssuer;
  readonly plan: DemoPlan;
  readonly showcase: string;
};

/** Migrates the databases, and fills them when they are empty. */
const bringUpToDate = async (
  { databases, plan }: Demo,
  { tell, clock }: Pick<StartOptions, 'tell' | 'clock'>,
): Promise<void> => {
  tell('Bringing the three databases up to date');
  await migrateAgencies(databases);
  tell('Looking after the demo city');
  await plantCity(databases, plan, clock());
  await databases.noteMade();
};

/** Opens the graph on databases that are up to date, or are brought there. */
export const openDemo = async (demo: Demo, options: StartOptions): Promise<WholeGraph> => {
  const { databases, issuer, showcase } = demo;
  const { tell, port, host, clock } = options;
  if (!databases.areMade) await bringUpToDate(demo, options);
  const screens = await builtConsole(tell);
  tell('Opening the graph');
  return openWholeGraph({
    urls: databases.urls,
    verifyToken: createTokenVerifier(issuer.options),
    port,
    host,
    clock,
    logLevel: process.env.LOG_LEVEL ?? 'warn',
    ...(screens && { console: screens }),
    graphiql: { examples: await readyExamples(showcase, dayOf(clock())) },
    ...demoSignIn(issuer, port),
    isMigrated: true,
  });
};

import { plantNantes } from '@relais/early-childhood/seeds/plant-nantes.ts';
import { subgraph as earlyChildhood } from '@relais/early-childhood/subgraph.ts';
import { createTokenVerifier } from '@relais/platform/auth/tokens.ts';
import { openDatabase } from '@relais/platform/database/database.ts';
import { inTransaction } from '@relais/platform/database/transaction.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { type DemoPlan, plantDemoCity } from './demo/plant-demo-city.ts';
import { demoAccounts } from './demo-accounts.ts';
import type { DevIssuer } from './dev-issuer.ts';
import { type EmbeddedDatabases, withAgencies } from './embedded-databases.ts';
import { migrateAgencies } from './migrate-agencies.ts';
import { readyExamples } from './operations.ts';
import type { StartOptions } from './start-relais.ts';
import { openWholeGraph, type WholeGraph } from './whole-graph.ts';

const demoUsersOf = (issuer: DevIssuer) =>
  Promise.all(
    Object.values(demoAccounts).map(async (account) => ({
      name: account.name,
      role: account.role,
      may: account.may,
      token: await issuer.tokenFor(account),
    })),
  );

/** Nobody waits for an answer yet, so that it may take longer than a request. */
const PATIENCE = 60;

const plantCity = async ({ urls }: EmbeddedDatabases, plan: DemoPlan, now: Date): Promise<void> => {
  const access = {
    url: urls['early-childhood'],
    applicationName: 'demo city',
    poolSize: 1,
    patience: PATIENCE,
  };
  const database = await openDatabase({ ...access, entities: earlyChildhood.entities });
  try {
    await inTransaction(database.manager, plantNantes);
    await withAgencies(urls, (clients) => plantDemoCity({ ...clients, covers: database.manager }, plan, now));
  } finally {
    await database.destroy();
  }
};

export type Demo = {
  readonly databases: EmbeddedDatabases;
  readonly issuer: DevIssuer;
  readonly plan: DemoPlan;
  readonly showcase: string;
};

/** Migrates the databases, fills them when they are empty, and opens the graph. */
export const openDemo = async (
  { databases, issuer, plan, showcase }: Demo,
  { tell, port, host, clock }: StartOptions,
): Promise<WholeGraph> => {
  tell('Bringing the three databases up to date');
  await migrateAgencies(databases);
  tell('Looking after the demo city');
  await plantCity(databases, plan, clock());
  tell('Opening the graph');
  return openWholeGraph({
    urls: databases.urls,
    verifyToken: createTokenVerifier(issuer.options),
    port,
    host,
    clock,
    logLevel: process.env.LOG_LEVEL ?? 'warn',
    graphiql: {
      examples: await readyExamples(showcase, dayOf(clock())),
      demoUsers: () => demoUsersOf(issuer),
    },
    isMigrated: true,
  });
};

import { plantNantes } from '@relais/early-childhood/seeds/plant-nantes.ts';
import { createTokenVerifier } from '@relais/platform/auth/tokens.ts';
import { inTransaction } from '@relais/platform/database/transaction.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { type DemoPlan, plantDemoCity } from './demo/plant-demo-city.ts';
import { demoAccounts } from './demo-accounts.ts';
import type { DevIssuer } from './dev-issuer.ts';
import { type EmbeddedDatabases, withAgencies } from './embedded-databases.ts';
import { readyExamples } from './operations.ts';
import type { StartOptions } from './start-relais.ts';
import { openWholeGraph, type WholeGraph } from './whole-graph.ts';

const demoUsersOf = (issuer: DevIssuer) =>
  Promise.all(
    Object.values(demoAccounts).map(async (account) => ({
      name: account.name,
      role: account.role,
      token: await issuer.tokenFor(account),
    })),
  );

export type Demo = {
  readonly databases: EmbeddedDatabases;
  readonly issuer: DevIssuer;
  readonly plan: DemoPlan;
  readonly showcase: string;
};

/** Migrates the databases, fills them when they are empty, and opens the graph. */
export const openDemo = async (
  { databases, issuer, plan, showcase }: Demo,
  { tell, port, host, now }: StartOptions,
): Promise<WholeGraph> => {
  tell('Bringing the three databases up to date');
  return openWholeGraph({
    urls: databases.urls,
    verifyToken: createTokenVerifier(issuer.options),
    port,
    host,
    logLevel: process.env.LOG_LEVEL ?? 'warn',
    graphiql: {
      examples: await readyExamples(showcase, dayOf(now)),
      demoUsers: () => demoUsersOf(issuer),
    },
    async beforeOpening(agencies) {
      tell('Looking after the demo city');
      const covers = agencies['early-childhood'].db.manager;
      await inTransaction(covers, plantNantes);
      await withAgencies(databases.urls, (clients) => plantDemoCity({ ...clients, covers }, plan, now));
      tell('Opening the graph');
    },
  });
};

import { createServer } from 'node:net';
import path from 'node:path';
import { plantNantes } from '@relais/early-childhood/seeds/plant-nantes.ts';
import { createTokenVerifier } from '@relais/platform/auth/tokens.ts';
import { inTransaction } from '@relais/platform/database/transaction.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { Temporal } from 'temporal-polyfill';
import { keptFile } from './data-folder.ts';
import { referenceOf, SHOWCASE_NUMBER } from './demo/demo-city.ts';
import { type DemoPlan, plantDemoCity } from './demo/plant-demo-city.ts';
import { demoAccounts } from './demo-accounts.ts';
import { type DevIssuer, openDevIssuer } from './dev-issuer.ts';
import { type EmbeddedDatabases, startDatabases, withAgencies } from './embedded-databases.ts';
import { readyExamples } from './operations.ts';
import { openWholeGraph, type WholeGraph } from './whole-graph.ts';

export type StartOptions = {
  readonly dataDir: string;
  readonly port: number;
  readonly host: string;
  readonly seed: number;
  readonly now: Date;
  /** Hears what is being done. */
  readonly tell: (step: string) => void;
};

export type RunningRelais = {
  readonly url: string;
  readonly dataDir: string;
  readonly issuer: DevIssuer;
  /** A family whose file shows much. */
  readonly showcase: string;
  /** The day on which the demo city was made, to which its dates refer. */
  readonly madeOn: Temporal.PlainDate;
  stop(): Promise<void>;
};

/** Asked before any file is touched: another Relais may be running. */
const refuseTakenPort = (port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve()));
  });

/** Kept before anything is planted, so that a start cut short goes on with the same city. */
const planIn = async (dataDir: string, { seed, now }: StartOptions): Promise<DemoPlan> => {
  const made = () => JSON.stringify({ seed, madeOn: dayOf(now).toString() });
  const plan: { seed: number; madeOn: string } = JSON.parse(
    await keptFile(path.join(dataDir, 'demo-city.json'), made),
  );
  return { seed: plan.seed, today: Temporal.PlainDate.from(plan.madeOn) };
};

const openGraph = async (
  options: StartOptions,
  databases: EmbeddedDatabases,
  issuer: DevIssuer,
  plan: DemoPlan,
): Promise<WholeGraph> => {
  const { tell, port, host, now } = options;
  const today = dayOf(now);
  tell('Bringing the three databases up to date');
  return openWholeGraph({
    urls: databases.urls,
    verifyToken: createTokenVerifier(issuer.options),
    port,
    host,
    logLevel: process.env.LOG_LEVEL ?? 'warn',
    graphiql: {
      examples: await readyExamples(referenceOf(SHOWCASE_NUMBER), today),
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

const demoUsersOf = (issuer: DevIssuer) =>
  Promise.all(
    Object.values(demoAccounts).map(async (account) => ({
      name: account.name,
      role: account.role,
      token: await issuer.tokenFor(account),
    })),
  );

/** Everything in one process: databases, demo city, agencies, gateway. */
export const startRelais = async (options: StartOptions): Promise<RunningRelais> => {
  await refuseTakenPort(options.port, options.host);
  options.tell('Starting PostgreSQL');
  const databases = await startDatabases(options.dataDir);
  const { dataDir } = databases;
  try {
    const issuer = await openDevIssuer(dataDir);
    const plan = await planIn(dataDir, options);
    const graph = await openGraph(options, databases, issuer, plan);
    const stop = async () => {
      await graph.close();
      await databases.stop();
    };
    return {
      url: graph.url,
      dataDir,
      issuer,
      showcase: referenceOf(SHOWCASE_NUMBER),
      madeOn: plan.today,
      stop,
    };
  } catch (error) {
    await databases.stop();
    throw error;
  }
};

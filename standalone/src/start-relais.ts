import { createServer } from 'node:net';
import type { Fail } from '@relais/platform/process.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';
import type { DemoPlan } from './demo/plant-demo-city.ts';
import { planIn, preparedFor } from './demo-plan.ts';
import { type DevIssuer, openDevIssuer, publicUrl, refuseProduction } from './dev-issuer.ts';
import type { EmbeddedDatabases } from './embedded-databases.ts';
import { keepDatabases } from './keep-databases.ts';
import { startPostgres } from './postgres/embedded-postgres.ts';
import { explained } from './postgres/explained.ts';
import { findDataDir } from './postgres/postgres-home.ts';

export type StartOptions = {
  readonly dataDir: string;
  readonly port: number;
  readonly host: string;
  readonly seed: number;
  readonly clock: () => Date;
  /** Hears what is being done. */
  readonly tell: (step: string) => void;
  /** Hears what ends a Relais that was running. */
  readonly fail: Fail;
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

/** The first family that the demo invents. */
const SHOWCASE = 'NAN-000001';

/** Asked before any file is touched: another Relais may be running. The issuer's name is the port, so it is known before. */
const freePort = (port: number, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen({ port, host, exclusive: true }, () => {
      const address = probe.address();
      const free = typeof address === 'object' && address ? address.port : port;
      probe.close(() => resolve(free));
    });
  });

/** Not before PostgreSQL starts: it takes a second, in which nothing else of this process goes on. */
const loadAgencies = () => import('./open-demo.ts');

const openOn = async (
  databases: EmbeddedDatabases,
  wanted: DemoPlan,
  options: StartOptions,
): Promise<RunningRelais> => {
  const { dataDir } = databases;
  const issuer = await openDevIssuer(dataDir, { port: options.port });
  const plan = await planIn(dataDir, wanted);
  const { openDemo } = await loadAgencies();
  const graph = await openDemo({ databases, issuer, plan, showcase: SHOWCASE }, options);
  const kept = keepDatabases(databases, options);
  const stop = async () => {
    await graph.close();
    await kept.stop();
  };
  return { url: publicUrl(options.port), dataDir, issuer, showcase: SHOWCASE, madeOn: plan.today, stop };
};

const startPrepared = async (wanted: DemoPlan, options: StartOptions): Promise<EmbeddedDatabases> => {
  const { dataDir } = await findDataDir(options.dataDir);
  const prepared = await preparedFor(dataDir, wanted);
  const postgres = await startPostgres({
    dataDir: options.dataDir,
    ...(prepared && { prepared }),
    // Whatever is wrong with it is said when it is asked for.
    meanwhile: () => void loadAgencies().catch(() => undefined),
  });
  const { databasesIn } = await explained(postgres, () => import('./embedded-databases.ts'));
  return databasesIn(postgres);
};

/** Everything in one process: databases, demo city, agencies, gateway. */
export const startRelais = async (wished: StartOptions): Promise<RunningRelais> => {
  refuseProduction();
  const options = { ...wished, port: await freePort(wished.port, wished.host) };
  options.tell('Starting PostgreSQL');
  const wanted = { seed: options.seed, today: dayOf(options.clock()) };
  const databases = await startPrepared(wanted, options);
  return explained(databases, () => openOn(databases, wanted, options));
};

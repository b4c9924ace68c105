import type { GraphQLSchema } from 'graphql';
import type { DataSource } from 'typeorm';
import { AccessWriter } from './access-log/access-writer.ts';
import { MAKE_ACCESS_LOG_MONTHS, makeAccessLogMonths, nextMaking } from './access-log/make-months.ts';
import { purposeOf, unknownPurpose } from './access-log/purposes.ts';
import { nextSealing, SEAL_ACCESS_LOG, sealAccessLogOf } from './access-log/seal-access-log.ts';
import type { AdmittedAgencies } from './auth/agencies.ts';
import { endSessions } from './auth/end-sessions.ts';
import type { Ending } from './auth/ended-sessions.rules.ts';
import { EndedSessions } from './auth/ended-sessions.ts';
import { rememberingSignIns } from './auth/sign-ins.ts';
import type { TokenVerifier } from './auth/tokens.ts';
import type { User } from './auth/user.ts';
import { agencyOf, type WorksFor } from './auth/whose-sessions.ts';
import { changesSince, newestOf } from './changes/changes.queries.ts';
import type { ChangesFound } from './changes/changes.ts';
import { nextPruning, PRUNE_CHANGES, pruneChanges } from './changes/prune-changes.ts';
import { askerOf, askingAs, asService } from './database/asking.ts';
import { openDatabase, patiently } from './database/database.ts';
import { migrate, refuseOldSchema } from './database/migrate.ts';
import { refusePowers, roleIn } from './database/service-role.ts';
import { inTransaction } from './database/transaction.ts';
import { endedWithin } from './ended-within.ts';
import { type Delivery, startDelivery } from './events/deliver.ts';
import type { Deliver, RelaisEvent } from './events/event.ts';
import { type EventContract, knownContract, maySay } from './events/event-contract.ts';
import { getPastWith } from './events/get-past.ts';
import { receiveEvent } from './events/receive.ts';
import { takeUpNowAndThen } from './events/take-up.ts';
import { tellAnewJobs } from './events/tell-anew.ts';
import { openContext } from './graphql/request-context.ts';
import { newId } from './ids.ts';
import { Jobs, type JobsOptions } from './jobs/run-jobs.ts';
import { scheduleRecurringJobs } from './jobs/schedule-job.ts';
import { TELL_MERGE_CHANGED, tellMergeChanged } from './known-families/tell-merge-changed.ts';
import { createLog, type Log } from './log.ts';
import {
  FORGET_MERGE_JOURNALS,
  forgetMergeJournals,
  nextForgetting,
} from './merge-journals/forget-merge-journals.ts';
import type { Language } from './messages.ts';
import { type Outages, outagesOf } from './outages.ts';
import type { Subgraph, SubgraphContext } from './subgraph.ts';

export type RequestFacts = {
  readonly token?: string | undefined;
  readonly requestId: string;
  readonly language?: Language | undefined;
  /** As the request says it; what the role usually asks for when it says nothing. */
  readonly purpose?: string | undefined;
};

/** A subgraph with its database open, in whatever process it runs. */
export type RunningSubgraph = {
  readonly name: string;
  readonly schema: GraphQLSchema;
  /** As the service itself asks it. */
  readonly db: DataSource;
  readonly log: Log;
  /** Verifies the token and opens the request's loaders. */
  contextFor(request: RequestFacts): Promise<SubgraphContext>;
  receive(event: RelaisEvent): Promise<void>;
  /** For whom somebody works, where the token is an administrator's; `null` when nobody knows, or for others. */
  agencyOf(asked: { readonly token: string; readonly sub: string }): Promise<WorksFor | null>;
  /** What changed since a position, as the token's person may see it now. */
  changes(asked: { readonly token: string; readonly since: string | null }): Promise<ChangesFound>;
  /** Of the newest change of anything: while it stays the same, there is nothing new for anybody. */
  newestChange(): Promise<string>;
  /** From the answer on, tokens of before open nothing here. */
  endSessions(ending: Ending): Promise<void>;
  /** Whether this agency may tell events of this type; what nobody here listens to, anybody may. */
  hears(agency: string, type: string): boolean;
  isReady(): Promise<boolean>;
  outages(): Promise<Outages>;
  /** Resolves when every event written so far has been delivered. */
  drained(): Promise<void>;
  /** Resolves when every job whose moment has come was run. */
  runDueJobs(): Promise<void>;
  close(): Promise<void>;
};

export type RuntimeOptions = {
  /** As the role of the service, which owns nothing. */
  readonly databaseUrl: string;
  /** As the owner of the tables, who brings them up to date; without it they must be so already. */
  readonly ownerUrl?: string | undefined;
  readonly verifyToken: TokenVerifier;
  /** Whether tokens can be verified; without keys a service is not ready. They can, when left out. */
  readonly hasKeys?: () => Promise<boolean>;
  /** Whoever works for any other agency writes nothing here. */
  readonly admitted: AdmittedAgencies;
  readonly deliver: Deliver;
  /** Which agency may tell what; `schema/events.json` when left out. */
  readonly contract?: EventContract;
  readonly log?: Log;
  readonly clock?: () => Date;
  readonly poolSize?: number;
  /** Factor on every time limit of the database; tests on a busy machine use more than 1. */
  readonly patience?: number;
  /** How often it looks for what the version before, which may run beside it, keeps meanwhile. */
  readonly keptMilliseconds?: number;
  /** Nobody has to look whether the database has the newest schema: it was brought there just before. */
  readonly isMigrated?: boolean;
};

/** For the connections of requests under way, which have had their time. */
const END_MS = 1_000;

const REGISTER_SUBSCRIBER = `
  insert into subscribers (name, types) values ($1, $2)
  on conflict (name) do update set types = excluded.types`;

const FORGET_OTHER_SUBSCRIBERS = `
  with gone as (delete from subscribers where name <> all($1) returning name)
  delete from pending_deliveries where subscriber in (select name from gone)`;

const startDeliveryOf = async (
  subgraph: Pick<Subgraph, 'name' | 'publishes' | 'events' | 'rebuild'>,
  database: DataSource,
  options: RuntimeOptions & { log: Log; clock: () => Date },
): Promise<Delivery> => {
  const subscribers = Object.keys(subgraph.publishes);
  await patiently(() => database.query(FORGET_OTHER_SUBSCRIBERS, [subscribers]));
  for (const [subscriber, types] of Object.entries(subgraph.publishes)) {
    await patiently(() => database.query(REGISTER_SUBSCRIBER, [subscriber, types]));
  }
  const { name: source, events = [], rebuild } = subgraph;
  const getPast = getPastWith(database.manager, { events, rebuild, clock: options.clock });
  return startDelivery({ ...options, source, subscribers, events, getPast });
};

type ContextOptions = Pick<RuntimeOptions, 'verifyToken' | 'admitted' | 'patience'> & {
  log: Log;
  clock: () => Date;
  ended: EndedSessions;
  accessWriter: AccessWriter;
};

/** Who carries a token, unless their session has ended. */
const usersBy =
  ({ verifyToken, admitted, ended }: Pick<ContextOptions, 'verifyToken' | 'admitted' | 'ended'>) =>
  async (token: string | undefined): Promise<User> => {
    const claims = await verifyToken(token);
    await ended.refuseEnded(claims);
    return { ...claims, agencyKind: admitted.get(claims.agency) ?? null };
  };

const contextsOf = (
  subgraph: Subgraph,
  { pool, own }: { readonly pool: DataSource; readonly own: DataSource },
  { log, clock, patience, accessWriter, ...options }: ContextOptions,
): RunningSubgraph['contextFor'] => {
  const noteSignIn = rememberingSignIns(own.manager, subgraph.signIn, log);
  const userOf = usersBy(options);
  return async ({ token, requestId, language = 'fr', purpose: said }) => {
    const user = await userOf(token);
    const purpose = purposeOf(user.role, said);
    if (!purpose) throw unknownPurpose(user.role);
    await noteSignIn(user);
    const now = clock();
    const asker = askerOf(user, now);
    const request = {
      db: askingAs(pool, asker).manager,
      byKeys: askingAs(pool, asker, 'force_generic_plan').manager,
      own: own.manager,
      now,
      user,
      language,
      requestId,
      purpose,
      patience,
      log: log.child({ requestId }),
    };
    return openContext(subgraph, request, accessWriter);
  };
};

const openMigrated = async (
  { name, entities, migrations }: Pick<Subgraph, 'name' | 'entities' | 'migrations'>,
  options: RuntimeOptions,
): Promise<DataSource> => {
  const { databaseUrl: url, ownerUrl, isMigrated = false } = options;
  const settings = { ...options, url, applicationName: name };
  if (ownerUrl) await migrate({ ...settings, url: ownerUrl, migrations, serviceRole: roleIn(url) });
  const db = await openDatabase({ ...settings, entities });
  try {
    if (!ownerUrl && !isMigrated) await patiently(() => refuseOldSchema(db.manager, migrations));
    await refusePowers(db);
    return db;
  } catch (error) {
    await db.destroy();
    throw error;
  }
};

/** What runs by itself at every agency, and what this one brings. */
const jobsOf = ({
  name,
  jobs,
  recurringJobs,
  rebuild,
  migrations,
}: Subgraph): Pick<JobsOptions, 'handlers' | 'recurring'> => ({
  handlers: {
    [MAKE_ACCESS_LOG_MONTHS]: makeAccessLogMonths,
    [SEAL_ACCESS_LOG]: sealAccessLogOf(name),
    [PRUNE_CHANGES]: pruneChanges,
    [FORGET_MERGE_JOURNALS]: forgetMergeJournals,
    [TELL_MERGE_CHANGED]: tellMergeChanged,
    ...jobs,
    ...(rebuild && tellAnewJobs(rebuild, migrations)),
  },
  recurring: {
    [MAKE_ACCESS_LOG_MONTHS]: nextMaking,
    [SEAL_ACCESS_LOG]: nextSealing,
    [PRUNE_CHANGES]: nextPruning,
    [FORGET_MERGE_JOURNALS]: nextForgetting,
    ...recurringJobs,
  },
});

/** What the gateway asks and tells of people's sessions. */
const sessionsOf = (
  db: DataSource,
  options: Parameters<typeof usersBy>[0],
): Pick<RunningSubgraph, 'agencyOf' | 'endSessions'> => {
  const userOf = usersBy(options);
  return {
    agencyOf: async ({ token, sub }) => agencyOf(db.manager, await userOf(token), sub),
    async endSessions(ending) {
      await inTransaction(db.manager, (tx) => endSessions(tx, ending));
      options.ended.add(ending);
    },
  };
};

/** Migrates and opens the database, starts delivering events and running jobs, and answers how to run a request. */
export const runSubgraph = async (subgraph: Subgraph, options: RuntimeOptions): Promise<RunningSubgraph> => {
  const { name, schema, receives } = subgraph;
  const { handlers, recurring } = jobsOf(subgraph);
  const log = options.log ?? createLog(name);
  const clock = options.clock ?? (() => new Date());
  const pool = await openMigrated(subgraph, options);
  const db = asService(pool);
  const { databaseUrl: url, patience } = options;
  const accessWriter = new AccessWriter({ url, applicationName: name, patience });
  const ended = new EndedSessions(db, url);
  await ended.open();
  const delivery = await startDeliveryOf(subgraph, db, { ...options, log, clock });
  await scheduleRecurringJobs(db.manager, recurring, clock());
  const jobs = new Jobs({ db, handlers, recurring, clock, log });

  const { contract = knownContract(subgraph), hasKeys = async () => true } = options;
  const receiving = { name, receives, contract };
  const takingUp = await takeUpNowAndThen(db, receiving, { ...options, log, clock });
  const receive = (event: RelaisEvent) => receiveEvent(db.manager, event, receiving, clock());
  const close = async () => {
    await Promise.all([ended, accessWriter, takingUp, jobs, delivery].map((each) => each.close()));
    await endedWithin(END_MS, pool.destroy());
  };
  const contextFor = contextsOf(subgraph, { pool, own: db }, { ...options, log, clock, ended, accessWriter });
  return {
    name,
    schema,
    db,
    log,
    contextFor,
    changes: async ({ token, since }) =>
      changesSince(await contextFor({ token, requestId: newId() }), subgraph.changesTold ?? {}, since),
    newestChange: () => newestOf(db.manager),
    receive,
    ...sessionsOf(db, { ...options, ended }),
    hears: (agency, type) => !Object.hasOwn(receives, type) || maySay(contract, agency, type),
    isReady: async () => (await hasKeys()) && db.query('select 1').then(Boolean, () => false),
    outages: async () => outagesOf(db, await subgraph.warnings?.(db, clock())),
    drained: delivery.drained,
    runDueJobs: () => jobs.runDue(),
    close,
  };
};

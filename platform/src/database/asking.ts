import { type DataSource, EntityManager, QueryFailedError, type QueryRunner } from 'typeorm';
import { isAdmitted, type User } from '../auth/user.ts';
import { type Way, wayOf } from '../reading/lane.ts';
import { dayOf } from '../time/civil-time.ts';
import type { Asker, Planning } from './asking-query.ts';
import type { Database } from './database.ts';
import { findingRecords } from './find-records.ts';
import type { PreparingClient } from './preparing-client.ts';
import type { Transaction } from './transaction.ts';

/** What a service does of itself: jobs, events that arrive, what it tells of whole families, figures. */
const SERVICE: Asker = { role: 'SERVICE', sub: '', today: '', now: '', agency: '', centres: '{}' };

/** The same within a change that finds all it needs by keys. */
const SERVICE_BY_KEYS: Asker = { ...SERVICE, planning: 'force_generic_plan' };

/** For whom the statements of a request are asked. Who works for an agency that is not admitted asks for nobody. */
export const askerOf = (user: User, now: Date): Asker => ({
  role: isAdmitted(user) ? user.role : '',
  sub: user.sub,
  today: dayOf(now).toString(),
  now: now.toISOString(),
  agency: user.agencyKind ?? '',
  centres: `{${user.centreIds.join(',')}}`,
});

type Connect = () => Promise<PreparingClient>;

/** How each runner gets the connection that it has to itself. */
const connects = new WeakMap<object, { readonly connect: Connect; readonly isByKeys: boolean }>();

type Connection = { query(text: string, values?: unknown[]): Promise<unknown> };

/** The connection that a runner has to itself. */
const own = (connect: Connect, asker: Asker) => async (): Promise<Connection> => {
  const client = await connect();
  return { query: (text, values) => client.queryFor(asker, text, values) };
};

type Rows = Awaited<ReturnType<Way['ask']>>;
type AskPool = (text: string, values?: readonly unknown[]) => Promise<Rows>;

/** Over a connection taken for this alone: the runner of who waits on the lane may be let go before this one has its answer. */
const askingPool =
  (db: DataSource, asker: Asker): AskPool =>
  async (text, values) => {
    const runner = db.createQueryRunner();
    try {
      const connection = await own(runner.connect.bind(runner), asker)();
      const { rows } = (await connection.query(text, [...(values ?? [])])) as { rows: Rows };
      return rows;
    } finally {
      await runner.release();
    }
  };

/** Outside transactions a question goes the way of all questions, and takes no connection. */
const sharing = (runner: QueryRunner, connected: () => Promise<Connection>, way: Way, askPool: AskPool) => {
  const query: Connection['query'] = async (text, values) => {
    if (runner.isTransactionActive || !way.takes(text)) return (await connected()).query(text, values);
    return { rows: await way.ask(text, values, () => askPool(text, values)) };
  };
  return async (): Promise<Connection> => ({ query });
};

/** SQL that is a question goes there at once; TypeORM adds nothing to it. */
const reading = (manager: EntityManager, way: Way, askPool: AskPool): EntityManager => {
  const ask = manager.query.bind(manager);
  const query = async (text: string, values?: unknown[]): Promise<unknown> => {
    if (!way.takes(text)) return ask(text, values);
    try {
      return await way.ask(text, values, () => askPool(text, values));
    } catch (error) {
      throw new QueryFailedError(text, values, error as Error);
    }
  };
  return Object.assign(manager, { query }, findingRecords(manager));
};

/** The same database, whose every statement is asked for somebody. */
export const askingAs = (db: DataSource, who: Asker, planning?: Planning): DataSource => {
  const asker = planning ? { ...who, planning } : who;
  // What the service does of itself may take long, and nobody waits for it.
  const way = asker === SERVICE ? undefined : wayOf(db, asker);
  const askPool = askingPool(db, asker);
  const derived: DataSource = Object.create(db);
  const createQueryRunner: DataSource['createQueryRunner'] = (mode) => {
    const runner = db.createQueryRunner(mode);
    const connect: Connect = runner.connect.bind(runner);
    connects.set(runner, { connect, isByKeys: planning === 'force_generic_plan' });
    const connected = own(connect, asker);
    return Object.assign(runner, { connect: way ? sharing(runner, connected, way, askPool) : connected });
  };
  const manager = new EntityManager(derived);
  Object.defineProperties(derived, { createQueryRunner: { value: createQueryRunner } });
  Object.defineProperties(derived, { manager: { value: way ? reading(manager, way, askPool) : manager } });
  return derived;
};

/** The same database, asked by the service itself. */
export const asService = (db: DataSource): DataSource => askingAs(db, SERVICE);

const asServiceWithin = (tx: Database): Database => {
  const runner = tx.queryRunner;
  const known = runner && connects.get(runner);
  // One that nobody asks through is not of a request.
  if (!runner || !known) return tx;
  const asker = known.isByKeys ? SERVICE_BY_KEYS : SERVICE;
  const service = Object.assign(Object.create(runner), { connect: own(known.connect, asker) });
  return Object.create(tx, { queryRunner: { value: service } });
};

/**
 * The same transaction, for what the service itself has to know in it: what it tells others of a whole family, whoever made
 * the change. Only for reading: what is noted of a transaction is noted of the one it was begun as.
 */
export const readingAsService = (tx: Database): Database => asServiceWithin(tx);

/**
 * The same transaction, for moving a whole file: also what whoever moves it may not read goes along. What is noted of a
 * transaction, as what it publishes, is noted of the one it was begun as.
 */
export const movingAsService = (tx: Transaction): Transaction => asServiceWithin(tx) as Transaction;

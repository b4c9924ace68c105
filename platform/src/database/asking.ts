import { type DataSource, EntityManager, type QueryRunner } from 'typeorm';
import { isAdmitted, type User } from '../auth/user.ts';
import { dayOf } from '../time/civil-time.ts';
import type { Asker } from './asking-query.ts';
import type { Database } from './database.ts';
import type { PreparingClient } from './preparing-client.ts';

/** What a service does of itself: jobs, events that arrive, what it tells of whole families, figures. */
const SERVICE: Asker = { role: 'SERVICE', sub: '', today: '', now: '' };

/** For whom the statements of a request are asked. Who works for an agency that is not admitted asks for nobody. */
export const askerOf = (user: User, now: Date): Asker => ({
  role: isAdmitted(user) ? user.role : '',
  sub: user.sub,
  today: dayOf(now).toString(),
  now: now.toISOString(),
});

type Connect = () => Promise<PreparingClient>;

/** How each runner gets the connection that it has to itself. */
const connects = new WeakMap<object, Connect>();

/** The connection as TypeORM asks it, each statement for the same asker. */
const asking = (runner: QueryRunner, asker: Asker, connect: Connect): QueryRunner =>
  Object.assign(runner, {
    connect: async () => {
      const client = await connect();
      return { query: (text: string, values?: unknown[]) => client.queryFor(asker, text, values) };
    },
  });

/** The same database, whose every statement is asked for somebody. */
export const askingAs = (db: DataSource, asker: Asker): DataSource => {
  const derived: DataSource = Object.create(db);
  const createQueryRunner: DataSource['createQueryRunner'] = (mode) => {
    const runner = db.createQueryRunner(mode);
    const connect: Connect = runner.connect.bind(runner);
    connects.set(runner, connect);
    return asking(runner, asker, connect);
  };
  Object.defineProperties(derived, { createQueryRunner: { value: createQueryRunner } });
  Object.defineProperties(derived, { manager: { value: new EntityManager(derived) } });
  return derived;
};

/** The same database, asked by the service itself. */
export const asService = (db: DataSource): DataSource => askingAs(db, SERVICE);

/**
 * The same transaction, for what the service itself has to know in it: what it tells others of a whole family, whoever made
 * the change. Only for reading: what is noted of a transaction is noted of the one it was begun as.
 */
export const readingAsService = (tx: Database): Database => {
  const runner = tx.queryRunner;
  const connect = runner && connects.get(runner);
  // One that nobody asks through is not of a request.
  if (!runner || !connect) return tx;
  return Object.create(tx, { queryRunner: { value: asking(Object.create(runner), SERVICE, connect) } });
};

import type { DataSource, QueryRunner } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';

/** TypeORM asks for all tables at once on one connection, which pg wants to be asked one by one. */
const oneByOne = (runner: QueryRunner): QueryRunner => {
  const ask = runner.query.bind(runner);
  let last: Promise<unknown> = Promise.resolve();
  runner.query = (...question: Parameters<typeof ask>) => {
    const answer = last.then(() => ask(...question));
    last = answer.catch(() => undefined);
    return answer;
  };
  return runner;
};

/** What would have to change in a migrated database for it to be what the classes describe. */
export const schemaChanges = async ({ driver }: DataSource): Promise<string[]> => {
  // The one below whatever says who asks.
  const { dataSource: db } = driver as PostgresDriver;
  const createRunner = db.createQueryRunner.bind(db);
  db.createQueryRunner = (mode) => oneByOne(createRunner(mode));
  const { upQueries } = await driver.createSchemaBuilder().log();
  db.createQueryRunner = createRunner;
  return upQueries.map(({ query }) => query);
};

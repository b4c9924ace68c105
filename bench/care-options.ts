import { openDatabase } from '@relais/platform/database/database.ts';
import { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import { findCareOptions } from '../subgraphs/early-childhood/src/options/care-options/find-care-options.ts';
import type { CareNeed } from '../subgraphs/early-childhood/src/options/care-options/option-facts.ts';
import { subgraph } from '../subgraphs/early-childhood/src/subgraph.ts';
import { earlyChildhoodAsSuperuser, inLargeCity, tell, withClient } from './city.ts';
import { figures, processorTime } from './figures.ts';

const PATIENCE = 600;
const NEEDS = 200;
const COMING_DAYS = 40;

const needFor = (childId: string, index: number): CareNeed => {
  const day = Temporal.Now.plainDateISO().add({ days: 1 + (index % COMING_DAYS) });
  const at = (time: string) => new Date(`${day}T${time}:00Z`);
  return {
    childId,
    familyId: null,
    kind: index % 2 === 0 ? 'EMERGENCY' : 'SHORT_TERM',
    startsAt: at('08:00'),
    endsAt: at(index % 3 === 0 ? '15:00' : '10:30'),
    facilities: [],
    rankedCentreIds: [],
  };
};

const someChildren = (database: DataSource, count: number): Promise<{ id: string }[]> =>
  database.query(
    `select id from children where birth_date between current_date - 1800 and current_date - 120
      order by random() limit $1`,
    [count],
  );

/** Wall time of each call, what of it was spent waiting for the database, and how many statements it took. */
const measureOptions = async (database: DataSource): Promise<void> => {
  const { manager } = database;
  const ask = manager.query.bind(manager);
  let waited = 0;
  let statements = 0;
  manager.query = async (...asked: Parameters<typeof ask>) => {
    const started = performance.now();
    const answer = await ask(...asked);
    waited += performance.now() - started;
    statements += 1;
    return answer;
  };
  const [whole, inDatabase, found]: [number[], number[], number[]] = [[], [], []];
  const children = await someChildren(database, NEEDS);
  for (const [index, { id }] of children.entries()) {
    waited = 0;
    const started = performance.now();
    const [options] = await findCareOptions(manager, [needFor(id, index)], new Date());
    whole.push(performance.now() - started);
    inDatabase.push(waited);
    found.push(options?.options.length ?? 0);
  }
  manager.query = ask;
  tell(`options of a need, ${NEEDS} needs one after the other: ${figures(whole)}`);
  tell(`  of which in the database: ${figures(inDatabase)} (target p95 30 ms)`);
  tell(`  statements per need: ${(statements / NEEDS).toFixed(1)} (target 4)`);
  tell(`  needs with an option: ${found.filter((count) => count > 0).length}`);
};

await inLargeCity(async (databases) => {
  const url = databases.urls['early-childhood'];
  const database = await openDatabase({
    ...subgraph,
    url,
    applicationName: 'bench',
    patience: PATIENCE,
    isOwnWork: true,
  });
  await withClient(earlyChildhoodAsSuperuser(databases), async (superuser) => {
    const processor = await processorTime(superuser, () => measureOptions(database));
    tell(
      `  processor per need: ours ${(processor.ours / NEEDS).toFixed(1)} ms, of the database ${(processor.database / NEEDS).toFixed(1)} ms`,
    );
  });
  await database.destroy();
});

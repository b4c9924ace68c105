import { execute, type GraphQLFormattedError, parse, validate } from 'graphql';
import type { EntityManager } from 'typeorm';
import { storeAccesses } from '../access-log/accesses.ts';
import { deadLetters } from '../events/dead-letter.queries.ts';
import { publicDenial, publicError } from '../graphql/faults.ts';
import { withinBudget } from '../graphql/object-budget.ts';
import { newId } from '../ids.ts';
import { createLog } from '../log.ts';
import type { Language } from '../messages.ts';
import type { Subgraph } from '../subgraph.ts';
import { runSubgraph } from '../subgraph-runtime.ts';
import { testClock } from './test-clock.ts';
import { createTestDatabase, statementsRun } from './test-database.ts';
import { createTestIssuer, type TestUser, testAgencies } from './test-users.ts';

/** Answers are asserted on, so their shape is the test's to state. */
// biome-ignore lint/suspicious/noExplicitAny: a test names the fields it asked for
export type Answer = { data: any; errors: readonly GraphQLFormattedError[] };
type Variables = Readonly<Record<string, unknown>>;
type QueryOptions = { readonly language?: Language; readonly now?: Date };

const TEST_PATIENCE = 20;

const ENTITIES = (type: string, selection: string): string =>
  `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on ${type} ${selection} } }`;

const published = async (db: EntityManager): Promise<{ type: string; familyId: string; data: Variables }[]> =>
  db.query('select type, family_id as "familyId", data from outbox order by family_id, number');

const UNSETTLED = `
  select from changes where changed_by >= pg_snapshot_xmin(pg_current_snapshot()) limit 1`;

const changesSettled = async (db: EntityManager): Promise<void> => {
  const unsettled: unknown[] = await db.query(UNSETTLED);
  if (unsettled.length === 0) return;
  await new Promise((resolve) => setTimeout(resolve, 5));
  await changesSettled(db);
};

/** A subgraph on a fresh database of its own, asked through GraphQL by users with real tokens. */
export const testSubgraph = async (subgraph: Subgraph, given: { now?: Date } = {}) => {
  const database = await createTestDatabase(subgraph);
  const issuer = await createTestIssuer();
  const clock = testClock(given.now);
  let sequence = 0;
  const running = await runSubgraph(subgraph, {
    databaseUrl: database.url,
    verifyToken: issuer.verifyToken,
    admitted: testAgencies,
    deliver: async () => undefined,
    log: createLog(subgraph.name, 'silent'),
    clock: clock.now,
    patience: TEST_PATIENCE,
  });

  const contextOf = async (as: TestUser, language: Language = 'fr') =>
    running.contextFor({ token: `Bearer ${await issuer.tokenFor(as)}`, requestId: newId(), language });

  const query = async (
    document: string,
    variables: Variables,
    as: TestUser,
    { language = 'fr', now: at }: QueryOptions = {},
  ): Promise<Answer> => {
    const parsed = parse(document);
    const [invalid] = validate(subgraph.schema, parsed);
    if (invalid) throw invalid;
    const context = await contextOf(as, language);
    const contextValue: typeof context = at ? Object.create(context, { now: { value: at } }) : context;
    const answer = await execute({
      schema: subgraph.schema,
      document: parsed,
      variableValues: variables,
      contextValue,
    });
    const { data, errors = [] } = withinBudget(answer, contextValue);
    await storeAccesses(contextValue);
    return {
      data: JSON.parse(JSON.stringify(data ?? null)),
      errors: [
        ...errors.map((error) => publicError(error, language, subgraph.name)),
        ...contextValue.denials.in(data).map((each) => publicDenial(each, language, subgraph.name)),
      ],
    };
  };

  return {
    db: running.db.manager,
    databaseUrl: database.url,
    ownerUrl: database.ownerUrl,
    running,
    query,
    tokenFor: issuer.tokenFor,
    /** What changed for somebody, once no transaction of any database beside could still write before it. */
    async changes(as: TestUser, since: string | null) {
      await changesSettled(running.db.manager);
      return running.changes({ token: `Bearer ${await issuer.tokenFor(as)}`, since });
    },
    setNow: clock.setNow,
    /** Has somebody noted whom this process has not met yet, which costs statements and may tell others. */
    async signIn(as: TestUser): Promise<TestUser> {
      await contextOf(as);
      await running.drained();
      return as;
    },
    /** What another subgraph's answer makes the gateway ask here. */
    async resolveReferences(
      type: string,
      representations: readonly Variables[],
      selection: string,
      as: TestUser,
    ) {
      const withType = representations.map((each) => ({ __typename: type, ...each }));
      const { data, errors } = await query(ENTITIES(type, selection), { representations: withType }, as);
      return { data: data?._entities, errors };
    },
    /** Delivers an event as another agency would. */
    async receive(type: string, familyId: string, data: Variables, source = 'test') {
      sequence += 1;
      await running.receive({
        specversion: '1.0',
        id: newId(),
        source,
        type,
        subject: familyId,
        time: new Date().toISOString(),
        datacontenttype: 'application/json',
        sequence,
        data,
      });
    },
    /** What it was told and could not take. */
    deadLetters: () => deadLetters(running.db),
    /** Runs every job whose moment has come by the clock of the requests. */
    runDueJobs: () => running.runDueJobs(),
    published: () => published(running.db.manager),
    /** How many statements PostgreSQL counted while `work` ran; what is due by itself is done before. */
    async statements(work: () => Promise<unknown>): Promise<number> {
      await running.runDueJobs();
      const before = await statementsRun([database.name]);
      await work();
      return (await statementsRun([database.name])) - before;
    },
    async close() {
      await running.close();
      await database.drop();
    },
  };
};

export type TestSubgraph = Awaited<ReturnType<typeof testSubgraph>>;

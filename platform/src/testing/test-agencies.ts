import { Arg, Authorized, Int, Query, Resolver } from 'type-graphql';
import { z } from 'zod';
import { anyone } from '../auth/user.ts';
import { id, rowOf, rowsOf } from '../database/rows.ts';
import { inTransaction } from '../database/transaction.ts';
import type { Deliver } from '../events/event.ts';
import { publicationOf, publishAll } from '../events/publish.ts';
import { publishedEvent } from '../events/published-event.ts';
import type { JobHandlers } from '../jobs/job.ts';
import { createLog } from '../log.ts';
import { defineSubgraph, type EventReceiver, type Subgraph } from '../subgraph.ts';
import { type RunningSubgraph, runSubgraph } from '../subgraph-runtime.ts';
import { createTestDatabase } from './test-database.ts';
import { createTestIssuer, testAgencies } from './test-users.ts';

@Resolver()
class AnyResolver {
  @Authorized('any')
  @Query(() => Int, { description: 'The same number.' })
  same(@Arg('number', () => Int) number: number): number {
    return number;
  }
}

export const STEP = 'test.step.v1';
/** The step that a rebuild tells of each family. */
export const REBUILT = 99;
export const stepTaken = publishedEvent({
  type: STEP,
  description: 'A step was taken.',
  subject: { kind: 'FAMILY', id: 'familyId' },
  about: 'step',
  data: z.object({
    familyId: z.uuid().describe('Whose.'),
    step: z.number().int().describe('Which step.'),
  }),
  example: { familyId: '0190d8a4-7f1e-7c11-9b5a-3c1d6a0f0001', step: 1 },
});

export type Heard = { readonly familyId: string; readonly step: unknown };

const FamilyRow = rowOf({ familyId: ['family_id', id] });

type StepAgencyOptions = {
  readonly tells?: readonly string[];
  readonly heard?: Heard[];
  readonly hear?: EventReceiver;
  readonly jobs?: JobHandlers;
};

const noteIn =
  (heard: Heard[]): EventReceiver =>
  async (_tx, event) => {
    heard.push({ familyId: event.subject, step: event.data.step });
  };

/** An agency that tells some of steps, and notes the steps it hears of. */
export const stepAgency = (
  name: string,
  { tells = [], heard = [], hear = noteIn(heard), jobs = {} }: StepAgencyOptions = {},
): Subgraph =>
  defineSubgraph({
    name,
    resolvers: [AnyResolver],
    orphanedTypes: [],
    entities: [],
    migrations: [],
    loaders: () => ({}),
    references: {},
    sights: {},
    permissions: { any: [anyone] },
    changers: {},
    categories: { any: null },
    publishes: Object.fromEntries(tells.map((subscriber) => [subscriber, [STEP]])),
    events: [stepTaken],
    rebuild: {
      familiesAfter: async (db, after, most) => {
        const rows = await rowsOf(
          db,
          FamilyRow,
          `select distinct ${FamilyRow.columns} from outbox where family_id > $1 order by family_id limit $2`,
          [after, most],
        );
        return rows.map(({ familyId }) => familyId);
      },
      republish: (tx, familyIds) =>
        publishAll(
          tx,
          familyIds.map((familyId) => publicationOf(stepTaken, familyId, { familyId, step: REBUILT })),
        ),
    },
    receives: {
      [STEP]: hear,
    },
    jobs,
  });

export type TestAgency = RunningSubgraph & {
  readonly databaseUrl: string;
  readonly ownerUrl: string;
  readonly databaseName: string;
  /** Tells of steps of a family, in one transaction. */
  tell(familyId: string, ...steps: number[]): Promise<void>;
  /** Closes it and drops its database. */
  end(): Promise<void>;
};

/** An agency on a fresh database of its own. */
export const runTestAgency = async (
  subgraph: Subgraph,
  deliver: Deliver = async () => undefined,
): Promise<TestAgency> => {
  const database = await createTestDatabase(subgraph);
  const { verifyToken } = await createTestIssuer();
  const running = await runSubgraph(subgraph, {
    databaseUrl: database.url,
    verifyToken,
    admitted: testAgencies,
    deliver,
    log: createLog('test', 'silent'),
    patience: 20,
  });
  return {
    ...running,
    databaseUrl: database.url,
    ownerUrl: database.ownerUrl,
    databaseName: database.name,
    tell: (familyId, ...steps) =>
      inTransaction(running.db.manager, (tx) =>
        publishAll(
          tx,
          steps.map((step) => publicationOf(stepTaken, familyId, { familyId, step })),
        ),
      ),
    async end() {
      await running.close();
      await database.drop();
    },
  };
};

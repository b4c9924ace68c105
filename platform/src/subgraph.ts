import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { type GraphQLSchema, lexicographicSortSchema } from 'graphql';
import type { Accesses } from './access-log/accesses.ts';
import type { AccessCategories } from './access-log/categories.ts';
import {
  type ConcernedTypes,
  guardedFields,
  type NotingOf,
  noteReference,
  noteWhatIsAnswered,
  refuseUnknownConcerns,
} from './access-log/note-what-is-answered.ts';
import type { Purpose } from './access-log/purposes.ts';
import { logSealedEvent, receiveLogSealed, tellingOfLog } from './access-log/seal-access-log.ts';
import { receiveEndedSessions, sessionsEndedEvent } from './auth/end-sessions.ts';
import { withEndedSessions } from './auth/retell-ended-sessions.ts';
import type { User } from './auth/user.ts';
import type { ChangesTold } from './changes/changes.ts';
import type { Database } from './database/database.ts';
import type { Batches } from './database/loaders.ts';
import { platformMigrations, type SqlFile } from './database/sql-files.ts';
import type { Transaction } from './database/transaction.ts';
import type { RelaisEvent } from './events/event.ts';
import type { PublishedEvent, Rebuild } from './events/published-event.ts';
import { buildSchema } from './graphql/build-schema.ts';
import type { Denials } from './graphql/denials.ts';
import { type FindEntity, federatedSchema } from './graphql/federated-schema.ts';
import { type ObjectBudget, spendOnObjects } from './graphql/object-budget.ts';
import {
  permissionChecker,
  refuseOpenOperations,
  refuseSureGuards,
  sayForWhom,
} from './graphql/permission-checker.ts';
import { readArguments } from './graphql/read-arguments.ts';
import type { JobHandlers, RecurringJobs } from './jobs/job.ts';
import type { Log } from './log.ts';
import type { Language } from './messages.ts';
import type { Warnings } from './outages.ts';
import { type Links, type Ways, waysOf } from './reading/links.ts';
import { expectQuestions, type Reading } from './reading/reading.ts';
import type { ChangersOf } from './sight/changers.rules.ts';
import type { Permissions } from './sight/compiled.ts';
import { checkWhatIsSeen, type SeenTypes, seen } from './sight/seen-types.ts';
import type { Sight } from './sight/sight.ts';

/** What a resolver knows of the request it serves. */
export type SubgraphContext<Loaders = unknown> = {
  /** Asked for who asks: the walls hide what they do not see. */
  readonly db: Database;
  /** The same for what is found by keys: its statements are planned once for all of them. */
  readonly byKeys: Database;
  /** The same database asked by the service itself: for what is of no one family. */
  readonly own: Database;
  /** Read once per request, so that all parts of an answer agree. */
  readonly now: Date;
  readonly user: User;
  readonly language: Language;
  readonly requestId: string;
  /** For what they ask, as the access log says. */
  readonly purpose: Purpose;
  readonly log: Log;
  /** What the request may still make this subgraph answer. */
  readonly budget: ObjectBudget;
  /** What was not shared in the answer to this question. */
  readonly denials: Denials;
  /** Whose data the request touched: stored before its answer leaves. */
  readonly accesses: Accesses;
  /** What this reader may see and change. */
  readonly sight: Sight;
  readonly loaders: Loaders;
  /** What its questions go on to ask, so that it is read along. */
  readonly reading: Reading;
  /** Factor on how long others are waited for; 1 when left out. */
  readonly patience?: number | undefined;
  renewLoaders(): void;
};

export type EventReceiver = (tx: Transaction, event: RelaisEvent, now: Date) => Promise<void>;

/** Notes somebody who is signed in, when a process first meets them. */
export type SignIn = (db: Database, user: User) => Promise<void>;

export type ClassList = readonly (abstract new (...args: never[]) => object)[];

/** How an entity is found again from the key another subgraph sent. */
export type Reference<Loaders> = (
  reference: Readonly<Record<string, unknown>>,
  context: SubgraphContext<Loaders>,
) => unknown;

/** Where others keep a record, and here is only what belongs to it: whoever asks names it. */
export const asItCame = ({ id }: Readonly<Record<string, unknown>>): { readonly id: string } => ({
  id: String(id),
});

/** The moment and the person of a request, and what that person may see. */
export type LoaderRequest = {
  readonly own: Database;
  /** For what is searched, and planned for what is searched for. */
  readonly lists: Database;
  readonly now: Date;
  readonly user: User;
  readonly sight: Sight;
  readonly reading: Reading;
};

export type SubgraphDefinition<Loaders> = {
  readonly name: string;
  readonly resolvers: ClassList;
  readonly orphanedTypes: ClassList;
  readonly entities: ClassList;
  /** After those that every agency's database has. */
  readonly migrations: readonly SqlFile[];
  readonly loaders: (db: Database, batches: Batches, request: LoaderRequest) => Loaders;
  /** The fields that loaders of relations answer, which are read with the record that they lead from. */
  readonly links?: Links<Loaders>;
  readonly references: Readonly<Record<string, Reference<Loaders>>>;
  readonly permissions: Permissions;
  /** Of which agencies those must be who change something, by its permission. */
  readonly changers: ChangersOf;
  /** Of which category is what each permission opens, as the access log says. */
  readonly categories: AccessCategories;
  /** Of which families each type is that other agencies may point to, and those whose fields depend on the family. */
  readonly sights: SeenTypes;
  /** The same of types that nobody points to, for the access log; what is under a record that is known needs none. */
  readonly concerns?: ConcernedTypes;
  /** Which agency hears of which event types. */
  readonly publishes: Readonly<Record<string, readonly string[]>>;
  readonly receives: Readonly<Record<string, EventReceiver>>;
  /** Every type it publishes, described for the others. */
  readonly events?: readonly PublishedEvent[];
  readonly rebuild?: Rebuild;
  /** What of its data ends soon, for `/health/ready`. */
  readonly warnings?: (db: Pick<Database, 'query'>, now: Date) => Promise<Warnings>;
  readonly signIn?: SignIn;
  /** Who is told that something changed, for open screens. */
  readonly changesTold?: ChangesTold;
  /** What runs by itself at a moment that `scheduleJob` set. */
  readonly jobs?: JobHandlers;
  /** Those of its jobs that come round by themselves. */
  readonly recurringJobs?: RecurringJobs;
};

/** Which loaders it opens is its own affair: nobody else uses them. */
export type Subgraph<Name extends string = string> = SubgraphDefinition<unknown> & {
  readonly name: Name;
  readonly schema: GraphQLSchema;
  readonly ways: Ways;
  /** Whether families are records here, and not only named by others. */
  readonly isFamilyKept: boolean;
  /** As it is composed with those of the others. */
  sdl(): string;
};

const FEDERATION = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
  "@key", "@shareable", "@external", "@requires", "@provides", "@inaccessible", "@override", "@tag", "@listSize"
])`;

/**
 * Sorted, so that moving a file does not move the contract. `printSubgraphSchema` would lose the fields of classes that
 * carry directives.
 */
const federated = (schema: GraphQLSchema): string => {
  const withoutFederation = printSchemaWithDirectives(lexicographicSortSchema(schema))
    .replace(/^schema \{[^}]*\}\n*/m, '')
    .replace(/^directive @[^\n]*\n+/gm, '');
  return `${FEDERATION}\n\n${withoutFederation.trim()}\n`;
};

/** What can be pointed to has a rule of seeing, or is open to every token. */
class SeenByNobodyKnows extends Error {
  constructor(types: readonly string[]) {
    super(`no rule of seeing for ${types.join(', ')}`);
  }
}

const refuseTypesWithoutSight = ({ references, sights }: Pick<Subgraph, 'references' | 'sights'>): void => {
  const forgotten = Object.keys(references).filter((type) => !(type in sights));
  if (forgotten.length > 0) throw new SeenByNobodyKnows(forgotten);
};

const seenEntities = <Loaders>({ references, sights }: SubgraphDefinition<Loaders>, noting: NotingOf) => {
  const entries = Object.entries(references).map(
    ([type, find]): [string, FindEntity<SubgraphContext<Loaders>>] => [
      type,
      async (reference, context, info) => {
        const found = await seen(sights, type, find(reference, context), context);
        noteReference(noting, type, found, { context, info });
        return found;
      },
    ],
  );
  return Object.fromEntries(entries);
};
/** What every agency tells those whom it tells anything, and hears from whichever tells it. */
const toldByAll = [sessionsEndedEvent, logSealedEvent];

const tellingAsAll = <Loaders>(
  definition: SubgraphDefinition<Loaders>,
): Pick<SubgraphDefinition<Loaders>, 'publishes' | 'receives' | 'events' | 'rebuild'> => ({
  publishes: Object.fromEntries(
    Object.entries(definition.publishes).map(([to, types]) => [
      to,
      [...types, ...toldByAll.map(({ type }) => type)],
    ]),
  ),
  receives: {
    ...definition.receives,
    [sessionsEndedEvent.type]: receiveEndedSessions,
    [logSealedEvent.type]: receiveLogSealed,
  },
  events: [...(definition.events ?? []), ...toldByAll],
  rebuild: withEndedSessions(definition.rebuild && tellingOfLog(definition.name, definition.rebuild)),
});

/** The access log says of each permission what it opens. */
const refusePermissionsWithoutCategory = ({
  permissions,
  categories,
}: Pick<SubgraphDefinition<never>, 'permissions' | 'categories'>): void => {
  const forgotten = Object.keys(permissions).filter((permission) => !(permission in categories));
  if (forgotten.length > 0) throw new Error(`no category for ${forgotten.join(', ')}`);
};

export const defineSubgraph = <const Name extends string, Loaders>(
  definition: SubgraphDefinition<Loaders> & { readonly name: Name },
): Subgraph<Name> => {
  const schema = buildSchema({
    resolvers: definition.resolvers as never,
    orphanedTypes: definition.orphanedTypes as never,
    authChecker: permissionChecker(definition.sights, definition.changers, definition.concerns),
    authMode: 'null',
    validate: false,
    // Checked when it is first asked, and when it is composed.
    skipCheck: true,
  });
  refuseOpenOperations(definition.resolvers, definition.permissions);
  sayForWhom(schema, definition);
  refuseSureGuards();
  refuseTypesWithoutSight(definition as never);
  refusePermissionsWithoutCategory(definition);

  const concerned = { ...definition.sights, ...definition.concerns };
  const noting = { types: concerned, guarded: guardedFields() };
  let printed: string | undefined;
  const sdl = () => {
    printed ??= federated(schema);
    return printed;
  };
  const executable = federatedSchema(schema, seenEntities(definition, noting), sdl);
  checkWhatIsSeen(executable, definition.sights);
  refuseUnknownConcerns(executable, concerned);
  noteWhatIsAnswered(executable, noting);
  readArguments(executable);
  spendOnObjects(executable);
  expectQuestions(executable);
  return {
    ...definition,
    ...tellingAsAll(definition),
    migrations: [...platformMigrations, ...definition.migrations],
    schema: executable,
    isFamilyKept: definition.references.Family !== asItCame,
    ways: waysOf(executable, (definition.links ?? {}) as Links, definition.resolvers),
    sdl,
  } as Subgraph<Name>;
};

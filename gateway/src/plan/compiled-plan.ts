import { deepMerge } from '@apollo/gateway/dist/utilities/deepMerge.js';
import type { GraphQLSchema } from 'graphql';
import type { RelaisDataSource } from '../data-sources/resilient-data-source.ts';
import type { GatewayResponse } from '../data-sources/subgraph-response.ts';
import type { GatewayContext } from '../request-context.ts';
import { childOf, isRecord } from '../values/path.ts';
import type { FetchNode, PlanNode, QueryPlan } from './fetches.ts';
import { odd } from './odd.ts';
import { type AnyRecord, type Read, readerOf } from './representations.ts';

/** One request on its way through a plan. */
export type Run = {
  readonly context: GatewayContext;
  readonly variables: AnyRecord;
  /** What went wrong in the calls themselves. */
  readonly failed: unknown[];
};

/** The records that a step is about, in the answers so far. */
type Cursor = { readonly data: unknown; readonly isRoot: boolean };
type Step = (run: Run, cursor: Cursor) => Promise<void>;
/** Puts the answers of all calls into `whole`. */
export type CompiledPlan = (run: Run, whole: AnyRecord) => Promise<void>;
export type Sources = ReadonlyMap<string, RelaisDataSource>;
type Known = { readonly sources: Sources; readonly schema: GraphQLSchema };

const recordsIn = ({ data }: Cursor): readonly AnyRecord[] =>
  (Array.isArray(data) ? data : [data]).filter(isRecord);

/** Entries become properties whatever a variable is called. */
const variablesOf = ({ variableUsages = [] }: FetchNode, given: AnyRecord): AnyRecord =>
  Object.fromEntries(
    variableUsages
      .map((name) => [name, childOf(given, name)] as const)
      .filter(([, value]) => value !== undefined),
  );

type Call = (run: Run, cursor: Cursor, variables: AnyRecord) => Promise<GatewayResponse>;

const callOf = (fetch: FetchNode, { sources }: Known): Call => {
  const { serviceName, operation: query, operationName, operationDocumentNode: document } = fetch;
  const source = sources.get(serviceName);
  if (!source || !document) return odd('a call of nobody');
  return ({ context }, { isRoot: isOfRoot }, variables) =>
    source.answer({ document, query, operationName, variables, isOfRoot, context });
};

const rootCall = (fetch: FetchNode, known: Known): Step => {
  const call = callOf(fetch, known);
  return async (run, cursor) => {
    const records = recordsIn(cursor);
    if (records.length === 0) return;
    const { data } = await call(run, cursor, variablesOf(fetch, run.variables));
    for (const record of records) deepMerge(record, data);
  };
};

/** The records asked about, and how each is named. */
const askedOf = (records: readonly AnyRecord[], read: Read) => {
  const asked: AnyRecord[] = [];
  const representations: AnyRecord[] = [];
  for (const record of records) {
    const representation = read(record);
    if (!representation?.__typename) continue;
    representations.push(representation);
    asked.push(record);
  }
  return { asked, representations };
};

const entitiesOf = (
  { data: { _entities: entities } }: GatewayResponse,
  count: number,
): readonly unknown[] => {
  if (!Array.isArray(entities)) throw new Error('Expected "data._entities" in response to be an array');
  if (entities.length === count) return entities;
  throw new Error(`Expected "data._entities" to contain ${count} elements`);
};

const entityCall = (fetch: FetchNode, requires: NonNullable<FetchNode['requires']>, known: Known): Step => {
  const call = callOf(fetch, known);
  const read = readerOf(requires, known.schema);
  return async (run, cursor) => {
    const { asked, representations } = askedOf(recordsIn(cursor), read);
    if (representations.length === 0) return;
    const variables = { ...variablesOf(fetch, run.variables), representations };
    const received = entitiesOf(await call(run, cursor, variables), representations.length);
    for (const [index, record] of asked.entries()) deepMerge(record, received[index]);
  };
};

const fetchStep = (fetch: FetchNode, known: Known): Step => {
  if (fetch.inputRewrites ?? fetch.outputRewrites ?? fetch.contextRewrites) return odd('a rewrite');
  const step = fetch.requires ? entityCall(fetch, fetch.requires, known) : rootCall(fetch, known);
  return (run, cursor) => step(run, cursor).catch((error: unknown) => void run.failed.push(error));
};

const followed = (value: unknown, path: readonly (string | number)[]): unknown => {
  let found = value;
  for (const [depth, key] of path.entries()) {
    if (found === undefined || found === null) return found;
    if (key === '@') {
      if (!Array.isArray(found)) throw new Error('Expected a list in the answer');
      const rest = path.slice(depth + 1);
      return found.flatMap((each) => followed(each, rest));
    }
    found = childOf(found, key);
  }
  return found;
};

const stepOf = (node: PlanNode, known: Known): Step => {
  switch (node.kind) {
    case 'Fetch':
      return fetchStep(node, known);
    case 'Flatten': {
      const step = stepOf(node.node, known);
      return async (run, { data }) => {
        const found = followed(data, node.path);
        if (found) await step(run, { data: found, isRoot: false });
      };
    }
    case 'Sequence': {
      const steps = node.nodes.map((each) => stepOf(each, known));
      return async (run, cursor) => {
        for (const step of steps) await step(run, cursor);
      };
    }
    case 'Parallel': {
      const steps = node.nodes.map((each) => stepOf(each, known));
      return async (run, cursor) => {
        await Promise.all(steps.map((step) => step(run, cursor)));
      };
    }
    default:
      return odd(node.kind);
  }
};

/** What a plan does, said once; the runtime reads it again for each request. */
export const compilePlan = ({ node }: QueryPlan, known: Known): CompiledPlan => {
  if (!node || node.kind === 'Subscription') return odd('a plan without calls');
  const step = stepOf(node, known);
  return (run, whole) => step(run, { data: whole, isRoot: true });
};

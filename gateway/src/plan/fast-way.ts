import { type Operation, operationFromDocument, Schema } from '@apollo/federation-internals';
import type { ApolloGateway } from '@apollo/gateway';
import { computeResponse } from '@apollo/gateway/dist/resultShaping.js';
import { type Asked, KnownOperations } from '@relais/platform/graphql/known-operations.ts';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import type { ListSizes } from '../limits/list-sizes.ts';
import { countObjects } from '../limits/object-count.ts';
import type { GatewayContext } from '../request-context.ts';
import { type VariableProblem, variableProblems } from '../values/variable-problem.ts';
import { type CompiledPlan, compilePlan, type Run, type Sources } from './compiled-plan.ts';
import { type CompiledShape, compileShape, type Length } from './compiled-shape.ts';
import { fetchesOf, type QueryPlan } from './fetches.ts';
import { Odd } from './odd.ts';

type Variables = Record<string, unknown>;
type Result = Awaited<ReturnType<ApolloGateway['executor']>>;

/** An operation that was parsed, checked and planned in the ordinary way. */
export type Planned = {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly plan: QueryPlan;
};

type Compiled = {
  readonly call: CompiledPlan;
  readonly shape: CompiledShape;
  readonly operation: Operation;
};

/** What depends on nobody and on no request, so that it need not be found out again. */
export type KnownOperation = {
  readonly name: string | null;
  readonly operation: OperationDefinitionNode;
  readonly plan: QueryPlan;
  readonly problemOf: (variables: Variables) => VariableProblem | null;
  /** How many objects the answer may hold. */
  readonly objectsFor: (variables: Variables) => number;
  readonly compiled: Compiled;
};

export type KnownRequest = {
  readonly known: KnownOperation;
  readonly operation: OperationDefinitionNode;
  readonly context: GatewayContext;
  readonly variables: Variables;
  /** Set once the answer is there: at least as many bytes as it takes. */
  readonly length: Length;
};

/** The runtime keeps the schema to itself by which it shapes answers. */
const runtimeSchema = (gateway: ApolloGateway): Schema => {
  const schema: unknown = Reflect.get(gateway, 'apiSchema');
  if (schema instanceof Schema) return schema;
  throw new Odd('no schema of the runtime');
};

const isPagedByVariable = (document: DocumentNode): boolean => {
  let isFound = false;
  visit(document, {
    Argument({ name, value }) {
      if (name.value === 'first' && value.kind === Kind.VARIABLE) isFound = true;
    },
  });
  return isFound;
};

const asError = (error: unknown): GraphQLError =>
  error instanceof GraphQLError
    ? error
    : new GraphQLError(error instanceof Error ? error.message : String(error), {
        ...(error instanceof Error && { originalError: error }),
      });

/** What the runtime makes of an answer in which something is not as the schema says. */
const shapedByRuntime = (
  { compiled }: KnownOperation,
  { variables, failed }: Run,
  whole: Variables,
): Result => {
  try {
    const { data, errors } = computeResponse({
      operation: compiled.operation,
      variables,
      input: whole,
      introspectionHandling: () => null,
    });
    const shown = data ?? null;
    if (failed.length > 0) return { data: shown, errors: failed.map(asError) };
    return { data: shown, ...(errors.length > 0 && { extensions: { valueCompletion: errors } }) };
  } catch (error) {
    return { errors: [asError(error)] };
  }
};

const shaped = ({ known, length }: KnownRequest, run: Run, whole: Variables): Result => {
  try {
    if (run.failed.length === 0) return { data: known.compiled.shape(whole, length) };
  } catch (error) {
    if (!(error instanceof Odd)) throw error;
  }
  length.most = Number.POSITIVE_INFINITY;
  return shapedByRuntime(known, run, whole);
};

/** Carries out a known operation as the runtime would. */
export const executeKnown = async (request: KnownRequest): Promise<Result> => {
  const { known, context, variables } = request;
  const run: Run = { context, variables, failed: [] };
  const whole: Variables = {};
  await known.compiled.call(run, whole);
  return shaped(request, run, whole);
};

export type FastWayOptions = {
  readonly gateway: ApolloGateway;
  readonly sources: Sources;
  readonly listSizes: ListSizes;
};

/** Compiled when it is asked for a second time; `null` once it is known that it is not one for the fast way. */
type Memory = { readonly planned: Planned; known?: KnownOperation | null };

const signsOf = ({ text }: Asked, { plan }: Planned): number =>
  fetchesOf(plan.node).reduce((sum, { fetch }) => sum + fetch.operation.length, text.length);

/**
 * Remembers questions whose text was checked and planned once, so that the next request with the same text goes straight
 * to the agencies (docs/how-a-request-travels.md). What is remembered belongs to no person and no request.
 */
export class FastWay {
  readonly #options: FastWayOptions;
  readonly #operations = new KnownOperations<Memory>();

  constructor(options: FastWayOptions) {
    this.#options = options;
  }

  /** Takes note of an operation that goes the ordinary way just now. */
  learn(asked: Asked, planned: Planned): void {
    if (planned.operation.operation !== 'query' || this.#operations.get(asked)) return;
    this.#operations.add(asked, { planned }, signsOf(asked, planned));
  }

  find(asked: Asked): KnownOperation | undefined {
    const memory = this.#operations.get(asked);
    if (!memory) return undefined;
    if (memory.known === undefined) memory.known = this.#compile(memory.planned);
    return memory.known ?? undefined;
  }

  /** Whatever it is that cannot be compiled, the ordinary way answers it. */
  #compile(planned: Planned): KnownOperation | null {
    try {
      return this.#compiled(planned);
    } catch {
      return null;
    }
  }

  #compiled({ schema, document, operation, plan }: Planned): KnownOperation {
    const { gateway, sources, listSizes } = this.#options;
    const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
    const ofRuntime = operationFromDocument(
      runtimeSchema(gateway),
      { kind: Kind.DOCUMENT, definitions: [operation, ...fragments] },
      { validate: false },
    );
    const counted = { schema, document, operation, listSizes };
    const fixed = isPagedByVariable(document) ? undefined : countObjects({ ...counted, variables: {} });
    return {
      name: operation.name?.value ?? null,
      operation,
      plan,
      problemOf: variableProblems({ schema, document, operation }),
      objectsFor: (variables) => fixed ?? countObjects({ ...counted, variables }),
      compiled: {
        call: compilePlan(plan, { sources, schema }),
        shape: compileShape(ofRuntime),
        operation: ofRuntime,
      },
    };
  }
}

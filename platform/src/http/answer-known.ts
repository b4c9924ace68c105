import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DocumentNode, GraphQLFormattedError, GraphQLSchema } from 'graphql';
import { carryOut } from '../executing/carry-out.ts';
import { KnownOperations } from '../graphql/known-operations.ts';
import type { SubgraphContext } from '../subgraph.ts';
import { DENIALS, type Executed, notWritten, ONCE, toldErrors, UNAVAILABLE } from './public-errors.ts';

type Schema = { readonly name: string; readonly schema: GraphQLSchema };
type AnyRecord = Readonly<Record<string, unknown>>;

/** A question whose text was checked before. */
type Question = {
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly variables: AnyRecord;
  readonly isOnce: boolean;
};

type Request = Pick<FastifyRequest, 'body' | 'headers'>;
type Reply = Pick<FastifyReply, 'code' | 'header'>;
type Open = () => Promise<SubgraphContext>;
type Answer = { readonly data?: unknown; readonly errors?: readonly GraphQLFormattedError[] };

const BAD_REQUEST = 400;
/** The gateway asks again, one by one. */
const UNPROCESSABLE = 422;
const MOST_AT_ONCE = 20;
const ASK_ONE_BY_ONE = '{"errors":[]}\n';
const JSON_TYPE = 'application/json; charset=utf-8';
const ANY_TYPE = new Set<string | undefined>([undefined, '*/*', 'application/json']);

const isRecord = (value: unknown): value is AnyRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Absent or null is the same. */
const recordOr = (value: unknown): AnyRecord | undefined => {
  if (value === undefined || value === null) return {};
  return isRecord(value) ? value : undefined;
};

const isNameOrNone = (value: unknown): value is string | undefined =>
  value === undefined || typeof value === 'string';

const errorsOf = (errors: readonly GraphQLFormattedError[]): Pick<Answer, 'errors'> =>
  errors.length > 0 ? { errors } : {};

/**
 * Answers questions whose text Apollo Server has parsed and validated before; all others go there. Several questions of one
 * request may come together: they share what is read for them, as in one process.
 */
export class AnswerKnown {
  readonly #subgraph: Schema;
  readonly #known = new KnownOperations<DocumentNode>();

  constructor(subgraph: Schema) {
    this.#subgraph = subgraph;
  }

  /** Takes note of every question that Apollo Server found nothing wrong with. */
  get learning(): ApolloServerPlugin<SubgraphContext> {
    return {
      requestDidStart: async () => ({
        didResolveOperation: async ({ source: text, request, document, operation }) => {
          if (operation?.operation !== 'query') return;
          this.#known.add({ text, operationName: request.operationName }, document, text.length);
        },
      }),
    };
  }

  /** The text of the answer; undefined where Apollo Server has to answer, and then nothing has been done. */
  answer(request: Request, reply: Reply, open: Open): Promise<string | undefined> {
    return Array.isArray(request.body)
      ? this.#answerMany(request.body, reply, open)
      : this.#answerOne(request, reply, open);
  }

  async #answerOne({ body, headers }: Request, reply: Reply, open: Open): Promise<string | undefined> {
    const question = ANY_TYPE.has(headers.accept) ? this.#questionOf(body) : undefined;
    // Who cannot be told is told so by Apollo Server.
    const context = question && (await open().catch(() => undefined));
    if (!context) return undefined;
    const [answer] = await this.#executeAll([question], context, reply);
    if (answer && !('data' in answer)) reply.code(BAD_REQUEST);
    return `${JSON.stringify(answer)}\n`;
  }

  async #answerMany(bodies: readonly unknown[], reply: Reply, open: Open): Promise<string> {
    const isFew = bodies.length > 0 && bodies.length <= MOST_AT_ONCE;
    const questions = isFew ? bodies.map((each) => this.#questionOf(each)) : [];
    const known = questions.filter((each) => each !== undefined);
    const areKnown = isFew && known.length === bodies.length;
    const context = areKnown ? await open().catch(() => undefined) : undefined;
    if (context) return `${JSON.stringify(await this.#executeAll(known, context, reply))}\n`;
    reply.header('content-type', JSON_TYPE);
    reply.code(UNPROCESSABLE);
    return ASK_ONE_BY_ONE;
  }

  /** What all of it saw is written down at once, before any of it leaves. */
  async #executeAll(
    questions: readonly Question[],
    context: SubgraphContext,
    reply: Reply,
  ): Promise<readonly Answer[]> {
    reply.header('content-type', JSON_TYPE);
    const executed = await Promise.all(questions.map((each) => this.#execute(each, context)));
    const instead = await notWritten(context, false, this.#subgraph.name);
    if (!instead) return executed;
    reply.code(UNAVAILABLE);
    return executed.map(() => ({ errors: [instead], data: null }));
  }

  #questionOf(body: unknown): Question | undefined {
    if (!isRecord(body)) return undefined;
    const { query: text, operationName: name } = body;
    const operationName = name ?? undefined;
    const variables = recordOr(body.variables);
    const extensions = recordOr(body.extensions);
    if (typeof text !== 'string' || !variables || !extensions || !isNameOrNone(operationName))
      return undefined;
    const document = this.#known.get({ text, operationName });
    if (!document || extensions.persistedQuery) return undefined;
    return { document, operationName, variables, isOnce: extensions[DENIALS] === ONCE };
  }

  async #execute(
    { document, operationName, variables, isOnce }: Question,
    shared: SubgraphContext,
  ): Promise<Answer> {
    const { schema, name: service } = this.#subgraph;
    const asked = { schema, document, operationName, variables };
    const { result, context } = await carryOut(asked, shared);
    const executed: Executed = result;
    const errors = errorsOf(toldErrors(executed, context, { service, isOnce }));
    if (!('data' in executed)) return errors;
    return { ...errors, data: context.budget.isSpent ? null : executed.data };
  }
}

import type { FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { limits } from '../limits/limits.ts';
import type { KnownOperation, KnownRequest } from '../plan/fast-way.ts';
import type { Graph } from '../plan/graph.ts';
import { traffic } from '../traffic/limits.ts';
import type { Points } from '../traffic/points.ts';
import { isRecord } from '../values/path.ts';
import { prefersPlainJson, typeOfAnswer } from './accepted-type.ts';
import { logAnswer, logUnexpected, refusedAsTooLong } from './answered.ts';
import type { Door } from './door.ts';
import { maskError } from './errors.ts';

export type AnswerKnownOptions = {
  readonly graph: Graph;
  readonly points: Points;
  readonly enter: Door;
};

type Reply = Pick<FastifyReply, 'header' | 'code'>;
type Result = Awaited<ReturnType<Graph['executeKnown']>>;
type Variables = KnownRequest['variables'];

const OK = 200;
const BAD_REQUEST = 400;
const SERVER_FAULT = 500;

const variablesIn = (sent: unknown): Variables | undefined => {
  if (sent === undefined || sent === null) return {};
  return isRecord(sent) && !Array.isArray(sent) ? sent : undefined;
};

/** What a body asks when nothing about it is unusual. */
const plainlyAsked = (body: unknown) => {
  if (!isRecord(body)) return undefined;
  const { query: text, operationName, extensions } = body;
  const variables = variablesIn(body.variables);
  if (typeof text !== 'string' || !variables || (extensions ?? null) !== null) return undefined;
  const isNamed = typeof operationName === 'string';
  if (!isNamed && (operationName ?? null) !== null) return undefined;
  return { text, operationName: isNamed ? operationName : undefined, variables };
};

type Asked = { readonly known: KnownOperation; readonly variables: Variables; readonly objects: number };

/** What is known and may be asked with these variables; how a question is refused, the ordinary way says. */
const askedOf = ({ fastWay }: Graph, body: unknown): Asked | undefined => {
  const asked = fastWay && plainlyAsked(body);
  const known = asked && fastWay.find(asked);
  if (!known || known.problemOf(asked.variables)) return undefined;
  const objects = known.objectsFor(asked.variables);
  // What asks for much, or too much, has a way of its own through the lanes.
  return objects > traffic.heavyObjects ? undefined : { known, variables: asked.variables, objects };
};

type Http = { readonly status?: unknown; readonly headers?: unknown };

const httpOf = ({ extensions }: GraphQLError): Http => (isRecord(extensions.http) ? extensions.http : {});

const sayStatus = (reply: Reply, errors: readonly GraphQLError[], otherwise: number): void => {
  reply.code(otherwise);
  for (const { status, headers } of errors.map(httpOf)) {
    if (typeof status === 'number') reply.code(status);
    if (headers instanceof Map) for (const [name, value] of headers) reply.header(name, value);
  }
};

const asError = (error: unknown): GraphQLError => {
  if (error instanceof GraphQLError) return error;
  const original = error instanceof Error ? error : new Error(String(error));
  return new GraphQLError(original.message, { originalError: original });
};

type Answer = { readonly result: Result; readonly otherwise: number };

/** Apollo Server takes errors without any data for those of a request that could not be asked. */
const statusOf = ({ data, errors }: Result, accept: string | undefined): number => {
  if (!errors?.length || data !== undefined) return OK;
  return prefersPlainJson(accept) ? OK : BAD_REQUEST;
};

/** A question that could not be carried out is answered as Apollo Server answers it. */
const carriedOut = (graph: Graph, request: KnownRequest, accept: string | undefined): Promise<Answer> =>
  graph.executeKnown(request).then(
    (result) => ({ result, otherwise: statusOf(result, accept) }),
    (error: unknown) => ({ result: { errors: [asError(error)] }, otherwise: SERVER_FAULT }),
  );

const textOf = ({ result, request }: { result: Result; request: KnownRequest }): string => {
  const { context, length } = request;
  const { data, errors, extensions } = result;
  const refused = length.most > limits.answerBytes ? refusedAsTooLong(data, context) : undefined;
  const told = { errors: errors?.map((error) => maskError(error, context)), data, extensions };
  return `${JSON.stringify({ ...told, ...refused })}\n`;
};

/**
 * Answers what the fast way knows; undefined where it must go the ordinary way, and then nothing has been done for it. The
 * caller came past the same door, and is told the same in the same words.
 */
export const answeringKnown = ({ graph, points, enter }: AnswerKnownOptions) => {
  const admitted = async (request: FastifyRequest, { objects }: Asked) => {
    try {
      const context = await enter(request);
      return { context, standing: await points.spend(context.user.sub, objects) };
    } catch {
      return undefined;
    }
  };

  return async (request: FastifyRequest, reply: Reply): Promise<string | undefined> => {
    const type = typeOfAnswer(request.headers.accept);
    const asked = type && askedOf(graph, request.body);
    const caller = asked && (await admitted(request, asked));
    if (!caller) return undefined;
    const { known, variables } = asked;
    const { context, standing } = caller;
    for (const [name, value] of standing) reply.header(name, value);
    const knownRequest = { known, operation: known.operation, variables, context, length: { most: 0 } };
    const { result, otherwise } = await carriedOut(graph, knownRequest, request.headers.accept);
    const { errors } = result;
    for (const error of errors ?? []) logUnexpected(context, error);
    sayStatus(reply, errors ?? [], otherwise);
    reply.header('content-type', type);
    const text = textOf({ result, request: knownRequest });
    logAnswer(context, known.name, errors);
    return text;
  };
};

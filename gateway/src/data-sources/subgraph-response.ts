import { type ErrorCode, sentencesOf } from '@relais/platform/errors.ts';
import type { Denial } from '@relais/platform/graphql/denials.ts';
import { codeOf, isLate, publicDenial, publicError } from '@relais/platform/graphql/faults.ts';
import type { Language } from '@relais/platform/messages.ts';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { inWords, type Sentence } from '../messages/sentences.ts';
import type { Cause } from '../missing/causes.ts';
import { markAt, markPart } from '../missing/marks.ts';
import { isRecord, type Path, valueAt } from '../values/path.ts';
import type { Outcome } from './circuit-breaker.ts';
import {
  ENTITIES,
  pathsOf,
  pathsOfEntity,
  representationsOf,
  type SubgraphRequest,
} from './subgraph-request.ts';

/** What a subgraph said, before its errors are made fit for the gateway. */
export type SubgraphResponse = {
  readonly data?: Record<string, unknown> | null | undefined;
  readonly errors?: readonly GraphQLError[] | undefined;
  /** Fields that are null, or lists that are not all, because something is not shared. */
  readonly denied?: readonly Denial[] | undefined;
};

/** What the gateway's executor takes: what is missing is marked in the data, so that it knows of no error. */
export type GatewayResponse = { readonly data: Record<string, unknown> };

/** A value that did not come, and why. */
type Missing = { readonly path: Path; readonly cause: Cause };

const UNAVAILABLE = 503;

const errorAt = (code: ErrorCode): GraphQLError => new GraphQLError(code, { extensions: { code } });

const causeOf = ({ message, extensions = {} }: GraphQLFormattedError, isSaidOnce = false): Cause => ({
  error: { message, extensions },
  ...(isSaidOnce && { isSaidOnce }),
});

/** Which of the fields asked for an error is about; an error about a record or the whole names none of them. */
const fieldOf = (path: Path = []): string => path.slice(0, path[0] === ENTITIES ? 3 : 1).join('.');

const isAboutField = ({ path = [] }: { readonly path?: Path | undefined }): boolean =>
  path.length > (path[0] === ENTITIES ? 2 : 0);

/** Fields that came back without a value, and not because they are empty. */
const unknownPaths = (request: SubgraphRequest, { data }: SubgraphResponse): readonly Path[] => {
  if (!data) return pathsOf(request);
  const entities = data[ENTITIES];
  if (!Array.isArray(entities) || !entities.includes(null)) return [];
  return entities.flatMap((entity, index) => (entity === null ? pathsOfEntity(request, index) : []));
};

/** Of what is out of order only the code is told, but where a change is stored whose outcome cannot be told. */
const spokenError = (error: GraphQLError, language: Language, service: string): GraphQLFormattedError => {
  const shown = publicError(error, language, service);
  const sentences = codeOf(error) === 'SERVICE_UNAVAILABLE' ? sentencesOf(error) : undefined;
  if (!sentences) return shown;
  // As it is answered when the agency is part of the gateway's process (`logged-executor.ts`).
  return { ...shown, extensions: { ...shown.extensions, sentences, http: { status: UNAVAILABLE } } };
};

type Speaker = {
  readonly causeOfError: (error: GraphQLError) => Cause;
  readonly causeOfDenial: (denial: Denial) => Cause;
};

/** Each error is put into words once; all denials of one reason are the same. */
const speakerOf = ({ context: { language } }: SubgraphRequest, service: string): Speaker => {
  const errors = new Map<GraphQLError, Cause>();
  const denials = new Map<string, Cause>();
  const remembered = <Key>(known: Map<Key, Cause>, key: Key, make: () => Cause): Cause => {
    const cause = known.get(key) ?? make();
    known.set(key, cause);
    return cause;
  };
  return {
    causeOfError: (error) => remembered(errors, error, () => causeOf(spokenError(error, language, service))),
    causeOfDenial: (denial) =>
      remembered(denials, `${denial.because} ${denial.isPartial}`, () => ({
        ...causeOf(publicDenial(denial, language, service)),
        ...(denial.isPartial && { isPartial: true }),
      })),
  };
};

/**
 * Why a field is unknown of which no error speaks: the error about its record or the whole. A record of another agency
 * that this one does not know, or does not show, is null without an error: then its fields are not shared, and which
 * of the two it is is not told.
 */
const unnamedCause = (response: SubgraphResponse, speaker: Speaker): ((path: Path) => Cause) => {
  const { data, errors = [], denied = [] } = response;
  const ofRecords = new Map<Path[number] | undefined, Cause>([
    ...denied.map((each) => [each.path[1], speaker.causeOfDenial(each)] as const),
    ...errors.map((error) => [error.path?.[1], speaker.causeOfError(error)] as const),
  ]);
  const ofRecord = (path: Path) => (path[0] === ENTITIES ? ofRecords.get(path[1]) : undefined);
  const ofWhole = speaker.causeOfError(errors[0] ?? errorAt('SERVICE_UNAVAILABLE'));
  const unknownRecord = speaker.causeOfDenial({ path: [] });
  return (path) => ofRecord(path) ?? (data ? unknownRecord : ofWhole);
};

/** An agency that is not ours may name no place for what it left out. */
const ofNoPlace = ({ errors = [] }: SubgraphResponse, speaker: Speaker): readonly Missing[] =>
  errors
    .filter((error) => !error.path?.length)
    .map((error) => ({ path: [], cause: { ...speaker.causeOfError(error), isOfWhole: true } }));

/** All that is missing in an answer: at each error and denial, and each field that none of them names. */
const completeMissing = (
  request: SubgraphRequest,
  service: string,
  response: SubgraphResponse,
): readonly Missing[] => {
  const { errors = [], denied = [] } = response;
  if (errors.length + denied.length === 0 && unknownPaths(request, response).length === 0) return [];
  const speaker = speakerOf(request, service);
  const named: readonly Missing[] = [
    ...denied.map((denial) => ({ path: denial.path, cause: speaker.causeOfDenial(denial) })),
    ...errors.map((error) => ({ path: error.path ?? [], cause: speaker.causeOfError(error) })),
  ].filter(isAboutField);
  const fields = new Set(named.map(({ path }) => fieldOf(path)));
  const unnamed = unknownPaths(request, response).filter((path) => !fields.has(fieldOf(path)));
  if (unnamed.length === 0) return [...named, ...ofNoPlace(response, speaker)];
  const causeFor = unnamedCause(response, speaker);
  return [...named, ...unnamed.map((path) => ({ path, cause: causeFor(path) }))];
};

const ABOUT_THE_QUESTION = new Set<ErrorCode>(['BAD_USER_INPUT', 'LIMIT_EXCEEDED']);

/** A value of the caller's that fits nowhere, or a question that asks for too much, is told once, not once per record. */
const mistakeOf = ({ data, errors = [] }: SubgraphResponse): GraphQLError | undefined =>
  data ? undefined : errors.find((error) => !error.path?.length && ABOUT_THE_QUESTION.has(codeOf(error)));

const everywhere = (request: SubgraphRequest, cause: Cause): readonly Missing[] =>
  pathsOf(request).map((path) => ({ path, cause }));

/** What is missing in an answer, place by place. */
export const missingIn = (
  request: SubgraphRequest,
  service: string,
  response: SubgraphResponse,
): readonly Missing[] => {
  const mistake = mistakeOf(response);
  if (!mistake) return completeMissing(request, service, response);
  return everywhere(request, causeOf(publicError(mistake, request.context.language, service), true));
};

/**
 * How an answer counts: with nothing in it, because the agency's database is away or something took too long, it is
 * none. What took too long in part of it counts for nothing at all.
 */
export const outcomeOf = (request: SubgraphRequest, { data, errors = [] }: SubgraphResponse): Outcome => {
  const outages = errors.filter((error) => codeOf(error) === 'SERVICE_UNAVAILABLE');
  const isEmpty = () => pathsOf(request).every((path) => (valueAt(data, path) ?? null) === null);
  if (outages.length === 0 || !isEmpty()) return 'ANSWERED';
  return outages.every(isLate) ? 'LATE' : 'BROKEN';
};

/** A record for each that was asked about, also where none came: marks need something to lie in. */
const fillable = (
  request: SubgraphRequest,
  data: Record<string, unknown> | null | undefined,
): Record<string, unknown> => {
  const asked = representationsOf(request);
  if (asked.length === 0) return data ?? {};
  const entities = data?.[ENTITIES];
  const came: readonly unknown[] = Array.isArray(entities) ? entities : asked.map(() => null);
  return { [ENTITIES]: came.map((each) => (isRecord(each) ? each : {})) };
};

const marked = (
  request: SubgraphRequest,
  data: Record<string, unknown> | null | undefined,
  missing: readonly Missing[],
): GatewayResponse => {
  const { causes } = request.context;
  const filled = fillable(request, data);
  const marks = new Map<Cause, number>();
  for (const { path, cause } of missing) {
    const mark = marks.get(cause) ?? causes.add(cause);
    marks.set(cause, mark);
    const put = cause.isPartial ? markPart : markAt;
    put(filled, path, mark);
  }
  if (request.isOfRoot) causes.keep(filled);
  return { data: filled };
};

/** A subgraph's own answer, with a mark for every field that it left unknown. */
export const mapResponse = (
  request: SubgraphRequest,
  service: string,
  response: SubgraphResponse,
): GatewayResponse => marked(request, response.data, missingIn(request, service, response));

/** The answer for a subgraph that gave none. */
export const responseOfSilence = (request: SubgraphRequest, service: string): GatewayResponse => {
  const error = publicError(errorAt('SERVICE_UNAVAILABLE'), request.context.language, service);
  return marked(request, null, everywhere(request, causeOf(error)));
};

/** The question itself goes over a limit; said once, however many records it names. */
export const refusedResponse = (
  request: SubgraphRequest,
  service: string,
  sentence: Sentence,
): GatewayResponse => {
  const { language } = request.context;
  const error = new GraphQLError(inWords(sentence, language), { extensions: { code: 'LIMIT_EXCEEDED' } });
  return marked(request, null, everywhere(request, causeOf(publicError(error, language, service), true)));
};

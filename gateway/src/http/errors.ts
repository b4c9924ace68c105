import { type ErrorCode, isErrorCode, withoutStack } from '@relais/platform/errors.ts';
import { codeOf, faultMessages, publicError } from '@relais/platform/graphql/faults.ts';
import type { Language } from '@relais/platform/messages.ts';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { limits } from '../limits/limits.ts';
import { graphqlWords } from '../messages/graphql-words.ts';
import { SayingError } from '../messages/saying-error.ts';
import { inWords, type Sentence } from '../messages/sentences.ts';

export type RequestFacts = { readonly requestId: string; readonly language: Language };

const GATEWAY = 'gateway';
const ABOUT_THE_DOCUMENT = new Set<ErrorCode>([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'ALIAS_SHADOWS_FIELD',
  'LIMIT_EXCEEDED',
]);

/** Apollo Server's own words for a request that cannot be used. */
const UNUSABLE_REQUEST = new Set<unknown>([
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);
/** The parser and Apollo Server say by these words only that a limit is exceeded. */
const TOO_LARGE: readonly (readonly [words: RegExp, sentence: Sentence])[] = [
  [
    /^Syntax Error: Document contains more th.. \d+ tokens/,
    { key: 'TOO_MUCH_TEXT', parameters: { most: limits.tokens } },
  ],
  [/recursively requests too many selections/, { key: 'TOO_MANY_SELECTIONS' }],
];

const tooLarge = ({ message }: GraphQLError): Sentence | undefined =>
  TOO_LARGE.find(([words]) => words.test(message))?.[1];

/**
 * A request that is turned away before it is executed, with the HTTP status that says so. A text is for the log only:
 * the caller reads the sentence of the code.
 */
export const turnedAway = (code: ErrorCode, sentence: Sentence | string, status: number): GraphQLError =>
  withoutStack(() =>
    typeof sentence === 'string'
      ? new GraphQLError(sentence, { extensions: { code, http: { status } } })
      : new SayingError(code, sentence, { status }),
  );

/** Apollo Server gives every failed rule its own code; the rule's own error is the one it wrapped. */
const ruleErrorOf = (error: GraphQLError): GraphQLError =>
  error.originalError instanceof GraphQLError ? error.originalError : error;

const gatewayCodeOf = (error: GraphQLError): ErrorCode => {
  const { code } = ruleErrorOf(error).extensions;
  if (isErrorCode(code)) return code;
  if (tooLarge(error)) return 'LIMIT_EXCEEDED';
  if (UNUSABLE_REQUEST.has(error.extensions.code)) return 'BAD_USER_INPUT';
  // A code that is not ours was made by the federation runtime, about something that must not happen.
  if (error.extensions.code && !isErrorCode(error.extensions.code)) return 'INTERNAL_SERVER_ERROR';
  return codeOf(error);
};

const serviceOf = ({ extensions }: GraphQLError): string => {
  const service = extensions.service ?? extensions.serviceName;
  return typeof service === 'string' ? service : GATEWAY;
};

/** The gateway's own words; undefined where an agency spoke or the code has its neutral sentence. */
const ownWords = (error: GraphQLError, code: ErrorCode, language: Language): string | undefined => {
  const rule = ruleErrorOf(error);
  const sentence = rule instanceof SayingError ? rule.sentence : tooLarge(error);
  if (sentence) return inWords(sentence, language);
  if (UNUSABLE_REQUEST.has(error.extensions.code)) return inWords({ key: 'UNUSABLE' }, language);
  const isOfGraphql = code === 'GRAPHQL_PARSE_FAILED' || code === 'GRAPHQL_VALIDATION_FAILED';
  return isOfGraphql ? graphqlWords(rule.message, language, faultMessages[language][code]) : undefined;
};

/** The error as the caller sees it: code, message, path, request id, service; nothing of the inside. */
export const maskError = (error: unknown, { requestId, language }: RequestFacts): GraphQLFormattedError => {
  const known =
    error instanceof GraphQLError ? error : new GraphQLError('failed', { originalError: asError(error) });
  const code = gatewayCodeOf(known);
  const { locations, path, message } = known;
  const extensions = { ...ruleErrorOf(known).extensions, ...known.extensions, code };
  const coded = withoutStack(() => new GraphQLError(message, { path: path ?? null, extensions }));
  const shown = publicError(coded, language, serviceOf(known));
  const words = ownWords(known, code, language);
  const isAboutDocument = ABOUT_THE_DOCUMENT.has(code) && locations;
  return {
    ...shown,
    ...(words !== undefined && { message: words }),
    ...(isAboutDocument && { locations }),
    extensions: { ...shown.extensions, requestId },
  };
};

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

/** Whether the log must keep the whole error, since the caller sees only a neutral sentence. */
export const isUnexpected = (error: GraphQLError): boolean =>
  gatewayCodeOf(error) === 'INTERNAL_SERVER_ERROR';

import type { ErrorCode } from '@relais/platform/errors.ts';
import { isErrorCode } from '@relais/platform/errors.ts';
import { codeOf, publicError } from '@relais/platform/graphql/faults.ts';
import type { Language } from '@relais/platform/messages.ts';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

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
const TOO_LARGE =
  /^Syntax Error: Document contains more th.. \d+ tokens|recursively requests too many selections/;

/** A request that is turned away before it is executed, with the HTTP status that says so. */
export const turnedAway = (code: ErrorCode, message: string, status: number): GraphQLError =>
  new GraphQLError(message, { extensions: { code, http: { status } } });

/** Apollo Server gives every failed rule its own code; the rule's code is on the error it wrapped. */
const wrappedCode = ({ originalError }: GraphQLError): unknown =>
  originalError instanceof GraphQLError ? originalError.extensions.code : undefined;

const gatewayCodeOf = (error: GraphQLError): ErrorCode => {
  const wrapped = wrappedCode(error);
  if (isErrorCode(wrapped)) return wrapped;
  if (TOO_LARGE.test(error.message)) return 'LIMIT_EXCEEDED';
  if (UNUSABLE_REQUEST.has(error.extensions.code)) return 'BAD_USER_INPUT';
  // A code that is not ours was made by the federation runtime, about something that must not happen.
  if (error.extensions.code && !isErrorCode(error.extensions.code)) return 'INTERNAL_SERVER_ERROR';
  return codeOf(error);
};

const serviceOf = ({ extensions }: GraphQLError): string => {
  const service = extensions.service ?? extensions.serviceName;
  return typeof service === 'string' ? service : GATEWAY;
};

/** The error as the caller sees it: code, message, path, request id, service; nothing of the inside. */
export const maskError = (error: unknown, { requestId, language }: RequestFacts): GraphQLFormattedError => {
  const known =
    error instanceof GraphQLError ? error : new GraphQLError('failed', { originalError: asError(error) });
  const code = gatewayCodeOf(known);
  const { locations, path, message, extensions } = known;
  const coded = new GraphQLError(message, { path: path ?? null, extensions: { ...extensions, code } });
  const shown = publicError(coded, language, serviceOf(known));
  const isAboutDocument = ABOUT_THE_DOCUMENT.has(code) && locations;
  return {
    ...shown,
    ...(isAboutDocument && { locations }),
    extensions: { ...shown.extensions, requestId },
  };
};

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

/** Whether the log must keep the whole error, since the caller sees only a neutral sentence. */
export const isUnexpected = (error: GraphQLError): boolean =>
  gatewayCodeOf(error) === 'INTERNAL_SERVER_ERROR';

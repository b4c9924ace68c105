import { GraphQLError } from 'graphql';
import { type Catalogue, fill, type Language } from './messages.ts';

/** The closed list of codes a client may meet in `errors[].extensions.code`. */
export const errorCodes = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_SHARED',
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'ALIAS_SHADOWS_FIELD',
  'LIMIT_EXCEEDED',
  'OPERATION_NOT_PUBLISHED',
  'TOO_MANY_REQUESTS',
  'SERVICE_UNAVAILABLE',
  'TRY_AGAIN',
  'INTERNAL_SERVER_ERROR',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

export const isErrorCode = (code: unknown): code is ErrorCode => errorCodes.some((each) => each === code);

/**
 * A refusal says what it means, not where it was made: one question may be refused a thousand fields, one caller a
 * thousand requests at once, and walking and writing the stack of each took a third of its time.
 */
export const withoutStack = <Made>(make: () => Made): Made => {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return make();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
};

/** An error whose code and message the caller may read; anything else is masked at the gateway. */
export class RelaisError extends GraphQLError {
  constructor(code: ErrorCode, message: string, extensions: Record<string, unknown> = {}) {
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = code === 'INTERNAL_SERVER_ERROR' ? stackTraceLimit : 0;
    super(message, { extensions: { ...extensions, code } });
    Error.stackTraceLimit = stackTraceLimit;
    this.name = 'RelaisError';
  }
}

/** A sentence in every language: an error is made where the reader's is not known. */
export type Sentences = Readonly<Record<Language, string>>;

/** What the error says to its reader; absent when it is not one of ours. */
export const sentencesOf = ({ extensions: { sentences } }: GraphQLError): Sentences | undefined =>
  sentences as Sentences | undefined;

type Parameters = Readonly<Record<string, string | number>>;

/** A value the caller sent is not one we can use; the argument is named so that it can be mended. */
export const badArgument = (
  argument: string,
  problem: Sentences,
  parameters: Parameters = {},
): RelaisError => {
  const sentences: Sentences = {
    fr: `Argument "${argument}" : ${fill(problem.fr, parameters)}`,
    en: `Argument "${argument}": ${fill(problem.en, parameters)}`,
  };
  return new RelaisError('BAD_USER_INPUT', sentences.en, { argument, sentences });
};

/** The same, for a problem that a catalogue says. */
export const badUserInput = <Key extends string>(
  argument: string,
  { fr, en }: Catalogue<Key>,
  problem: Key,
  parameters?: Parameters,
): RelaisError => badArgument(argument, { fr: fr[problem], en: en[problem] }, parameters);

/** Thrown where the compiler has proved that no case is left. */
export class UnreachableCase extends Error {
  constructor(value: never) {
    super(`No case for ${JSON.stringify(value)}`);
    this.name = 'UnreachableCase';
  }
}

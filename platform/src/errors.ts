import { GraphQLError } from 'graphql';

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
  'TOO_MANY_REQUESTS',
  'SERVICE_UNAVAILABLE',
  'TRY_AGAIN',
  'INTERNAL_SERVER_ERROR',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

export const isErrorCode = (code: unknown): code is ErrorCode => errorCodes.some((each) => each === code);

/** An error whose code and message the caller may read; anything else is masked at the gateway. */
export class RelaisError extends GraphQLError {
  constructor(code: ErrorCode, message: string, extensions: Record<string, unknown> = {}) {
    super(message, { extensions: { ...extensions, code } });
    this.name = 'RelaisError';
  }
}

/** A value the caller sent is not one we can use; the argument is named so that it can be mended. */
export const badUserInput = (argument: string, problem: string): RelaisError =>
  new RelaisError('BAD_USER_INPUT', `Argument "${argument}": ${problem}`, { argument });

/** Thrown where the compiler has proved that no case is left. */
export class UnreachableCase extends Error {
  constructor(value: never) {
    super(`No case for ${JSON.stringify(value)}`);
    this.name = 'UnreachableCase';
  }
}

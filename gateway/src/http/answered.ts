import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import { isLongerThan } from '../limits/answer-length.ts';
import { limits } from '../limits/limits.ts';
import { SayingError } from '../messages/saying-error.ts';
import type { GatewayContext } from '../request-context.ts';
import { isUnexpected, maskError, type RequestFacts } from './errors.ts';

const MIB = 1_024 ** 2;

type Refused = { readonly data: null; readonly errors: GraphQLFormattedError[] };

/** What is too long to be read is not written either: its text would be larger still. */
export const refusedAsTooLong = (data: unknown, facts: RequestFacts): Refused | undefined => {
  if (!isLongerThan(data, limits.answerBytes)) return undefined;
  const sentence = { key: 'ANSWER_TOO_LARGE', parameters: { most: limits.answerBytes / MIB } } as const;
  return { data: null, errors: [maskError(new SayingError('LIMIT_EXCEEDED', sentence), facts)] };
};

/** The caller reads a neutral sentence only. */
export const logUnexpected = ({ log }: GatewayContext, error: GraphQLError): void => {
  if (isUnexpected(error)) log.error({ err: error.originalError ?? error }, 'request failed');
};

export const logAnswer = (
  { log, startedAt, user }: GatewayContext,
  operation: string | null,
  errors: readonly GraphQLError[] = [],
): void => {
  const codes = [...new Set(errors.map(({ extensions }) => extensions.code))];
  log.info(
    { operation, role: user.role, ms: Date.now() - startedAt, ...(codes.length > 0 && { codes }) },
    'answered',
  );
};

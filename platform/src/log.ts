import pino from 'pino';
import { errorFacts, isError } from './error-facts.ts';

export type Log = pino.Logger;

/** Where lines go; standard output when left out. */
export type LogTarget = { write(line: string): void };

const WITHOUT_WORDS = 'failed';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Of errors, wherever they stand in a line, only what points at nobody. */
const withoutMessages = (line: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(line).map(([name, value]) => [name, isError(value) ? errorFacts(value) : value]),
  );

/** A line without words of its own would take those of its error. */
const inOurWords = (given: readonly unknown[]): unknown[] => {
  const [first, ...words] = given;
  const line = isError(first) ? { err: first } : first;
  const needsWords = words.length === 0 && isRecord(line);
  return needsWords ? [withoutMessages(line), WITHOUT_WORDS] : [line, ...words.map(String)];
};

/**
 * JSON lines on standard output; request bodies, tokens and names of people are never logged. Nothing of an error
 * reaches a line but its type, code, constraint and first frame.
 */
export const createLog = (
  service: string,
  level = process.env.LOG_LEVEL ?? 'info',
  target?: LogTarget,
): Log =>
  pino(
    {
      name: service,
      level,
      base: { service },
      redact: ['token', '*.token', 'headers.authorization'],
      formatters: { log: withoutMessages },
      serializers: { err: (error: unknown) => (isError(error) ? errorFacts(error) : error) },
      hooks: {
        logMethod(given, method) {
          method.apply(this, inOurWords(given) as Parameters<typeof method>);
        },
      },
    },
    target ?? pino.destination(1),
  );

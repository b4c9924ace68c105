import { isNativeError } from 'node:util/types';

/** All that is written down of an error. Its message, its stack and what it carries may hold data about people. */
export type ErrorFacts = {
  readonly type: string;
  readonly code?: string;
  /** The database constraint it broke. */
  readonly constraint?: string;
  /** The first line of ours it went through. */
  readonly at?: string;
  readonly cause?: ErrorFacts;
};

type Raised = Error & {
  readonly code?: unknown;
  readonly constraint?: unknown;
  readonly extensions?: { readonly code?: unknown };
  /** graphql-js wraps the error that says more; TypeORM's own has taken over code and constraint of the driver's. */
  readonly originalError?: unknown;
};

const WORD = /^[\w.$-]{1,80}$/;
const FRAME = /^\s+at (?:.* \()?((?:file:\/\/|node:|\/)[^()\s]+:\d+:\d+)\)?$/;
const MOST_CAUSES = 3;

export const isError = (value: unknown): value is Raised => isNativeError(value) || value instanceof Error;

/** Codes and names are single words; anything else might be a value. */
const word = (value: unknown): string | undefined =>
  typeof value === 'string' && WORD.test(value) ? value : undefined;

const here = `${process.cwd()}/`;

/** The stack begins with the message, which may look like a line of it. */
const firstFrame = ({ stack = '', message }: Error): string | undefined => {
  const lines = (message ? stack.replaceAll(message, '') : stack).split('\n');
  const frames = lines.flatMap((line) => FRAME.exec(line)?.[1] ?? []);
  const own = frames.find((frame) => !frame.includes('node_modules') && !frame.startsWith('node:'));
  return (own ?? frames[0])?.replace('file://', '').replace(here, '');
};

const causeOf = ({ originalError, cause }: Raised): Raised | undefined =>
  [originalError, cause].find(isError);

const factsOf = (error: Raised, depth: number): ErrorFacts => {
  const code = word(error.code) ?? word(error.extensions?.code);
  const constraint = word(error.constraint);
  const at = firstFrame(error);
  const cause = depth < MOST_CAUSES ? causeOf(error) : undefined;
  return {
    type: word(error.name) ?? 'Error',
    ...(code && { code }),
    ...(constraint && { constraint }),
    ...(at && { at }),
    ...(cause && { cause: factsOf(cause, depth + 1) }),
  };
};

/** Type, code, constraint and first frame of an error and of what caused it. */
export const errorFacts = (error: unknown): ErrorFacts =>
  isError(error) ? factsOf(error, 0) : { type: typeof error };

const describe = ({ type, code, constraint, cause }: ErrorFacts): string => {
  const own = [type, code, constraint].filter(Boolean).join(' ');
  return cause ? `${own}, from ${describe(cause)}` : own;
};

const whereItBegan = ({ at, cause }: ErrorFacts): string | undefined => (cause && whereItBegan(cause)) ?? at;

/** The same in one line, for where an error is noted as text. */
export const describeError = (error: unknown): string => {
  const facts = errorFacts(error);
  const at = whereItBegan(facts);
  return at ? `${describe(facts)}, at ${at}` : describe(facts);
};

/** Messages of PostgreSQL about data quote them; its others, about sign-in or a full disk, say what to do. */
const ABOUT_DATA = /^(21|22|23|27|44|P0)[0-9A-Z]{3}$/;

export const isAboutData = (error: unknown): boolean =>
  isError(error) && ABOUT_DATA.test(word(error.code) ?? '');

/** Of PostgreSQL about a value that no column of its type can hold, or that a column of ours never holds (its check, or none at all). */
const UNUSABLE = /^(?:22[0-9A-Z]{3}|23502|23514)$/;

/** Whether data from outside is such that trying it again will never help: it is not what was described. */
export const isUnusableData = (error: unknown): boolean =>
  isError(error) && (error.name === 'ZodError' || UNUSABLE.test(word(error.code) ?? ''));

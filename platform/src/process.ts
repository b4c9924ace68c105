import { describeError, isAboutData } from './error-facts.ts';
import { keepHeapSmall } from './memory.ts';
import { print, printProblem } from './terminal.ts';

const SLOWEST_STOP_MS = 10_000;

const oneLine = (error: unknown): string => {
  const { code, message, port } = error as { code?: string; message?: string; port?: number };
  if (code === 'EADDRINUSE') return `Port ${port} is in use by another program.`;
  if (isAboutData(error)) return `The database refused data: ${describeError(error)}`;
  return message ?? String(error);
};

/** A stop, or a start, that hangs ends by itself. */
const endAtLast = (): void => void setTimeout(() => process.exit(1), SLOWEST_STOP_MS).unref();

/**
 * Resolves at the first SIGINT or SIGTERM. Later ones change nothing: Ctrl-C reaches us twice, from the terminal and
 * from npm, and must not cut the clean stop short.
 */
const toldToStop = (): Promise<void> =>
  new Promise((resolve) => {
    const stop = () => {
      endAtLast();
      resolve();
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  });

/** Ends the process with exit code 1 because it cannot go on; the error's message is told in one line. */
export type Fail = (error: Error) => void;

const failing = (): { readonly fail: Fail; readonly failed: Promise<Error> } => {
  let fail: Fail = () => undefined;
  const failed = new Promise<Error>((resolve) => {
    fail = (error) => {
      endAtLast();
      resolve(error);
    };
  });
  return { fail, failed };
};

/** Node would print all that the error carries, and the parameters of a statement are data about people. */
const endOnFaults = (): void => {
  process.on('uncaughtException', (error) => {
    printProblem(`Ended by a fault of ours: ${describeError(error)}`);
    process.exit(1);
  });
};

/**
 * Runs a service until SIGINT or SIGTERM, then stops it cleanly. What prevents it from starting, or from going on, is
 * told in one line, with exit code 1.
 */
export const runProcess = async (start: (fail: Fail) => Promise<() => Promise<void>>): Promise<void> => {
  endOnFaults();
  keepHeapSmall();
  const told = toldToStop();
  const { fail, failed } = failing();
  try {
    const stop = await start(fail);
    const error = await Promise.race([told, failed]);
    if (error) printProblem(oneLine(error));
    await stop();
    process.exit(error ? 1 : 0);
  } catch (error) {
    printProblem(oneLine(error));
    process.exit(1);
  }
};

/** Runs a command that ends by itself: its outcome on standard output, or what was wrong in one line and exit code 1. */
export const runCommand = async (work: () => Promise<string | undefined>): Promise<void> => {
  try {
    const outcome = await work();
    if (outcome !== undefined) print(outcome);
  } catch (error) {
    printProblem(oneLine(error));
    process.exitCode = 1;
  }
};

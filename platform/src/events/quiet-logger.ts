import { Logger } from 'graphile-worker';

/** Deliveries are logged by us; the queue's own chatter at each job would drown them. */
export const quietLogger = (): Logger => new Logger(() => () => undefined);

/**
 * One of the queue's workers that loses its connection prints the error on the console, whole, besides telling its logger. What ends
 * the queue we hear and tell (`queue-runner.ts`); what an error quotes may be about people, and belongs on no console.
 */
export const printNoErrors = (printer: Pick<Console, 'trace'> = console): void => {
  const { trace } = printer;
  if (Object.hasOwn(trace, 'isQuiet')) return;
  const quiet: typeof trace = (...said) => {
    if (!(said[0] instanceof Error)) trace(...said);
  };
  printer.trace = Object.assign(quiet, { isQuiet: true });
};

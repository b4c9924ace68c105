import { setTimeout as wait } from 'node:timers/promises';

/**
 * Waits until work has ended, well or badly, but no longer; answers whether it has. Whoever is told to stop stops, whatever
 * the database does: what has not ended by then is left to itself.
 */
export const endedWithin = async (ms: number, work: Promise<unknown>): Promise<boolean> => {
  const stop = new AbortController();
  const tooLong = wait(ms, false, { signal: stop.signal }).catch(() => false);
  const ended = work.then(
    () => true,
    () => true,
  );
  const hasEnded = await Promise.race([ended, tooLong]);
  stop.abort();
  return hasEnded;
};

import { setTimeout } from 'node:timers/promises';

/** An event takes some tens of milliseconds, a few hundred on a busy machine; all together three quarters of a second. */
const PAUSES_MS = [50, 100, 150, 200, 250];
/** Whoever asks is answered in time even where looking is slow. */
const LONGEST_WAIT_MS = 1_000;
const FORGOTTEN_AFTER_MS = 60_000;
const MOST_REMEMBERED = 10_000;

/** What did not arrive in time is not waited for again at once: an agency that tells nothing slows nobody down. */
const givenUp = new Map<string, number>();

const isAwaited = (name: string): boolean => (givenUp.get(name) ?? 0) < Date.now();

const giveUp = (names: readonly string[]): void => {
  if (givenUp.size + names.length > MOST_REMEMBERED) givenUp.clear();
  for (const name of names) givenUp.set(name, Date.now() + FORGOTTEN_AFTER_MS);
};

/**
 * Waits a short, bounded time for milestones that employment has just told of: whoever schedules one asks for its cover
 * in the same request. `missing` names what is not known yet; `look` looks again. Call it outside a transaction.
 */
export const awaitMilestones = async (
  missing: () => readonly string[],
  look: () => Promise<void>,
): Promise<void> => {
  const until = Date.now() + LONGEST_WAIT_MS;
  for (const pause of PAUSES_MS) {
    if (!missing().some(isAwaited)) return;
    if (Date.now() + pause > until) break;
    await setTimeout(pause);
    await look();
  }
  giveUp(missing());
};

import type { DataSource } from 'typeorm';
import type { Log } from '../log.ts';
import { Rounds } from '../rounds.ts';
import { takeWhatWasKept } from './kept-for-later.ts';
import type { Receiving } from './receiving.ts';

/** Whoever was replaced may have kept something until then. */
const KEPT_MS = 60_000;

type TakeUpOptions = { readonly log: Log; readonly clock: () => Date };

/** What came of types that the version before did not know. What cannot be taken now waits, and health names it. */
const takeUp = async (
  { manager }: DataSource,
  receiving: Receiving,
  { log, clock }: TakeUpOptions,
): Promise<void> => {
  const types = Object.keys(receiving.receives);
  const failed = (error: unknown): void =>
    log.warn({ err: error }, 'an event kept from before was not taken');
  await takeWhatWasKept(manager, { types }, receiving, clock(), failed).catch(failed);
};

/** At once, and until the answer is closed: whoever is replaced may keep something yet. */
export const takeUpNowAndThen = async (
  db: DataSource,
  receiving: Receiving,
  {
    keptMilliseconds = KEPT_MS,
    ...options
  }: TakeUpOptions & { readonly keptMilliseconds?: number | undefined },
): Promise<Rounds> => {
  await takeUp(db, receiving, options);
  const takingUp = new Rounds(async () => {
    await takeUp(db, receiving, options);
    return keptMilliseconds;
  });
  takingUp.nextIn(keptMilliseconds);
  return takingUp;
};

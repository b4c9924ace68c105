import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { HotCity } from './hot-city.ts';
import { type Attempt, readJournalFile } from './journal.ts';

export type ClientSettings = {
  readonly seed: number;
  /** Asks under way at once. */
  readonly lanes: number;
  readonly urls: readonly string[];
  readonly token: string;
  readonly innerHopSecret: string;
  readonly journal: string;
  readonly city: HotCity;
};

export type ClientProcess = {
  /** kill -9, and started again at once: it goes on from its journal. */
  killAndRestart(): Promise<void>;
  /** kill -9 for good, when time is up. */
  kill(): Promise<void>;
  /** Asks nothing new, and ends once it has an answer to all it asked. */
  finish(): void;
  hasEnded(): boolean;
  attempts(): readonly Attempt[];
};

const CLIENT = fileURLToPath(new URL('./client.ts', import.meta.url));
const REPOSITORY = fileURLToPath(new URL('../../..', import.meta.url));

const isRunning = ({ exitCode, signalCode }: ChildProcess): boolean =>
  exitCode === null && signalCode === null;

/** Starts a client that books until it is told to finish; `onAnswer` hears of each answer. */
export const startClient = (
  folder: string,
  number: number,
  given: Omit<ClientSettings, 'journal'>,
  onAnswer: () => void,
): ClientProcess => {
  const settings = { ...given, journal: path.join(folder, `client-${number}.jsonl`) };
  const file = path.join(folder, `client-${number}.json`);
  writeFileSync(file, JSON.stringify(settings));
  const start = (): ChildProcess =>
    spawn(process.execPath, ['--import', 'tsx', CLIENT, file], {
      cwd: REPOSITORY,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    }).on('message', onAnswer);
  let child = start();
  const kill = async (): Promise<void> => {
    if (!isRunning(child)) return;
    const exit = once(child, 'exit');
    child.kill('SIGKILL');
    await exit;
  };
  return {
    finish: () => child.send('ENOUGH'),
    hasEnded: () => child.exitCode !== null,
    kill,
    async killAndRestart() {
      await kill();
      if (child.exitCode === null) child = start();
    },
    attempts: () => [...readJournalFile(settings.journal).values()],
  };
};

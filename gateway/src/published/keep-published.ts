import { readFileSync, statSync } from 'node:fs';
import type { Log } from '@relais/platform/log.ts';
import { readManifest } from './manifest.ts';
import { PublishedOperations } from './published-operations.ts';

const LOOKED_AT_EVERY_MS = 5_000;

export type KeptOperations = { readonly current: () => PublishedOperations; readonly close: () => void };

const stampOf = (file: string): string => {
  const { mtimeMs, size, ino } = statSync(file);
  return [mtimeMs, size, ino].join(' ');
};

const readFrom = (file: string): PublishedOperations =>
  new PublishedOperations(readManifest(readFileSync(file, 'utf8')));

/**
 * The operations of a manifest, read anew when it changes: a page and what it asks can be published while all is
 * running. A manifest that cannot be read changes nothing; without a first one there is no start.
 */
export const keepPublished = (
  file: string,
  log: Pick<Log, 'info' | 'error'>,
  everyMs = LOOKED_AT_EVERY_MS,
): KeptOperations => {
  // Taken first: what changes while it is read is read once more.
  let stamp = stampOf(file);
  let operations = readFrom(file);
  const look = () => {
    try {
      const now = stampOf(file);
      if (now === stamp) return;
      stamp = now;
      operations = readFrom(file);
      log.info({ operations: operations.size }, 'published operations read anew');
    } catch (error) {
      log.error({ err: error }, 'published operations cannot be read; those from before stay');
    }
  };
  const looking = setInterval(look, everyMs).unref();
  return { current: () => operations, close: () => clearInterval(looking) };
};

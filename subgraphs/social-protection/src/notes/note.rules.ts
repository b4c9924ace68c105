import { reasonRefusal } from '@relais/platform/corrections/correction.rules.ts';
import type { Correction } from '@relais/platform/corrections/correction.ts';
import type { Word } from '@relais/platform/graphql/reasons.ts';
import type { correctNoteReasons } from './note.reasons.ts';
import type { Note } from './note.ts';
import { textRefusal } from './text.rules.ts';

type Correcting = { readonly version: number; readonly reason: string; readonly text: string };

/** Why an author cannot put a note right so, or `null`. */
export const correctNoteRefusal = (
  note: Pick<Note, 'version'>,
  { version, reason, text }: Correcting,
): Word<typeof correctNoteReasons> | null => {
  if (note.version !== version) return 'STALE_VERSION';
  return reasonRefusal(reason) ?? textRefusal(text);
};

const FOR_WHOM = ['audience', 'category'];

/**
 * What others than its author read of what a note said before, latest first: nothing of before it was for other readers, or about something
 * else that a family may object to sharing. Whoever reads it now need not have been meant then.
 */
export const correctionsForOthers = <Each extends Pick<Correction, 'changes'>>(
  latestFirst: readonly Each[],
): Each[] => {
  const meantForOthers = latestFirst.findIndex(({ changes }) =>
    changes.some(({ field }) => FOR_WHOM.includes(field)),
  );
  return latestFirst.slice(0, meantForOthers === -1 ? latestFirst.length : meantForOthers);
};

import { z } from 'zod';
import { rowOf, rowsOf } from '../database/rows.ts';
import type { JobHandler } from '../jobs/job.ts';
import { lockJournal } from '../merge-journals/merge-journal.queries.ts';
import { tellMergeTaken } from './merge-taken.ts';

/** Scheduled by the database (`notice_change_after_merge`). */
export const TELL_MERGE_CHANGED = 'tell-merge-changed';

const payload = z.object({ duplicateId: z.uuid() });
const VersionRow = rowOf({ version: ['version', z.int()] });
const VERSION = `select ${VersionRow.columns} from known_families where id = $1`;

/** Who merged two files learns that something of them is other than the merge left it here: it cannot be undone any more. */
export const tellMergeChanged: JobHandler = async (tx, given) => {
  const { duplicateId } = payload.parse(given);
  const journal = await lockJournal(tx, duplicateId);
  const [known] = await rowsOf(tx, VersionRow, VERSION, [duplicateId]);
  if (!journal || !known) return;
  const { survivorId } = journal;
  await tellMergeTaken(tx, { duplicateId, survivorId, version: known.version, state: 'CHANGED' });
};

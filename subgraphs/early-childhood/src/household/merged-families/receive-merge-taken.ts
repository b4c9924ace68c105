import { movingAsService } from '@relais/platform/database/asking.ts';
import { hasRows } from '@relais/platform/database/rows.ts';
import { mergeTakenEvent } from '@relais/platform/known-families/merge-taken.ts';
import { lockJournal } from '@relais/platform/merge-journals/merge-journal.queries.ts';
import type { EventReceiver } from '@relais/platform/subgraph.ts';
import { takePrints } from './file-prints.queries.ts';
import { isTakenBy, notTakenBy } from './undo-merge.queries.ts';

const KEEP = `
  insert into merges_taken (duplicate, agency, file, taken_at) values ($1, $2, $3, $4)
  on conflict do nothing returning file`;
const IS_THIS_MERGE = 'select from families where id = $1 and version = $2';

/** Once an agency has told of both files what a merge makes of them, a change of what is known of it is a later one. */
export const receiveMergeTaken: EventReceiver = async (tx, { source, data }, now) => {
  const { familyId, duplicateId, version, isUndone } = mergeTakenEvent.data.parse(data);
  if (isUndone) return;
  const journal = await lockJournal(tx, duplicateId);
  if (!journal || !(await hasRows(tx, IS_THIS_MERGE, [duplicateId, version]))) return;
  const whole = movingAsService(tx);
  if (!(await hasRows(whole, KEEP, [duplicateId, source, familyId, now]))) return;
  const { survivorId } = journal;
  const waiting = await notTakenBy(whole, duplicateId, survivorId);
  if (!isTakenBy(source) || waiting.includes(source)) return;
  await takePrints(tx, { duplicateId, survivorId }, source);
};

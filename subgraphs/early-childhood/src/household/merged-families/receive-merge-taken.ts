import { movingAsService } from '@relais/platform/database/asking.ts';
import { hasRows } from '@relais/platform/database/rows.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { relationsOf } from '@relais/platform/followers/owners-of-relations.ts';
import { forgetParted } from '@relais/platform/followers/parted-follower.queries.ts';
import { isParted, mergeTakenEvent } from '@relais/platform/known-families/merge-taken.ts';
import { lockJournal } from '@relais/platform/merge-journals/merge-journal.queries.ts';
import type { EventReceiver } from '@relais/platform/subgraph.ts';
import { whoTellsOfFollowers } from '../../families/families/who-tells-of-followers.ts';
import { retakePrints } from './file-prints.queries.ts';
import { isTakenBy, notTakenBy } from './undo-merge.queries.ts';

const KEEP = `
  insert into merges_taken (duplicate, agency, file, taken_at) values ($1, $2, $3, $4)
  on conflict do nothing returning file`;
const KEEP_CHANGED = `
  insert into merges_taken (duplicate, agency, file, taken_at, changed_at) values ($1, $2, $3, $4, $4)
  on conflict (duplicate, agency, file) do update set changed_at = excluded.changed_at`;
const IS_THIS_MERGE = 'select from families where id = $1 and version = $2';

const keepChanged = async (tx: Transaction, values: unknown[]): Promise<void> => {
  await tx.query(KEEP_CHANGED, values);
};

/** Once an agency has told of both files what a merge makes of them, a change of what is known of it is a later one. */
export const receiveMergeTaken: EventReceiver = async (tx, { source, data }, now) => {
  const { familyId, duplicateId, version, state } = mergeTakenEvent.data.parse(data);
  if (isParted({ state }))
    return forgetParted(tx, { familyId, duplicateId }, relationsOf(whoTellsOfFollowers, source));
  const journal = await lockJournal(tx, duplicateId);
  if (!journal || !(await hasRows(tx, IS_THIS_MERGE, [duplicateId, version]))) return;
  const whole = movingAsService(tx);
  if (state === 'CHANGED') return keepChanged(whole, [duplicateId, source, familyId, now]);
  if (!(await hasRows(whole, KEEP, [duplicateId, source, familyId, now]))) return;
  const { survivorId } = journal;
  const waiting = await notTakenBy(whole, duplicateId, survivorId);
  if (!isTakenBy(source) || waiting.includes(source)) return;
  await retakePrints(tx, { duplicateId, survivorId }, source);
};

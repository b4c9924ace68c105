import { createHash } from 'node:crypto';
import { id, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Temporal } from 'temporal-polyfill';
import type { Settings } from '../../centres/city-settings/city-settings.rules.ts';
import { isOpenRequest } from '../care-requests/care-request.queries.ts';
import { judgedOn, PRIORITY_FACTS, priorityScore } from './priority.queries.ts';

const HASH_LENGTH = 16;
/** A version that judges otherwise does not take what another has kept; neither does a city that decided otherwise. */
const rulesOf = (settings: Settings): string =>
  createHash('sha256')
    .update(`${PRIORITY_FACTS} ${priorityScore(settings)}`)
    .digest('hex')
    .slice(0, HASH_LENGTH);

/** What a kept score of that day must be right for, by what the city decided for it. */
export const rightFor = (day: Temporal.PlainDate, settings: Settings): string =>
  `${day} ${rulesOf(settings)}`;

/** SQL: a kept score, by its name in the statement, is not right for this. Two ranges, so that those few are found by index. */
export const isNotRight = (kept: string, right: string): string =>
  `(${kept}.right_for < ${right} or ${kept}.right_for > ${right})`;

/** A day, and what the city decided for it. */
export type JudgedDay = { readonly today: Temporal.PlainDate; readonly settings: Settings };

const IdRow = rowOf({ id: ['care_request_id', id] });

/** Whoever changes a fact of one holds it until commit: that one's turn comes later. */
const LOCK_NOT_RIGHT = `
  select ${IdRow.columns} from kept_priorities kept where ${isNotRight('kept', '$1')}
  limit $2 for update skip locked`;

/** So many that are not right for the day, held until commit: what is asked next sees all changes that were committed before. */
export const lockNotRight = async (
  tx: Transaction,
  { today, settings }: JudgedDay,
  most: number,
): Promise<string[]> => {
  const rows = await rowsOf(tx, IdRow, LOCK_NOT_RIGHT, [rightFor(today, settings), most]);
  return rows.map((row) => row.id);
};

const FORGET_CLOSED = `
  delete from kept_priorities kept using care_requests request
  where kept.care_request_id = any($1) and request.id = kept.care_request_id and not ${isOpenRequest('request')}`;

export const forgetClosed = async (tx: Transaction, ids: readonly string[]): Promise<void> => {
  await tx.query(FORGET_CLOSED, [ids]);
};

const judgeText = (settings: Settings): string => `
  with judged as materialized (
    select request.id, ${PRIORITY_FACTS}
    from care_requests request join families family on family.id = request.family_id
    where request.id = any($3)
  )
  update kept_priorities kept set score = ${priorityScore(settings)}, right_for = $4
  from judged where kept.care_request_id = judged.id`;

export const judgeAnew = async (
  tx: Transaction,
  ids: readonly string[],
  { today, settings }: JudgedDay,
): Promise<void> => {
  await tx.query(judgeText(settings), [...judgedOn(today), ids, rightFor(today, settings)]);
};

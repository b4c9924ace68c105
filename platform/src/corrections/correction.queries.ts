import { z } from 'zod';
import type { Database } from '../database/database.ts';
import { type Batches, loaderOfMany } from '../database/loaders.ts';
import { id, instant, rowOf, rowsOf } from '../database/rows.ts';
import type { Transaction } from '../database/transaction.ts';
import { changesIn, type Told } from './correction.rules.ts';
import { CorrectedValue, Correction } from './correction.ts';

const told = z.record(z.string(), z.string().nullable());

const CorrectionRow = rowOf({
  id: ['correction.id', id],
  subjectId: ['correction.subject_id', id],
  at: ['correction.corrected_at', instant],
  by: ['coalesce(professional.name, correction.corrected_by_sub)', z.string()],
  reason: ['correction.reason', z.string()],
  isBeside: ['correction.is_beside', z.boolean()],
  before: ['correction.before', told],
  after: ['correction.after', told],
});

const OF_SUBJECTS = `
  select ${CorrectionRow.columns}
  from corrections correction left join professionals professional on professional.sub = correction.corrected_by_sub
  where correction.subject_id = any($1)
  order by correction.corrected_at desc, correction.id desc`;

const correctionsOf = async (db: Database, subjectIds: readonly string[]): Promise<Correction[]> => {
  const rows = await rowsOf(db, CorrectionRow, OF_SUBJECTS, [subjectIds]);
  return rows.map(({ before, after, ...row }) =>
    Object.assign(new Correction(), {
      ...row,
      changes: changesIn(before, after).map((change) => Object.assign(new CorrectedValue(), change)),
    }),
  );
};

/** What was put right of a record, by its id: one statement for any number of records of a request, of whatever kind. */
export const correctionLoaders = (db: Database, batches: Batches) => ({
  corrections: loaderOfMany(
    batches,
    (subjectIds) => correctionsOf(db, subjectIds),
    ({ subjectId }) => subjectId,
  ),
});

const KEEP = `
  insert into corrections
    (id, family_id, subject_id, before, after, reason, is_beside, corrected_at, corrected_by_sub)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

export type KeptCorrection = Pick<Correction, 'id' | 'subjectId' | 'at' | 'reason' | 'isBeside'> & {
  readonly familyId: string;
  readonly before: Told;
  readonly after: Told;
  readonly bySub: string;
};

export const keepCorrection = async (tx: Transaction, kept: KeptCorrection): Promise<void> => {
  const { id, familyId, subjectId, before, after, reason, isBeside, at, bySub } = kept;
  const said = [JSON.stringify(before), JSON.stringify(after), reason, isBeside];
  await tx.query(KEEP, [id, familyId, subjectId, ...said, at, bySub]);
};

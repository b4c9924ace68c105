import { noteTakenBack } from '../access-log/changed-families.ts';
import type { Transaction } from './transaction.ts';

/** Makes a change, or, as a preview, makes it and takes it back: the answer is the same, nothing is stored or told. */
export const preview = async <Result>(
  tx: Transaction,
  isPreview: boolean,
  change: () => Promise<Result>,
): Promise<Result> => {
  if (!isPreview) return change();
  await tx.query('savepoint before_preview');
  const result = await change();
  await tx.query('rollback to savepoint before_preview');
  noteTakenBack(tx);
  return result;
};

/** A change that may be refused when part of it is made already: then, as after a preview, nothing of it is left. */
export const wholly = async <Result extends object>(
  tx: Transaction,
  isPreview: boolean,
  change: () => Promise<Result>,
): Promise<Result> => {
  await tx.query('savepoint before_change');
  const result = await change();
  if (!isPreview && !('refusal' in result)) return result;
  await tx.query('rollback to savepoint before_change');
  noteTakenBack(tx);
  return result;
};

import type { Transaction } from '@relais/platform/database/transaction.ts';
import { stepsOfSubjects } from '../../history/care-history/care-step.queries.ts';
import type { CareStep } from '../../history/care-history/care-step.ts';
import type { Context } from '../wing.ts';

/** Makes a change, or, as a preview, makes it and takes it back: the answer is the same, nothing is stored or told. */
export const previewChange = async <Result>(
  tx: Transaction,
  isPreview: boolean,
  change: () => Promise<Result>,
): Promise<Result> => {
  if (!isPreview) return change();
  await tx.query('savepoint before_preview');
  const result = await change();
  await tx.query('rollback to savepoint before_preview');
  return result;
};

/** Of a preview: the history of what is changed, as it was found before all was taken back. */
export type HistoryAsItWouldBe = { readonly wouldBe?: { readonly id: string; readonly steps: CareStep[] } };

/** `previewChange` of a record that shows its history. */
export const previewWithHistory = <Result extends object>(
  tx: Transaction,
  isPreview: boolean,
  change: () => Promise<Result>,
  changed: (result: Result) => { readonly id: string } | null,
): Promise<Result & HistoryAsItWouldBe> =>
  previewChange(tx, isPreview, async () => {
    const result = await change();
    const record = isPreview && changed(result);
    return record
      ? { ...result, wouldBe: { id: record.id, steps: await stepsOfSubjects(tx, [record.id]) } }
      : result;
  });

/** Lets a previewed record answer the history that would be. */
export const historyShown = <Result extends object>(
  { loaders }: Pick<Context, 'loaders'>,
  result: Result,
): Result => {
  const { wouldBe }: HistoryAsItWouldBe = result;
  if (wouldBe) loaders.stepsOfSubject.prime(wouldBe.id, wouldBe.steps);
  return result;
};

/** A change that may be refused when part of it is made already: then, as after a preview, nothing of it is left. */
export const changeWhollyOrNot = async <Result extends object>(
  tx: Transaction,
  isPreview: boolean,
  change: () => Promise<Result>,
): Promise<Result> => {
  await tx.query('savepoint before_change');
  const result = await change();
  if (isPreview || 'refusal' in result) await tx.query('rollback to savepoint before_change');
  return result;
};

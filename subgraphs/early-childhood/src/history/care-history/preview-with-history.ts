import { preview } from '@relais/platform/database/preview.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Context } from '../wing.ts';
import { stepsOfSubjects } from './care-step.queries.ts';
import type { CareStep } from './care-step.ts';

/** Of a preview: the history of what is changed, as it was found before all was taken back. */
export type HistoryAsItWouldBe = { readonly wouldBe?: { readonly id: string; readonly steps: CareStep[] } };

/** A preview of a record that shows its history. */
export const previewWithHistory = <Result extends object>(
  tx: Transaction,
  isPreview: boolean,
  change: () => Promise<Result>,
  changed: (result: Result) => { readonly id: string } | null,
): Promise<Result & HistoryAsItWouldBe> =>
  preview(tx, isPreview, async () => {
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

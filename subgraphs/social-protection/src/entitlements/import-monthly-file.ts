import { checkCsvFile, readCsvFile } from '@relais/platform/importing/csv-file.ts';
import { type Importing, sendPatiently } from '@relais/platform/importing/send-rows.ts';
import { z } from 'zod';
import { MOST_ROWS } from './imported-row.ts';
import { type FileRow, rowReader } from './read-entitlement-row.ts';

const taking = {
  name: 'importEntitlements',
  document: `mutation ImportEntitlements($input: ImportEntitlementsInput!) {
  importEntitlements(input: $input) {
    takenCount unchangedCount refusedCount rows { index refusal { reason message } } } }`,
  report: z.object({
    takenCount: z.number(),
    unchangedCount: z.number(),
    refusedCount: z.number(),
    rows: z.array(
      z.object({
        index: z.number(),
        refusal: z.object({ reason: z.string(), message: z.string() }).nullable(),
      }),
    ),
  }),
};

type Line = { readonly number: number; readonly row: FileRow };
type Totals = { taken: number; unchanged: number; refused: number };

const importLines = async (lines: readonly Line[], importing: Importing, totals: Totals): Promise<void> => {
  if (lines.length === 0) return;
  const rows = lines.map(({ row }) => row);
  const done = await sendPatiently(taking, { rows }, importing).catch((error: Error) => {
    throw new Error(`Stopped before line ${lines[0]?.number}: ${error.message}`);
  });
  totals.taken += done.takenCount;
  totals.unchanged += done.unchangedCount;
  totals.refused += done.refusedCount;
  for (const { index, refusal } of done.rows) {
    if (refusal) importing.say(`line ${lines[index]?.number}: ${refusal.reason} ${refusal.message}`);
  }
};

const importRows = async (path: string, importing: Importing, totals: Totals): Promise<void> => {
  let batch: Line[] = [];
  for await (const { number, result } of readCsvFile(path, rowReader)) {
    if ('problem' in result) {
      totals.refused += 1;
      importing.say(`line ${number}: UNREADABLE ${result.problem}`);
      continue;
    }
    batch.push({ number, row: result.row });
    if (batch.length < MOST_ROWS) continue;
    await importLines(batch, importing, totals);
    batch = [];
  }
  await importLines(batch, importing, totals);
};

/**
 * Sends a monthly file of benefits, one batch in memory at a time, and answers the exit code: 0 when every row was
 * taken or on record, 2 when some were refused. A file that cannot be used, or a service that does not take it, is
 * an error; of a file that cannot be used nothing is sent.
 */
export const importMonthlyFile = async (path: string, importing: Importing): Promise<0 | 2> => {
  await checkCsvFile(path, rowReader);
  const totals: Totals = { taken: 0, unchanged: 0, refused: 0 };
  try {
    await importRows(path, importing, totals);
  } finally {
    const { taken, unchanged, refused } = totals;
    const only = importing.isPreview ? 'dry run, nothing stored: ' : '';
    importing.say(`${only}taken ${taken}, unchanged ${unchanged}, refused ${refused}`);
  }
  return totals.refused > 0 ? 2 : 0;
};

import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { MOST_ROWS } from './imported-row.ts';
import { checkMonthlyFile, readMonthlyFile } from './monthly-file.ts';
import type { FileRow } from './read-entitlement-row.ts';

const IMPORT = `mutation ImportEntitlements($input: ImportEntitlementsInput!) {
  importEntitlements(input: $input) {
    takenCount unchangedCount refusedCount rows { index refusal { reason message } } } }`;

const report = z.object({
  takenCount: z.number(),
  unchangedCount: z.number(),
  refusedCount: z.number(),
  rows: z.array(
    z.object({
      index: z.number(),
      refusal: z.object({ reason: z.string(), message: z.string() }).nullable(),
    }),
  ),
});
const answer = z.object({
  data: z.object({ importEntitlements: report.nullable() }).nullish(),
  errors: z
    .array(z.object({ message: z.string(), extensions: z.object({ code: z.string() }).optional() }))
    .default([]),
});

const MOST_ATTEMPTS = 5;
const PAUSE_MS = 1_000;
/** What may be gone at the next attempt; everything else would be answered the same again. */
const PASSING = new Set(['SERVICE_UNAVAILABLE', 'TRY_AGAIN']);
const isPassingStatus = (status: number): boolean => status === 429 || status >= 500;

/** The service answered that it will not take these rows, now or later. */
class NotTaken extends Error {}

/** Where rows are sent, in whose name, and whether only to see what would become of them. */
export type Importing = {
  readonly url: string;
  readonly token: string;
  readonly isPreview: boolean;
  /** Shows a line to whoever imports. */
  readonly say: (line: string) => void;
};

type Line = { readonly number: number; readonly row: FileRow };
type Totals = { taken: number; unchanged: number; refused: number };

type Errors = z.output<typeof answer>['errors'];

const problemOf = (status: number, errors: Errors): Error => {
  const message = errors.map((each) => each.message).join(' ') || `HTTP ${status}`;
  const codes = errors.map(({ extensions }) => extensions?.code ?? '');
  const passes = codes.some((code) => PASSING.has(code)) || isPassingStatus(status);
  return passes ? new Error(message) : new NotTaken(message);
};

const send = async (rows: readonly FileRow[], { url, token, isPreview }: Importing) => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: IMPORT, variables: { input: { rows, preview: isPreview } } }),
  });
  // A proxy in between answers in its own words.
  const { data, errors } = answer.parse(await response.json().catch(() => ({})));
  if (data?.importEntitlements) return data.importEntitlements;
  throw problemOf(response.status, errors);
};

/** Sending rows again is safe, so what may pass by itself is tried again, ever later. */
const sendPatiently = async (rows: readonly FileRow[], importing: Importing) => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await send(rows, importing);
    } catch (error) {
      if (error instanceof NotTaken || attempt === MOST_ATTEMPTS) throw error;
      await pause(PAUSE_MS * attempt);
    }
  }
};

const importLines = async (lines: readonly Line[], importing: Importing, totals: Totals): Promise<void> => {
  if (lines.length === 0) return;
  const rows = lines.map(({ row }) => row);
  const done = await sendPatiently(rows, importing).catch((error: Error) => {
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
  for await (const { number, result } of readMonthlyFile(path)) {
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
  await checkMonthlyFile(path);
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

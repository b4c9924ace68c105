import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { readConfig } from '@relais/platform/config.ts';
import { z } from 'zod';
import { MOST_ROWS } from './entitlements/imported-row.ts';
import { type FileRow, type ReadRow, rowReader } from './entitlements/read-entitlement-row.ts';

const IMPORT = `mutation ImportEntitlements($rows: [EntitlementRowInput!]!) {
  importEntitlements(input: { rows: $rows }) {
    takenCount unchangedCount refusedCount rows { index outcome refusal { reason message } } } }`;

const settings = z.object({
  RELAIS_URL: z.url().default('http://localhost:4000/graphql'),
  RELAIS_TOKEN: z.string(),
});
const MOST_ATTEMPTS = 5;
const PAUSE_MS = 1_000;

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
  errors: z.array(z.object({ message: z.string() })).default([]),
});

type Line = { readonly number: number; readonly row: FileRow };
type Totals = { taken: number; unchanged: number; refused: number };

const say = (text: string): void => void process.stdout.write(`${text}\n`);

const send = async (rows: readonly FileRow[], { RELAIS_URL, RELAIS_TOKEN }: z.output<typeof settings>) => {
  const response = await fetch(RELAIS_URL, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${RELAIS_TOKEN}` },
    body: JSON.stringify({ query: IMPORT, variables: { rows } }),
  });
  const { data, errors } = answer.parse(await response.json());
  if (data?.importEntitlements) return data.importEntitlements;
  throw new Error(errors.map(({ message }) => message).join(' ') || `HTTP ${response.status}`);
};

/** Sending rows again is safe, so whatever failed is tried again. */
const sendPatiently = async (rows: readonly FileRow[], config: z.output<typeof settings>) => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await send(rows, config);
    } catch (error) {
      if (attempt === MOST_ATTEMPTS) throw error;
      await pause(PAUSE_MS * attempt);
    }
  }
};

const importLines = async (
  lines: readonly Line[],
  config: z.output<typeof settings>,
  totals: Totals,
): Promise<void> => {
  if (lines.length === 0) return;
  const done = await sendPatiently(
    lines.map(({ row }) => row),
    config,
  );
  totals.taken += done.takenCount;
  totals.unchanged += done.unchangedCount;
  totals.refused += done.refusedCount;
  for (const { index, refusal } of done.rows) {
    if (refusal) say(`line ${lines[index]?.number}: ${refusal.reason} ${refusal.message}`);
  }
};

type Read = { readonly number: number; readonly result: ReturnType<ReadRow> };

const readLines = async function* (path: string): AsyncGenerator<Read> {
  let read: ReadRow | null = null;
  let number = 0;
  for await (const line of createInterface({
    input: createReadStream(path),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    number += 1;
    if (line.trim() === '') continue;
    if (read) yield { number, result: read(line) };
    read ??= rowReader(line);
  }
};

/** One batch is in memory at a time, whatever the length of the file. */
const importFile = async (path: string): Promise<void> => {
  const config = readConfig(settings);
  const totals: Totals = { taken: 0, unchanged: 0, refused: 0 };
  let batch: Line[] = [];
  for await (const { number, result } of readLines(path)) {
    if ('problem' in result) {
      totals.refused += 1;
      say(`line ${number}: UNREADABLE ${result.problem}`);
      continue;
    }
    batch.push({ number, row: result.row });
    if (batch.length < MOST_ROWS) continue;
    await importLines(batch, config, totals);
    batch = [];
  }
  await importLines(batch, config, totals);
  say(`taken ${totals.taken}, unchanged ${totals.unchanged}, refused ${totals.refused}`);
};

const [path] = process.argv.slice(2);
if (path) {
  // npm runs a workspace's script in its folder; the path was typed somewhere else.
  await importFile(resolve(process.env.INIT_CWD ?? '.', path)).catch((error: Error) => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  });
}
if (!path) {
  process.stderr.write('Usage: npm run import-entitlements -w subgraphs/social-protection -- file.csv\n');
  process.exitCode = 1;
}

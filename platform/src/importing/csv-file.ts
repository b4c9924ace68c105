import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream';
import { parse } from 'csv-parse';
import { z } from 'zod';
import { type ReadRow, separatorOf } from './headings.ts';

/** The file as a whole cannot be used: nothing of it is sent. */
export class UnusableFile extends Error {
  constructor(problem: string) {
    super(problem);
    this.name = 'UnusableFile';
  }
}

const record = z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) });

/** Spreadsheets save in other encodings without a word; a wrong letter is refused rather than guessed. */
const decodeUtf8 = async function* (bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
};

const firstLine = async (path: string): Promise<string> => {
  const bytes = createReadStream(path);
  try {
    for await (const line of createInterface({ input: bytes })) return line;
    throw new UnusableFile('The file is empty.');
  } finally {
    bytes.destroy();
  }
};

const recordsOf = async function* (path: string) {
  const parser = parse({
    delimiter: separatorOf(await firstLine(path)),
    trim: true,
    info: true,
    // Counted by us, so that one row can be refused and the others taken.
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
  });
  // What fails on the way ends the parser, which tells whoever reads from it.
  pipeline(createReadStream(path), decodeUtf8, parser, () => undefined);
  for await (const each of parser) yield record.parse(each);
};

export type ReadLine<Row> = { readonly number: number; readonly result: ReturnType<ReadRow<Row>> };

const unusable = (error: unknown): Error => {
  const message = error instanceof Error ? error.message : String(error);
  return new UnusableFile(`The file cannot be used: ${message}`);
};

/** How the rows of a file are read, by its headings. */
export type RowReader<Row> = (headings: readonly string[]) => ReadRow<Row>;

/** The rows of a file with their line numbers; one is in memory at a time, whatever its length. */
export const readCsvFile = async function* <Row>(
  path: string,
  rowReader: RowReader<Row>,
): AsyncGenerator<ReadLine<Row>> {
  let read: ReadRow<Row> | null = null;
  try {
    for await (const { record: cells, info } of recordsOf(path)) {
      if (read) yield { number: info.lines, result: read(cells) };
      read ??= rowReader(cells);
    }
  } catch (error) {
    throw unusable(error);
  }
};

/** Reads it whole, so that a file which breaks off in the middle is found before anything of it is sent. */
export const checkCsvFile = async <Row>(path: string, rowReader: RowReader<Row>): Promise<void> => {
  let rows = 0;
  for await (const _row of readCsvFile(path, rowReader)) rows += 1;
  if (rows === 0) throw new UnusableFile('The file holds no row under its headings.');
};

import { checkCsvFile, readCsvFile } from '@relais/platform/importing/csv-file.ts';
import { type Importing, sendPatiently } from '@relais/platform/importing/send-rows.ts';
import { z } from 'zod';
import { listKey, placeKey } from './centre-list.rules.ts';
import { MOST_ROWS } from './listed-row.ts';
import { type CentreRow, rowReader } from './read-centre-row.ts';

const said = z.object({ reason: z.string(), message: z.string() });
const taking = {
  name: 'importCentres',
  document: `mutation ImportCentres($input: ImportCentresInput!) {
  importCentres(input: $input) {
    rows { index outcome knownAs missing refusal { reason message } } refusal { reason message } } }`,
  report: z.object({
    rows: z.array(
      z.object({
        index: z.number(),
        outcome: z.string(),
        knownAs: z.string().nullable(),
        missing: z.array(z.string()),
        refusal: said.nullable(),
      }),
    ),
    refusal: said.nullable(),
  }),
};

export type ImportingList = Importing & {
  readonly source: string;
  /** From when the list holds; today unless given. */
  readonly from: string | null;
};

/** A row that can be read, and where it stands. */
export type Line = { readonly number: number; readonly row: CentreRow };
type Problem = { readonly number: number; readonly problem: string };

const OUTCOMES = ['OPENED', 'CHANGED', 'UNCHANGED', 'INCOMPLETE', 'NOT_A_CENTRE', 'REFUSED'] as const;
type Totals = Map<string, number>;

/** What two rows of one list may not share: they would be one centre that is changed to and fro. */
const namesOf = ({ sourceId, siret, finess, cityId, ...row }: CentreRow): string[] => [
  listKey({ ...row, sourceId }),
  ...(siret ? [`siret ${siret}`] : []),
  ...(finess ? [`finess ${finess}`] : []),
  ...(cityId ? [`city ${cityId}`] : []),
];

/** The line that names the same centre, if one does: by a name of its own, or by the place where one of both has no id. */
const twinOf = (row: CentreRow, lines: readonly Line[]): Line | undefined => {
  const names = new Set(namesOf(row));
  const place = placeKey(row);
  return lines.find(
    ({ row: other }) =>
      namesOf(other).some((name) => names.has(name)) ||
      (placeKey(other) === place && !(row.sourceId && other.sourceId)),
  );
};

/** The rows of a list, those that cannot be read, and those that name a centre which stands further up already. */
export const readCentreList = async (
  path: string,
): Promise<{ readonly lines: readonly Line[]; readonly problems: readonly Problem[] }> => {
  await checkCsvFile(path, rowReader);
  const lines: Line[] = [];
  const problems: Problem[] = [];
  for await (const { number, result } of readCsvFile(path, rowReader)) {
    if ('problem' in result) {
      problems.push({ number, problem: `UNREADABLE ${result.problem}` });
      continue;
    }
    const twin = twinOf(result.row, lines);
    if (twin) problems.push({ number, problem: `TWICE names the centre of line ${twin.number} again` });
    if (!twin) lines.push({ number, row: result.row });
  }
  return { lines, problems };
};

type Told = z.output<typeof taking.report>['rows'][number];

/** What whoever imports has to see of a row; what is unchanged is only counted. */
const sentenceOf = ({ outcome, knownAs, missing, refusal }: Told, name: string): string | null => {
  if (refusal) return `${refusal.reason} ${refusal.message}`;
  if (outcome === 'INCOMPLETE') return `INCOMPLETE without ${missing.join(', ')}`;
  if (outcome === 'OPENED') return `OPENED ${name}`;
  if (outcome !== 'CHANGED') return null;
  return knownAs === name ? `CHANGED ${name}` : `CHANGED ${name}, known as ${knownAs}`;
};

const sendLines = async (
  lines: readonly Line[],
  { source, from, ...importing }: ImportingList,
  totals: Totals,
): Promise<void> => {
  const input = { source, from, rows: lines.map(({ row }) => row) };
  const { rows, refusal } = await sendPatiently(taking, input, importing).catch((error: Error) => {
    throw new Error(`Stopped before line ${lines[0]?.number}: ${error.message}`);
  });
  if (refusal)
    throw new Error(`Stopped before line ${lines[0]?.number}: ${refusal.reason} ${refusal.message}`);
  for (const row of rows) {
    totals.set(row.outcome, (totals.get(row.outcome) ?? 0) + 1);
    const line = lines[row.index];
    const sentence = sentenceOf(row, line?.row.name ?? '');
    if (sentence) importing.say(`line ${line?.number}: ${sentence}`);
  }
};

const told = (totals: Totals): string =>
  OUTCOMES.map((outcome) => `${outcome.toLowerCase().replaceAll('_', ' ')} ${totals.get(outcome) ?? 0}`).join(
    ', ',
  );

/**
 * Sends a city's list of centres, and answers the exit code: 0 when every row was taken, shown as incomplete or named as no
 * centre, 2 when some were refused. A file that cannot be used, or a service that does not take it, is an error.
 */
export const importCentreList = async (path: string, importing: ImportingList): Promise<0 | 2> => {
  const { lines, problems } = await readCentreList(path);
  const totals: Totals = new Map([['REFUSED', problems.length]]);
  for (const { number, problem } of problems) importing.say(`line ${number}: ${problem}`);
  try {
    for (let start = 0; start < lines.length; start += MOST_ROWS)
      await sendLines(lines.slice(start, start + MOST_ROWS), importing, totals);
  } finally {
    importing.say(`${importing.isPreview ? 'dry run, nothing stored: ' : ''}${told(totals)}`);
  }
  return totals.get('REFUSED') ? 2 : 0;
};

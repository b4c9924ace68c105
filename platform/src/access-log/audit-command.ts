import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type CommandAgency, databaseOfService, withDatabaseOf } from '../database/for-a-command.ts';
import { runCommand } from '../process.ts';
import type { ShapeFault } from './log-shape.queries.ts';
import { headsKept } from './seal.queries.ts';
import type { KeptHead, LogProblem } from './seal-check.rules.ts';
import { type Verified, verifyLog } from './verify-log.ts';

const USAGE = `Usage, after \`npm run audit:verify --\`:
  (nothing)       compares each access log with its seals, and these with the heads that the agencies here keep of each other
  --heads FILE    and with those that an agency elsewhere keeps
  heads           prints the heads that are kept here, for an agency elsewhere
Exit code 1 when anything was changed, deleted, inserted, put into another order or cut off.`;

class UsageError extends Error {}

const APPLICATION = 'audit';

type Head = KeptHead & { readonly source: string };

const headInFile = z.strictObject({
  keptBy: z.string(),
  source: z.string(),
  number: z.int().positive(),
  head: z.string(),
});

const headsIn = async (file: string): Promise<Head[]> => {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  try {
    return lines.map((line) => headInFile.parse(JSON.parse(line)));
  } catch {
    throw new UsageError(`${file}: not what \`npm run audit:verify -- heads\` prints.`);
  }
};

const argumentsOf = (args: readonly string[]) => {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { heads: { type: 'string' } },
    });
    const [verb, ...more] = positionals;
    if (more.length === 0 && (verb === undefined || verb === 'heads')) return { verb, file: values.heads };
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n${USAGE}`);
  }
  throw new UsageError(USAGE);
};

const RANGE = 20;

const listed = (numbers: readonly number[]): string => {
  const more = numbers.length - RANGE;
  return numbers.slice(0, RANGE).join(', ') + (more > 0 ? ` and ${more} more` : '');
};

const spanOf = (first: number, last: number): string =>
  first === last ? `seal ${first}` : `seals ${first} to ${last}`;

/** What is wrong, by the numbers of the log's rows and seals. */
const inWords = (problem: LogProblem): string => {
  switch (problem.kind) {
    case 'ROW_CHANGED':
      return `seal ${problem.seal}: not as they were sealed: rows ${listed(problem.rows)}`;
    case 'ROW_MISSING':
      return `seal ${problem.seal}: deleted: rows ${listed(problem.rows)}`;
    case 'ROW_INSERTED':
      return `seal ${problem.seal}: inserted after it was sealed: rows ${listed(problem.rows)}`;
    case 'SEAL_CHANGED':
      return `seal ${problem.seal}: does not follow from its rows and the seal before it`;
    case 'SEAL_MISSING':
      return `seal ${problem.seal}: deleted`;
    case 'HEAD_DIFFERS':
      return `${spanOf(problem.seal, problem.last)}: written anew, not what ${problem.keptBy} was told`;
    case 'CUT':
      return `${spanOf(problem.seal, problem.last)}: cut off, ${problem.keptBy} was told of it`;
    default:
      return problem satisfies never;
  }
};

const FAULTS = {
  NO_TABLE: 'is not the table that was made: another, or a view, stands in its place',
  HIDES_ROWS: 'hides rows from who reads it (row security)',
  REWRITTEN: 'answers something else than what is asked (a rule)',
  NOT_GUARDED: 'may be changed: a trigger is missing or off',
  OTHER_FUNCTIONS: 'comes after other functions: what is compared may not be what is stored (search_path)',
} satisfies Record<ShapeFault['fault'], string>;

const isSoundLog = ({ problems, faults }: Verified): boolean => problems.length === 0 && faults.length === 0;

const summaryOf = (verified: Verified, kept: readonly KeptHead[]): string => {
  const { seals, rows, sealedAt } = verified;
  const keepers = [...new Set(kept.map(({ keptBy }) => keptBy))];
  const told = keepers.map((keptBy) => {
    const count = kept.filter((head) => head.keptBy === keptBy).length;
    return `${keptBy} (${count})`;
  });
  const until = sealedAt ? `, the last at ${sealedAt.toISOString()}` : '';
  const heads =
    told.length > 0 ? `heads kept by ${told.join(', ')}` : 'no heads kept by others were compared';
  return `  ${isSoundLog(verified) ? '✔' : '✘'} ${rows} rows in ${seals} seals${until}; ${heads}`;
};

const describe = (verified: Verified, kept: readonly KeptHead[]): string[] => {
  const { unsealed, letGo, problems, faults } = verified;
  return [
    summaryOf(verified, kept),
    ...faults.map(({ table, fault }) => `  ✘ ${table} ${FAULTS[fault]}`),
    ...problems.map((problem) => `  ✘ ${inWords(problem)}`),
    ...(letGo.length > 0
      ? [`  let go as whole months: ${letGo.join(', ')}; hold it against the register`]
      : []),
    ...(unsealed.since
      ? [
          `  ${unsealed.rows} rows since ${unsealed.since.toISOString()} are not sealed yet: nothing vouches for them`,
        ]
      : []),
  ];
};

const keptHere = async (agencies: readonly CommandAgency[]): Promise<Head[]> => {
  const heads: Head[] = [];
  for (const agency of agencies)
    heads.push(...(await withDatabaseOf(agency, APPLICATION, (db) => headsKept(db, agency.subgraph.name))));
  return heads;
};

export type Audited = { readonly text: string; readonly isSound: boolean };

/** Compares the logs of these agencies with their seals, and answers what to print. */
export const runAudit = async (
  args: readonly string[],
  findAgencies: () => Promise<readonly CommandAgency[]>,
): Promise<Audited> => {
  const { verb, file } = argumentsOf(args);
  const agencies = await findAgencies();
  const here = await keptHere(agencies);
  if (verb === 'heads') return { text: here.map((head) => JSON.stringify(head)).join('\n'), isSound: true };
  const heads = [...here, ...(file ? await headsIn(file) : [])];
  const lines: string[] = [];
  let isSound = true;
  for (const agency of agencies) {
    const { name } = agency.subgraph;
    const kept = heads.filter(({ source }) => source === name);
    const verified = await withDatabaseOf(agency, APPLICATION, (db) => verifyLog(db, kept));
    isSound &&= isSoundLog(verified);
    lines.push(name, ...describe(verified, kept));
  }
  return { text: lines.join('\n'), isSound };
};

/** The command as a program. */
export const auditCommand = (findAgencies: () => Promise<readonly CommandAgency[]>): Promise<void> =>
  runCommand(async () => {
    const { text, isSound } = await runAudit(process.argv.slice(2), findAgencies);
    if (!isSound) process.exitCode = 1;
    return text;
  });

/** `npm run audit:verify -w subgraphs/employment`: of one service, on its own `DATABASE_URL`. */
export const auditOfService = (subgraph: CommandAgency['subgraph']): Promise<void> =>
  auditCommand(async () => [{ subgraph, databaseUrl: databaseOfService() }]);

import path from 'node:path';
import { type AgencyKind, admittedAgencies, agencyKinds } from '@relais/platform/auth/agencies.ts';
import { agenciesOfRole, isFollower } from '@relais/platform/auth/user.ts';
import { checkCsvFile, readCsvFile } from '@relais/platform/importing/csv-file.ts';
import { readerUnder } from '@relais/platform/importing/headings.ts';
import { ProfessionalRole } from '@relais/platform/professionals/professional.ts';
import { z } from 'zod';
import type { FileProblem } from './file-problem.ts';

export const ACCOUNTS_FILE = 'accounts.csv';

const columns = {
  sub: 'sub',
  name: 'name',
  role: 'role',
  agency: 'agency',
  kind: 'kind',
  administrator: 'isAdministrator',
  place: 'place',
  phone: 'phone',
} as const;

const LONGEST = 255;
const isYes = z
  .enum(['yes', 'oui', 'no', 'non'], 'is yes or no')
  .default('no')
  .transform((text) => text === 'yes' || text === 'oui');

const account = z.object({
  sub: z.string('is missing: the sign-in as tokens will say it').max(LONGEST, 'is too long'),
  name: z.string('is missing').max(LONGEST, 'is too long'),
  role: z.enum(ProfessionalRole, `is one of ${Object.keys(ProfessionalRole).join(', ')}`),
  agency: z.string('is missing').regex(/^[^,=\s]+$/, 'is one word, without comma and equals sign'),
  kind: z.enum(agencyKinds, `is one of ${agencyKinds.join(', ')}`),
  isAdministrator: isYes,
  place: z.string().optional(),
  phone: z.string().optional(),
});

/** Somebody who works in the city from its first day on. */
export type CityAccount = z.output<typeof account>;

const rowReader = (headings: readonly string[]) => readerUnder<CityAccount>(columns, account, headings);

type Line = { readonly line: number; readonly account: CityAccount };

const inFile = (problem: string, line?: number): FileProblem => ({ file: ACCOUNTS_FILE, line, problem });

const isOfAgency = ({ role, kind }: CityAccount): boolean => {
  const kinds: readonly AgencyKind[] = agenciesOfRole[role];
  return isFollower(role) && kinds.includes(kind);
};

const problemsOfLine = ({ line, account: each }: Line, before: readonly Line[]): FileProblem[] => {
  const { sub, role, agency, kind } = each;
  const same = before.find(({ account: other }) => other.sub === sub);
  const other = before.find(({ account: one }) => one.agency === agency && one.kind !== kind);
  return [
    ...(same ? [inFile(`${sub} stands in line ${same.line} already: keep one.`, line)] : []),
    ...(other
      ? [inFile(`${agency} is ${other.account.kind} in line ${other.line}: an agency is of one kind.`, line)]
      : []),
    ...(isOfAgency(each)
      ? []
      : [inFile(`no ${role} works for an agency of ${kind}: correct role or kind.`, line)]),
  ];
};

/** Somebody of each kind of agency must be able to let the others in. */
const withoutAdministrator = (lines: readonly Line[]): FileProblem[] =>
  agencyKinds
    .filter((kind) => !lines.some(({ account: each }) => each.kind === kind && each.isAdministrator))
    .map((kind) => inFile(`names no administrator for ${kind}: add one with administrator yes.`));

const linesOf = async (file: string) => {
  const lines: Line[] = [];
  const problems: FileProblem[] = [];
  await checkCsvFile(file, rowReader);
  for await (const { number, result } of readCsvFile(file, rowReader)) {
    if ('problem' in result) problems.push(inFile(`${result.problem}.`, number));
    if ('row' in result) lines.push({ line: number, account: result.row });
  }
  return { lines, problems };
};

type Read = { readonly accounts: readonly CityAccount[]; readonly problems: readonly FileProblem[] };

/** The first accounts of a city, or all that is wrong with them. */
export const readAccounts = async (folder: string): Promise<Read> => {
  const { lines, problems } = await linesOf(path.join(folder, ACCOUNTS_FILE));
  const ofLines = lines.flatMap((line, index) => problemsOfLine(line, lines.slice(0, index)));
  return {
    accounts: lines.map(({ account: each }) => each),
    problems: [...problems, ...ofLines, ...withoutAdministrator(lines)],
  };
};

/** What `RELAIS_AGENCIES` must say for these accounts. */
export const agenciesOf = (accounts: readonly CityAccount[]): string => {
  const text = [...new Set(accounts.map(({ agency, kind }) => `${agency}=${kind}`))].join(',');
  admittedAgencies.parse(text);
  return text;
};

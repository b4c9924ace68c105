import { readFile } from 'node:fs/promises';
import type { AgencyKind } from '@relais/platform/auth/agencies.ts';
import { agencyOf } from '@relais/platform/testing/agency-of.ts';
import { type TestUser, testAgencies } from '@relais/platform/testing/test-users.ts';

const ROLES: Readonly<Record<string, TestUser['role']>> = {
  caseworker: 'CASEWORKER',
  'employment advisor': 'EMPLOYMENT_ADVISOR',
  'care coordinator': 'CARE_COORDINATOR',
  'centre staff': 'CENTRE_STAFF',
  integrator: 'INTEGRATOR',
  auditor: 'AUDITOR',
};

const roleCalled = (words: string): TestUser['role'] => {
  const role = ROLES[words];
  if (!role) throw new Error(`Nobody is a ${words}.`);
  return role;
};

/** One line of a table: who asks, and column by column whether they may. */
export type WrittenRow = {
  /** As a reader of the table would say it. */
  readonly who: string;
  readonly user: TestUser & { readonly sub: string };
  readonly tie: string;
  /** What the family objects to sharing, and with whom. */
  readonly objection?: Sharing;
  readonly may: ReadonlyMap<string, boolean>;
};

type Sharing = { readonly category: AgencyKind; readonly agency: AgencyKind };

const KINDS: Readonly<Record<string, AgencyKind>> = {
  care: 'CARE',
  benefits: 'BENEFITS',
  'job search': 'JOB_SEARCH',
};

/** `objects to job search` is of the reader's own agency, `objects to job search at care` of another. */
const sharingOf = (words: string, ownAgency: string): Sharing => {
  const [, what = '', where] = /^objects to (.+?)(?: at (.+))?$/.exec(words) ?? [];
  const category = KINDS[what];
  const agency = where ? KINDS[where] : testAgencies.get(ownAgency);
  if (!category || !agency) throw new Error(`No objection: ${words}.`);
  return { category, agency };
};

const cellsOf = (line: string): string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

const ANSWERS: Readonly<Record<string, boolean>> = { yes: true, no: false };

/** One that the city has admitted, but that has nobody of that role. */
const withoutSuchARole: Partial<Record<TestUser['role'], string>> = {
  CASEWORKER: 'france-travail',
  EMPLOYMENT_ADVISOR: 'ville-de-nantes',
  CARE_COORDINATOR: 'departement-44',
};

const agencyAs = (role: TestUser['role'], written: string): Pick<TestUser, 'agency'> => {
  if (written === 'admitted') return {};
  const agency = {
    'not admitted': 'elsewhere',
    'without such a role': withoutSuchARole[role],
    'of the city': 'ville-de-nantes',
    'of the département': 'departement-44',
  }[written];
  if (!agency) throw new Error(`Which agency is ${written}?`);
  return { agency };
};

const rowOf = (columns: readonly string[], line: string): WrittenRow => {
  const [role = '', ties = '', agency = '', ...cells] = cellsOf(line);
  const [tie = '', objects] = ties.split('; ');
  const who = `${role}, ${ties}, ${agency}`;
  const known = roleCalled(role);
  const sub = who.replaceAll(/\W+/g, '-');
  const may = columns.map((column, index) => {
    const answer = ANSWERS[cells[index] ?? ''];
    if (answer === undefined) throw new Error(`Neither yes nor no: ${who}, ${column}.`);
    return [column, answer] as const;
  });
  const user = { role: known, sub, ...agencyAs(known, agency) };
  return {
    ...{ who, user, tie, may: new Map(may) },
    ...(objects && { objection: sharingOf(objects, user.agency ?? agencyOf[known]) }),
  };
};

const linesUnder = (text: string, heading: string) => {
  const section = text.split(/^## /m).find((each) => each.startsWith(`${heading}\n`)) ?? '';
  const [header = '', _rule, ...lines] = section.split('\n').filter((line) => line.startsWith('|'));
  return { columns: cellsOf(header), lines };
};

const tableUnder = (text: string, heading: string): WrittenRow[] => {
  const { columns, lines } = linesUnder(text, heading);
  return lines.map((line) => rowOf(columns.slice(3), line));
};

/** By what is changed and by role, of which agencies: `CARE, BENEFITS`, or `none`. */
const agenciesIn = (text: string): ReadonlyMap<string, Readonly<Record<string, readonly string[]>>> => {
  const { columns, lines } = linesUnder(text, 'Agencies');
  const rows = lines.map(cellsOf).map(([change = '', ...cells]) => {
    const kinds = cells.map(
      (cell, index) => [roleCalled(columns[index + 1] ?? ''), cell.split(', ')] as const,
    );
    return [change, Object.fromEntries(kinds)] as const;
  });
  return new Map(rows);
};

/** Whoever is decided of as somebody else of the tables is. */
export type LikeAnother = { readonly row: WrittenRow; readonly like: string };

const likesIn = (text: string): LikeAnother[] =>
  linesUnder(text, 'Whoever is like another').lines.map((line) => {
    const like = cellsOf(line).at(-1) ?? '';
    return { row: rowOf([], line), like };
  });

/** The tables of `docs/permissions.md`. */
export const writtenTables = async () => {
  const text = await readFile(new URL('../../../../docs/permissions.md', import.meta.url), 'utf8');
  return {
    reading: tableUnder(text, 'Reading'),
    writing: tableUnder(text, 'Writing'),
    apart: tableUnder(text, 'Rule by rule'),
    likes: likesIn(text),
    agencies: agenciesIn(text),
  };
};

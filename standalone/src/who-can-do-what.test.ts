import { readFile } from 'node:fs/promises';
import { expect, it } from '@jest/globals';
import { allowedRoles } from './permissions.expected.ts';
import { type WrittenRow, writtenTables } from './testing/seeing/written-tables.ts';

const { reading, writing } = await writtenTables();
const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');

type Verdict = 'yes' | 'own job seekers' | 'no';

const may = (rows: readonly WrittenRow[], who: string, columns: readonly string[]): boolean => {
  const row = rows.find((each) => each.who === `${who}, admitted`);
  return columns.every((column) => row?.may.get(column) === true);
};

/** Of the families that somebody of each role follows, as the tables of `docs/permissions.md` have it. */
const byTables = (rows: readonly WrittenRow[], ...columns: string[]): Verdict[] => {
  const isYes = (who: string): Verdict => (may(rows, who, columns) ? 'yes' : 'no');
  const isOwn = may(rows, 'employment advisor, own job seeker', columns);
  const advisor = isYes('employment advisor, support team');
  return [
    isYes('caseworker, support team'),
    advisor === 'no' && isOwn ? 'own job seekers' : advisor,
    isYes('care coordinator, none'),
  ];
};

const byOperation = (name: string): Verdict[] =>
  (['CASEWORKER', 'EMPLOYMENT_ADVISOR', 'CARE_COORDINATOR'] as const).map((role) =>
    allowedRoles[name]?.includes(role) ? 'yes' : 'no',
  );

/** What each line of the README is held against. */
const LINES: Readonly<Record<string, Verdict[]>> = {
  'open or find a family file': byOperation('Query.family'),
  'childcare cover, gaps': byTables(reading, 'cover'),
  'children, address, placements, bookings': byTables(reading, 'details', 'home', 'care'),
  'benefits and resources': byTables(reading, 'benefits'),
  milestones: byTables(reading, 'times', 'job search'),
  'register a family, add members': byTables(writing, 'household', 'address'),
  'note how a family looks after a child otherwise': byTables(writing, 'requests'),
  'book what a milestone lacks': byTables(writing, 'cover'),
  'ask for care, change and withdraw the request': byTables(writing, 'requests'),
  'book and cancel any care; offers, admissions, placements, commissions, merging two files and undoing it':
    byTables(writing, 'places'),
  'split a file in two': byTables(writing, 'unprotect'),
  'find a colleague in the directory': byOperation('Query.professionals'),
  'figures of the practice, which point at nobody': byOperation('Query.impactReport'),
};

/** How the README says it: a cell that begins with another word than yes tells of a part, or of another way. */
const saidIn = (cell: string): Verdict => {
  if (cell.startsWith('yes')) return 'yes';
  return /^(of )?own job seekers/.test(cell) ? 'own job seekers' : 'no';
};

it('README says of who can do what what the tables say', () => {
  const section = readme.split(/^## /m).find((each) => each.startsWith('Who can do what')) ?? '';
  const [, , ...lines] = section.split('\n').filter((line) => line.startsWith('|'));
  const said = lines.map((line) => {
    const [what = '', ...cells] = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    return [what, cells.map(saidIn)];
  });
  expect(Object.fromEntries(said)).toEqual(LINES);
});

import { readFile } from 'node:fs/promises';
import type { TestUser } from '@relais/platform/testing/test-users.ts';

const ROLES: Readonly<Record<string, TestUser['role']>> = {
  caseworker: 'CASEWORKER',
  'employment advisor': 'EMPLOYMENT_ADVISOR',
  'care coordinator': 'CARE_COORDINATOR',
  'centre staff': 'CENTRE_STAFF',
  integrator: 'INTEGRATOR',
  auditor: 'AUDITOR',
};

/** One line of a table: who asks, and column by column whether they may. */
export type WrittenRow = {
  /** As a reader of the table would say it. */
  readonly who: string;
  readonly user: TestUser & { readonly sub: string };
  readonly tie: string;
  readonly may: ReadonlyMap<string, boolean>;
};

const cellsOf = (line: string): string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

const ANSWERS: Readonly<Record<string, boolean>> = { yes: true, no: false };

const rowOf = (columns: readonly string[], line: string): WrittenRow => {
  const [role = '', tie = '', agency = '', ...cells] = cellsOf(line);
  const who = `${role}, ${tie}, ${agency}`;
  const known = ROLES[role];
  if (!known) throw new Error(`Nobody is a ${role}.`);
  const sub = who.replaceAll(/\W+/g, '-');
  const may = columns.map((column, index) => {
    const answer = ANSWERS[cells[index] ?? ''];
    if (answer === undefined) throw new Error(`Neither yes nor no: ${who}, ${column}.`);
    return [column, answer] as const;
  });
  const user = { role: known, sub, ...(agency === 'not admitted' && { agency: 'elsewhere' }) };
  return { who, user, tie, may: new Map(may) };
};

const tableUnder = (text: string, heading: string): WrittenRow[] => {
  const section = text.split(/^## /m).find((each) => each.startsWith(`${heading}\n`)) ?? '';
  const [header = '', _rule, ...lines] = section.split('\n').filter((line) => line.startsWith('|'));
  const columns = cellsOf(header).slice(3);
  return lines.map((line) => rowOf(columns, line));
};

/** The tables of `docs/permissions.md`. */
export const writtenTables = async () => {
  const text = await readFile(new URL('../../../../docs/permissions.md', import.meta.url), 'utf8');
  return { reading: tableUnder(text, 'Reading'), writing: tableUnder(text, 'Writing') };
};

/**
 * `npm run prove:house`: how many files one opens to follow three mutations of early-childhood from their doors, and how
 * long its sources are, each beside its bound. The walls between its wings are held by `npm run check:imports`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { print } from '@relais/platform/terminal.ts';
import { Follower } from './house/follow.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SOURCES = 'subgraphs/early-childhood/src';
const MOST_FILES = { bookCare: 13, offerPlace: 20, coverMilestone: 24 };
const MOST_LINES = 18_000;
const isTest = /\.(test|builder)\.ts$|\/testing\//;

const { values } = parseArgs({ options: { files: { type: 'boolean', default: false } } });

const linesOf = (file: string): number => readFileSync(file, 'utf8').split('\n').length - 1;

const isBeyond = (what: string, count: number, most: number): boolean => {
  print(`${what.padEnd(32)} ${count} (at most ${most})${count > most ? '  BEYOND' : ''}`);
  return count > most;
};

const follower = new Follower(ROOT);
const followed = Object.entries(MOST_FILES).map(([mutation, most]) => {
  const files = follower.filesOf(mutation, SOURCES);
  const beyond = isBeyond(`files to follow ${mutation}`, files.length, most);
  if (values.files) print(files.map((file) => `  ${path.relative(SOURCES, file)}`).join('\n'));
  return beyond;
});
const lines = readdirSync(path.join(ROOT, SOURCES), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !isTest.test(name))
  .reduce((sum, name) => sum + linesOf(path.join(ROOT, SOURCES, name)), 0);
const isTooLong = isBeyond('lines without tests', lines, MOST_LINES);
process.exit(isTooLong || followed.includes(true) ? 1 : 0);

import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';

const ROOT = new URL('../../', import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, ROOT), 'utf8');
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(read('package.json')));

type Row = { readonly threat: string; readonly seenBy: readonly string[] };

const rows: readonly Row[] = read('docs/security.md')
  .split('\n')
  .filter((line) => line.startsWith('|') && !/^\|(---| threat)/.test(line))
  .map((line) => line.split('|').slice(1, -1))
  .map(([threat = '', , seen = '']) => ({
    threat: threat.trim(),
    seenBy: [...seen.matchAll(/`([^`]+)`/g)].map(([, named = '']) => named),
  }));

const exists = (named: string): boolean => {
  const command = /^npm run (\S+)$/.exec(named)?.[1];
  return command ? command in scripts : existsSync(new URL(named, ROOT));
};

describe('the list of threats', () => {
  it('is there', () => expect(rows.length).toBeGreaterThan(30));

  it.each(rows)('names for "$threat" what shows that it is stopped, and that is there', ({ seenBy }) => {
    expect(seenBy.length).toBeGreaterThan(0);
    expect(seenBy.filter((named) => !exists(named))).toEqual([]);
  });
});

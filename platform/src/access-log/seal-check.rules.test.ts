import { describe, expect, it } from '@jest/globals';
import { headProblems, missingBetween, rowProblems } from './seal-check.rules.ts';

const row = (number: number, leaf = `leaf ${number}`) => ({ number, leaf });
const seal = { number: 3, rows: [row(7), row(8), row(10)], months: { '2026-02': 1, '2026-03': 2 } };
const check = (found: readonly ReturnType<typeof row>[], letGo: readonly string[] = []) =>
  rowProblems(seal, found, new Set(letGo)).map((problem) => [
    problem.kind,
    'rows' in problem && problem.rows,
  ]);

describe('the rows of a seal', () => {
  it('are as they were sealed', () => {
    expect(check(seal.rows)).toEqual([]);
  });

  it.each([
    ['one that was edited', [row(7), row(8, 'other'), row(10)], [['ROW_CHANGED', [8]]]],
    [
      'two in the place of each other',
      [row(7, 'leaf 8'), row(8, 'leaf 7'), row(10)],
      [['ROW_CHANGED', [7, 8]]],
    ],
    ['one that was deleted', [row(7), row(10)], [['ROW_MISSING', [8]]]],
    ['one where none was', [row(7), row(8), row(9), row(10)], [['ROW_INSERTED', [9]]]],
    ['another of the same number', [row(7), row(8), row(8, 'other'), row(10)], [['ROW_INSERTED', [8]]]],
    [
      'one put in the place of another',
      [row(7), row(9), row(10)],
      [
        ['ROW_MISSING', [8]],
        ['ROW_INSERTED', [9]],
      ],
    ],
  ])('tell of %s', (_what, found, problems) => {
    expect(check(found)).toEqual(problems);
  });

  it('may be gone with their month, and no others with them', () => {
    expect(check([row(8), row(10)], ['2026-02'])).toEqual([]);
    expect(check([row(8)], ['2026-02'])).toEqual([['ROW_MISSING', [7, 10]]]);
    expect(check([row(8), row(10)], ['2026-01'])).toEqual([['ROW_MISSING', [7]]]);
    expect(check([], ['2026-02', '2026-03'])).toEqual([]);
  });
});

describe('the seals', () => {
  it('are numbered without a gap', () => {
    expect(missingBetween(2, 3)).toEqual([]);
    expect(missingBetween(0, 3)).toEqual([
      { kind: 'SEAL_MISSING', seal: 1 },
      { kind: 'SEAL_MISSING', seal: 2 },
    ]);
  });

  it('are what each of the others was told, and none of them was cut off', () => {
    const heads = new Map([1, 2, 3].map((number) => [number, `head ${number}`]));
    const told = (keptBy: string, number: number, head = `head ${number}`) => ({ keptBy, number, head });
    expect(headProblems(heads, [told('one', 1), told('one', 3), told('other', 2)])).toEqual([]);
    expect(headProblems(heads, [told('one', 1), told('one', 4), told('one', 5), told('other', 3)])).toEqual([
      { kind: 'CUT', seal: 4, last: 5, keptBy: 'one' },
    ]);
    expect(headProblems(heads, [told('one', 2, 'other'), told('one', 3, 'other'), told('other', 1)])).toEqual(
      [{ kind: 'HEAD_DIFFERS', seal: 2, last: 3, keptBy: 'one' }],
    );
    expect(headProblems(new Map(), [told('one', 1)])).toEqual([
      { kind: 'CUT', seal: 1, last: 1, keptBy: 'one' },
    ]);
  });
});

import { expect, it } from '@jest/globals';
import { isAnyAway, known, listOf, type Problem, problemsOf } from './known.rules.ts';

const problem = (path: Problem['path'], code: string, because?: string): Problem => ({
  path,
  code,
  because,
  message: '',
  isPartial: false,
});
const answer = (...problems: Problem[]) => ({ problems });

it('tells apart what is there, what is none, what is not shared and what one does not know', () => {
  const path = ['family', 'entitlements'];
  expect(known(answer(), path, [1])).toEqual({ is: 'known', value: [1], isPartial: false });
  expect(known(answer(), path, [])).toEqual({ is: 'none' });
  expect(known(answer(), path, null)).toEqual({ is: 'none' });
  expect(known(answer(problem(path, 'NOT_SHARED', 'ROLE')), path, null)).toEqual({
    is: 'not-shared',
    because: 'ROLE',
  });
  expect(known(answer(problem(path, 'SERVICE_UNAVAILABLE')), path, null)).toEqual({ is: 'away' });
  expect(known(answer(problem(path, 'TRY_AGAIN')), path, undefined)).toEqual({ is: 'away' });
});

it('hears of a null from the error above it, and not from that of a neighbour or below', () => {
  const path = ['family', 'milestones', 'edges', 0, 'node', 'childcareCover'];
  expect(known(answer(problem(['family', 'milestones'], 'SERVICE_UNAVAILABLE')), path, null).is).toBe('away');
  const neighbour = problem(['family', 'milestones', 'edges', 1, 'node', 'childcareCover'], 'NOT_SHARED');
  expect(known(answer(neighbour), path, null).is).toBe('none');
  expect(known(answer(problem(path, 'NOT_SHARED')), ['family', 'milestones'], null).is).toBe('none');
});

it('keeps 0, false and an empty text: they are answers', () => {
  for (const value of [0, false, ''])
    expect(known(answer(), ['x'], value)).toMatchObject({ is: 'known', value });
});

it('counts "at least" where a part is away, not where it is not shared', () => {
  const away = known(answer(problem(['a'], 'TRY_AGAIN')), ['a'], null);
  const notShared = known(answer(problem(['a'], 'NOT_SHARED')), ['a'], null);
  expect([isAnyAway([away]), isAnyAway([notShared]), isAnyAway([])]).toEqual([true, false, false]);
});

it('lists what is there, else nothing', () => {
  expect(listOf(known(answer(), ['a'], [1, 2]))).toEqual([1, 2]);
  expect(listOf(known<number[]>(answer(), ['a'], null))).toEqual([]);
});

it('reads an error that covers several places as one problem of each', () => {
  const path = ['family', 'milestones', 'edges', 0, 'node', 'title'];
  const extensions = { code: 'NOT_SHARED', because: 'ROLE', positions: [[0], [4]] };
  const problems = problemsOf([{ message: '', path, extensions }]);
  const at = (index: number) =>
    known({ problems }, ['family', 'milestones', 'edges', index, 'node', 'title'], null);
  expect([at(0).is, at(1).is, at(4).is]).toEqual(['not-shared', 'none', 'not-shared']);
  const odd = problemsOf([{ message: '', path, extensions: { positions: [[]] } }]);
  expect(odd.map((each) => each.path)).toEqual([path]);
});

it('takes an error without place or code for one of the whole answer', () => {
  expect(known({ problems: problemsOf([{ message: 'x' }]) }, ['family'], null)).toEqual({ is: 'away' });
});

it('says of a list that it may hold more, and of an empty one that it is not shared', () => {
  const extensions = { code: 'NOT_SHARED', because: 'OBJECTION', isPartial: true };
  const problems = problemsOf([{ message: '', path: ['notes'], extensions }]);
  expect(known({ problems }, ['notes'], ['a'])).toEqual({ is: 'known', value: ['a'], isPartial: true });
  expect(known({ problems }, ['notes'], [])).toEqual({ is: 'not-shared', because: 'OBJECTION' });
});

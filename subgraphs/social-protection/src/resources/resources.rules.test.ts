import { describe, expect, it } from '@jest/globals';
import { choiceRefusal, replacedBy, standing, withStanding } from './resources.rules.ts';

const stated = (id: string, replaces: string[] = [], given = {}) => ({
  id,
  replaces,
  familyId: 'f',
  year: 2024,
  yearlyAmountCents: 1,
  dependentChildren: 1,
  aeehChildren: 0,
  source: 'CAF' as const,
  ...given,
});
const shown = (...newestFirst: ReturnType<typeof stated>[]) =>
  standing(withStanding(newestFirst)).map(({ id, prevails, version }) => [id, prevails, version]);

describe('of the statements of a year', () => {
  it('the one that nobody replaced counts', () => {
    expect(shown(stated('b', ['a']), stated('a'))).toEqual([['b', true, 2]]);
    expect(shown(stated('a'))).toEqual([['a', true, 1]]);
    expect(shown()).toEqual([]);
  });

  it('two that a merge left both stand, the newest counts', () => {
    const other = stated('b', [], { yearlyAmountCents: 2 });
    expect(shown(other, stated('a'))).toEqual([
      ['b', true, 2],
      ['a', false, 2],
    ]);
    expect(shown(stated('c', [], { aeehChildren: 1 }), stated('b', ['a']), stated('a'))).toEqual([
      ['c', true, 3],
      ['b', false, 3],
    ]);
    expect(shown(stated('b', [], { dependentChildren: 2 }), stated('a'))).toHaveLength(2);
  });

  it('one is shown when both say the same, whoever told it', () => {
    expect(shown(stated('b', [], { source: 'MSA' }), stated('a'))).toEqual([['b', true, 2]]);
  });

  it('those of other years and families are apart', () => {
    const others = [stated('a'), stated('b', [], { year: 2023 }), stated('c', [], { familyId: 'g' })];
    expect(shown(...others).map(([, prevails, version]) => [prevails, version])).toEqual([
      [true, 1],
      [true, 1],
      [true, 1],
    ]);
  });

  it('a new one replaces all that stand', () => {
    const left = [stated('c'), stated('b', ['a']), stated('a'), stated('y', [], { year: 2023 })];
    expect(replacedBy({ familyId: 'f', year: 2024 }, left)).toEqual(['c', 'b']);
    expect(replacedBy({ familyId: 'g', year: 2024 }, left)).toEqual([]);
  });
});

describe('one of them is chosen', () => {
  const chosen = { id: 'a', version: 2 };
  it.each([
    ['STALE_VERSION', 3, [chosen, { id: 'b' }]],
    ['NOTHING_TO_CHOOSE', 2, [chosen]],
    ['NOTHING_TO_CHOOSE', 2, [{ id: 'b' }, { id: 'c' }]],
    [null, 2, [chosen, { id: 'b' }]],
  ])('with the answer %s at version %s', (refusal, version, left) => {
    expect(choiceRefusal(chosen, { version }, left)).toBe(refusal);
  });
});

import { describe, expect, it } from '@jest/globals';
import { type Condition, holds, type Relation, relationsIn, simplified, sqlOf } from './condition.rules.ts';

const relation = (name: string): Relation => ({
  name,
  sql: (family, bind) => `${name}(${family}, ${bind('sub')})`,
});
const [a, b] = [relation('a'), relation('b')];
const bind = (what: string) => `:${what}`;

describe('a condition', () => {
  it.each<[Condition, Condition]>([
    [true, true],
    [a, a],
    [{ anyOf: [false, a] }, a],
    [{ anyOf: [a, true] }, true],
    [{ anyOf: [] }, false],
    [{ anyOf: [a, false, b] }, { anyOf: [a, b] }],
    [{ allOf: [true, a] }, a],
    [{ allOf: [a, false] }, false],
    [{ allOf: [] }, true],
    [{ allOf: [{ anyOf: [true, a] }, { allOf: [a, b] }] }, { allOf: [a, b] }],
    [{ not: true }, false],
    [{ not: { anyOf: [a, false] } }, { not: a }],
  ])('%j says no more than %j', (given, simple) => {
    expect(simplified(given)).toEqual(simple);
  });

  it('is the same as a check and as a filter', () => {
    const both: Condition = { allOf: [a, { anyOf: [b, { not: a }] }] };
    expect(sqlOf(both, 'f.id', bind)).toBe(
      '((a(f.id, :sub)) and ((b(f.id, :sub)) or (not (a(f.id, :sub)))))',
    );
    const cases = [
      [true, true],
      [true, false],
      [false, true],
      [false, false],
    ] as const;
    expect(cases.map(([factA, factB]) => holds(both, { a: factA, b: factB }))).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(sqlOf(false, 'f.id', bind)).toBe('false');
    expect(holds(true, {})).toBe(true);
  });

  it('depends on the relations in it, and on no other', () => {
    expect(relationsIn({ allOf: [true, { anyOf: [a, { not: b }] }] })).toEqual([a, b]);
  });

  it('about one member of a family filters no list of families', () => {
    expect(() => sqlOf({ not: { ...a, about: 'MEMBER' } }, 'f.id', bind)).toThrow('no list is filtered');
  });

  it('is never judged on a fact that nobody read', () => {
    expect(() => holds(a, {})).toThrow('Nobody asked whether a.');
  });
});

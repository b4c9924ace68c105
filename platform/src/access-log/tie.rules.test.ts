import { describe, expect, it } from '@jest/globals';
import type { Relation } from '../sight/condition.rules.ts';
import { strongestTie, tieBehind } from './tie.rules.ts';

const relation = (name: string): Relation => ({ name, sql: () => name });
const [team, referral, objects] = [relation('TEAM'), relation('REFERRAL'), relation('OBJECTS')];

describe('the tie behind a condition', () => {
  it.each([
    ['the role alone', true, {}, 'ROLE'],
    ['nothing', false, {}, null],
    ['the role, where nothing bars it', { not: objects }, { OBJECTS: false }, 'ROLE'],
    ['nothing, where it is barred', { allOf: [{ not: objects }, team] }, { TEAM: true, OBJECTS: true }, null],
    ['a relation that holds', team, { TEAM: true }, 'TEAM'],
    ['a relation that does not', team, { TEAM: false }, null],
    ['one that nobody asked', team, {}, null],
    ['the first of several that holds', { anyOf: [team, referral] }, { REFERRAL: true }, 'REFERRAL'],
    ['what all rest on', { allOf: [{ not: objects }, team] }, { TEAM: true, OBJECTS: false }, 'TEAM'],
  ] as const)('%s', (_case, condition, facts, tie) => {
    expect(tieBehind(condition, facts)).toBe(tie);
  });
});

describe('the strongest tie', () => {
  it.each([
    [['ROLE', 'TEAM', 'REFERRAL'], 'TEAM'],
    [['ROLE', 'PARTY'], 'PARTY'],
    [['BREAK_GLASS', 'ROLE'], 'BREAK_GLASS'],
    [['DISTRICT', 'BREAK_GLASS'], 'BREAK_GLASS'],
    [['SOMETHING_NEW', 'ROLE'], 'SOMETHING_NEW'],
    [[], 'NOTHING'],
  ])('of %j is %s', (ties, strongest) => {
    expect(strongestTie(ties)).toBe(strongest);
  });
});

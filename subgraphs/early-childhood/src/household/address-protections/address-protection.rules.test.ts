import { describe, expect, it } from '@jest/globals';
import { endRefusal, protectRefusal } from './address-protection.rules.ts';

describe('an address', () => {
  it.each([
    ['by who may', {}, null],
    ['by a district’s service', { mayProtect: false }, 'JOIN_ITS_TEAM_FIRST'],
    ['twice', { isProtected: true }, 'PROTECTED_ALREADY'],
    ['without a reason', { reason: ' ' }, 'REASON_MISSING'],
  ])('is protected %s: %j', (_how, given, refusal) => {
    expect(protectRefusal({ reason: 'Menaces', mayProtect: true, isProtected: false, ...given })).toBe(
      refusal,
    );
  });
});

describe('a protection', () => {
  it.each([
    ['by the team', {}, {}, null],
    ['by others', { mayEnd: false }, {}, 'ONLY_ITS_TEAM'],
    ['twice', {}, { endedAt: new Date() }, 'ENDED_ALREADY'],
    ['as it was before', { version: 1 }, { version: 2 }, 'STALE_VERSION'],
    ['without a reason', { reason: '' }, {}, 'REASON_MISSING'],
  ])('ends %s', (_how, given, known, refusal) => {
    const ending = { reason: 'Déménagée', mayEnd: true, version: 1, ...given };
    expect(endRefusal({ endedAt: null, version: 1, ...known }, ending)).toBe(refusal);
  });
});

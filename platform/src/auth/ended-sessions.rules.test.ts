import { describe, expect, it } from '@jest/globals';
import { isOfEnded, keysOf } from './ended-sessions.rules.ts';

describe('a token of a session that was ended at second 1000', () => {
  it.each([
    [{ sub: 'a', iat: 999 }, true],
    [{ sub: 'a', iat: 1_000 }, true],
    [{ sub: 'a', iat: 1_001 }, false],
    [{ sub: 'a', iat: 1_001, auth_time: 900 }, true],
    [{ sub: 'a', iat: 1_002, auth_time: 1_001 }, false],
    [{ sub: 'a' }, true],
  ])('%o is refused: %s', (claims, isRefused) => {
    expect(isOfEnded(claims, 1_000_000)).toBe(isRefused);
  });

  it('is known by its person and by its session', () => {
    expect(keysOf({ sub: 'a' })).toEqual(['SUB:a']);
    expect(keysOf({ sub: 'a', sid: 'b' })).toEqual(['SUB:a', 'SID:b']);
  });
});

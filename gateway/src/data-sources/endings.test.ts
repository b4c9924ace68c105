import { describe, expect, it } from '@jest/globals';
import type { Ending } from '@relais/platform/auth/ended-sessions.rules.ts';
import { Endings } from './endings.ts';

const ending: Ending = { kind: 'SUB', name: 'anna', since: new Date(1_000_000) };
const ended = { sub: 'anna', iat: 900 };

describe('an agency that does not confirm that sessions have ended', () => {
  it('is named, and not asked for this person until it has confirmed', async () => {
    let isAway = true;
    const told: string[] = [];
    const endings = new Endings({
      'early-childhood': async () => void told.push('early-childhood'),
      employment: async () => {
        if (isAway) throw new Error('away');
        told.push('employment');
      },
    });
    expect(await endings.end(ending)).toEqual(['employment']);
    expect(await endings.mayAsk('employment', ended)).toBe(false);
    expect(await endings.mayAsk('employment', { sub: 'berta', iat: 900 })).toBe(true);
    expect(await endings.mayAsk('early-childhood', ended)).toBe(true);
    isAway = false;
    expect(await endings.mayAsk('employment', ended)).toBe(true);
    expect(told).toEqual(['early-childhood', 'employment']);
    expect(await endings.mayAsk('employment', ended)).toBe(true);
    expect(told).toHaveLength(2);
  });

  it('is named when it takes too long', async () => {
    const endings = new Endings({ employment: () => new Promise(() => undefined) });
    expect(await endings.end(ending)).toEqual(['employment']);
  });
});

describe('sessions that a gateway ended', () => {
  it('are those of before', async () => {
    const endings = new Endings();
    expect(await endings.end(ending)).toEqual([]);
    expect(await endings.end({ ...ending, since: new Date(500_000) })).toEqual([]);
    expect(endings.isEnded(ended)).toBe(true);
    expect(endings.isEnded({ sub: 'anna', iat: 1_001 })).toBe(false);
    expect(endings.isEnded({ sub: 'berta', iat: 900 })).toBe(false);
  });
});

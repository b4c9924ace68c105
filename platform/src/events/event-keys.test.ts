import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { readConfig } from '../config.ts';
import { eventKey, eventPublicKeys, newEventKey } from './event-keys.ts';

const pair = newEventKey();
const read = (settings: Record<string, string>) =>
  readConfig(
    z.object({ EVENT_KEY: eventKey.optional(), EVENT_PUBLIC_KEYS: eventPublicKeys.optional() }),
    settings,
  );

describe('the keys that events are signed with', () => {
  it('are found by their public part, two of an agency at most', () => {
    const [first, second] = [newEventKey().publicKey, newEventKey().publicKey];
    const text = `employment=${first}, employment=${second},early-childhood=${pair.publicKey}`;
    const ring = read({ EVENT_PUBLIC_KEYS: text }).EVENT_PUBLIC_KEYS;
    expect([...(ring ?? [])].map(([kid, { agency }]) => [kid, agency])).toEqual([
      [first, 'employment'],
      [second, 'employment'],
      [pair.publicKey, 'early-childhood'],
    ]);
    expect(read({ EVENT_KEY: pair.key }).EVENT_KEY?.kid).toBe(pair.publicKey);
  });

  it.each([
    ['', 'employment'],
    ['', 'employment=short'],
    ['', `=${pair.publicKey}`],
    ['', `employment=${pair.publicKey},early-childhood=${pair.publicKey}`],
    ['', [1, 2, 3].map(() => `employment=${newEventKey().publicKey}`).join(',')],
    ['short', ''],
  ])('are refused when written as %s%s', (EVENT_KEY, EVENT_PUBLIC_KEYS) => {
    expect(() => read({ EVENT_KEY, EVENT_PUBLIC_KEYS })).toThrow(/^Configuration: EVENT_/);
  });
});

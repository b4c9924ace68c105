import { describe, expect, it } from '@jest/globals';
import { onceFor } from './loaders.ts';

describe('what is computed once', () => {
  it('is computed once for each key, however many ask, also while it is being computed', async () => {
    const once = onceFor<string>();
    const computed: string[] = [];
    const ask = (key: string) =>
      once(key, async () => {
        computed.push(key);
        return `the ${key}`;
      });

    expect(await Promise.all([ask('monday'), ask('tuesday'), ask('monday')])).toEqual([
      'the monday',
      'the tuesday',
      'the monday',
    ]);
    expect(await ask('tuesday')).toBe('the tuesday');
    expect(computed).toEqual(['monday', 'tuesday']);
  });
});

import { describe, expect, it } from '@jest/globals';
import { Batches, Loader, onceFor } from './loaders.ts';

/** Answers each key in capitals, and keeps what it was asked. */
const shouting = () => {
  const asked: string[][] = [];
  const loader = new Loader<string, string>(new Batches(), async (keys) => {
    asked.push([...keys]);
    if (keys.includes('silent')) throw new Error('Nothing was heard.');
    if (keys.includes('half')) return [];
    return keys.map((key) => (key === 'nobody' ? new Error('There is nobody.') : key.toUpperCase()));
  });
  return { asked, loader };
};

describe('a loader', () => {
  it('asks once for what is gathered, each key once, and never again for what it knows', async () => {
    const { asked, loader } = shouting();
    const answers = await Promise.all(['a', 'b', 'a'].map((key) => loader.load(key)));
    expect([answers, await loader.load('b')]).toEqual([['A', 'B', 'A'], 'B']);
    expect(asked).toEqual([['a', 'b']]);
  });

  it('takes in what was read by others, but not in the place of what it knows', async () => {
    const { asked, loader } = shouting();
    loader.prime('a', 'told');
    loader.prime('a', 'told again');
    expect(await loader.load('a')).toBe('told');
    expect(asked).toEqual([]);
  });

  it('answers what it knows at once, also while something is asked', async () => {
    const batches = new Batches();
    const never = new Loader<string, string>(batches, () => new Promise(() => undefined));
    void never.load('a');
    never.prime('b', 'B');
    expect(await never.load('b')).toBe('B');
  });

  it('refuses one key alone, and all of a batch that failed, which are asked anew', async () => {
    const { asked, loader } = shouting();
    await expect(Promise.allSettled([loader.load('nobody'), loader.load('a')])).resolves.toMatchObject([
      { status: 'rejected' },
      { status: 'fulfilled', value: 'A' },
    ]);
    await expect(loader.load('silent')).rejects.toThrow('Nothing was heard.');
    await expect(loader.load('silent')).rejects.toThrow('Nothing was heard.');
    await expect(loader.load('half')).rejects.toThrow('same length');
    expect(asked).toEqual([['nobody', 'a'], ['silent'], ['silent'], ['half']]);
  });
});

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

import { describe, expect, it } from '@jest/globals';
import { NoTurn, Turns } from './turns.ts';

const staying = new AbortController().signal;

/** Work that ends when the test says so, and the order in which it began. */
const desk = (limits: { atOnce: number; each: number; longestWaitMs?: number }) => {
  const turns = new Turns({ longestWaitMs: 60_000, ...limits });
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const ask = (caller: string, gone = staying) =>
    turns.during(caller, gone, () => {
      begun.push(caller);
      return new Promise<void>((resolve) => ends.push(resolve));
    });
  const endOldest = async () => {
    ends.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { turns, begun, ends, ask, endOldest };
};

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('turns', () => {
  it('give each caller two at once; the rest waits', async () => {
    const { begun, ask, endOldest } = desk({ atOnce: 10, each: 2 });
    const asked = Array.from({ length: 5 }, () => ask('ada'));
    await settled();
    expect(begun).toHaveLength(2);
    await endOldest();
    expect(begun).toHaveLength(3);
    for (let left = 0; left < 4; left += 1) await endOldest();
    await Promise.all(asked);
    expect(begun).toHaveLength(5);
  });

  it('go round by caller: who asks much waits behind who asks little', async () => {
    const { begun, ask, endOldest } = desk({ atOnce: 2, each: 2 });
    const asked = [...Array.from({ length: 6 }, () => ask('reader')), ask('ada'), ask('tom'), ask('ada')];
    await settled();
    expect(begun).toEqual(['reader', 'reader']);
    for (const _ of asked) await endOldest();
    await Promise.all(asked);
    expect(begun.slice(2, 6).sort()).toEqual(['ada', 'ada', 'reader', 'tom']);
  });

  it('are given back by work that fails', async () => {
    const { turns } = desk({ atOnce: 1, each: 1 });
    const failing = turns.during('ada', staying, () => Promise.reject(new Error('broken')));
    await expect(failing).rejects.toThrow('broken');
    await expect(turns.during('ada', staying, async () => 'done')).resolves.toBe('done');
  });

  it('are not taken by who has left, before or while waiting', async () => {
    const { begun, ask, endOldest } = desk({ atOnce: 1, each: 1 });
    const first = ask('ada');
    const leaving = new AbortController();
    const second = ask('tom', leaving.signal);
    const third = ask('eve');
    leaving.abort();
    await expect(second).rejects.toBeInstanceOf(NoTurn);
    await expect(ask('tom', leaving.signal)).rejects.toBeInstanceOf(NoTurn);
    await endOldest();
    await endOldest();
    await Promise.all([first, third]);
    expect(begun).toEqual(['ada', 'eve']);
  });

  it('are refused after the longest wait', async () => {
    const { ask, endOldest } = desk({ atOnce: 1, each: 1, longestWaitMs: 20 });
    const first = ask('ada');
    await expect(ask('tom')).rejects.toBeInstanceOf(NoTurn);
    await endOldest();
    await first;
  });

  it('never exceed their limits, and reach everybody, whoever asks and leaves when', async () => {
    const underWay: string[] = [];
    const turns = new Turns({ atOnce: 7, each: 2, longestWaitMs: 60_000 });
    const over: string[] = [];
    const work = (caller: string) => async () => {
      underWay.push(caller);
      if (underWay.length > 7) over.push('all');
      if (underWay.filter((each) => each === caller).length > 2) over.push(caller);
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 4));
      underWay.splice(underWay.indexOf(caller), 1);
    };
    const outcomes = await Promise.allSettled(
      Array.from({ length: 600 }, (_, index) => {
        const gone = new AbortController();
        if (index % 5 === 0) setTimeout(() => gone.abort(), Math.random() * 40);
        const caller = `caller ${index % 13}`;
        return turns.during(caller, gone.signal, work(caller));
      }),
    );
    expect(over).toEqual([]);
    expect(underWay).toEqual([]);
    const stayed = outcomes.filter((_, index) => index % 5 !== 0);
    expect(stayed.every(({ status }) => status === 'fulfilled')).toBe(true);
  });
});

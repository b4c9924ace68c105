import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { Rounds } from './rounds.ts';

const beginning = () => {
  let begins: () => void = () => undefined;
  const promise = new Promise<void>((resolve) => {
    begins = resolve;
  });
  return { promise, begins: () => begins() };
};

describe('what is done in rounds', () => {
  it('goes on until it is closed, one after the other, and the last one ends first', async () => {
    let begun = 0;
    let ended = 0;
    const { promise: second, begins } = beginning();
    const rounds = new Rounds(async () => {
      begun += 1;
      if (begun === 2) begins();
      await wait(30);
      ended += 1;
      return 1;
    });
    rounds.nextIn(60_000);
    rounds.nextIn(0);
    await second;
    // Wanted amid a round, it comes when that one is over.
    rounds.nextIn(0);
    expect({ begun, ended }).toEqual({ begun: 2, ended: 1 });
    await rounds.close();
    expect({ begun, ended }).toEqual({ begun: 2, ended: 2 });
    rounds.nextIn(0);
    await wait(20);
    expect(begun).toBe(2);
  });

  it('ends when none was begun', async () => {
    const rounds = new Rounds(async () => 1);
    rounds.nextIn(60_000);
    await rounds.close();
  });
});

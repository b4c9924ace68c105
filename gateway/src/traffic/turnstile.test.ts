import { describe, expect, it } from '@jest/globals';
import { Turnstile } from './turnstile.ts';

const IN_ONE_TURN = 4;

/** Who has been let in, in order, and the turns of the event loop until all were. */
const comeAll = async (senders: readonly string[]) => {
  const turnstile = new Turnstile();
  const entered: string[] = [];
  let turns = 0;
  const all = senders.map(async (sender) => {
    await turnstile.pass(sender);
    entered.push(sender);
  });
  let isDone = false;
  void Promise.all(all).then(() => {
    isDone = true;
  });
  while (!isDone) {
    await new Promise(setImmediate);
    turns += 1;
  }
  return { entered, turns };
};

const times = (sender: string, count: number): string[] => Array.from({ length: count }, () => sender);

describe('the turnstile', () => {
  it('lets a few in at once', () => {
    const turnstile = new Turnstile();
    expect(times('lea', IN_ONE_TURN).map((sender) => turnstile.pass(sender))).toEqual(
      Array(IN_ONE_TURN).fill(undefined),
    );
    expect(turnstile.pass('lea')).toBeInstanceOf(Promise);
  });

  it('spreads a thousand that come at once over many turns, and loses none', async () => {
    const { entered, turns } = await comeAll(times('eve', 1_000));
    expect(entered).toHaveLength(1_000);
    expect(turns).toBeGreaterThanOrEqual(1_000 / IN_ONE_TURN - 1);
  });

  it('has nobody wait for the thousand of another', async () => {
    const { entered } = await comeAll([...times('eve', 1_000), 'lea', 'tom', 'lea']);
    expect([entered.indexOf('lea'), entered.indexOf('tom')].every((at) => at < 2 * IN_ONE_TURN)).toBe(true);
    expect(entered.lastIndexOf('lea')).toBeLessThan(3 * IN_ONE_TURN);
  });

  it('begins anew when all have passed', async () => {
    const turnstile = new Turnstile();
    for (const sender of times('lea', IN_ONE_TURN)) turnstile.pass(sender);
    await new Promise(setImmediate);
    await new Promise(setImmediate);
    expect(turnstile.pass('lea')).toBeUndefined();
  });
});

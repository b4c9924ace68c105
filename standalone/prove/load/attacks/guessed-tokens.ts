import { type Attack, countingTally, inParallel, send } from '../attack.ts';

const LANES = 16;
const MOST = 20_000;

/** A good token with another end: only its signature tells. */
export const guessedTokens: Attack = {
  name: 'guessed tokens, 16 at once',
  bounds: { p99Ratio: 3, lost: 0 },
  async run(target, isOver) {
    const { tally, count } = countingTally();
    const good = target.tokens.caseworkers[0] ?? '';
    await inParallel(LANES, MOST, isOver, async (number) => {
      const guess = `${good.slice(0, -8)}${String(number).padStart(8, 'A')}`;
      count(await send(target, guess, { query: '{ districts { name } }' }));
    });
    return tally;
  },
};

import { setTimeout as wait } from 'node:timers/promises';
import { halfBody, sendHalf } from '@relais/gateway/testing/half-sent.ts';
import { type Attack, countingTally, type Target } from '../attack.ts';

const AT_ONCE = 1_000;
const MOST = 20_000;
const LOOK_MS = 50;

/** Keeps a thousand half-sent requests open: each that is cut off is opened again. */
const keepHalfSent = async (
  { url }: Target,
  isOver: () => boolean,
  headers: readonly string[],
): Promise<Record<string, number>> => {
  const { tally, count } = countingTally();
  let sockets: Awaited<ReturnType<typeof sendHalf>> = [];
  let opened = 0;
  while (!isOver() && opened < MOST) {
    sockets = sockets.filter(({ destroyed }) => !destroyed);
    const missing = Math.min(AT_ONCE - sockets.length, MOST - opened);
    opened += missing;
    const fresh = await sendHalf(url, missing, headers).catch(() => []);
    count('opened', fresh.length);
    sockets.push(...fresh);
    await wait(LOOK_MS);
  }
  while (!isOver()) await wait(LOOK_MS);
  for (const socket of sockets) socket.destroy();
  return tally;
};

const bounds = { p99Ratio: 1.5, lost: 0 };

export const halfSentBodies: Attack = {
  name: '1,000 half-sent bodies without a token',
  bounds,
  isAlsoTriedAside: true,
  run: (target, isOver) => keepHalfSent(target, isOver, halfBody('')),
};

export const halfSentWithToken: Attack = {
  name: '1,000 half-sent bodies of one person',
  bounds,
  isAlsoTriedAside: true,
  run: (target, isOver) => keepHalfSent(target, isOver, halfBody(target.tokens.caseworkers[0] ?? '')),
};

export const halfSentHeaders: Attack = {
  name: '1,000 half-sent headers',
  bounds,
  isAlsoTriedAside: true,
  run: (target, isOver) => keepHalfSent(target, isOver, ['content-type: application/json', 'x-more: ']),
};

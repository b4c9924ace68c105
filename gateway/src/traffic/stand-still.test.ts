import { afterEach, describe, expect, it } from '@jest/globals';
import Fastify, { type FastifyInstance } from 'fastify';
import { refuseAtStandStill } from './stand-still.ts';

let http: FastifyInstance;
afterEach(() => http.close());

const opened = (mostMs: number): void => {
  http = Fastify().get('/', async () => 'answered');
  refuseAtStandStill(http, { mostMs, whileMs: 300 }, () =>
    Object.assign(new Error('come again'), { statusCode: 503 }),
  );
};

/** Work that lets nobody else be heard. */
const standStill = (): void => {
  const until = Date.now() + 400;
  while (Date.now() < until);
};

const status = async (): Promise<number> => (await http.inject('/')).statusCode;

const untilStatusIs = async (expected: number, meanwhile: () => void): Promise<void> => {
  for (let turn = 0; turn < 200 && (await status()) !== expected; turn += 1) {
    meanwhile();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect(await status()).toBe(expected);
};

describe('a process that stands still', () => {
  it('takes nothing more while it does, and what comes afterwards', async () => {
    opened(100);
    expect(await status()).toBe(200);
    await untilStatusIs(503, standStill);
    await untilStatusIs(200, () => undefined);
  });

  it('is not one that is late once in a while', async () => {
    opened(60_000);
    for (let turn = 0; turn < 3; turn += 1) {
      standStill();
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(await status()).toBe(200);
    }
  });
});

import type { Socket } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { GraphQLError } from 'graphql';
import { halfBody, sendHalf } from '../testing/half-sent.ts';
import { type TestGateway, testGateway } from '../testing/test-gateway.ts';
import { Points } from './points.ts';

const ASK = '{ milestones { title } }';

let gateway: TestGateway;
let sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  sockets = [];
  await gateway.close();
});

/** An agency that answers when the test says so. */
const slowAgency = () => {
  const waiting: (() => void)[] = [];
  const process = () =>
    new Promise<{ data: object }>((resolve) => {
      waiting.push(() => resolve({ data: { milestones: [] } }));
    });
  const answerAll = () => {
    for (const answer of waiting.splice(0)) answer();
  };
  return { waiting, answerAll, dataSourceFor: () => ({ process }) };
};

const until = async (isSo: () => boolean): Promise<void> => {
  for (let turn = 0; turn < 400 && !isSo(); turn += 1)
    await new Promise((resolve) => setTimeout(resolve, 10));
  expect(isSo()).toBe(true);
};

const askAs = async (sub: string, role: 'CASEWORKER' | 'INTEGRATOR' = 'CASEWORKER') => {
  const token = await gateway.issuer.tokenFor({ role, sub });
  return gateway.ask(ASK, { headers: { authorization: `Bearer ${token}` } });
};

describe('requests that are sent by half', () => {
  it.each([
    ['without a token', () => halfBody('')],
    ['with a forged one', () => halfBody(`${gateway.token.slice(0, -6)}AAAAAA`)],
    ['without the end of their headers', () => ['content-type: application/json', 'x-more: ']],
  ])('%s, 600 of them, turn nobody away', async (_case, headers) => {
    gateway = await testGateway();
    sockets = await sendHalf(gateway.url, 600, headers());
    const answers = await Promise.all(Array.from({ length: 40 }, (_, index) => askAs(`desk ${index}`)));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  });

  it('with a good token hold a place only of whoever sends them', async () => {
    gateway = await testGateway();
    sockets = await sendHalf(
      gateway.url,
      600,
      halfBody(await gateway.issuer.tokenFor({ role: 'AUDITOR', sub: 'one' })),
    );
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect((await askAs('another')).status).toBe(200);
    const own = await askAs('one');
    expect(own.status).toBe(429);
    expect(own.headers.get('retry-after')).toBe('1');
    expect(own.body.errors?.[0].extensions.code).toBe('TOO_MANY_REQUESTS');
  });

  it('are cut off after seconds', async () => {
    gateway = await testGateway();
    sockets = await sendHalf(gateway.url, 5, halfBody(gateway.token));
    const closed = sockets.map((socket) => new Promise((resolve) => socket.once('close', resolve)));
    await Promise.all(closed);
  }, 20_000);
});

describe('refused tokens', () => {
  it('in great number make nobody wait who has a good one, known before or not', async () => {
    gateway = await testGateway();
    const guesses = Promise.all(
      Array.from({ length: 300 }, (_, index) =>
        gateway.ask(ASK, { headers: { authorization: `Bearer guess-${index}` } }),
      ),
    );
    const fresh = await Promise.all(Array.from({ length: 10 }, (_, index) => askAs(`desk ${index}`)));
    expect(fresh.map(({ status }) => status)).toEqual(Array(10).fill(200));
    expect(new Set((await guesses).map(({ status }) => status))).toEqual(new Set([401]));
  });

  it('are counted by the address that a trusted proxy names, and by no other', async () => {
    const half = (ip: string) => [`x-forwarded-for: ${ip}`, ...halfBody('')];
    const left = async (trustedProxies: string[]) => {
      gateway = await testGateway({ trustedProxies });
      const first = await sendHalf(gateway.url, 80, half('192.0.2.7'));
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      const second = await sendHalf(gateway.url, 80, half('192.0.2.8'));
      sockets.push(...first, ...second);
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      return first.filter(({ destroyed, readableEnded }) => !destroyed && !readableEnded).length;
    };
    expect(await left([])).toBe(20);
    await gateway.close();
    expect(await left(['127.0.0.1'])).toBe(80);
  });
});

describe('fair shares', () => {
  it('let each caller have two requests under way; the rest waits and is answered', async () => {
    const agency = slowAgency();
    gateway = await testGateway(agency);
    const asked = Array.from({ length: 6 }, () => askAs('ada'));
    await until(() => agency.waiting.length === 2);
    const other = askAs('tom');
    await until(() => agency.waiting.length === 3);
    for (let turn = 0; turn < 4; turn += 1) {
      agency.answerAll();
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect((await Promise.all([...asked, other])).map(({ status }) => status)).toEqual(Array(7).fill(200));
  });

  it('keep machines in a lane of their own', async () => {
    const agency = slowAgency();
    gateway = await testGateway(agency);
    const machines = ['m1', 'm2', 'm3', 'm4'].map((sub) => askAs(sub, 'INTEGRATOR'));
    await until(() => agency.waiting.length === 1);
    const people = ['p1', 'p2', 'p3', 'p4', 'p5'].map((sub) => askAs(sub));
    await until(() => agency.waiting.length === 6);
    let isDone = false;
    const all = Promise.all([...machines, ...people]).finally(() => {
      isDone = true;
    });
    while (!isDone) {
      agency.answerAll();
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect((await all).map(({ status }) => status)).toEqual(Array(9).fill(200));
  });
});

describe('points', () => {
  it('are told with every answer, and less with each', async () => {
    gateway = await testGateway();
    const left = async () => {
      const { headers } = await gateway.ask(ASK);
      expect(headers.get('ratelimit-policy')).toBe('"caller";q=1000000;w=60');
      return Number(/r=(\d+);t=\d+$/.exec(headers.get('ratelimit') ?? '')?.[1]);
    };
    const first = await left();
    expect(first).toBeLessThan(1_000_000);
    expect(await left()).toBeLessThan(first);
  });

  it('spent, the caller is told when to come again, and nobody else is; a smaller question still fits', async () => {
    const points = new Points();
    for (let turn = 0; turn < 19; turn += 1) await points.spend('ada', 50_000);
    const refused = await points.spend('ada', 50_000).catch((error: GraphQLError) => error.extensions);
    expect(refused).toEqual({
      code: 'TOO_MANY_REQUESTS',
      http: { status: 429, headers: expect.any(Map) },
    });
    const { headers } = Object(Object(refused).http);
    expect(headers.get('retry-after')).toBe('60');
    expect(headers.get('ratelimit')).toBe('"caller";r=0;t=60');
    expect((await points.spend('ada', 40_000)).get('ratelimit')).toMatch(/r=\d+;t=\d+/);
    expect((await points.spend('tom', 0)).get('ratelimit')).toBe('"caller";r=999990;t=60');
  });

  it('tell who reads as machines do', async () => {
    const points = new Points();
    for (let turn = 0; turn < 100; turn += 1) await points.spend('desk', 900);
    await points.spend('walk', 50_000);
    await points.spend('walk', 50_000);
    expect([await points.isBigReader('desk'), await points.isBigReader('walk')]).toEqual([false, true]);
  });
});

import type { Socket } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { TokenVerifier } from '@relais/platform/auth/tokens.ts';
import { connectionsToDatabase } from '@relais/platform/database/pool-limits.ts';
import { createTestIssuer } from '@relais/platform/testing/test-users.ts';
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
    new Promise<{ data: Record<string, unknown> }>((resolve) => {
      waiting.push(() => resolve({ data: { milestones: [] } }));
    });
  const answerAll = () => {
    for (const answer of waiting.splice(0)) answer();
  };
  return { waiting, answerAll, dataSourceFor: () => ({ answer: process }) };
};

const until = async (isSo: () => boolean): Promise<void> => {
  for (let turn = 0; turn < 400 && !isSo(); turn += 1)
    await new Promise((resolve) => setTimeout(resolve, 10));
  expect(isSo()).toBe(true);
};

const askAs = async (sub: string, role: 'CASEWORKER' | 'INTEGRATOR' = 'CASEWORKER', query = ASK) => {
  const token = await gateway.issuer.tokenFor({ role, sub });
  return gateway.ask(query, { headers: { authorization: `Bearer ${token}` } });
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
    const left = (sent: readonly Socket[]) =>
      sent.filter(({ destroyed, readableEnded }) => !destroyed && !readableEnded).length;
    const sendTwice = async (trustedProxies: string[]) => {
      for (const socket of sockets) socket.destroy();
      await gateway?.close();
      gateway = await testGateway({ trustedProxies });
      const first = await sendHalf(gateway.url, 80, half('192.0.2.7'));
      // Whoever has just come does not give way.
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      sockets = [...first, ...(await sendHalf(gateway.url, 80, half('192.0.2.8')))];
      return first;
    };
    const ofOneAddress = await sendTwice([]);
    await until(() => left(ofOneAddress) === 20);
    const ofTwo = await sendTwice(['127.0.0.1']);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(left(ofTwo)).toBe(80);
  });
});

describe('tokens not seen before', () => {
  it('that wait too long to be verified are told to come again, not that something broke', async () => {
    const { verifyToken, tokenFor } = await createTestIssuer();
    const slowly: TokenVerifier = async (bearer) => {
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      return verifyToken(bearer);
    };
    // Nobody waits for longer than 50 ms, and two of one address are verified at once.
    gateway = await testGateway({ verifyToken: slowly, patience: 0.01 });
    const tokens = await Promise.all(
      ['p1', 'p2', 'p3', 'p4'].map((sub) => tokenFor({ role: 'CASEWORKER', sub })),
    );
    const answers = await Promise.all(
      tokens.map((token) => gateway.post('{}', { ...gateway.jsonHeaders, authorization: `Bearer ${token}` })),
    );
    const late = answers.filter(({ status }) => status === 503);
    expect(late).toHaveLength(2);
    expect(late.map(({ headers }) => headers.get('retry-after'))).toEqual(['1', '1']);
    expect(late.map(({ body }) => body.errors?.[0].extensions.code)).toEqual(
      late.map(() => 'SERVICE_UNAVAILABLE'),
    );
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

  it('let no more under way than the connections of an agency carry, of however many people', async () => {
    const agency = slowAgency();
    gateway = await testGateway(agency);
    let most = 0;
    let isDone = false;
    const all = Promise.all(Array.from({ length: 50 }, (_, number) => askAs(`p${number}`))).finally(() => {
      isDone = true;
    });
    await until(() => agency.waiting.length === 2 * connectionsToDatabase);
    while (!isDone) {
      most = Math.max(most, agency.waiting.length);
      agency.answerAll();
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect((await all).map(({ status }) => status)).toEqual(Array(50).fill(200));
    expect(most).toBe(2 * connectionsToDatabase);
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

describe('a question that asks for much', () => {
  const MUCH = '{ families { milestones { family { id } } } }';

  it('gives its turn back and waits for the lane of its kind, so that others are answered', async () => {
    const agency = slowAgency();
    gateway = await testGateway(agency);
    const heavy = Array.from({ length: 30 }, (_, index) => askAs(`reader ${index}`, 'CASEWORKER', MUCH));
    await until(() => agency.waiting.length === 1);
    const light = askAs('desk');
    await until(() => agency.waiting.length === 2);
    let isDone = false;
    const all = Promise.all([...heavy, light]).finally(() => {
      isDone = true;
    });
    while (!isDone) {
      expect(agency.waiting.length).toBeLessThanOrEqual(2);
      agency.answerAll();
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect((await all).map(({ status }) => status)).toEqual(Array(31).fill(200));
  });

  it('never goes on beside what machines ask: the two go on in turn', async () => {
    const agency = slowAgency();
    const issuer = await createTestIssuer();
    let arrived = 0;
    const counting: TokenVerifier = (bearer) => {
      arrived += 1;
      return issuer.verifyToken(bearer);
    };
    gateway = { ...(await testGateway({ ...agency, verifyToken: counting })), issuer };
    const ended: string[] = [];
    const ask = (who: string, role: 'CASEWORKER' | 'INTEGRATOR', query: string) =>
      askAs(who, role, query).then(() => ended.push(role));
    const first = ask('reader 0', 'CASEWORKER', MUCH);
    await until(() => agency.waiting.length === 1);
    const rest = [1, 2, 3].flatMap((each) => [
      ask(`machine ${each}`, 'INTEGRATOR', ASK),
      ask(`reader ${each}`, 'CASEWORKER', MUCH),
    ]);
    await until(() => arrived === 1 + rest.length);
    await new Promise((resolve) => setTimeout(resolve, 200));
    let isDone = false;
    const all = Promise.all([first, ...rest]).finally(() => {
      isDone = true;
    });
    while (!isDone) {
      expect(agency.waiting.length).toBeLessThanOrEqual(1);
      agency.answerAll();
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await all;
    expect(ended.filter((role, index) => role === ended[index + 1])).toEqual([]);
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

  const headersOf = (refused: unknown): Map<string, string> => Object(Object(refused).http).headers;
  const refusal = (error: GraphQLError) => error.extensions;

  it('spent, the caller is told when to come again, and nobody else is; a smaller question still fits', async () => {
    const points = new Points();
    for (let turn = 0; turn < 19; turn += 1) await points.spend('ada', 50_000);
    await points.spend('ada', 10_000);
    const refused = await points.spend('ada', 50_000).catch(refusal);
    expect(refused).toEqual({
      code: 'TOO_MANY_REQUESTS',
      http: { status: 429, headers: expect.any(Map) },
    });
    expect(headersOf(refused).get('retry-after')).toBe('60');
    expect(headersOf(refused).get('ratelimit')).toBe('"caller";r=40000;t=60');
    expect((await points.spend('ada', 40_000)).get('ratelimit')).toBe('"caller";r=0;t=60');
    expect(await points.enter('ada', 0).catch(refusal)).toMatchObject({ code: 'TOO_MANY_REQUESTS' });
    expect((await points.enter('tom', 1_000)).get('ratelimit')).toBe('"caller";r=999490;t=60');
  });

  it('tell who reads as machines do', async () => {
    const points = new Points();
    for (let turn = 0; turn < 100; turn += 1) {
      await points.enter('desk', 2_000);
      await points.spend('desk', 900);
    }
    for (let turn = 0; turn < 5; turn += 1) await points.spend('walk', 41_000);
    expect([await points.isBigReader('desk'), await points.isBigReader('walk')]).toEqual([false, true]);
  });

  it('are taken for the length of a body, and for a text each time it is not known', async () => {
    gateway = await testGateway();
    const taken = async (query: string, headers: Record<string, string> = {}) => {
      const before = await gateway.ask(ASK);
      const after = await gateway.ask(query, { headers });
      const [first, second] = [before, after].map((each) =>
        Number(/r=(\d+)/.exec(each.headers.get('ratelimit') ?? '')?.[1]),
      );
      return Number(first) - Number(second);
    };
    await taken(ASK);
    const known = await taken(ASK);
    const spaced = `${ASK}${' '.repeat(4_000)}`;
    expect(await taken(spaced)).toBe(known + 40 + 2 * spaced.length);
    expect(await taken(spaced)).toBe(known + 40);
  });
});

describe('requests that are none', () => {
  const cases: [string, () => Promise<{ status: number; headers: Headers }>][] = [
    ['no GraphQL', () => gateway.ask('{')],
    ['against the schema', () => gateway.ask('{ nothing }')],
    [
      'beyond a limit',
      () => gateway.ask(`{ families { ${'milestones { family { '.repeat(7)} id ${'} } '.repeat(7)} } }`),
    ],
    ['with wrong variables', () => gateway.ask('query ($id: ID!) { family(reference: $id) { name } }')],
    ['with an error told as 200', () => gateway.ask('{', { headers: { accept: 'application/json' } })],
    ['no JSON', () => gateway.post('{', gateway.jsonHeaders)],
    ['no request', () => gateway.post('{"query":1}', gateway.jsonHeaders)],
  ];

  it.each(cases)('%s, go on until the caller must wait; nobody else must', async (_case, send) => {
    gateway = await testGateway();
    const first = await send();
    expect([200, 400]).toContain(first.status);
    const answers = await Promise.all(Array.from({ length: 60 }, send));
    const late = answers.filter(({ status }) => status === 429);
    expect(late.length).toBeGreaterThan(0);
    expect(Number(late[0]?.headers.get('retry-after'))).toBeLessThanOrEqual(10);
    expect((await gateway.ask(ASK)).status).toBe(429);
    expect((await askAs('another')).status).toBe(200);
  });

  it('count for more the longer they are', async () => {
    const points = new Points();
    const mayEnter = (caller: string) =>
      points.enter(caller, 0).then(
        () => true,
        () => false,
      );
    for (const caller of ['short', 'long']) await points.enter(caller, 0);
    for (let turn = 0; turn < 5; turn += 1) {
      await points.refuse('short', 200);
      await points.refuse('long', 250 * 1_024);
    }
    expect([await mayEnter('short'), await mayEnter('long')]).toEqual([true, false]);
  });
});

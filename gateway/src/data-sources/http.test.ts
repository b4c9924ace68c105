import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { isSigned, SIGNATURE_HEADER } from '@relais/platform/auth/inner-hop.ts';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { getGlobalDispatcher, ProxyAgent, setGlobalDispatcher } from 'undici';
import { type TestGateway, testGateway } from '../testing/test-gateway.ts';
import { type HttpDataSource, httpDataSource } from './http.ts';

const SECRET = 'a secret between the gateway and employment';
const MILESTONES = '{ milestones { title } }';

type Handler = (request: FastifyRequest) => unknown;

let subgraph: FastifyInstance;
let source: HttpDataSource;
let gateway: TestGateway;
let answer: Handler;
let received: FastifyRequest | undefined;

beforeEach(async () => {
  subgraph = Fastify({ forceCloseConnections: true });
  subgraph.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) =>
    done(null, body),
  );
  subgraph.post('/graphql', async (request, reply) => {
    received = request;
    return reply.type('application/json').send(await answer(request));
  });
  subgraph.get('/health/ready', async (_request, reply) => reply.send({ status: 'ready' }));
  const url = await subgraph.listen({ port: 0, host: '127.0.0.1' });
  source = httpDataSource({ name: 'employment', url, secrets: [SECRET, 'an older one that still is good'] });
  gateway = await testGateway({ dataSourceFor: () => source });
});

afterEach(async () => {
  await subgraph.close();
  await gateway.close();
  await source.close();
});

const said = (body: object) => () => JSON.stringify(body);

describe('a subgraph over HTTP', () => {
  it('answers', async () => {
    answer = said({ data: { milestones: [{ title: 'Interview' }] } });
    expect((await gateway.ask(MILESTONES)).body).toEqual({ data: { milestones: [{ title: 'Interview' }] } });
  });

  it('is asked with a signature over what is asked, by the first of the secrets', async () => {
    answer = said({ data: { milestones: [] } });
    const sentHeaders = { 'x-request-id': 'desk-42:abcdef', 'accept-language': 'en-GB,fr;q=0.2' };
    await gateway.ask(MILESTONES, { headers: sentHeaders });

    const headers: FastifyRequest['headers'] = received?.headers ?? {};
    const body = String(received?.body);
    const token = headers.authorization;
    const signature = String(headers[SIGNATURE_HEADER]);
    expect(JSON.parse(body).query).toContain('milestones');
    expect(token).toBe(`Bearer ${gateway.token}`);
    expect(headers).toMatchObject({ 'x-request-id': 'desk-42:abcdef', 'accept-language': 'en' });
    const sent = { method: 'POST', path: '/graphql', requestId: 'desk-42:abcdef', body, token };
    expect(isSigned([SECRET], signature, sent, new Date())).toBe(true);
    expect(isSigned([SECRET], signature, { ...sent, body: `${body} ` }, new Date())).toBe(false);
    expect(isSigned(['another secret'], signature, sent, new Date())).toBe(false);
  });

  it('that made a change, and cannot tell what came of it, has the caller know that it is made', async () => {
    answer = said({
      data: null,
      errors: [{ message: 'Ailleurs', extensions: { code: 'SERVICE_UNAVAILABLE', isDealtWith: true } }],
    });
    const { body } = await gateway.ask('mutation { register(reference: "FAM-1") { reference } }', {
      headers: { 'accept-language': 'en' },
    });
    expect(body.errors?.[0]).toMatchObject({
      message: expect.stringContaining('What you asked for was dealt with'),
      extensions: { code: 'SERVICE_UNAVAILABLE' },
    });
    expect(JSON.stringify(body)).not.toContain('isDealtWith');
  });

  it.each<[string, Handler]>([
    ['no JSON', () => '<html>relais-employment-7c9 at 10.0.0.7</html>'],
    ['JSON that is no answer', said({ data: 'relais-employment-7c9' })],
    ['a broken connection', (request) => request.raw.destroy()],
    ['nothing', () => new Promise(() => undefined)],
  ])('that answers %s is unavailable, and nothing of it leaks', async (_what, handler) => {
    answer = handler;
    const { body } = await gateway.ask(MILESTONES);
    expect(body.data).toEqual({ milestones: null });
    expect(body.errors).toEqual([
      {
        message: expect.stringContaining('ne répond pas'),
        path: ['milestones'],
        extensions: { code: 'SERVICE_UNAVAILABLE', service: 'employment', requestId: expect.any(String) },
      },
    ]);
  });

  it('is unavailable when nobody listens', async () => {
    await subgraph.close();
    const { body } = await gateway.ask(MILESTONES);
    expect(body.errors?.[0].extensions.code).toBe('SERVICE_UNAVAILABLE');
    expect(await source.isReady()).toBe(false);
  });

  it('keeps the codes of our list; any other error is masked', async () => {
    answer = said({
      data: { a: null, b: null, c: null },
      errors: [
        { message: 'Argument "day": no such day.', path: ['a'], extensions: { code: 'BAD_USER_INPUT' } },
        { message: 'syntax error at or near "from"', path: ['b'], extensions: { code: '42601' } },
        { message: 'no code at all', path: ['c'] },
      ],
    });
    const { body } = await gateway.ask(
      '{ a: milestones { title } b: milestones { title } c: milestones { title } }',
    );
    expect(body.errors?.map(({ extensions }) => extensions.code)).toEqual([
      'BAD_USER_INPUT',
      'INTERNAL_SERVER_ERROR',
      'INTERNAL_SERVER_ERROR',
    ]);
    expect(JSON.stringify(body)).not.toMatch(/syntax error|no code at all/);
  });

  it('that does not take our signature is unavailable; the caller is signed in well enough', async () => {
    answer = () => {
      throw Object.assign(new Error('Only the gateway may ask.'), { statusCode: 401 });
    };
    const { status, body } = await gateway.ask(MILESTONES);
    expect(status).toBe(200);
    expect(body.errors?.[0].extensions.code).toBe('SERVICE_UNAVAILABLE');
  });

  it('is asked directly, whatever proxy the environment names', async () => {
    const environment = getGlobalDispatcher();
    setGlobalDispatcher(new ProxyAgent('http://127.0.0.1:9'));
    expect(await source.isReady()).toEqual({});
    setGlobalDispatcher(environment);
  });

  it('is ready when it says so, here without outages', async () => {
    expect(await source.isReady()).toEqual({});
  });

  describe('that is asked several things by one request', () => {
    const SEVERAL = '{ families { milestones { title } neighbour { milestones { title } } } }';
    const family = (id: string) => ({ __typename: 'Family', id });
    const asked: unknown[] = [];
    const answerTo = (question: { query: string }): object => {
      const _entities = [{ __typename: 'Family', milestones: [{ title: 'Interview' }] }];
      const families = [{ ...family('f1'), neighbour: family('f2') }];
      return { data: question.query.includes('_entities') ? { _entities } : { families } };
    };
    /** Puts down whether what comes is one question, or how many. */
    const answering = (many: (questions: { query: string }[]) => unknown): Handler => {
      asked.length = 0;
      return (request) => {
        const body = JSON.parse(String(request.body));
        asked.push(Array.isArray(body) ? body.length : 'one');
        return JSON.stringify(Array.isArray(body) ? many(body) : answerTo(body));
      };
    };
    const refusing = (statusCode: number): Handler =>
      answering(() => {
        throw Object.assign(new Error('no'), { statusCode });
      });
    const whole = {
      data: {
        families: [
          {
            milestones: [{ title: 'Interview' }],
            neighbour: { milestones: [{ title: 'Interview' }] },
          },
        ],
      },
    };

    it('is asked together what comes in the same turn', async () => {
      answer = answering((questions) => questions.map(answerTo));
      expect((await gateway.ask(SEVERAL)).body).toEqual(whole);
      expect(asked).toEqual(['one', 2]);
    });

    it('is asked one by one where it says that it has to be, and together the next time', async () => {
      answer = refusing(422);
      expect((await gateway.ask(SEVERAL)).body).toEqual(whole);
      expect(asked).toEqual(['one', 2, 'one', 'one']);
      answer = answering((questions) => questions.map(answerTo));
      expect((await gateway.ask(SEVERAL)).body).toEqual(whole);
      expect(asked).toEqual(['one', 2]);
    });

    it.each<[string, () => Handler]>([
      ['does not know that form', () => refusing(400)],
      ['answers it as one question', () => answering(() => ({ data: null }))],
      ['answers too few', () => answering(() => [{ data: null }])],
    ])('is never again asked together once it %s', async (_what, handler) => {
      answer = handler();
      for (const _time of [1, 2]) expect((await gateway.ask(SEVERAL)).body).toEqual(whole);
      expect(asked).toEqual(['one', 2, 'one', 'one', 'one', 'one', 'one']);
    });

    it('is unavailable with all of it when it gives no turn', async () => {
      answer = answering(() => {
        throw Object.assign(new Error('busy'), { statusCode: 503 });
      });
      const { body } = await gateway.ask(SEVERAL);
      expect(asked).toEqual(['one', 2]);
      expect(body.data.families).toEqual([{ milestones: null, neighbour: { milestones: null } }]);
      expect(body.errors?.map(({ path }) => path.join('.'))).toEqual([
        'families.0.milestones',
        'families.0.neighbour.milestones',
      ]);
    });

    it('is asked by each request for itself', async () => {
      answer = answering((questions) => questions.map(answerTo));
      const answers = await Promise.all([1, 2, 3].map(() => gateway.ask(SEVERAL)));
      expect(answers.map(({ body }) => body)).toEqual([whole, whole, whole]);
      expect(asked.toSorted()).toEqual([2, 2, 2, 'one', 'one', 'one']);
    });
  });
});

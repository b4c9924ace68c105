import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  Arg,
  Authorized,
  Ctx,
  Field,
  FieldResolver,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
} from 'type-graphql';
import { Accesses } from '../access-log/accesses.ts';
import {
  AGENCY_OF_PATH,
  ENDINGS_PATH,
  type HopSecrets,
  SIGNATURE_HEADER,
  signRequest,
} from '../auth/inner-hop.ts';
import { agenciesOfRole, anyone } from '../auth/user.ts';
import { type Deliver, type RelaisEvent, SubscriberAway } from '../events/event.ts';
import { type EventKeyPair, eventKey, eventPublicKeys, newEventKey } from '../events/event-keys.ts';
import { httpDelivery } from '../events/http-delivery.ts';
import { sealEvent } from '../events/sealed-event.ts';
import { newId } from '../ids.ts';
import { createLog } from '../log.ts';
import { defineSubgraph, type SubgraphContext } from '../subgraph.ts';
import { type RunningSubgraph, runSubgraph } from '../subgraph-runtime.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import type { Answer } from '../testing/test-subgraph.ts';
import { caseworker, createTestIssuer, type TestIssuer, testAgencies } from '../testing/test-users.ts';
import { serveSubgraph } from './serve-subgraph.ts';

const own = newEventKey();
const sender = newEventKey();
const next = newEventKey();
const stranger = newEventKey();
const secrets = {
  innerHopSecrets: ['i'.repeat(32), 'j'.repeat(32)],
  eventKeys: eventPublicKeys.parse(
    `employment=${own.publicKey},early-childhood=${sender.publicKey},early-childhood=${next.publicKey}`,
  ),
};
const contract = { 'early-childhood': { 'test.heard.v1': { subject: 'familyId', about: 'familyId' } } };
const heard: unknown[] = [];
let counted = 0;

@ObjectType({ description: 'One of many.' })
class Echo {
  @Field(() => Int, { description: 'Which.' })
  number!: number;
  @Authorized('secret')
  @Field(() => Int, { nullable: true, description: 'For nobody.' })
  secret?: number;
}

const noteUnlogged = ({ accesses }: SubgraphContext): void =>
  accesses.note('SEEN', 'log', {}, () => Promise.reject(new Error('no log today')));

const echoes = (count: number): Echo[] => Array.from({ length: count }, (_, number) => ({ number }));

@Resolver(() => Echo)
class EchoResolver {
  @Authorized('echo')
  @Query(() => [Echo], { description: 'So many.' })
  echoes(@Arg('count', () => Int) count: number): Echo[] {
    return echoes(count);
  }

  @FieldResolver(() => [Echo], { description: 'So many again.' })
  again(@Arg('count', () => Int) count: number): Echo[] {
    return echoes(count);
  }

  @Authorized('echo')
  @Mutation(() => Int, { description: 'One more.' })
  count(): number {
    counted += 1;
    return counted;
  }

  @Authorized('log')
  @Mutation(() => Int, { description: 'One more, of which nobody can write down what it shows.' })
  countUnlogged(@Ctx() context: SubgraphContext): number {
    noteUnlogged(context);
    return this.count();
  }

  @Authorized('log')
  @Query(() => Int, { description: 'Of which nobody can write down what it shows.' })
  unlogged(@Ctx() context: SubgraphContext): number {
    noteUnlogged(context);
    return counted;
  }

  @Authorized('echo')
  @Query(() => Int, { description: 'Half of a number.' })
  half(@Arg('number', () => Int) number: number): number {
    if (number === 13) throw new Error('select secret from table');
    return number / 2;
  }
}

const echo = defineSubgraph({
  name: 'employment',
  resolvers: [EchoResolver],
  orphanedTypes: [],
  entities: [],
  migrations: [],
  loaders: () => ({}),
  references: {},
  sights: {},
  concerns: { Echo: 'OPEN' },
  permissions: { echo: [anyone], log: [anyone], secret: [] },
  changers: { echo: agenciesOfRole, log: agenciesOfRole },
  categories: { echo: null, log: 'CARE', secret: null },
  publishes: {},
  receives: { 'test.heard.v1': async (_tx, event) => void heard.push(event.sequence) },
});

const anEvent = (familyId = newId()) => ({
  specversion: '1.0' as const,
  id: newId(),
  source: 'early-childhood',
  type: 'test.heard.v1',
  subject: familyId,
  time: new Date().toISOString(),
  datacontenttype: 'application/json' as const,
  sequence: 1,
  data: { familyId },
});

describe('a subgraph over HTTP', () => {
  let database: TestDatabase;
  let issuer: TestIssuer;
  let running: RunningSubgraph;
  let server: { url: string; close(): Promise<void> };

  const REQUEST_ID = 'desk-42';
  const signedAt = (
    body: string,
    token: string,
    now = new Date(),
    by: HopSecrets = secrets.innerHopSecrets,
  ) => signRequest(by, { method: 'POST', path: '/graphql', requestId: REQUEST_ID, body, token }, now);
  const signed = (body: string, token: string) => signedAt(body, token);

  const post = async (url: string, body: string, sign: (body: string, token: string) => string) => {
    const token = `Bearer ${await issuer.tokenFor(caseworker())}`;
    return fetch(`${url}/graphql`, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        'x-request-id': REQUEST_ID,
        authorization: token,
        [SIGNATURE_HEADER]: sign(body, token),
      },
    });
  };
  const ask = async (body: string, sign: (body: string, token: string) => string) => {
    const answer = await post(server.url, body, sign);
    return { status: answer.status, body: (await answer.json()) as Answer };
  };
  const query = (number: unknown) =>
    JSON.stringify({ query: 'query ($number: Int!) { half(number: $number) }', variables: { number } });

  beforeAll(async () => {
    database = await createTestDatabase(echo);
    issuer = await createTestIssuer();
    running = await runSubgraph(echo, {
      databaseUrl: database.url,
      verifyToken: issuer.verifyToken,
      admitted: testAgencies,
      deliver: async () => undefined,
      contract,
      log: createLog('employment', 'silent'),
      patience: 20,
    });
    server = await serveSubgraph(running, { port: 0, host: '127.0.0.1', ...secrets });
  });
  afterAll(async () => {
    await server.close();
    await running.close();
    await database.drop();
  });

  it('answers its gateway', async () => {
    expect(await ask(query(8), signed)).toEqual({ status: 200, body: { data: { half: 4 } } });
  });

  it('says of a change whose outcome cannot be written down that it is made', async () => {
    const before = counted;
    const changed = await ask(JSON.stringify({ query: 'mutation { countUnlogged }' }), signed);
    expect(changed).toMatchObject({ status: 503, body: { data: null } });
    expect(changed.body.errors).toEqual([
      {
        message: expect.stringContaining('a été traitée'),
        extensions: { code: 'SERVICE_UNAVAILABLE', service: 'employment', isDealtWith: true },
      },
    ]);
    expect(counted).toBe(before + 1);
    const asked = await ask(JSON.stringify({ query: '{ unlogged }' }), signed);
    expect(asked).toMatchObject({ status: 503, body: { data: null } });
    expect(asked.body.errors[0]?.extensions).toEqual({ code: 'SERVICE_UNAVAILABLE', service: 'employment' });
  });

  it('says what it does not share once for each field to its gateway, and at each value to any other router', async () => {
    const body = { query: '{ echoes(count: 3) { secret } }' };
    const denied = { code: 'NOT_SHARED', service: 'employment', because: 'ROLE' };
    const { errors } = (await ask(JSON.stringify(body), signed)).body;
    expect(errors.map(({ path, extensions }) => ({ path, extensions }))).toEqual(
      [0, 1, 2].map((index) => ({ path: ['echoes', index, 'secret'], extensions: denied })),
    );
    const once = JSON.stringify({ ...body, extensions: { denials: 'once' } });
    expect((await ask(once, signed)).body.errors).toEqual([
      {
        message: errors[0]?.message,
        path: ['echoes', 0, 'secret'],
        extensions: { ...denied, count: 3, place: 'echoes.secret', positions: [[0], [1], [2]] },
      },
    ]);
  });

  it('answers 50,000 objects at most, whoever asks', async () => {
    const of = (count: number) =>
      JSON.stringify({ query: `{ echoes(count: 100) { again(count: ${count}) { number } } }` });
    expect((await ask(of(499), signed)).body.data.echoes).toHaveLength(100);
    const refused = await ask(of(500), signed);
    expect(refused.body).toEqual({
      data: null,
      errors: [
        {
          message: expect.stringContaining('50000 objets'),
          path: [],
          extensions: { code: 'LIMIT_EXCEEDED', service: 'employment' },
        },
      ],
    });
  });

  it.each([
    ['no token', ''],
    ['a token of another issuer', 'Bearer a.b.c'],
  ])('says 401 to its gateway when a signed question carries %s', async (_case, token) => {
    const body = query(8);
    const answer = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        ...(token && { authorization: token }),
        'x-request-id': REQUEST_ID,
        [SIGNATURE_HEADER]: signed(body, token),
      },
    });
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  });

  it.each([
    ['no signature', () => ''],
    ['another secret', (body: string, token: string) => signedAt(body, token, new Date(), ['x'.repeat(32)])],
    ['another user', (body: string) => signed(body, 'Bearer other')],
    ['another body', (body: string, token: string) => signed(`${body} `, token)],
    ['an old request', (body: string, token: string) => signedAt(body, token, new Date(Date.now() - 31_000))],
  ])('refuses a request with %s', async (_case, sign) => {
    const { status, body } = await ask(query(8), sign);
    expect([status, body.errors[0]?.extensions?.code]).toEqual([401, 'UNAUTHENTICATED']);
  });

  it('takes either secret of its gateway while it is changed', async () => {
    const sign = (body: string, token: string) =>
      signedAt(body, token, new Date(), secrets.innerHopSecrets.slice(1));
    expect((await ask(query(8), sign)).status).toBe(200);
  });

  it('does a mutation once however often it is sent, whichever replica it is sent to, and answers a question again', async () => {
    const replica = await serveSubgraph(running, { port: 0, host: '127.0.0.1', ...secrets });
    const now = new Date();
    const sign = (body: string, token: string) => signedAt(body, token, now);
    const mutation = JSON.stringify({ query: 'mutation { count }' });
    const before = counted;
    try {
      const token = `Bearer ${await issuer.tokenFor(caseworker())}`;
      const send = ({ url }: { url: string }, body: string) =>
        fetch(`${url}/graphql`, {
          method: 'POST',
          body,
          headers: {
            'content-type': 'application/json',
            'x-request-id': REQUEST_ID,
            authorization: token,
            [SIGNATURE_HEADER]: sign(body, token),
          },
        });
      const answers = await Promise.all(
        [1, 2, 3, 4].map((each) => send(each % 2 ? server : replica, mutation)),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401]);
      const refused = answers.find(({ status }) => status === 401);
      expect(await refused?.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
      expect(counted).toBe(before + 1);
      for (const at of [server, replica]) expect((await send(at, query(8))).status).toBe(200);
    } finally {
      await replica.close();
    }
  });

  it('forgets the signatures of mutations that are too old to be sent again', async () => {
    await running.db.query("update heard_mutations set heard_at = now() - interval '2 minutes'");
    await ask(JSON.stringify({ query: 'mutation { count }' }), signed);
    expect(await running.db.query('select from heard_mutations')).toHaveLength(1);
  });

  it('hides what failed inside, and names what the caller got wrong', async () => {
    const failed = await ask(query(13), signed);
    expect(JSON.stringify(failed.body)).not.toContain('secret');
    expect(failed.body.errors[0]?.extensions).toEqual({
      code: 'INTERNAL_SERVER_ERROR',
      service: 'employment',
    });
    const wrong = await ask(query('many'), signed);
    expect(wrong.body.errors[0]).toMatchObject({
      message: expect.stringContaining('number'),
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });

  it('says that it is unavailable when its database is away before it is known who asks', async () => {
    const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    const contextFor = () => Promise.reject(refused);
    const away = await serveSubgraph({ ...running, contextFor }, { port: 0, host: '127.0.0.1', ...secrets });
    const answer = await post(away.url, query(8), signed);
    const { errors } = (await answer.json()) as Answer;
    await away.close();
    expect(answer.status).toBe(503);
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['SERVICE_UNAVAILABLE']);
  });

  describe('a question whose text came before', () => {
    const many = '{ echoes(count: 3) { secret number } }';
    const askAt = async (url: string, asked: object) => {
      const answer = await post(url, JSON.stringify(asked), signed);
      return {
        status: answer.status,
        type: answer.headers.get('content-type'),
        text: await answer.text(),
      };
    };
    const half = (number: unknown) => JSON.parse(query(number));
    const opening = (opened: string[]) =>
      serveSubgraph(
        {
          ...running,
          contextFor(request) {
            opened.push(request.purpose ?? '');
            return running.contextFor(request);
          },
        },
        { port: 0, host: '127.0.0.1', ...secrets },
      );

    it.each<[string, () => object]>([
      ['an answer', () => half(8)],
      ['a fault', () => half(13)],
      ['a value that does not fit', () => half('many')],
      ['denials', () => ({ query: many })],
      ['denials said once', () => ({ query: many, extensions: { denials: 'once' } })],
      ['too many objects', () => ({ query: '{ echoes(count: 100) { again(count: 500) { number } } }' })],
      ['a name', () => ({ query: `query A ${many} query B { half(number: 4) }`, operationName: 'B' })],
      ['nobody', () => ({ query: many, extensions: { purpose: 'CURIOSITY' } })],
      ['a change', () => ({ query: 'mutation { nothing }' })],
    ])('is answered as at first: %s', async (_what, asked) => {
      const fresh = await opening([]);
      const first = await askAt(fresh.url, asked());
      expect(await askAt(fresh.url, asked())).toEqual(first);
      await fresh.close();
    });

    it('comes with others of its request, and who asks is found out once', async () => {
      const opened: string[] = [];
      const fresh = await opening(opened);
      const purpose = 'FAMILY_SUPPORT';
      const asked = [half(8), half(13), { query: many, extensions: { denials: 'once', purpose } }];
      expect(await askAt(fresh.url, asked)).toMatchObject({ status: 422 });
      const alone: unknown[] = [];
      for (const each of asked) alone.push(JSON.parse((await askAt(fresh.url, each)).text));
      opened.length = 0;
      const together = await askAt(fresh.url, asked.toReversed());
      expect(together).toMatchObject({ status: 200, type: 'application/json; charset=utf-8' });
      expect(JSON.parse(together.text)).toEqual(alone.toReversed());
      expect(opened).toEqual([purpose]);
      await fresh.close();
    });

    it.each<[string, () => object[]]>([
      ['nothing', () => []],
      ['a text that did not come before', () => [half(8), { query: '{ new: half(number: 2) }' }]],
      ['a change', () => [half(8), { query: 'mutation { count }' }]],
      ['more than twenty', () => Array.from({ length: 21 }, () => half(8))],
      ['no question', () => [half(8), Object('x')]],
    ])('is asked alone where others come with it that are %s', async (_what, asked) => {
      const before = counted;
      for (const each of [half(8), { query: 'mutation { count }' }]) await askAt(server.url, each);
      const { status } = await askAt(server.url, asked());
      expect([status, counted]).toEqual([422, before + 1]);
    });

    it('leaves nothing that could not be written down', async () => {
      const fresh = await opening([]);
      const asked = { query: '{ echoes(count: 1) { number } }' };
      await askAt(fresh.url, asked);
      const store = jest.spyOn(Accesses.prototype, 'store').mockRejectedValue(new Error('no disk'));
      const answers = [await askAt(fresh.url, asked), await askAt(fresh.url, [asked, asked])];
      store.mockRestore();
      await fresh.close();
      const told = { data: null, errors: [expect.objectContaining({ extensions: expect.anything() })] };
      expect(answers.map(({ status, text }) => ({ status, body: JSON.parse(text) }))).toEqual([
        { status: 503, body: told },
        { status: 503, body: [told, told] },
      ]);
    });
  });

  const deliverBy = ({ key }: EventKeyPair, subscriber = 'employment') =>
    httpDelivery({ [subscriber]: server.url }, eventKey.parse(key));
  const statusOf = (deliver: Deliver, event: RelaisEvent, subscriber = 'employment') =>
    deliver(subscriber, event).then(
      () => '204',
      ({ code }) => code,
    );

  it('takes an event once, by either key of the agency that tells it', async () => {
    const event = anEvent();
    heard.length = 0;
    await deliverBy(sender)('employment', event);
    await deliverBy(sender)('employment', event);
    await deliverBy(next)('employment', { ...event, sequence: 2 });
    expect(heard).toEqual([1, 2]);
  });

  it('takes no event by another key, for another agency, in another’s name, or that its sender may not tell', async () => {
    const event = anEvent();
    heard.length = 0;
    expect(await statusOf(deliverBy(stranger), event)).toBe('401');
    expect(await statusOf(deliverBy(sender, 'social-protection'), event, 'social-protection')).toBe('401');
    expect(await statusOf(deliverBy(own), event)).toBe('403');
    expect(await statusOf(deliverBy(own), { ...event, source: 'employment' })).toBe('403');
    expect(heard).toEqual([]);
  });

  it.each([
    ['half a minute old', -30_500, 401],
    ['of a moment ago', -29_000, 204],
    ['of a clock that is ahead', 4_000, 204],
    ['of the future', 6_000, 401],
  ])('answers a seal %s', async (_case, age, status) => {
    const at = new Date(Date.now() + age);
    const sealed = await sealEvent(anEvent(), 'employment', eventKey.parse(sender.key), at);
    const answer = await fetch(`${server.url}/events`, {
      method: 'POST',
      body: sealed,
      headers: { 'content-type': 'application/jose' },
    });
    expect(answer.status).toBe(status);
  });

  it.each<[string, object, string, number]>([
    ['no JSON', { 'content-type': 'application/json' }, '{', 400],
    ['of another kind', { 'content-type': 'application/x-www-form-urlencoded' }, 'a=b', 415],
    ['longer than anything that is told', { 'content-type': 'application/jose' }, 'x'.repeat(1_048_577), 413],
  ])('answers a body that is %s as the fault of who sent it', async (_what, headers, body, status) => {
    const answer = await fetch(`${server.url}/events`, { method: 'POST', headers: { ...headers }, body });
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  });

  it('answers an event that is not sealed at all', async () => {
    for (const type of ['application/json', 'application/jose']) {
      const body = JSON.stringify(anEvent());
      const answer = await fetch(`${server.url}/events`, {
        method: 'POST',
        body,
        headers: { 'content-type': type },
      });
      expect(answer.status).toBe(401);
    }
  });

  it('answers that it is away when its database is, and that an event is wrong when it is', async () => {
    const event = anEvent();
    const deliver = deliverBy(sender);
    expect(await statusOf(deliver, { ...event, subject: 'nobody' })).toBe('400');
    const receive = jest.spyOn(running, 'receive').mockRejectedValueOnce(new Error('Connection terminated'));
    await expect(deliver('employment', event)).rejects.toThrow(SubscriberAway);
    receive.mockRestore();
    await deliver('employment', event);
  });

  it('stays ready when a subscriber is behind or a job goes on failing, and names them', async () => {
    const ready = async () => (await fetch(`${server.url}/health/ready`)).json();
    expect(await ready()).toEqual({ status: 'ready', service: 'employment' });
    await running.db.query(
      `insert into pending_deliveries (subscriber, family_id, number, since)
       values ('early-childhood', $1, 1, now() - interval '1 hour')`,
      [newId()],
    );
    expect(await ready()).toMatchObject({
      status: 'ready',
      lagging: { 'early-childhood': { families: 1, oldestSeconds: expect.closeTo(3_600, -1) } },
    });
    await running.db.query('delete from pending_deliveries');
    await running.db.query(
      `insert into scheduled_jobs (name, key, payload, run_at, attempts, problem) values
       ('expire-offer', 'a', '{}', now(), 3, 'not now'), ('expire-offer', 'b', '{}', now(), 7, 'not now'),
       ('expire-offer', 'c', '{}', now(), 2, 'not now'), ('expire-offer', 'd', '{}', now() + interval '1 day', 0, null)`,
    );
    expect(await ready()).toEqual({
      status: 'ready',
      service: 'employment',
      failingJobs: { 'expire-offer': { jobs: 2, attempts: 7 } },
    });
    await running.db.query('delete from scheduled_jobs');
    expect(await ready()).toEqual({ status: 'ready', service: 'employment' });
  });

  it('hears from its gateway alone whose sessions have ended, and says so to it', async () => {
    const tell = (ending: object, by = secrets.innerHopSecrets) => {
      const body = JSON.stringify(ending);
      const said = { method: 'POST', path: ENDINGS_PATH, requestId: REQUEST_ID, body };
      return fetch(`${server.url}${ENDINGS_PATH}`, {
        method: 'POST',
        body,
        headers: {
          'content-type': 'application/json',
          'x-request-id': REQUEST_ID,
          [SIGNATURE_HEADER]: signRequest(by, said, new Date()),
        },
      });
    };
    const ending = { kind: 'SUB', name: 'the-caseworker', since: new Date(Date.now() + 1_000) };
    expect((await tell(ending, ['x'.repeat(32)])).status).toBe(401);
    expect((await tell({ ...ending, kind: 'ALL' })).status).toBe(400);
    expect((await ask(query(8), signed)).status).toBe(200);
    expect((await tell(ending)).status).toBe(204);
    const { status, body } = await ask(query(8), signed);
    expect([status, body.errors[0]?.extensions?.code]).toEqual([403, 'UNAUTHENTICATED']);
    await running.db.query('delete from ended_sessions');
  });

  it('tells its gateway alone, for an administrator, for whom somebody works', async () => {
    const administrator = `Bearer ${await issuer.tokenFor({ role: 'CASEWORKER', sub: 'dora', admin: true })}`;
    const asked = async (sent: object, by = secrets.innerHopSecrets) => {
      const body = JSON.stringify(sent);
      const said = {
        method: 'POST',
        path: AGENCY_OF_PATH,
        requestId: REQUEST_ID,
        body,
        token: administrator,
      };
      const response = await fetch(`${server.url}${AGENCY_OF_PATH}`, {
        method: 'POST',
        body,
        headers: {
          'content-type': 'application/json',
          authorization: administrator,
          'x-request-id': REQUEST_ID,
          [SIGNATURE_HEADER]: signRequest(by, said, new Date()),
        },
      });
      return [response.status, JSON.parse(await response.text())];
    };
    await running.db.query("insert into signed_in values ('lea', 'departement-44', '2026-03-02T09:00:00Z')");
    expect((await asked({ sub: 'lea' }, ['x'.repeat(32)]))[0]).toBe(401);
    expect((await asked({}))[0]).toBe(400);
    const known = { agency: 'departement-44', since: '2026-03-02T09:00:00.000Z' };
    expect(await asked({ sub: 'lea' })).toEqual([200, { known }]);
    expect(await asked({ sub: 'nobody' })).toEqual([200, { known: null }]);
  });

  it('tells whether it is alive and ready', async () => {
    const statuses = await Promise.all(
      ['live', 'ready'].map(async (each) => (await fetch(`${server.url}/health/${each}`)).status),
    );
    expect(statuses).toEqual([200, 200]);
  });
});

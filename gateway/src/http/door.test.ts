import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTokenVerifier } from '@relais/platform/auth/tokens.ts';
import { type TestGateway, testGateway } from '../testing/test-gateway.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await testGateway();
});
afterAll(() => gateway.close());

describe('the door', () => {
  const refused = { code: 'UNAUTHENTICATED', service: 'gateway' };

  it.each([
    ['no token', () => ''],
    ['another word', () => 'Basic abc'],
    ['a forged token', () => `Bearer ${gateway.token.slice(0, -6)}AAAAAA`],
  ])('refuses %s with 401, in French by default', async (_case, authorization) => {
    const { status, body } = await gateway.ask('{ families { name } }', {
      headers: { authorization: authorization() },
    });
    expect(status).toBe(401);
    expect(body.data).toBeUndefined();
    expect(body.errors).toEqual([
      { message: expect.stringContaining('Connectez-vous'), extensions: expect.objectContaining(refused) },
    ]);
  });

  it.each([
    ['no token', () => '', 'Bearer realm="relais"', 'Connectez-vous'],
    [
      'a forged token',
      () => `Bearer ${gateway.token.slice(0, -6)}AAAAAA`,
      'Bearer realm="relais", error="invalid_token"',
      'Connectez-vous',
    ],
    [
      'an expired token',
      async () => `Bearer ${await gateway.issuer.tokenFor({ role: 'CASEWORKER' }, 1)}`,
      'Bearer realm="relais", error="invalid_token", error_description="The token has expired"',
      'Votre session est terminée',
    ],
    [
      'a token of a clock that is ahead',
      async () =>
        `Bearer ${await gateway.issuer.tokenFor({ role: 'CASEWORKER' }, undefined, { iat: Math.floor(Date.now() / 1_000) + 60 })}`,
      'Bearer realm="relais", error="invalid_token", error_description="The token is not valid yet"',
      'ne vaut pas encore',
    ],
    [
      'a token without a role',
      async () => `Bearer ${await gateway.issuer.tokenFor({} as never)}`,
      'Bearer realm="relais", error="invalid_token", error_description="The token carries no role of Relais"',
      "n'a pas de rôle",
    ],
  ])('tells the client of %s what it may do about it', async (_case, authorization, challenge, sentence) => {
    const { status, headers, body } = await gateway.ask('{ families { name } }', {
      headers: { authorization: await authorization() },
    });
    expect(status).toBe(401);
    expect(headers.get('www-authenticate')).toBe(challenge);
    expect(body.errors?.[0]).toMatchObject({
      message: expect.stringContaining(sentence),
      extensions: { code: 'UNAUTHENTICATED', service: 'gateway' },
    });
  });

  it.each([
    ['a sub', { sub: 'a'.repeat(256) }],
    ['a session', { sid: 'a'.repeat(256) }],
    ['an agency', { agency: 'a'.repeat(256) }],
  ])('refuses a token with %s that nothing could be kept by', async (_case, claims) => {
    const ask = async (said: object) => {
      const token = await gateway.issuer.tokenFor({ role: 'CASEWORKER', sub: 'lea', ...said });
      return gateway.ask('{ families { name } }', { headers: { authorization: `Bearer ${token}` } });
    };
    expect((await ask({})).status).toBe(200);
    expect((await ask(claims)).status).toBe(401);
  });

  it('has no words of its framework for a hash that it does not know', async () => {
    const asked = { extensions: { persistedQuery: { version: 1, sha256Hash: 'a' } } };
    const { body } = await gateway.post(JSON.stringify({ query: '{ families { name } }', ...asked }), {
      'content-type': 'application/json',
      authorization: `Bearer ${gateway.token}`,
    });
    expect(body.errors?.[0]).toMatchObject({
      message: 'La demande ne peut pas être lue.',
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });

  it('tells who comes with the token of another service', async () => {
    const elsewhere = await testGateway({
      verifyToken: createTokenVerifier({ ...gateway.issuer.options, audience: 'another-city' }),
    });
    const { headers, body } = await elsewhere.ask('{ families { name } }', {
      headers: { authorization: `Bearer ${gateway.token}`, 'accept-language': 'en' },
    });
    await elsewhere.close();
    expect(headers.get('www-authenticate')).toContain('The token was made for another audience');
    expect(body.errors?.[0].message).toContain('made for another service');
  });

  it('speaks the language asked for', async () => {
    const headers = { authorization: '', 'accept-language': 'en-GB' };
    const { body } = await gateway.ask('{ families { name } }', { headers });
    expect(body.errors?.[0].message).toContain('Sign in');
  });

  it('needs a token for introspection too', async () => {
    const query = '{ __schema { queryType { name } } }';
    expect((await gateway.ask(query, { headers: { authorization: '' } })).status).toBe(401);
    expect((await gateway.ask(query)).body.data.__schema.queryType.name).toBe('Query');
  });

  it.each([
    ['no JSON', '{', 400],
    ['no query', '{}', 400],
    ['a batch', '[{"query":"{ families { name } }"}]', 400],
    ['variables that are no object', '{"query":"{ families { name } }","variables":"x"}', 400],
    [
      'a variable that the gateway itself uses',
      '{"query":"query ($representations: String!) { family(reference: $representations) { name } }","variables":{"representations":"FAM-1"}}',
      400,
    ],
    ['a subscription', '{"query":"subscription { families { name } }"}', 400],
    ['an unknown operation', '{"query":"query A { families { name } }","operationName":"B"}', 400],
  ])('refuses %s', async (_case, text, status) => {
    const reply = await gateway.post(text, {
      'content-type': 'application/json',
      authorization: `Bearer ${gateway.token}`,
    });
    expect(reply.status).toBe(status);
    expect(reply.body.errors?.[0].extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(reply.body.errors?.[0].extensions.requestId).toBe(reply.headers.get('x-request-id'));
  });

  it('takes no other content type and no GET', async () => {
    const headers = { 'content-type': 'text/plain', authorization: `Bearer ${gateway.token}` };
    const refused = await gateway.post('{ families { name } }', headers);
    expect([refused.status, refused.body.errors?.[0].message]).toEqual([
      415,
      'Envoyez du JSON (content-type: application/json).',
    ]);
    expect((await fetch(`${gateway.url}/graphql?query={families{name}}`)).status).toBe(404);
  });
});

describe('what the client accepts', () => {
  const asking = (accept: string, query: string, variables = {}) =>
    gateway.ask(query, { headers: { accept }, variables });
  const wrong: [string, string, object][] = [
    ['syntax', '{ families {', {}],
    ['the schema', '{ families { shoeSize } }', {}],
    ['a limit', `{ families { ${'name '.repeat(1_000)} } }`, {}],
    ['a variable', 'query ($r: String!) { family(reference: $r) { id } }', { r: 7 }],
    ['an operation', 'subscription { families { name } }', {}],
  ];

  it.each(wrong)('as plain JSON, an error of %s is told with 200', async (_what, query, variables) => {
    const { status, body, headers } = await asking('application/json', query, variables);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('application/json');
    expect(Object.keys(body)).toEqual(['errors']);
  });

  it.each([
    'application/graphql-response+json',
    'application/graphql-response+json, application/json;q=0.9',
    '*/*',
  ])('as %s, with 400', async (accept) => {
    for (const [, query, variables] of wrong) {
      expect((await asking(accept, query, variables)).status).toBe(400);
    }
  });

  it('is no reason to take a request that is none, or nobody’s', async () => {
    const headers = { accept: 'application/json', 'content-type': 'application/json' };
    const authorization = `Bearer ${gateway.token}`;
    expect((await gateway.post('{}', { ...headers, authorization })).status).toBe(400);
    expect((await gateway.post('{"query":"{ families { name } }"}', headers)).status).toBe(401);
  });

  it('must be JSON; a mutation whose answer nobody could read is not done', async () => {
    const before = gateway.agencies.contexts.length;
    const refused = await asking('text/html', 'mutation { register(reference: "x") { reference } }');
    expect(refused.status).toBe(406);
    expect(refused.body.errors?.[0]).toMatchObject({
      message: expect.stringContaining('acceptez application/json'),
      extensions: { code: 'BAD_USER_INPUT', requestId: refused.headers.get('x-request-id') },
    });
    expect(gateway.agencies.contexts).toHaveLength(before);
  });
});

it.each(['/graphql', '/health/live', '/nowhere', '/'])('%s is read as what it says it is', async (path) => {
  const { headers } = await fetch(`${gateway.url}${path}`);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
});

describe('the request id', () => {
  const headers = { 'x-request-id': 'desk-42:abcdef' };

  it('is the one the caller gave, on the answer and in its errors', async () => {
    const reply = await gateway.ask('{ crash }', { headers });
    expect(reply.headers.get('x-request-id')).toBe('desk-42:abcdef');
    expect(reply.body.errors?.[0].extensions.requestId).toBe('desk-42:abcdef');
  });

  it('is made anew when the given one could break a log line', async () => {
    const reply = await gateway.ask('{ families { name } }', {
      headers: { 'x-request-id': 'x" }, { "y": "' },
    });
    expect(reply.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
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

  it('refuses an expired token', async () => {
    const expired = await gateway.issuer.tokenFor({ role: 'CASEWORKER' }, 1);
    const { status } = await gateway.ask('{ families { name } }', {
      headers: { authorization: `Bearer ${expired}` },
    });
    expect(status).toBe(401);
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
    expect((await gateway.post('{ families { name } }', headers)).status).toBe(415);
    expect((await fetch(`${gateway.url}/graphql?query={families{name}}`)).status).toBe(404);
  });
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

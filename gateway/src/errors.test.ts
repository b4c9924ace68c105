import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestGateway, testGateway } from './testing/test-gateway.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await testGateway();
});
afterAll(() => gateway.close());

describe('errors', () => {
  it('show nothing of the inside', async () => {
    const { body } = await gateway.ask('{ crash families { name } }', {
      headers: { 'accept-language': 'en' },
    });
    expect(body.data).toEqual({ crash: null, families: [{ name: 'Le Goff' }, { name: 'Diallo' }] });
    expect(body.errors).toEqual([
      {
        message: expect.stringContaining('Something went wrong on our side'),
        path: ['crash'],
        extensions: {
          code: 'INTERNAL_SERVER_ERROR',
          service: 'early-childhood',
          requestId: expect.any(String),
        },
      },
    ]);
    expect(JSON.stringify(body)).not.toMatch(/postgres|secret|10\.0\.0|select|stack/);
  });

  it('keep the code a service meant for the caller, in his language', async () => {
    const { body } = await gateway.ask('{ forbidden }');
    expect(body.errors?.[0]).toMatchObject({
      message: 'Votre rôle ne permet pas cette opération.',
      path: ['forbidden'],
      extensions: { code: 'FORBIDDEN', service: 'early-childhood' },
    });
  });

  it.each([
    ['a literal', '{ bookings(on: "2026-13-45") { id } }', {}, 'Argument "on"'],
    ['a variable', 'query ($day: Date!) { bookings(on: $day) { id } }', { day: 'soon' }, 'Variable "$day"'],
    [
      'a variable of another type',
      'query ($r: String!) { family(reference: $r) { id } }',
      { r: 7 },
      'Variable "$r"',
    ],
    ['a missing variable', 'query ($r: String!) { family(reference: $r) { id } }', {}, 'Variable "$r"'],
    ['a literal in the second agency', '{ families { advisorOn(day: "32") } }', {}, 'Argument "day"'],
    [
      'a variable in the second agency',
      'query ($d: Date!) { families { advisorOn(day: $d) } }',
      { d: '32' },
      'Variable "$d"',
    ],
  ])('name the argument of %s that does not fit', async (_case, query, variables, named) => {
    const { body } = await gateway.ask(query, { variables });
    expect(body.errors?.[0].extensions.code).toBe('BAD_USER_INPUT');
    expect(body.errors?.[0].message).toContain(named);
    expect(named).toContain(body.errors?.[0].extensions.argument);
  });

  it('say what does not match the schema, and where', async () => {
    const { status, body } = await gateway.ask('{ families { shoeSize } }');
    expect(status).toBe(400);
    expect(body.errors?.[0]).toMatchObject({
      locations: [{ line: 1, column: 14 }],
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
    });
    expect((await gateway.ask('{ families {')).body.errors?.[0].extensions.code).toBe('GRAPHQL_PARSE_FAILED');
  });
});

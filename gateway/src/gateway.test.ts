import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RelaisDataSource } from './data-sources/resilient-data-source.ts';
import { type TestGateway, testGateway } from './testing/test-gateway.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await testGateway();
});
afterAll(() => gateway.close());

describe('one graph', () => {
  it('joins two agencies in one query, with what one requires of the other', async () => {
    const { status, body } = await gateway.ask(
      '{ family(reference: "FAM-1") { name milestones { title startsAt cover } } }',
    );
    expect(status).toBe(200);
    expect(body).toEqual({
      data: {
        family: {
          name: 'Le Goff',
          milestones: [
            { title: 'Interview', startsAt: '09:00', cover: 'm1 at 09:00 of f1' },
            { title: 'Workshop', startsAt: '14:00', cover: 'm2 at 14:00 of f1' },
          ],
        },
      },
    });
  });

  it('opens one context per agency and request', async () => {
    gateway.agencies.contexts.length = 0;
    await gateway.ask('{ family(reference: "FAM-1") { name milestones { title cover } } }');
    expect(gateway.agencies.contexts).toEqual(['early-childhood', 'employment']);
  });

  it('parses the documents of a plan once, not at every request', async () => {
    const seen: unknown[] = [];
    const watched = await testGateway({
      dataSourceFor: () => ({
        async answer({ document }) {
          seen.push(document);
          return { data: { milestones: [] } };
        },
      }),
    });
    for (const _ of [1, 2]) await watched.ask('{ milestones { title } }');
    await watched.close();
    expect(seen[0]).toBeDefined();
    expect(seen[1]).toBe(seen[0]);
  });

  it('answers no error for what is really absent', async () => {
    const { body } = await gateway.ask('{ family(reference: "FAM-404") { name milestones { title } } }');
    expect(body).toEqual({ data: { family: null } });
  });

  it('runs mutations', async () => {
    const { body } = await gateway.ask('mutation { register(reference: "FAM-9") { reference } }');
    expect(body.data.register.reference).toBe('FAM-9');
  });
});

it('finishes what it is answering before it closes', async () => {
  let answer: () => void = () => undefined;
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  let ask: () => void = () => undefined;
  const asked = new Promise<void>((resolve) => {
    ask = resolve;
  });
  const slow: RelaisDataSource = {
    async answer() {
      ask();
      await answered;
      return { data: { milestones: [] } };
    },
  };
  const closing = await testGateway({ dataSourceFor: () => slow });
  const reply = closing.ask('{ milestones { title } }');
  await asked;
  const closed = closing.close();
  answer();
  await closed;
  expect((await reply).body).toEqual({ data: { milestones: [] } });
  await expect(fetch(closing.url)).rejects.toThrow('fetch failed');
});

describe('what federation adds', () => {
  it.each([
    ['{ _service { sdl } }'],
    ['query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }'],
    ['{ families { hiddenKey } }'],
  ])('is not reachable: %s', async (query) => {
    const { status, body } = await gateway.ask(query, {
      variables: { r: [{ __typename: 'Family', id: 'f1' }] },
    });
    expect(status).toBe(400);
    expect(body.errors?.[0].extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  it('shows no query plan', async () => {
    const { body } = await gateway.ask('{ families { name } }', {
      headers: { 'apollo-query-plan-experimental': '1' },
    });
    expect(Object.keys(body)).toEqual(['data']);
  });
});

import { afterEach, expect, it } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { type TestGateway, testGateway } from '../testing/test-gateway.ts';
import { type Ask, resilientDataSource } from './resilient-data-source.ts';

let gateway: TestGateway;
afterEach(() => gateway.close());

const asking = async (ask: Ask, query: string) => {
  const source = resilientDataSource({ name: 'employment', ask });
  gateway = await testGateway({ dataSourceFor: () => source });
  return gateway.ask(query);
};

it('refuses to reach more than 5,000 records of one agency at once', async () => {
  const asked: number[] = [];
  const { body } = await asking(async ({ variables, query }) => {
    asked.push(1);
    if (variables.representations || query.includes('_entities')) throw new Error('must not be asked');
    return {
      data: {
        milestones: Array.from({ length: 5_001 }, (_, id) => ({
          __typename: 'Milestone',
          id: `m${id}`,
          startsAt: '09:00',
          family: { __typename: 'Family', id: 'f1' },
        })),
      },
    };
  }, '{ milestones { cover } }');
  expect(asked).toHaveLength(1);
  expect(body.errors).toHaveLength(1);
  expect(body.errors?.[0].extensions.code).toBe('LIMIT_EXCEEDED');
});

it('stops asking an agency whose answers are empty because its database is away', async () => {
  let asked = 0;
  const away = async () => {
    asked += 1;
    const error = new GraphQLError('no database', {
      path: ['milestones'],
      extensions: { code: 'SERVICE_UNAVAILABLE' },
    });
    return { data: { milestones: null }, errors: [error] };
  };
  await asking(away, '{ milestones { title } }');
  for (let request = 0; request < 9; request += 1) await gateway.ask('{ milestones { title } }');
  expect(asked).toBe(5);
});

it.each([
  ['a statement took too long', Object.assign(new Error('canceling statement'), { code: '57014' })],
  ['no connection was free', new Error('timeout exceeded when trying to connect')],
])(
  'goes on asking an agency of which one person asks what it cannot answer in time: %s',
  async (_why, cause) => {
    let asked = 0;
    const late = async () => {
      asked += 1;
      return {
        data: { milestones: null },
        errors: [new GraphQLError('late', { path: ['milestones'], originalError: cause })],
      };
    };
    await asking(late, '{ milestones { title } }');
    for (let request = 0; request < 11; request += 1) await gateway.ask('{ milestones { title } }');
    expect(asked).toBe(12);
  },
);

it('goes on asking an agency that answers in part', async () => {
  let asked = 0;
  const partly = async () => {
    asked += 1;
    const path = ['milestones', 0, 'title'];
    const error = new GraphQLError('too slow', { path, extensions: { code: 'SERVICE_UNAVAILABLE' } });
    return { data: { milestones: [{ title: null }] }, errors: [error] };
  };
  await asking(partly, '{ milestones { title } }');
  for (let request = 0; request < 9; request += 1) await gateway.ask('{ milestones { title } }');
  expect(asked).toBe(10);
});

it('gives a request as a whole five seconds', async () => {
  const never = { answer: () => new Promise<never>(() => undefined) };
  gateway = await testGateway({ dataSourceFor: () => never });
  const { status, body } = await gateway.ask('{ milestones { title } }');
  expect(status).toBe(503);
  expect(body.errors?.[0].extensions).toMatchObject({ code: 'SERVICE_UNAVAILABLE', service: 'gateway' });
});

it('says so when a service breaks the promise of the schema, since null would mean "none"', async () => {
  const { body } = await asking(
    async () => ({ data: { families: [{ id: 'f1', reference: null }] } }),
    '{ families { reference } }',
  );
  expect(body).toEqual({
    data: null,
    errors: [expect.objectContaining({ path: ['families', 0, 'reference'] })],
  });
  expect(body.errors?.[0].extensions.code).toBe('INTERNAL_SERVER_ERROR');
});

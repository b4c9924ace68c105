import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { type Ask, resilientDataSource } from '../data-sources/resilient-data-source.ts';
import { fakeAgencies } from '../testing/fake-subgraphs.ts';
import { type TestGateway, testGateway } from '../testing/test-gateway.ts';
import { limits } from './limits.ts';

let gateway: TestGateway;
beforeAll(async () => {
  // More refusals than anybody may have in ten seconds.
  gateway = await testGateway({ patience: 4 });
});
afterAll(() => gateway.close());

const refused = async (query: string, code: string) => {
  const { status, body } = await gateway.ask(query);
  expect(status).toBe(400);
  expect(body.data).toBeUndefined();
  expect(body.errors?.[0].extensions).toMatchObject({ code, service: 'gateway' });
};

const accepted = async (query: string) => {
  const { status, body } = await gateway.ask(query);
  expect(body.errors).toBeUndefined();
  expect(status).toBe(200);
};

/** `families { neighbour { neighbour { … } } }`, `objects` deep. */
const nested = (objects: number): string =>
  `${Array.from({ length: objects }, (_, level) => (level ? 'neighbour' : 'families')).join(' { ')} { id ${'} '.repeat(objects)}`;

const aliased = (count: number): string =>
  Array.from({ length: count }, (_, index) => `a${index}: name`).join(' ');

describe('aliases that bear the name of another field', () => {
  it.each([
    ['on an object', '{ milestones { startsAt: title cover } }'],
    ['a key', '{ families { id: reference milestones { title } } }'],
    ['through a fragment', '{ milestones { ...F cover } } fragment F on Milestone { startsAt: title }'],
    ['through an inline fragment', '{ milestones { ... on Milestone { startsAt: title } cover } }'],
    ['through a fragment without a type', '{ milestones { ... { startsAt: title } cover } }'],
    [
      'through a fragment within a fragment',
      `{ milestones { ...A } }
      fragment A on Milestone { ...B } fragment B on Milestone { ... { family: title } }`,
    ],
    ['of one type behind an interface', '{ stays { milestone: startsOn } }'],
    ['of one type behind an interface, in a fragment on it', '{ things { ... on Stay { id: startsOn } } }'],
    ['of a field that clients cannot see', '{ families { hiddenKey: name } }'],
    ['of a field that clients cannot see, behind an interface', '{ stays { ward: startsOn } }'],
    ['of another type of a union', '{ things { startsOn: __typename } }'],
    ['with arguments', '{ families { milestones: advisorOn(day: "2026-01-01") } }'],
    ['under a directive', '{ milestones { startsAt: title @include(if: true) cover } }'],
    ['reserved by GraphQL', '{ families { __typename: name } }'],
    ['reserved with two underscores', '{ families { __x: name } }'],
    ['of the planner', '{ families { reference__alias_0: name } }'],
    ['in a mutation', 'mutation { register(reference: "x") { name: reference } }'],
    ['of the planner, where a request begins', '{ family__alias_0: families { name } }'],
  ])('are refused: %s', async (_case, query) => refused(query, 'ALIAS_SHADOWS_FIELD'));

  it.each([
    ['{ first: family(reference: "FAM-1") { surname: name } second: family(reference: "FAM-2") { name } }'],
    ['{ families { name: name } }'],
    ['{ families: family(reference: "FAM-1") { name } }'],
    ['mutation { register: register(reference: "x") { reference } families: __typename }'],
    ['{ milestones { what: title } stays { day: startsOn kind: __typename } }'],
  ])('are not honest ones: %s', accepted);

  it('of another operation in the same document are refused too', async () => {
    const body = JSON.stringify({
      query: 'query A { families { name } } query B { families { id: name } }',
      operationName: 'A',
    });
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${gateway.token}` };
    const reply = await gateway.post(body, headers);
    expect(reply.body.errors?.[0].extensions.code).toBe('ALIAS_SHADOWS_FIELD');
  });
});

describe('conditions', () => {
  const asking = (text: string) => `query ($a: Boolean! = true, $b: Boolean! = false) { ${text} }`;

  it.each([
    ['families @include(if: $a) { name @include(if: $b) }'],
    ['families @skip(if: $b) { name @include(if: $b) id @skip(if: $a) }'],
    ['families @include(if: $a) { ... @include(if: $b) { name } }'],
    ['families @include(if: $a) { ... { name @include(if: $b) } }'],
    ['families { neighbour @include(if: $a) { name @include(if: false) } }'],
    ['families @include(if: $a) { ...F } } fragment F on Family { name @include(if: $b)'],
  ])('of all that a conditional field holds are refused: %s', async (text) => {
    await refused(asking(text), 'GRAPHQL_VALIDATION_FAILED');
  });

  it('cost no more when fragments hold fragments', () => {
    const levels = Array.from(
      { length: 25 },
      (_, at) => `fragment L${at} on Family { ...L${at + 1} ...L${at + 1} }`,
    );
    return refused(
      asking(
        `families @include(if: $a) { ...L0 } } ${levels.join(' ')} fragment L25 on Family { name @include(if: $b)`,
      ),
      'LIMIT_EXCEEDED',
    );
  });

  it('of a mutation too, which would not be carried out', () =>
    refused(
      `mutation ($a: Boolean! = true, $b: Boolean! = false) {
        register(reference: "x") @include(if: $a) { reference @include(if: $b) } }`,
      'GRAPHQL_VALIDATION_FAILED',
    ));

  it.each([
    ['families @include(if: $a) { __typename name @include(if: $b) }'],
    ['families @include(if: $a) { ...F } } fragment F on Family { id name @include(if: $b)'],
    ['families { name @include(if: $b) id @skip(if: $a) }'],
    ['... @include(if: $a) { families @skip(if: $b) { id } }'],
  ])('are welcome elsewhere: %s', (text) => accepted(asking(text)));
});

describe('depth', () => {
  it('is allowed up to 15 objects', () => accepted(`{ ${nested(15)} }`));
  it('is refused beyond', () => refused(`{ ${nested(16)} }`, 'LIMIT_EXCEEDED'));
  it('cannot hide in fragments', () =>
    refused(
      `{ families { ...A } } fragment A on Family { neighbour { ...B } }
        fragment B on Family { ${nested(15).replace('families', 'neighbour')} }`,
      'LIMIT_EXCEEDED',
    ));
  it('of introspection counts apart', () =>
    accepted(`{ __type(name: "Family") { fields { type { ofType { ofType { ofType { ofType { ofType { ofType
      { ofType { ofType { ofType { ofType { ofType { ofType { ofType { name } } } } } } } } } } } } } } } } }`));
  it('does not loop on a fragment that holds itself', () =>
    refused('{ families { ...A } } fragment A on Family { ...A }', 'GRAPHQL_VALIDATION_FAILED'));
});

describe('aliases', () => {
  it('are allowed up to 15', () => accepted(`{ families { ${aliased(15)} } }`));
  it('are refused beyond', () => refused(`{ families { ${aliased(16)} } }`, 'LIMIT_EXCEEDED'));
  it('are counted each time their fragment is used', () =>
    refused(
      `{ families { ...A milestones { family { ...A } } } } fragment A on Family { ${aliased(8)} }`,
      'LIMIT_EXCEEDED',
    ));
});

describe('size', () => {
  it('is 50,000 objects in the answer', () => {
    const inner = 'milestones { family { '.repeat(7);
    return refused(`{ families { ${inner} id ${'} } '.repeat(7)} } }`, 'LIMIT_EXCEEDED');
  });
  it('is 1,000 tokens', () => refused(`{ families { ${'name '.repeat(1_000)} } }`, 'LIMIT_EXCEEDED'));
  it('is 256 KiB', async () => {
    const { status, body } = await gateway.ask('{ families { name } }', {
      variables: { x: 'x'.repeat(256 * 1024) },
    });
    expect(status).toBe(413);
    expect(body.errors?.[0].extensions).toMatchObject({ code: 'LIMIT_EXCEEDED', service: 'gateway' });
  });
  it.each([12, 25])('cannot explode through fragments that hold fragments, %d times over', async (times) => {
    const levels = Array.from(
      { length: times },
      (_, level) => `fragment L${level} on Family { ...L${level + 1} ...L${level + 1} }`,
    );
    const last = `fragment L${times} on Family { name }`;
    await refused(`{ families { ...L0 } } ${levels.join(' ')} ${last}`, 'LIMIT_EXCEEDED');
  });
});

describe('an answer', () => {
  const answering = (agency: string, ask: Ask) => {
    const others = fakeAgencies().dataSourceFor;
    const source = resilientDataSource({ name: agency, ask });
    return testGateway({ dataSourceFor: (name) => (name === agency ? source : others(name)) });
  };

  it('of which one agency refuses its part as too large is refused whole', async () => {
    const tooMany = new GraphQLError('Trop.', { path: [], extensions: { code: 'LIMIT_EXCEEDED' } });
    const asked = await answering('employment', async () => ({ data: null, errors: [tooMany] }));
    const { body } = await asked.ask('{ families { name milestones { title } } }');
    await asked.close();
    expect(body).toEqual({
      data: null,
      errors: [
        {
          message: 'Trop.',
          extensions: { code: 'LIMIT_EXCEEDED', service: 'employment', requestId: expect.any(String) },
        },
      ],
    });
  });

  it('is 4 MiB at most', async () => {
    const named = (length: number) =>
      answering('early-childhood', async () => ({ data: { families: [{ name: 'é'.repeat(length / 2) }] } }));
    const around = '{"families":[{"name":""}]}'.length;
    const longest = await named(limits.answerBytes - around);
    expect((await longest.ask('{ families { name } }')).body.errors).toBeUndefined();
    await longest.close();
    const tooLong = await named(limits.answerBytes - around + 2);
    const { body } = await tooLong.ask('{ families { name } }');
    await tooLong.close();
    expect(body.data).toBeNull();
    expect(body.errors).toEqual([
      {
        message: expect.stringContaining('dépasserait 4 Mio'),
        extensions: { code: 'LIMIT_EXCEEDED', service: 'gateway', requestId: expect.any(String) },
      },
    ]);
  });
});

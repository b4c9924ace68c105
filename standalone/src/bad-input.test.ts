import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { advisor, caseworker, coordinator, createTestIssuer } from '@relais/platform/testing/test-users.ts';
import { type TestWholeGraph, testWholeGraph } from './testing/test-whole-graph.ts';

const SOMEBODY = '018f0000-0000-7000-8000-000000000000';
const WEEK = '$from: DateTime!, $to: DateTime!';
let graph: TestWholeGraph;

beforeAll(async () => {
  graph = await testWholeGraph({ patience: 20 });
}, 60_000);

afterAll(() => graph.close());

const faultsOf = async (...asked: Parameters<TestWholeGraph['ask']>) =>
  (await graph.ask(...asked)).errors.map(({ extensions: { code, argument }, message }) => ({
    code,
    named: argument ?? message,
  }));

const badArgument = (name: string) => [{ code: 'BAD_USER_INPUT', named: expect.stringContaining(name) }];

describe('what a caller gets wrong', () => {
  it('names a malformed id, as a variable or in the text', async () => {
    expect(await faultsOf('query ($id: ID!) { child(id: $id) { id } }', { id: '12' }, caseworker())).toEqual(
      badArgument('id'),
    );
    expect(await faultsOf('{ booking(id: "nothing") { id } }', {}, coordinator())).toEqual(badArgument('id'));
  });

  it('names a malformed date', async () => {
    const query = `query (${WEEK}) { milestones(from: $from, to: $to) { edges { cursor } } }`;
    const variables = { from: 'yesterday', to: '2026-01-01T00:00:00Z' };
    expect(await faultsOf(query, variables, advisor())).toEqual(badArgument('from'));
    expect(await faultsOf('{ feeScale(on: "2026-02-30") { __typename } }', {}, caseworker())).toEqual(
      badArgument('on'),
    );
  });

  it('names a cursor that no list gave', async () => {
    expect(await faultsOf('{ families(after: "xyz") { edges { cursor } } }', {}, caseworker())).toEqual(
      badArgument('after'),
    );
  });

  it('refuses a page of more than 100', async () => {
    expect(await faultsOf('{ families(first: 101) { edges { cursor } } }', {}, caseworker())).toEqual(
      badArgument('first'),
    );
    const query = `query (${WEEK}) { milestones(from: $from, to: $to, first: 0) { edges { cursor } } }`;
    const variables = { from: '2026-01-01T00:00:00Z', to: '2026-01-08T00:00:00Z' };
    expect(await faultsOf(query, variables, advisor())).toEqual(badArgument('first'));
  });

  it('turns a missing, a broken and a forged token away', async () => {
    const forged = await (await createTestIssuer()).tokenFor(caseworker());
    const unauthenticated = [{ code: 'UNAUTHENTICATED', named: expect.any(String) }];
    expect(await faultsOf('{ districts { name } }', {})).toEqual(unauthenticated);
    expect(await faultsOf('{ districts { name } }', {}, 'abc.def.ghi')).toEqual(unauthenticated);
    expect(await faultsOf('{ districts { name } }', {}, forged)).toEqual(unauthenticated);
  });

  it('refuses, as data, what another agency is to do for a family that it does not know', async () => {
    const open = `mutation ($input: OpenEntitlementInput!) {
      openEntitlement(input: $input) { entitlement { id } refusal { reason message } } }`;
    const input = { familyId: SOMEBODY, scheme: 'RSA', state: 'OPEN', from: '2026-01-01', source: 'CAF' };
    const { data, errors } = await graph.ask(open, { input }, caseworker());
    expect(errors).toEqual([]);
    expect(data.openEntitlement).toEqual({
      entitlement: null,
      refusal: { reason: 'UNKNOWN_FAMILY', message: expect.any(String) },
    });
  });

  it('does not let an alias feed another agency a value of the caller’s own', async () => {
    const query = 'query ($id: ID!) { familyById(id: $id) { id: reference } }';
    expect(await faultsOf(query, { id: SOMEBODY }, caseworker())).toEqual([
      { code: 'ALIAS_SHADOWS_FIELD', named: expect.any(String) },
    ]);
  });

  it('keeps the doors between gateway and agencies shut', async () => {
    for (const query of ['{ _service { sdl } }', '{ _entities(representations: []) { __typename } }']) {
      expect(await faultsOf(query, {}, caseworker())).toEqual([
        { code: 'GRAPHQL_VALIDATION_FAILED', named: expect.any(String) },
      ]);
    }
  });
});

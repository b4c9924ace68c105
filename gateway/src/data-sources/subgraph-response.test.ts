import { describe, expect, it } from '@jest/globals';
import { createLog } from '@relais/platform/log.ts';
import { GraphQLError, parse } from 'graphql';
import { Causes } from '../missing/causes.ts';
import type { SubgraphRequest } from './subgraph-request.ts';
import { mapResponse, missingIn, type SubgraphResponse } from './subgraph-response.ts';

const ASK_ROOT = '{ families { name } districts { name } }';
const ASK_ENTITIES = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
  ... on Family { name ...More } ... on Child { firstName } } } fragment More on Family { adults { name } }`;

const request = (query: string, types: readonly string[] = []): SubgraphRequest => ({
  document: parse(query),
  query,
  operationName: undefined,
  isOfRoot: types.length === 0,
  variables: types.length > 0 ? { representations: types.map((__typename) => ({ __typename })) } : {},
  context: {
    authorization: '',
    user: { sub: 's', name: '', role: 'CASEWORKER', agency: '', centreIds: [], admin: false, scope: [] },
    requestId: 'r',
    language: 'en',
    purpose: 'FAMILY_SUPPORT',
    log: createLog('gateway', 'silent'),
    startedAt: 0,
    subgraphContexts: new Map(),
    silentSubgraphs: new Set(),
    causes: new Causes(),
    goHeavy: async () => undefined,
  },
});

const error = (code: string, path?: (string | number)[]) =>
  new GraphQLError('said', { path: path ?? null, extensions: { code } });

const toldBy = (asked: SubgraphRequest, response: SubgraphResponse) =>
  missingIn(asked, 'employment', response).map(
    ({ path, cause }) => `${path.join('.')} ${cause.error.extensions?.code}`,
  );

describe('what is missing in a response', () => {
  it('is marked beside where it would be, and nothing is null there', () => {
    const asked = request(ASK_ENTITIES, ['Family', 'Family']);
    const data = { _entities: [{ name: null, adults: [] }, null] };
    const denied = [{ path: ['_entities', 0, 'name'], because: 'ROLE' as const }];
    expect(mapResponse(asked, 'employment', { data, denied })).toEqual({
      data: {
        _entities: [
          { name: undefined, '?name': 0, adults: [] },
          { name: undefined, '?name': 1, adults: undefined, '?adults': 1 },
        ],
      },
    });
    expect(asked.context.causes.all.map(({ error }) => error.extensions)).toEqual([
      { code: 'NOT_SHARED', service: 'employment', because: 'ROLE' },
      { code: 'NOT_SHARED', service: 'employment' },
    ]);
  });

  it('are none when all is there', () => {
    expect(mapResponse(request(ASK_ROOT), 'employment', { data: { families: [] } })).toEqual({
      data: { families: [] },
    });
  });

  it('name each field of a record that this agency does not know', () => {
    const data = { _entities: [{ name: 'Le Goff' }, null, null] };
    expect(toldBy(request(ASK_ENTITIES, ['Family', 'Family', 'Child']), { data })).toEqual([
      '_entities.1.name NOT_SHARED',
      '_entities.1.adults NOT_SHARED',
      '_entities.2.firstName NOT_SHARED',
    ]);
  });

  it('name the fields, not the record, and keep the reason', () => {
    const response = { data: { _entities: [null] }, errors: [error('NOT_SHARED', ['_entities', 0])] };
    expect(toldBy(request(ASK_ENTITIES, ['Family']), response)).toEqual([
      '_entities.0.name NOT_SHARED',
      '_entities.0.adults NOT_SHARED',
    ]);
  });

  it('name the fields that one failing beside them took away', () => {
    const response = {
      data: { _entities: [null] },
      errors: [error('TRY_AGAIN', ['_entities', 0, 'adults', 1, 'name'])],
    };
    expect(toldBy(request(ASK_ENTITIES, ['Family']), response)).toEqual([
      '_entities.0.adults.1.name TRY_AGAIN',
      '_entities.0.name TRY_AGAIN',
    ]);
  });

  it('about the whole name every root field', () => {
    expect(toldBy(request(ASK_ROOT), { errors: [error('UNAUTHENTICATED')] })).toEqual([
      'families UNAUTHENTICATED',
      'districts UNAUTHENTICATED',
    ]);
    expect(
      toldBy(request(ASK_ROOT), { data: null, errors: [error('TRY_AGAIN', ['families', 0, 'name'])] }),
    ).toEqual(['families.0.name TRY_AGAIN', 'districts TRY_AGAIN']);
    expect(toldBy(request(ASK_ROOT), {})).toEqual([
      'families SERVICE_UNAVAILABLE',
      'districts SERVICE_UNAVAILABLE',
    ]);
  });

  it("tell the caller's own mistake once", () => {
    const response = { errors: [new GraphQLError('Variable "$on" got invalid value "x"')] };
    const missing = missingIn(request(ASK_ENTITIES, ['Family', 'Family']), 'employment', response);
    expect(missing).toHaveLength(4);
    const [cause, ...others] = new Set(missing.map((each) => each.cause));
    expect(others).toEqual([]);
    expect(cause).toMatchObject({ error: { extensions: { code: 'BAD_USER_INPUT' } }, isSaidOnce: true });
  });
});

import { describe, expect, it } from '@jest/globals';
import { createLog } from '@relais/platform/log.ts';
import { GraphQLError, parse } from 'graphql';
import type { SubgraphRequest } from './subgraph-request.ts';
import { mapResponse, type SubgraphResponse } from './subgraph-response.ts';

const ASK_ROOT = '{ families { name } districts { name } }';
const ASK_ENTITIES = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
  ... on Family { name ...More } ... on Child { firstName } } } fragment More on Family { adults { name } }`;

const request = (query: string, types: readonly string[] = []): SubgraphRequest => ({
  document: parse(query),
  query,
  operationName: undefined,
  variables: types.length > 0 ? { representations: types.map((__typename) => ({ __typename })) } : {},
  context: {
    authorization: '',
    user: { sub: 's', name: '', role: 'CASEWORKER', agency: '', centreIds: [], admin: false, scope: [] },
    requestId: 'r',
    language: 'en',
    log: createLog('gateway', 'silent'),
    startedAt: 0,
    subgraphContexts: new Map(),
    silentSubgraphs: new Set(),
    goHeavy: async () => undefined,
  },
});

const error = (code: string, path?: (string | number)[]) =>
  new GraphQLError('said', { path: path ?? null, extensions: { code } });

const toldBy = (asked: SubgraphRequest, response: SubgraphResponse) =>
  mapResponse(asked, 'employment', response).errors?.map(
    ({ path, extensions }) => `${path?.join('.')} ${extensions?.code}`,
  );

describe('the errors of a response', () => {
  it('are none when all is there', () => {
    expect(mapResponse(request(ASK_ROOT), 'employment', { data: { families: [] } })).toEqual({
      data: { families: [] },
    });
  });

  it('name each field of a record that this agency does not know', () => {
    const data = { _entities: [{ name: 'Le Goff' }, null, null] };
    expect(toldBy(request(ASK_ENTITIES, ['Family', 'Family', 'Child']), { data })).toEqual([
      '_entities.1.name SERVICE_UNAVAILABLE',
      '_entities.1.adults SERVICE_UNAVAILABLE',
      '_entities.2.firstName SERVICE_UNAVAILABLE',
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
    expect(toldBy(request(ASK_ENTITIES, ['Family', 'Family']), response)).toEqual([
      '_entities.0.name BAD_USER_INPUT',
    ]);
  });
});

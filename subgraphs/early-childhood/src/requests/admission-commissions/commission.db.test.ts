import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { caseworker, coordinator } from '@relais/platform/testing/test-users.ts';
import { givenSection } from '../../centres/centres/centre.builder.ts';
import { subgraph } from '../../subgraph.ts';
import { givenCareRequest } from '../care-requests/care-request.builder.ts';
import { askCommissions, NOW } from './testing/ask-commissions.ts';

let graph: TestSubgraph;
let sectionId: string;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: NOW });
  sectionId = (await givenSection(graph.db)).id;
});
afterAll(() => graph.close());

const { ask, schedule, record, close, givenCommission } = askCommissions(() => graph);
const grant = (commissionId: string, careRequestId: string) =>
  record({ commissionId, careRequestId, version: 1, decision: 'GRANTED', sectionId });

describe('scheduling a commission', () => {
  it('is for today or later, once however often it is sent', async () => {
    const id = newId();
    const answers = [
      await schedule({ id, heldOn: '2026-03-09' }),
      await schedule({ id, heldOn: '2026-03-09' }),
    ];
    const commission = {
      ...{ id, heldOn: '2026-03-09', status: 'SCHEDULED', version: 1 },
      enteredLateBecause: null,
    };
    expect(answers).toEqual([1, 2].map(() => ({ commission, refusal: null })));
    expect((await schedule({ id, heldOn: '2026-03-10' })).refusal.reason).toBe('CONFLICT');
    expect((await schedule({ heldOn: '2026-03-01' })).refusal.reason).toBe('HELD_IN_THE_PAST');
    expect((await schedule({ heldOn: '2026-03-09' })).refusal.reason).toBe('ANOTHER_ON_THAT_DAY');
  });

  it('takes one that sat yesterday with the reason, which decides at once', async () => {
    const { commission } = await schedule({ heldOn: '2026-03-01', reason: ' Panne du réseau ' });
    expect(commission.enteredLateBecause).toBe('Panne du réseau');
    const { id } = await givenCareRequest(graph.db);
    expect((await grant(commission.id, id)).commissionDecision.decision).toBe('GRANTED');
    const tooEarly = await schedule({ heldOn: '2024-03-01', reason: 'Panne' });
    expect(tooEarly.refusal.reason).toBe('HELD_TOO_LONG_AGO');
    const toCome = await schedule({ heldOn: '2026-03-20', reason: 'Panne' });
    expect(toCome.refusal.reason).toBe('REASON_NOT_NEEDED');
  });

  it('is read by day', async () => {
    const [late, early] = [await givenCommission('2026-05-20'), await givenCommission('2026-05-04')];
    const query = 'query ($from: Date!, $to: Date!) { commissions(from: $from, to: $to) { id } }';
    const { commissions } = await ask(query, { from: '2026-05-04', to: '2026-05-20' }, caseworker());
    expect(commissions).toEqual([{ id: early }, { id: late }]);
    const { errors } = await graph.query(query, { from: '2026-05-04', to: '2026-05-03' }, caseworker());
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'to' } }]);
  });
});

describe('the decisions of a commission', () => {
  it('are read page by page, at the same cost for one commission as for several', async () => {
    const commissions = [await givenCommission('2026-03-02'), await givenCommission('2026-03-02')];
    for (const commissionId of commissions)
      for (let count = 0; count < 3; count += 1)
        await grant(commissionId, (await givenCareRequest(graph.db)).id);
    const query = `query ($id: ID!, $after: String) { commission(id: $id) { decisions(first: 2, after: $after) {
      edges { node { id } } pageInfo { hasNextPage endCursor } } } }`;
    const [id] = commissions;
    const first = (await ask(query, { id }, caseworker())).commission.decisions;
    const second = (await ask(query, { id, after: first.pageInfo.endCursor }, caseworker())).commission
      .decisions;
    const met = [...first.edges, ...second.edges].map(({ node }) => node.id);
    expect([new Set(met).size, first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([
      3,
      true,
      false,
    ]);
    const bad = await graph.query(query, { id, after: 'x' }, caseworker());
    expect(bad.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'after' } }]);

    const cost = (ids: string[]) =>
      graph.statements(() =>
        graph.resolveReferences(
          'AdmissionCommission',
          ids.map((each) => ({ id: each })),
          '{ decisions(first: 3) { edges { node { careRequest { child { firstName } } section { name } } } } }',
          coordinator(),
        ),
      );
    expect(await cost(commissions)).toBe(await cost(commissions.slice(0, 1)));
  });
});

describe('closing a commission', () => {
  it('makes its decisions final, once', async () => {
    const id = await givenCommission();
    expect((await close(id, 2)).refusal.reason).toBe('STALE_VERSION');
    expect(await close(id)).toMatchObject({ commission: { status: 'CLOSED', version: 2 }, refusal: null });
    expect((await close(id, 2)).refusal.reason).toBe('COMMISSION_CLOSED');
    expect((await close(newId())).refusal.reason).toBe('UNKNOWN_COMMISSION');
    expect((await close(await givenCommission('2026-03-03'))).refusal.reason).toBe('NOT_HELD_YET');
  });
});

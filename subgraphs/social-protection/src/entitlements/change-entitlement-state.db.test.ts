import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { givenFollowers } from '@relais/platform/followers/followers.builder.ts';
import { newId } from '@relais/platform/ids.ts';
import { givenKnownFamily } from '@relais/platform/known-families/known-family.builder.ts';
import { asOwner } from '@relais/platform/testing/test-database.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { advisor, caseworker, THE_CASEWORKER } from '@relais/platform/testing/test-users.ts';
import { givenResources } from '../resources/resources.builder.ts';
import { subgraph } from '../subgraph.ts';
import { givenEntitlement } from './entitlement.builder.ts';
import { EntitlementState } from './entitlement-state.ts';

const CHANGE = `mutation ($input: ChangeEntitlementStateInput!) { changeEntitlementState(input: $input) {
  entitlement { state monthlyAmountCents since version history { state reason reasonLabel } }
  refusal { reason message } } }`;

let graph: TestSubgraph;
let familyId: string;
let entitlementId: string;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: new Date('2026-03-10T09:00:00Z') });
});
beforeEach(async () => {
  ({ familyId } = await givenKnownFamily(graph.db));
  const states = [{ state: 'OPEN', from: '2026-02-01', monthlyAmountCents: 600_00 }] as const;
  ({ id: entitlementId } = await givenEntitlement(graph.db, { familyId, states }));
});
afterAll(() => graph.close());

const change = async (input: object, language: 'fr' | 'en' = 'fr') => {
  const given = { entitlementId, version: 1, state: 'SUSPENDED', from: '2026-03-01', ...input };
  const { data, errors } = await graph.query(CHANGE, { input: given }, caseworker(), { language });
  expect(errors).toEqual([]);
  return data.changeEntitlementState;
};

describe('changing the state of an entitlement', () => {
  it('adds a state and keeps the earlier ones', async () => {
    const { entitlement } = await change({ reason: 'caf_declaration_ressource_non_fournie' });
    expect(entitlement).toEqual({
      state: 'SUSPENDED',
      monthlyAmountCents: null,
      since: '2026-03-01',
      version: 2,
      history: [
        { state: 'OPEN', reason: null, reasonLabel: null },
        {
          state: 'SUSPENDED',
          reason: 'caf_declaration_ressource_non_fournie',
          reasonLabel: 'Déclaration trimestrielle de ressources non fournie',
        },
      ],
    });
  });

  it('keeps who recorded it', async () => {
    await change({});
    const rows = await graph.db.findBy(EntitlementState, { entitlementId, version: 2 });
    expect(rows).toMatchObject([{ recordedBy: THE_CASEWORKER }]);
  });

  it('carries a new amount in the same state', async () => {
    const { entitlement } = await change({ state: 'OPEN', monthlyAmountCents: 650_00 });
    expect(entitlement).toMatchObject({ state: 'OPEN', monthlyAmountCents: 650_00, since: '2026-02-01' });
  });

  it.each([
    ['UNKNOWN_ENTITLEMENT', { entitlementId: newId() }],
    ['STALE_VERSION', { version: 2 }],
    ['FORBIDDEN_STEP', { state: 'PENDING' }],
    ['FROM_BEFORE_PREVIOUS', { from: '2026-01-31' }],
    ['FROM_IN_THE_FUTURE', { from: '2026-03-11' }],
    ['NOTHING_CHANGES', { state: 'OPEN', monthlyAmountCents: 600_00 }],
    ['NEGATIVE_AMOUNT', { monthlyAmountCents: -1 }],
    ['AMOUNT_WITHOUT_RIGHT', { state: 'CLOSED', monthlyAmountCents: 1 }],
    ['UNKNOWN_REASON', { reason: 'because' }],
  ])('is refused with %s for %j', async (reason, input) => {
    expect((await change(input, 'en')).refusal).toEqual({ reason, message: expect.stringMatching(/\.$/) });
    expect(await graph.db.countBy(EntitlementState, { entitlementId })).toBe(1);
    expect(await graph.published()).not.toContainEqual(expect.objectContaining({ familyId }));
  });

  it('names both states of a step that is not possible', async () => {
    expect((await change({ state: 'PENDING' }, 'fr')).refusal.message).toBe(
      'Ce droit est « ouvert » : il ne peut pas devenir « demandé ».',
    );
    expect((await change({ state: 'PENDING' }, 'en')).refusal.message).toBe(
      'This benefit is “open”: it cannot become “asked for”.',
    );
  });

  it('lets one of two simultaneous changes through', async () => {
    const results = await Promise.all([change({ state: 'SUSPENDED' }), change({ state: 'CLOSED' })]);
    expect(results.map(({ refusal }) => refusal?.reason ?? 'changed').sort()).toEqual([
      'STALE_VERSION',
      'changed',
    ]);
  });

  it('is not possible where the family is not known (any more): nobody can follow it', async () => {
    const { id } = await givenEntitlement(graph.db, { states: [{ state: 'PENDING', from: '2026-02-01' }] });
    expect((await change({ entitlementId: id, state: 'OPEN' })).refusal.reason).toBe('UNKNOWN_ENTITLEMENT');
  });

  it('tells the service point the whole income support of the family', async () => {
    await change({});
    await change({ version: 2, state: 'OPEN', from: '2026-03-05' });
    const events = (await graph.published()).filter((event) => event.familyId === familyId);
    expect(events.map(({ data }) => data.periods)).toEqual([
      [
        { status: 'RECEIVING', from: '2026-02-01', to: '2026-03-01' },
        { status: 'SUSPENDED', from: '2026-03-01', to: null },
      ],
      [
        { status: 'RECEIVING', from: '2026-02-01', to: '2026-03-01' },
        { status: 'SUSPENDED', from: '2026-03-01', to: '2026-03-05' },
        { status: 'RECEIVING', from: '2026-03-05', to: null },
      ],
    ]);
  });

  it('is for who follows the family: for others it does not exist', async () => {
    await givenFollowers(graph.db, familyId, [{ sub: 'paul', relation: 'REFERRAL' }]);
    const as = async (sub: string, id: string) => {
      const input = { entitlementId: id, version: 1, state: 'CLOSED', from: '2026-03-01' };
      return (await graph.query(CHANGE, { input }, caseworker(sub))).data.changeEntitlementState;
    };
    const unknown = await as('stranger', newId());
    expect(await as('stranger', entitlementId)).toEqual(unknown);
    expect(unknown.refusal.reason).toBe('UNKNOWN_ENTITLEMENT');
    expect((await as('paul', entitlementId)).refusal.reason).toBe('REFERRAL_NOT_ACCEPTED');
    expect(await graph.db.countBy(EntitlementState, { entitlementId })).toBe(1);
  });

  it('is for caseworkers only', async () => {
    const input = { entitlementId, version: 1, state: 'CLOSED', from: '2026-03-01' };
    const { errors } = await graph.query(CHANGE, { input }, advisor());
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});

describe('the states on record', () => {
  it.each([
    "update entitlement_states set state = 'CLOSED'",
    'delete from entitlement_states',
    'truncate entitlement_states',
    'update resources set year = 2000',
    'delete from resources',
  ])('are never rewritten: %s', async (statement) => {
    await givenResources(graph.db, { familyId, year: 2024 });
    await expect(asOwner(graph, statement)).rejects.toThrow(/is only added to/);
  });
});

describe('a benefit that was put on record by mistake', () => {
  const MISTAKEN = `mutation ($input: CorrectMistakenEntitlementInput!) { correctMistakenEntitlement(input: $input) {
    entitlement { id state mistakenAt version corrections { reason changes { field before after } } }
    refusal { reason message } } }`;
  const mistaken = async (input: object = {}, as = caseworker()) => {
    const given = { entitlementId, version: 1, reason: 'Dossier d’une autre famille', ...input };
    const { data, errors } = await graph.query(MISTAKEN, { input: given }, as);
    expect(errors).toEqual([]);
    return data.correctMistakenEntitlement;
  };
  const now = '2026-03-10T09:00:00.000Z';

  it('is off the record, as it was known until then, and may be opened anew', async () => {
    const { entitlement } = await mistaken();
    const changes = [{ field: 'mistakenAt', before: null, after: now }];
    expect(entitlement).toEqual({
      ...{ id: entitlementId, state: 'OPEN', mistakenAt: now, version: 2 },
      corrections: [{ reason: 'Dossier d’une autre famille', changes }],
    });
    const selection = `{ entitlements { id } before: entitlements(asOf: "2026-03-09") { id }
      benefitsStatus { incomeSupport } since: benefitsStatus(on: "2026-02-15") { incomeSupport }
      benefitsTimeline { edges { node { kind sentence } } } }`;
    const { data } = await graph.resolveReferences('Family', [{ id: familyId }], selection, caseworker());
    expect(data[0]).toEqual({
      ...{ entitlements: [], before: [{ id: entitlementId }] },
      ...{ benefitsStatus: { incomeSupport: 'UNKNOWN' }, since: { incomeSupport: 'UNKNOWN' } },
      benefitsTimeline: {
        edges: [
          {
            node: {
              kind: 'ENTITLEMENT_MISTAKEN',
              sentence: 'RSA : droit retiré, il avait été enregistré par erreur.',
            },
          },
        ],
      },
    });
    const asked = await graph.query(
      'query ($id: ID!) { entitlement(id: $id) { state mistakenAt } }',
      { id: entitlementId },
      caseworker(),
    );
    expect(asked.data).toEqual({ entitlement: { state: 'OPEN', mistakenAt: now } });
    const told = (await graph.published()).filter(({ data: { familyId: of } }) => of === familyId);
    expect(told.at(-1)).toMatchObject({ data: { periods: [] } });
    expect((await change({})).refusal.reason).toBe('MISTAKEN_ALREADY');
  });

  it.each([
    ['UNKNOWN_ENTITLEMENT', { entitlementId: newId() }],
    ['STALE_VERSION', { version: 2 }],
    ['REASON_MISSING', { reason: '' }],
  ])('is refused with %s', async (reason, input) => {
    const message = expect.stringMatching(/\.$/);
    expect((await mistaken(input)).refusal).toEqual({ reason, message });
    expect((await mistaken({}, caseworker('stranger'))).refusal.reason).toBe('UNKNOWN_ENTITLEMENT');
  });
});

it('what is known today about a past day is asked by its name', async () => {
  await change({ from: '2026-02-20' });
  const selection = `{ since: benefitsStatus(asOf: "2026-02-25") { incomeSupport }
    known: benefitsStatus(on: "2026-02-25") { incomeSupport since }
    both: entitlements(on: "2026-02-10", asOf: "2026-03-10") { state }
    early: entitlements(on: "2026-02-10", asOf: "2026-01-10") { state } }`;
  const { data } = await graph.resolveReferences('Family', [{ id: familyId }], selection, caseworker());
  expect(data[0]).toEqual({
    since: { incomeSupport: 'RECEIVING' },
    known: { incomeSupport: 'SUSPENDED', since: '2026-02-20' },
    both: [{ state: 'OPEN' }],
    early: [],
  });
});

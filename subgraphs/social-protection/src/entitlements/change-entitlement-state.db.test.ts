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

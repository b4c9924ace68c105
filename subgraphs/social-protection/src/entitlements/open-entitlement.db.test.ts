import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { givenFollowers } from '@relais/platform/followers/followers.builder.ts';
import { newId } from '@relais/platform/ids.ts';
import { givenKnownFamily } from '@relais/platform/known-families/known-family.builder.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { caseworker, coordinator } from '@relais/platform/testing/test-users.ts';
import { subgraph } from '../subgraph.ts';
import { givenEntitlement } from './entitlement.builder.ts';
import { Entitlement } from './entitlement.ts';

const OPEN = `mutation ($input: OpenEntitlementInput!) { openEntitlement(input: $input) {
  entitlement { id scheme source state monthlyAmountCents since version family { id } adult { id } child { id }
    history { state from to reason recordedAt } }
  refusal { reason message } } }`;

let graph: TestSubgraph;
let familyId: string;
let adultId: string;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: new Date('2026-03-10T09:00:00Z') });
});
beforeEach(async () => {
  ({ familyId, adultId } = await givenKnownFamily(graph.db));
});
afterAll(() => graph.close());

const open = async (input: object, language: 'fr' | 'en' = 'fr') => {
  const given = { familyId, scheme: 'RSA', from: '2026-03-01', ...input };
  const { data, errors } = await graph.query(OPEN, { input: given }, caseworker(), { language });
  expect(errors).toEqual([]);
  return data.openEntitlement;
};
const refusalOf = async (input: object): Promise<string | undefined> => (await open(input)).refusal?.reason;

describe('opening an entitlement', () => {
  it('puts it on record with its first state', async () => {
    const { entitlement, refusal } = await open({
      adultId,
      source: 'CAF',
      state: 'OPEN',
      monthlyAmountCents: 646_52,
    });

    expect(refusal).toBeNull();
    expect(entitlement).toEqual({
      id: expect.any(String),
      scheme: 'RSA',
      source: 'CAF',
      state: 'OPEN',
      monthlyAmountCents: 646_52,
      since: '2026-03-01',
      version: 1,
      family: { id: familyId },
      adult: { id: adultId },
      child: null,
      history: [
        { state: 'OPEN', from: '2026-03-01', to: null, reason: null, recordedAt: '2026-03-10T09:00:00.000Z' },
      ],
    });
  });

  it('takes a benefit of the family as pending and typed in, unless told otherwise', async () => {
    const { entitlement } = await open({ scheme: 'FAMILY_ALLOWANCES' });
    expect(entitlement).toMatchObject({ state: 'PENDING', source: 'TYPED_IN', adult: null });
  });

  it.each([
    ['UNKNOWN_FAMILY', { familyId: newId() }],
    ['UNKNOWN_ADULT', { adultId: newId() }],
    ['FORBIDDEN_STATE', { state: 'CLOSED' }],
    ['FORBIDDEN_STATE', { scheme: 'ASF', state: 'PAYMENT_SUSPENDED' }],
    ['FROM_IN_THE_FUTURE', { from: '2026-03-11' }],
    ['FROM_TOO_LONG_AGO', { from: '1900-01-01' }],
    ['NEGATIVE_AMOUNT', { state: 'OPEN', monthlyAmountCents: -1 }],
    ['AMOUNT_WITHOUT_RIGHT', { state: 'PENDING', monthlyAmountCents: 1 }],
    ['UNKNOWN_REASON', { state: 'SUSPENDED', reason: 'caf_mutation' }],
    ['UNKNOWN_REASON', { scheme: 'ASF', state: 'SUSPENDED', reason: 'caf_hospitalisation' }],
  ])('is refused with %s for %j', async (reason, input) => {
    expect(await refusalOf(input)).toBe(reason);
    expect(await graph.db.countBy(Entitlement, { familyId })).toBe(0);
  });

  it.each([
    [
      'fr',
      { state: 'CLOSED' },
      'Un droit de ce type ne s’ouvre pas à l’état « fermé » : indiquez « demandé », « ouvert », « suspendu » ou « versement suspendu ».',
    ],
    [
      'en',
      { scheme: 'ASF', state: 'PAYMENT_SUSPENDED' },
      'A benefit of this kind is not opened as “payment suspended”: say “asked for”, “open” or “suspended”.',
    ],
  ] as const)(
    'in a state that cannot come first names it and those that can (%s)',
    async (language, input, message) => {
      expect((await open(input, language)).refusal.message).toBe(message);
    },
  );

  it("is refused for another family's adult", async () => {
    const other = await givenKnownFamily(graph.db);
    expect(await refusalOf({ adultId: other.adultId })).toBe('ADULT_OF_ANOTHER_FAMILY');
  });

  it('is refused while the same holder has the same benefit, which is not over', async () => {
    await open({ adultId });
    expect(await refusalOf({ adultId })).toBe('ALREADY_OPEN');
    expect(await refusalOf({})).toBeUndefined();
    expect(await refusalOf({ adultId, scheme: 'AAH' })).toBeUndefined();
  });

  it('is possible beside one that is over, and for a benefit due per child', async () => {
    await givenEntitlement(graph.db, { familyId, states: [{ state: 'CLOSED', from: '2025-01-01' }] });
    expect(await refusalOf({})).toBeUndefined();
    expect(await refusalOf({ scheme: 'CMG' })).toBeUndefined();
    expect(await refusalOf({ scheme: 'CMG' })).toBeUndefined();
  });

  it('of the AEEH names a child of the family, and is possible once for each', async () => {
    const [lou, tom] = [newId(), newId()];
    const tell = (childIds: string[]) =>
      graph.receive('relais.children.changed.v1', familyId, { familyId, childIds, mergedChildren: [] });
    await tell([lou]);
    const aeeh = { scheme: 'AEEH', state: 'OPEN' };
    expect(await refusalOf(aeeh)).toBe('CHILD_NEEDED');
    expect(await refusalOf({ ...aeeh, childId: tom })).toBe('UNKNOWN_CHILD');
    expect(await refusalOf({ scheme: 'RSA', childId: lou })).toBe('NOT_DUE_FOR_A_CHILD');
    const sent = { ...aeeh, childId: lou, id: newId() };
    expect((await open(sent)).entitlement.child).toEqual({ id: lou });
    expect(await refusalOf({ ...aeeh, childId: lou, adultId })).toBe('ALREADY_OPEN');
    await tell([tom]);
    expect(await refusalOf({ ...aeeh, childId: tom })).toBeUndefined();
    expect(await refusalOf({ ...aeeh, childId: lou })).toBe('UNKNOWN_CHILD');
    expect((await open(sent)).entitlement.id).toBe(sent.id);
    const mergedChildren = [{ childId: lou, mergedInto: tom }];
    const merged = { familyId, childIds: [tom], mergedChildren };
    await graph.receive('relais.children.changed.v1', familyId, merged);
    expect((await open(sent)).entitlement).toMatchObject({ id: sent.id, child: { id: tom } });
  });

  it('lets one of two simultaneous requests through', async () => {
    const results = await Promise.all([open({ adultId }), open({ adultId })]);
    expect(results.map(({ refusal }) => refusal?.reason ?? 'opened').sort()).toEqual([
      'ALREADY_OPEN',
      'opened',
    ]);
  });

  it('sent twice under one id is one record; with other content it is refused', async () => {
    const id = newId();
    const [first, again] = [await open({ id }), await open({ id })];
    expect(again).toEqual(first);
    expect(first.entitlement.id).toBe(id);
    for (const other of [
      { state: 'OPEN' },
      { adultId },
      { scheme: 'ASF' },
      { source: 'MSA' },
      { from: '2026-02-01' },
    ]) {
      expect(await refusalOf({ id, ...other })).toBe('CONFLICT');
    }
    expect(await graph.db.countBy(Entitlement, { familyId })).toBe(1);
  });

  it('sent for two families under one id at the same moment is one record', async () => {
    const other = await givenKnownFamily(graph.db);
    const id = newId();
    const results = await Promise.all([open({ id }), open({ id, familyId: other.familyId })]);
    expect(results.map(({ refusal }) => refusal?.reason ?? 'opened').sort()).toEqual(['CONFLICT', 'opened']);
  });

  it('says why not in the language of the reader', async () => {
    const unknown = { familyId: newId() };
    expect((await open(unknown, 'en')).refusal.message).toMatch(/^This family is not known here/);
    expect((await open(unknown)).refusal.message).toMatch(/^Cette famille n’est pas connue/);
  });

  it('is for who follows the family: for others there is no such family, nor its adults', async () => {
    const as = async (sub: string, input: object) => {
      const given = { scheme: 'RSA', from: '2026-03-01', ...input };
      return (await graph.query(OPEN, { input: given }, caseworker(sub))).data.openEntitlement;
    };
    const unknown = await as('stranger', { familyId: newId() });
    expect(await as('stranger', { familyId })).toEqual(unknown);
    expect(unknown.refusal.reason).toBe('UNKNOWN_FAMILY');
    const own = await givenKnownFamily(graph.db);
    await givenFollowers(graph.db, own.familyId, [{ sub: 'paul', relation: 'TEAM' }]);
    const withAdult = (id: string) => as('paul', { familyId: own.familyId, adultId: id });
    expect(await withAdult(adultId)).toEqual(await withAdult(newId()));
    await givenFollowers(graph.db, familyId, [{ sub: 'paul', relation: 'REFERRAL' }]);
    expect((await as('paul', { familyId })).refusal.reason).toBe('REFERRAL_NOT_ACCEPTED');
    expect(await graph.db.countBy(Entitlement, { familyId })).toBe(0);
  });

  it('is for caseworkers only', async () => {
    const input = { familyId, scheme: 'RSA', from: '2026-03-01' };
    const { errors } = await graph.query(OPEN, { input }, coordinator());
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it('names a malformed id and a malformed day', async () => {
    const { errors } = await graph.query(
      OPEN,
      { input: { familyId: 'x', scheme: 'RSA', from: '2026-03-01' } },
      caseworker(),
    );
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'input.familyId' } }]);
    const day = await graph.query(
      OPEN,
      { input: { familyId, scheme: 'RSA', from: '2026-02-30' } },
      caseworker(),
    );
    expect(day.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});

describe('the service point', () => {
  const told = async () => (await graph.published()).filter((event) => event.familyId === familyId);

  it('is told of a new RSA, without amounts, and of no other benefit', async () => {
    await open({ state: 'OPEN', monthlyAmountCents: 646_52 });
    await open({ scheme: 'ASF', state: 'OPEN', monthlyAmountCents: 195_85 });
    expect(await told()).toEqual([
      {
        type: 'relais.income-support.changed.v1',
        familyId,
        data: { familyId, periods: [{ status: 'RECEIVING', from: '2026-03-01', to: null }] },
      },
    ]);
  });
});

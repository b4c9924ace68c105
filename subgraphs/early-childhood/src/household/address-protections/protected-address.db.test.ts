import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { givenFollowers } from '@relais/platform/followers/followers.builder.ts';
import { newId } from '@relais/platform/ids.ts';
import { givenProfessional } from '@relais/platform/professionals/professional.builder.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { advisor, caseworker, coordinator, type TestUser } from '@relais/platform/testing/test-users.ts';
import { Temporal } from 'temporal-polyfill';
import { givenBooking } from '../../care/bookings/booking.builder.ts';
import { givenDistrict, givenSection } from '../../centres/centres/centre.builder.ts';
import type { Address } from '../../centres/districts/address.ts';
import { areasOfFamilies } from '../../desk/impact-report/impact-figures.queries.ts';
import { Adult } from '../../families/families/adult.ts';
import { givenAdult, givenChild, givenFamily } from '../../families/families/family.builder.ts';
import { Family } from '../../families/families/family.ts';
import { AddressProtection } from '../../families/family-addresses/address-protection.ts';
import { FamilyAddress } from '../../families/family-addresses/family-address.ts';
import { FamilyHome } from '../../families/family-addresses/family-home.ts';
import { givenCareRequest } from '../../requests/care-requests/care-request.builder.ts';
import { subgraph } from '../../subgraph.ts';

const NOW = new Date('2026-03-02T09:00:00+01:00');
const [lea, bea, max, nora] = [caseworker('lea'), coordinator('bea'), caseworker('max'), caseworker('nora')];
const hugo = advisor('hugo');
const HOME = { latitude: 47.2575, longitude: -1.56547 };
const STREET = 'CANARY-street';
const PHONE = '+33699999999';

const PROTECTION = 'id basis reason beganAt beganBy endedAt endedBy endReason version family { id }';
const PROTECT = `mutation ($input: ProtectAddressInput!) { protectAddress(input: $input) {
  addressProtection { ${PROTECTION} } notYetTold refusal { reason message } } }`;
const ADDRESSES = 'query ($id: ID!) { familyById(id: $id) { addresses { address { street } } } }';
const END = `mutation ($input: EndAddressProtectionInput!) { endAddressProtection(input: $input) {
  addressProtection { ${PROTECTION} } notYetTold refusal { reason message } } }`;

let graph: TestSubgraph;
let family: Family;
let adult: Adult;
let districtId: string;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: NOW });
});
beforeEach(async () => {
  ({ id: districtId } = await givenDistrict(graph.db));
  const address = { street: STREET, postalCode: '44300', city: 'Nantes' };
  family = await givenFamily(graph.db, { address, districtId, ...HOME });
  adult = await givenAdult(graph.db, { familyId: family.id, phone: PHONE, preferredLanguage: 'ar' });
  await graph.db.insert(FamilyAddress, {
    ...{ id: newId(), familyId: family.id, address, ...HOME, districtId },
    ...{ fromDay: Temporal.PlainDate.from('2025-01-01'), untilDay: Temporal.PlainDate.from('2026-01-05') },
  });
  await givenFollowers(graph.db, family.id, [
    ...['lea', 'anne'].map((sub) => ({ sub, relation: 'TEAM' })),
    { sub: 'max', relation: 'REFERRAL' },
    { sub: 'hugo', relation: 'ADVISOR', adultId: adult.id },
  ]);
});
afterAll(() => graph.close());

const ask = async (document: string, variables: Readonly<Record<string, unknown>>, as: TestUser) => {
  const { data, errors } = await graph.query(document, variables, as);
  return { data, errors };
};
const protect = async (input: object = {}, as = bea) => {
  const given = { familyId: family.id, basis: 'COURT_ORDER', reason: 'Menaces', ...input };
  return (await ask(PROTECT, { input: given }, as)).data.protectAddress;
};
const end = async (input: object, as = lea) =>
  (await ask(END, { input: { version: 1, reason: 'Partie à Rennes', ...input } }, as)).data
    .endAddressProtection;
const open = async (input: object = {}): Promise<string> => (await protect(input)).addressProtection.id;

const READ = `{ address { street } position { latitude } district { id } addresses { address { street } district { id } }
  addressProtections { basis reason endedAt } adults { phone preferredLanguage } }`;
/** What is read of the family, and why the rest is not. */
const readBy = async (as: TestUser) => {
  const { data, errors } = await graph.resolveReferences('Family', [{ id: family.id }], READ, as);
  const because = errors.map(({ path, extensions }) => [path?.slice(2).join('.'), extensions?.because]);
  return { family: data[0], because: Object.fromEntries(because) };
};

const WHOLE = {
  address: { street: STREET },
  position: { latitude: HOME.latitude },
  addresses: [{ address: { street: STREET } }, { address: { street: STREET } }],
};

describe('a protected address', () => {
  it('is read by the support team; by nobody else, whatever their role and tie', async () => {
    for (const as of [lea, bea, max]) expect((await readBy(as)).family).toMatchObject(WHOLE);
    await protect();
    for (const as of [lea, coordinator('anne')]) {
      expect(await readBy(as)).toMatchObject({ family: WHOLE, because: {} });
      expect((await readBy(as)).family).toMatchObject({
        district: { id: districtId },
        adults: [{ phone: PHONE }],
      });
    }
    for (const as of [bea, max])
      expect(await readBy(as)).toEqual({
        family: {
          ...{ address: null, position: null, district: null, addresses: null },
          addressProtections: [{ basis: null, reason: null, endedAt: null }],
          adults: [{ phone: null, preferredLanguage: 'ar' }],
        },
        because: {
          ...{
            address: 'RESTRICTED',
            position: 'RESTRICTED',
            district: 'RESTRICTED',
            addresses: 'RESTRICTED',
          },
          ...{ 'addressProtections.0.basis': 'RESTRICTED', 'addressProtections.0.reason': 'RESTRICTED' },
          'adults.0.phone': 'RESTRICTED',
        },
      });
  });

  it('leaves the telephone, and nothing of the home, to the advisor of the very job seeker', async () => {
    await protect();
    expect(await readBy(hugo)).toMatchObject({
      family: { address: null, district: null, adults: [{ phone: PHONE, preferredLanguage: 'ar' }] },
      because: { address: 'ROLE', district: 'RESTRICTED' },
    });
    await givenFollowers(graph.db, family.id, [{ sub: 'yann', relation: 'ADVISOR', adultId: newId() }]);
    expect(await readBy(advisor('yann'))).toMatchObject({
      family: { district: null, adults: [{ phone: null }] },
    });
  });

  it('shows the family to no service by its district', async () => {
    await graph.db.query('delete from followers where family_id = $1', [family.id]);
    await givenProfessional(graph.db, { sub: `nora-${family.id}`, districtIds: [districtId] });
    const service = caseworker(`nora-${family.id}`);
    expect((await readBy(service)).family).toMatchObject({ address: { street: STREET } });
    // Who sees it by the district only would not see it any more.
    expect((await protect({}, service)).refusal.reason).toBe('JOIN_ITS_TEAM_FIRST');
    await protect();
    expect((await readBy(service)).family).toBeNull();
    const { data } = await ask(
      '{ families(search: "Lefort", first: 100) { edges { node { id } } } }',
      {},
      service,
    );
    expect(JSON.stringify(data)).not.toContain(family.id);
  });

  it('is found by no filter of a district', async () => {
    const child = await givenChild(graph.db, { familyId: family.id });
    const request = await givenCareRequest(graph.db, { childId: child.id });
    const found = async (as: TestUser) => {
      const families = '{ edges { node { id } } pageInfo { hasNextPage endCursor } }';
      const { data, errors } = await ask(
        `query ($id: ID!) { families(districtId: $id) ${families} waitingList(filter: { districtId: $id }) ${families} }`,
        { id: districtId },
        as,
      );
      expect(errors).toEqual([]);
      const ids = [data.families, data.waitingList].map(({ edges }) =>
        edges.map(({ node }: { node: { id: string } }) => node.id),
      );
      return { ids, cursor: data.families.pageInfo.endCursor };
    };
    expect((await found(bea)).ids).toEqual([[family.id], [request.id]]);
    await protect();
    expect(await found(bea)).toEqual({ ids: [[], []], cursor: null });
    expect((await found(lea)).ids).toEqual([[family.id], [request.id]]);
    // Without the filter it is in the lists as any other.
    const { data } = await ask('{ waitingList(first: 100) { edges { node { id } } } }', {}, bea);
    expect(JSON.stringify(data)).toContain(request.id);
  });

  it('is no part of what a place is judged by, nor told by what was judged before', async () => {
    const child = await givenChild(graph.db, { familyId: family.id });
    const near = await givenSection(graph.db);
    const told = { key: 'DISTANCE_WITHIN', parameters: { kilometres: 1 } } as const;
    const reason = { criterion: 'DISTANCE', weight: 20, value: 1, contribution: 20, told } as const;
    const booking = await givenBooking(graph.db, {
      ...{ childId: child.id, sectionId: near.id, explanation: { score: 20, reasons: [reason] } },
    });
    const explained = async (as: TestUser) =>
      (
        await ask(
          'query ($id: ID!) { booking(id: $id) { explanation { score reasons { value sentence } } } }',
          { id: booking.id },
          as,
        )
      ).data.booking.explanation;
    const options = async (as: TestUser) => {
      const need = {
        childId: child.id,
        kind: 'SHORT_TERM',
        startsAt: '2026-03-05T08:00:00Z',
        endsAt: '2026-03-05T10:00:00Z',
      };
      const { data } = await ask(
        `query ($need: CareNeedInput!) { careOptions(need: $need) { options { reasons { criterion contribution sentence } } } }`,
        { need },
        as,
      );
      const [{ reasons }] = data.careOptions.options;
      return reasons.find(({ criterion }: { criterion: string }) => criterion === 'DISTANCE');
    };
    const KNOWN = { score: 20, reasons: [{ value: 1, sentence: 'À moins de 1 km du domicile.' }] };
    expect(await explained(bea)).toEqual(KNOWN);
    expect((await options(bea)).sentence).toContain('km du domicile');
    await protect();
    const sentence = 'Distance au domicile non communiquée.';
    expect(await explained(bea)).toEqual({ score: 10, reasons: [{ value: 0.5, sentence }] });
    expect(await explained(lea)).toEqual(KNOWN);
    // Of all: whoever books by it would tell others by the place.
    for (const as of [bea, lea])
      expect(await options(as)).toEqual({ criterion: 'DISTANCE', contribution: 10, sentence });
  });

  it('is found out by no change: neither by its refusal, nor by whether anything changed', async () => {
    await protect();
    const { version } = await graph.db.findOneByOrFail(Family, { id: family.id });
    const CHANGE = `mutation ($input: ChangeAddressInput!) { changeAddress(input: $input) {
      family { version address { street } } refusal { reason message } } }`;
    const address = { street: STREET, postalCode: '44300', city: 'Nantes' };
    const change = async (given: object, as: TestUser) => {
      const input = { familyId: family.id, version, address, since: '2026-01-05', ...given };
      return (await ask(CHANGE, { input }, as)).data.changeAddress;
    };
    for (const given of [
      {},
      { version: 99 },
      { since: '2020-01-01' },
      { address: { ...address, street: 'x' } },
    ])
      expect((await change(given, bea)).refusal.reason).toBe('ADDRESS_PROTECTED');
    expect((await change({}, lea)).family).toEqual({ version, address: { street: STREET } });

    const CORRECT = `mutation ($input: CorrectAdultInput!) { correctAdult(input: $input) { adult { phone version } refusal { reason } } }`;
    const correct = async (given: object, as: TestUser) =>
      (await ask(CORRECT, { input: { adultId: adult.id, version: 1, ...given } }, as)).data.correctAdult;
    for (const phone of [PHONE, '0611111111', null])
      expect((await correct({ phone }, bea)).refusal.reason).toBe('ADDRESS_PROTECTED');
    expect((await correct({ needsInterpreter: true }, bea)).adult).toEqual({ phone: null, version: 2 });
    expect((await graph.db.findOneByOrFail(Adult, { id: adult.id })).phone).toBe(PHONE);

    const ADD = `mutation ($input: AddAdultInput!) { addAdult(input: $input) { adult { id } refusal { reason } } }`;
    const again = { id: adult.id, firstName: 'Awa', lastName: 'Lefort', phone: PHONE };
    const add = async (as: TestUser) =>
      (await ask(ADD, { input: { familyId: family.id, adult: again } }, as)).data.addAdult;
    expect((await add(bea)).refusal.reason).toBe('CONFLICT');
    expect((await add(lea)).adult.id).toBe(adult.id);

    const REGISTER = `mutation ($input: RegisterFamilyInput!) { registerFamily(input: $input) { family { id } refusal { reason } } }`;
    const household = { householdKind: 'LONE_PARENT', displayName: 'Lefort', address, districtId };
    const register = async (as: TestUser) => {
      const input = { id: family.id, family: household, adults: [again], children: [] };
      return (await ask(REGISTER, { input }, as)).data.registerFamily;
    };
    expect((await register(bea)).refusal.reason).toBe('CONFLICT');
    expect((await register(lea)).family).toEqual({ id: family.id });
  });

  it('is of no district in figures', async () => {
    const quarter = {
      from: Temporal.PlainDate.from('2026-01-01'),
      to: Temporal.PlainDate.from('2026-03-31'),
    };
    await graph.db.query('delete from address_protections');
    await graph.db.query('update families set district_id = $1', [districtId]);
    const isAnyWithout = async () =>
      (await areasOfFamilies(graph.db, quarter)).some((area) => area.districtId === null);
    expect(await isAnyWithout()).toBe(false);
    await protect();
    expect(await isAnyWithout()).toBe(true);
  });
});

const told = async (familyId = family.id) =>
  (await graph.published())
    .filter((each) => each.familyId === familyId && each.type === 'relais.family.changed.v1')
    .map(({ data }) => data);
const RENAME = `mutation ($input: ChangeHouseholdInput!) { changeHousehold(input: $input) { family { version } } }`;
const rename = async (displayName: string) => {
  const { version } = await graph.db.findOneByOrFail(Family, { id: family.id });
  await ask(RENAME, { input: { familyId: family.id, version, displayName } }, lea);
};

describe('protecting an address', () => {
  it('is a record: on what it rests, why, by whom, from when to when', async () => {
    const { addressProtection, notYetTold, refusal } = await protect({}, lea);
    expect(refusal).toBeNull();
    expect(notYetTold).toEqual([]);
    expect(addressProtection).toEqual({
      ...{ id: expect.any(String), basis: 'COURT_ORDER', reason: 'Menaces', version: 1, beganBy: 'lea' },
      ...{ beganAt: NOW.toISOString(), endedAt: null, endedBy: null, endReason: null },
      family: { id: family.id },
    });
    const ended = await end({ addressProtectionId: addressProtection.id });
    expect(ended.addressProtection).toMatchObject({
      ...{ endedAt: NOW.toISOString(), endedBy: 'lea', endReason: 'Partie à Rennes', version: 2 },
    });
    expect((await readBy(bea)).family).toMatchObject({
      ...WHOLE,
      addressProtections: [{ basis: 'COURT_ORDER', reason: 'Menaces', endedAt: NOW.toISOString() }],
    });
    const TIMELINE =
      'query ($id: ID!) { familyById(id: $id) { careTimeline { edges { node { kind sentence } } } } }';
    const { data } = await ask(TIMELINE, { id: family.id }, bea);
    expect(data.familyById.careTimeline.edges.map(({ node }: { node: object }) => node)).toEqual([
      { kind: 'ADDRESS_PROTECTION_ENDED', sentence: 'Fin de la protection de l’adresse.' },
      {
        kind: 'ADDRESS_PROTECTED',
        sentence: 'Adresse protégée : seule l’équipe de suivi la lit désormais.',
      },
    ]);
  });

  it('tells the others no district any more, and nothing that was told of it before', async () => {
    await rename('Le Fort');
    expect((await told()).at(-1)).toMatchObject({
      ...{
        districtId,
        homes: [
          { districtId, from: '2025-01-01' },
          { districtId, from: '2026-01-05' },
        ],
      },
    });
    const addressProtectionId = await open();
    await rename('Lefort');
    const all = await told();
    expect(all).toHaveLength(3);
    expect(JSON.stringify(all)).not.toContain(districtId);
    expect(all.at(-1)).toMatchObject({
      ...{
        districtId: null,
        homes: [
          { districtId: null, from: '2025-01-01' },
          { districtId: null, from: '2026-01-05' },
        ],
      },
    });
    expect((await end({ addressProtectionId })).notYetTold).toEqual([]);
    expect((await told()).at(-1)).toMatchObject({ districtId, version: 5 });
  });

  it('goes with a file that is merged into another', async () => {
    const { districtId: other } = { districtId: (await givenDistrict(graph.db)).id };
    const survivor = await givenFamily(graph.db, { districtId: other });
    const addressProtectionId = await open();
    const MERGE = `mutation ($input: MergeFamiliesInput!) { mergeFamilies(input: $input) { family { id } notYetTold refusal { reason } } }`;
    const { version } = await graph.db.findOneByOrFail(Family, { id: family.id });
    const input = {
      survivorId: survivor.id,
      survivorVersion: 1,
      duplicateId: family.id,
      duplicateVersion: version,
    };
    expect((await ask(MERGE, { input }, bea)).data.mergeFamilies).toEqual({
      ...{ family: { id: survivor.id }, notYetTold: [], refusal: null },
    });
    expect(JSON.stringify([...(await told()), ...(await told(survivor.id))])).not.toMatch(
      new RegExp(`${districtId}|${other}`),
    );
    const dropped = family;
    family = { ...family, id: survivor.id } as Family;
    expect((await readBy(bea)).because).toMatchObject({ address: 'RESTRICTED' });
    expect((await end({ addressProtectionId })).refusal).toBeNull();
    expect((await readBy(bea)).family.address).not.toBeNull();
    // What whoever merged could not read went along: the home of the dropped file, and where it lived before.
    const { data } = await ask(ADDRESSES, { id: survivor.id }, bea);
    expect(data.familyById.addresses.map(({ address }: { address: Address }) => address.street)).toEqual([
      '3 rue des Alouettes',
      ...[STREET, STREET],
    ]);
    expect(await graph.db.countBy(FamilyHome, { familyId: dropped.id })).toBe(0);
    // What is told of the dropped file is told anew with that of the one that stays.
    expect((await told(dropped.id)).at(-1)).toMatchObject({ mergedInto: survivor.id, districtId });
  });

  it.each([
    ['protect', 'merge'],
    ['merge', 'protect'],
  ] as const)('is not lost between two who wait for the file: %s, then %s', async (...order) => {
    const survivor = await givenFamily(graph.db);
    const MERGE = `mutation ($input: MergeFamiliesInput!) { mergeFamilies(input: $input) { refusal { reason } } }`;
    const versions = { survivorVersion: 1, duplicateVersion: family.version };
    const merging = { input: { survivorId: survivor.id, duplicateId: family.id, ...versions } };
    const begin = {
      protect: () => protect(),
      merge: async () => (await ask(MERGE, merging, bea)).data.mergeFamilies,
    };
    const holder = graph.running.db.createQueryRunner();
    await holder.startTransaction();
    await holder.query('select from families where id = any($1) order by id for update', [
      [family.id, survivor.id],
    ]);
    const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    const begun: Promise<{ refusal: object | null }>[] = [];
    for (const what of order) {
      begun.push(begin[what]());
      while ((await graph.db.query(waiting)).length < begun.length) await setTimeout(5);
    }
    await holder.commitTransaction();
    await holder.release();
    const answers = await Promise.all(begun);
    const isDone = (what: 'protect' | 'merge') => answers[order.indexOf(what)]?.refusal === null;
    expect(isDone(order[0])).toBe(true);
    if (isDone('merge')) family = { ...family, id: survivor.id } as Family;
    expect((await readBy(bea)).because.address).toBe(isDone('protect') ? 'RESTRICTED' : undefined);
  });

  it('is done once, however often it is sent', async () => {
    const id = newId();
    const first = await protect({ id });
    expect(await protect({ id })).toEqual(first);
    expect((await protect({ id, reason: 'Autre' })).refusal.reason).toBe('CONFLICT');
    expect(await graph.db.countBy(AddressProtection, { familyId: family.id })).toBe(1);
  });

  it('is refused with a reason', async () => {
    expect((await protect({ reason: ' ' })).refusal.reason).toBe('REASON_MISSING');
    expect((await protect({ familyId: newId() })).refusal.reason).toBe('UNKNOWN_FAMILY');
    // By a referral one reads only, and others see nothing.
    for (const as of [max, nora]) expect((await protect({}, as)).refusal.reason).toBe('UNKNOWN_FAMILY');
    await protect();
    expect((await protect()).refusal.reason).toBe('PROTECTED_ALREADY');
  });

  it('is ended by the team only, who reads the address in any case', async () => {
    const addressProtectionId = await open();
    expect((await end({ addressProtectionId }, bea)).refusal.reason).toBe('ONLY_ITS_TEAM');
    for (const as of [max, nora])
      expect((await end({ addressProtectionId }, as)).refusal.reason).toBe('UNKNOWN_ADDRESS_PROTECTION');
    expect((await end({ addressProtectionId: newId() })).refusal.reason).toBe('UNKNOWN_ADDRESS_PROTECTION');
    expect((await end({ addressProtectionId, version: 7 })).refusal.reason).toBe('STALE_VERSION');
    expect((await end({ addressProtectionId, reason: '' })).refusal.reason).toBe('REASON_MISSING');
    expect((await readBy(bea)).family.address).toBeNull();
    await end({ addressProtectionId }, coordinator('anne'));
    expect((await end({ addressProtectionId })).refusal.reason).toBe('ENDED_ALREADY');
  });
});

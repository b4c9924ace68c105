import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { advisor, caseworker } from '@relais/platform/testing/test-users.ts';
import { givenDistrict } from '../../centres/centres/centre.builder.ts';
import { givenFamily } from '../../families/families/family.builder.ts';
import { CareStep } from '../../history/care-history/care-step.ts';
import { subgraph } from '../../subgraph.ts';

const CHANGE = `mutation ($input: ChangeAddressInput!) {
  changeAddress(input: $input) {
    family { version address { street } position { latitude } district { id }
      addresses { address { street postalCode city } fromDay untilDay district { id } } }
    refusal { reason message isQuestion }
  }
}`;

let graph: TestSubgraph;
let familyId: string;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: new Date('2026-03-02T10:00:00+01:00') });
});
beforeEach(async () => {
  familyId = (await givenFamily(graph.db)).id;
});
afterAll(() => graph.close());

const quay = { street: '8 quai de la Fosse', postalCode: '44000', city: 'Nantes' };
const change = async (facts = {}) => {
  const input = { familyId, version: 1, address: quay, since: '2026-03-02', ...facts };
  const { data, errors } = await graph.query(CHANGE, { input }, caseworker());
  expect(errors).toEqual([]);
  return data.changeAddress;
};
const daysOf = (family: { addresses: { fromDay: string; untilDay: string | null }[] }) =>
  family.addresses.map(({ fromDay, untilDay }) => [fromDay, untilDay]);

const position = { latitude: 47.25, longitude: -1.55 };
const outline = [
  [-1.6, 47.2],
  [-1.5, 47.2],
  [-1.5, 47.3],
  [-1.6, 47.3],
] as const;

describe('an address said again as it is known', () => {
  it('raises no version, keeps no address behind and writes no history', async () => {
    const { family } = await change({ since: '2026-02-20' });
    const again = await change({ version: 2, since: '2026-02-20' });

    expect(again).toEqual({ family, refusal: null });
    expect(await graph.db.countBy(CareStep, { familyId })).toBe(1);
  });
});

describe('where a family lives on the map', () => {
  it('gives the district, which stays with the position when the address is only corrected', async () => {
    const { id } = await givenDistrict(graph.db, { outline });
    const moved = await change({ position, since: '2026-02-20' });
    expect(moved.family).toMatchObject({ position: { latitude: 47.25 }, district: { id } });

    const corrected = await change({
      version: 2,
      since: '2026-02-20',
      address: { ...quay, street: '8 quai' },
    });
    expect(corrected.family).toMatchObject({ position: { latitude: 47.25 }, district: { id } });
    await graph.db.query("update districts set outline = '[]' where id = $1", [id]);
  });

  it('is not dropped without a word: confirmed, or said not to be known', async () => {
    const { id: districtId } = await givenDistrict(graph.db);
    await change({ position, districtId });
    const next = { version: 2, since: '2026-03-02', address: { ...quay, street: '1 rue Crébillon' } };
    await graph.db.query('update families set address_since = $2 where id = $1', [familyId, '2026-02-01']);

    expect(await change(next)).toMatchObject({
      family: null,
      refusal: { reason: 'ADDRESS_NOT_LOCATED', isQuestion: true },
    });
    expect((await change({ ...next, districtId })).refusal.reason).toBe('ADDRESS_NOT_LOCATED');
    const unknown = await change({ ...next, position: null, districtId: null });
    expect(unknown.family).toMatchObject({ position: null, district: null });
    await change({ ...next, version: 3, position, districtId });
    await graph.db.query('update families set address_since = $2 where id = $1', [familyId, '2026-02-01']);
    expect((await change({ ...next, version: 4, confirmed: true })).family.position).toBeNull();
  });

  it.each([
    ['POSITION_FAR_AWAY', { position: { latitude: -1.55, longitude: 47.2 } }],
    ['POSITION_FAR_AWAY', { position: { latitude: 0, longitude: 0 } }],
  ])('is asked about as %s when nobody can come from there', async (reason, facts) => {
    await givenDistrict(graph.db);
    expect((await change(facts)).refusal.reason).toBe(reason);
    expect((await change({ ...facts, confirmed: true })).refusal).toBeNull();
  });
});

describe('a family that moves', () => {
  it('lives at the new address, and where it lived before stays known with its days', async () => {
    const { id: districtId } = await givenDistrict(graph.db);
    const { family } = await change({
      districtId,
      position: { latitude: 47.2, longitude: -1.56 },
      since: '2026-02-20',
    });

    expect(family).toEqual({
      version: 2,
      address: { street: quay.street },
      position: { latitude: 47.2 },
      district: { id: districtId },
      addresses: [
        { address: quay, fromDay: '2026-02-20', untilDay: null, district: { id: districtId } },
        {
          address: { street: '3 rue des Alouettes', postalCode: '44300', city: 'Nantes' },
          fromDay: '2026-01-05',
          untilDay: '2026-02-20',
          district: null,
        },
      ],
    });
  });

  it('is told to the other agencies with its new district, and without its address', async () => {
    const { id: districtId } = await givenDistrict(graph.db);
    await change({ districtId });

    const told = (await graph.published()).filter((event) => event.familyId === familyId);
    expect(told.map(({ data }) => [data.version, data.districtId])).toEqual([[2, districtId]]);
    expect(JSON.stringify(told)).not.toContain('quai');
  });

  it('moves again, and a typing error of the same day is corrected without forgetting it', async () => {
    await change({ since: '2026-02-20' });
    await change({ version: 2, since: '2026-03-01', address: { ...quay, street: '1 rue Crebilon' } });
    const { family } = await change({
      version: 3,
      since: '2026-03-01',
      address: { ...quay, street: '1 rue Crébillon' },
    });

    expect(family.address.street).toBe('1 rue Crébillon');
    expect(daysOf(family)).toEqual([
      ['2026-03-01', null],
      ['2026-03-01', '2026-03-01'],
      ['2026-02-20', '2026-03-01'],
      ['2026-01-05', '2026-02-20'],
    ]);
    const steps = await graph.db.find(CareStep, { where: { familyId }, order: { id: 'ASC' } });
    expect(steps.map(({ kind }) => kind)).toEqual([
      'ADDRESS_CHANGED',
      'ADDRESS_CHANGED',
      'ADDRESS_CORRECTED',
    ]);
  });

  it.each([
    ['UNKNOWN_FAMILY', { familyId: newId() }],
    ['STALE_VERSION', { version: 2 }],
    ['HOLDS_FROM_A_COMING_DAY', { since: '2026-03-03' }],
    ['BEFORE_THE_PRESENT_ADDRESS', { since: '2026-01-04' }],
    ['ADDRESS_NOT_UNDERSTOOD', { address: { ...quay, postalCode: '44' } }],
    ['POSITION_NOT_ON_THE_MAP', { position: { latitude: 91, longitude: 0 } }],
    ['UNKNOWN_DISTRICT', { districtId: newId() }],
  ])('is refused as %s, and nothing changes', async (reason, facts) => {
    expect(await change(facts)).toMatchObject({ family: null, refusal: { reason } });
    expect(await graph.db.query('select id from family_addresses where family_id = $1', [familyId])).toEqual(
      [],
    );
  });

  it('gives its second change to one of two who saw the same version', async () => {
    const answers = await Promise.all([change(), change()]);
    expect(answers.map(({ refusal }) => refusal?.reason ?? 'changed').sort()).toEqual([
      'STALE_VERSION',
      'changed',
    ]);
  });

  it('shows nothing of it to advisors', async () => {
    const { data, errors } = await graph.resolveReferences(
      'Family',
      [{ id: familyId }],
      '{ addresses { fromDay } formerAdults { id } formerChildren { id } }',
      advisor(),
    );
    expect(data).toEqual([{ addresses: null, formerAdults: null, formerChildren: null }]);
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual([
      'NOT_SHARED',
      'NOT_SHARED',
      'NOT_SHARED',
    ]);
  });
});

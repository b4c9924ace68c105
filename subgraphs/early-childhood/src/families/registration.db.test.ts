import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { advisor, caseworker, centreStaff, coordinator } from '@relais/platform/testing/test-users.ts';
import { givenDistrict } from '../centres/centre.builder.ts';
import { subgraph } from '../subgraph.ts';
import { Family } from './family.ts';

const REGISTER = `mutation ($input: RegisterFamilyInput!) {
  answer: registerFamily(input: $input) {
    family {
      id reference displayName householdKind version registeredAt
      address { street postalCode city } position { latitude longitude } district { name }
      adults { id firstName lastName phone preferredLanguage needsInterpreter }
      children { firstName birthDate expectedDate careAlerts mayBeCollectedBy vaccinationCheckedOn }
    }
    refusal { reason message }
  }
}`;

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: new Date('2026-03-02T10:00:00+01:00') });
});
afterAll(() => graph.close());

const awa = { firstName: 'Awa', lastName: 'Diallo', phone: '06 12 34 56 78' };
const tom = { firstName: 'Tom', lastName: 'Diallo', birthDate: '2024-06-01' };
const home = {
  householdKind: 'LONE_PARENT',
  address: { street: '3 rue des Alouettes', postalCode: '44300', city: 'Nantes' },
};
type Facts = Readonly<Record<string, unknown>>;

const change = async (document: string, input: Facts, user = coordinator()) => {
  const { data, errors } = await graph.query(document, { input }, user);
  expect(errors).toEqual([]);
  return data.answer;
};
const register = (input: Facts = {}, user = coordinator()) =>
  change(REGISTER, { family: home, adults: [awa], children: [tom], ...input }, user);

const eventsOf = async (familyId: string) =>
  (await graph.published()).filter((event) => event.familyId === familyId);

describe('registering a family', () => {
  it('answers with the whole file and a readable reference', async () => {
    const { id: districtId } = await givenDistrict(graph.db);

    const { family, refusal } = await register({
      family: { ...home, districtId, position: { latitude: 47.25, longitude: -1.56 } },
      children: [
        {
          ...tom,
          careAlerts: ['Arachide'],
          mayBeCollectedBy: ['Fatou Diallo'],
          vaccinationCheckedOn: '2026-02-01',
        },
        { lastName: 'Diallo', expectedDate: '2026-06-15' },
      ],
    });

    expect(refusal).toBeNull();
    expect(family).toMatchObject({
      reference: expect.stringMatching(/^NAN-\d{6,}$/),
      displayName: 'Diallo',
      version: 1,
      registeredAt: '2026-03-02T09:00:00.000Z',
      address: home.address,
      position: { latitude: 47.25, longitude: -1.56 },
      district: { name: 'Nantes Nord' },
      adults: [{ firstName: 'Awa', phone: '+33612345678', preferredLanguage: 'fr', needsInterpreter: false }],
      children: [
        {
          firstName: 'Tom',
          birthDate: '2024-06-01',
          careAlerts: ['Arachide'],
          mayBeCollectedBy: ['Fatou Diallo'],
        },
        { firstName: null, birthDate: null, expectedDate: '2026-06-15' },
      ],
    });
  });

  it('tells the other agencies ids and reference, no names', async () => {
    const { family } = await register();

    expect(await eventsOf(family.id)).toEqual([
      {
        type: 'relais.family.changed.v1',
        familyId: family.id,
        data: {
          familyId: family.id,
          reference: family.reference,
          version: 1,
          adultIds: [family.adults[0].id],
          districtId: null,
        },
      },
    ]);
  });

  it('registers once, however often it is sent with one id', async () => {
    const id = newId();

    const answers = await Promise.all([register({ id }), register({ id }), register({ id })]);

    expect(answers.map(({ family }) => family.id)).toEqual([id, id, id]);
    expect(await eventsOf(id)).toHaveLength(1);
  });

  it('refuses an id that was used for another family, or a member’s for another person', async () => {
    const [id, adultId, childId] = [newId(), newId(), newId()];
    await register({ id, adults: [{ ...awa, id: adultId }], children: [{ ...tom, id: childId }] });

    expect((await register({ id, children: [] })).family.id).toBe(id);
    expect((await register({ id, adults: [{ ...awa, lastName: 'Ba' }] })).refusal.reason).toBe('CONFLICT');
    expect((await register({ adults: [{ ...awa, id: adultId }] })).refusal.reason).toBe('CONFLICT');
    expect((await register({ children: [{ ...tom, id: childId }] })).refusal.reason).toBe('CONFLICT');
  });

  it.each<[string, Facts]>([
    ['ADULT_MISSING', { adults: [] }],
    ['NAME_MISSING', { children: [{ ...tom, firstName: ' ' }] }],
    ['PHONE_NOT_UNDERSTOOD', { adults: [{ ...awa, phone: '12' }] }],
    ['ADDRESS_NOT_UNDERSTOOD', { family: { ...home, address: { ...home.address, postalCode: '443' } } }],
    ['UNKNOWN_DISTRICT', { family: { ...home, districtId: newId() } }],
  ])('is refused as %s, and nothing is stored', async (reason, input) => {
    const before = await graph.db.count(Family);

    const { family, refusal } = await register(input);

    expect(family).toBeNull();
    expect(refusal.reason).toBe(reason);
    expect(await graph.db.count(Family)).toBe(before);
  });

  it('is for coordinators and caseworkers', async () => {
    expect((await register({}, caseworker())).refusal).toBeNull();
    for (const user of [advisor(), centreStaff()]) {
      const { errors } = await graph.query(REGISTER, { input: { family: home, adults: [awa] } }, user);
      expect(errors[0]?.extensions?.code).toBe('FORBIDDEN');
    }
  });
});

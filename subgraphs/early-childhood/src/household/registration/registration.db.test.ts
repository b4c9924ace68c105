import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenFollowers } from '@relais/platform/followers/followers.builder.ts';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { advisor, caseworker, centreStaff, coordinator } from '@relais/platform/testing/test-users.ts';
import { givenDistrict } from '../../centres/centres/centre.builder.ts';
import { Family } from '../../families/families/family.ts';
import { subgraph } from '../../subgraph.ts';

const REGISTER = `mutation ($input: RegisterFamilyInput!) {
  answer: registerFamily(input: $input) {
    family {
      id reference displayName householdKind version registeredAt
      address { street postalCode city } position { latitude longitude } district { name }
      adults { id firstName lastName phone preferredLanguage needsInterpreter }
      children { firstName birthDate expectedDate careAlerts mayBeCollectedBy vaccinationCheckedOn }
    }
    possibleDuplicates { child { firstName } nextStep }
    refusal { reason message isQuestion }
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

const eventsOf = async (familyId: string, told = 'relais.family.changed.v1') =>
  (await graph.published()).filter(({ type, ...event }) => event.familyId === familyId && type === told);

describe('registering a family', () => {
  it('answers its members in the order in which they were sent, also when it is sent again', async () => {
    const firstNames = ['Zoé', 'Tom', 'Awa'];
    const input = {
      id: newId(),
      adults: ['Zacharie', 'Bintou', 'Moussa'].map((firstName) => ({ ...awa, firstName })),
      children: firstNames.map((firstName, index) => ({
        ...tom,
        firstName,
        birthDate: `202${4 - index}-06-01`,
      })),
    };
    for (const _time of ['first', 'again']) {
      const { family } = await register(input);
      const namesOf = (members: { firstName: string }[]) => members.map(({ firstName }) => firstName);
      expect(namesOf(family.adults)).toEqual(['Zacharie', 'Bintou', 'Moussa']);
      expect(namesOf(family.children)).toEqual(firstNames);
    }
  });

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

  it('tells the other agencies ids, reference and who registered it, no names of the family', async () => {
    const { family } = await register({}, coordinator('lea'));

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
          registeredOn: '2026-03-02',
          homes: [{ districtId: null, from: '2026-03-02' }],
          registeredBy: { sub: 'lea', name: 'lea', role: 'CARE_COORDINATOR', agency: 'ville-de-nantes' },
        },
      },
    ]);
  });

  it('has who registered it follow the family from the same transaction on', async () => {
    const { family } = await register();
    const [told] = await eventsOf(family.id);
    const { sub } = Object(told?.data.registeredBy);
    expect(
      await graph.db.query(
        'select sub, relation, from_on::text as from from followers where family_id = $1',
        [family.id],
      ),
    ).toEqual([{ sub, relation: 'TEAM', from: '2026-03-02' }]);
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

describe('what looks wrong is asked about, and confirmed', () => {
  it.each<[string, Facts]>([
    ['ADULT_AGE_UNLIKELY', { adults: [{ ...awa, birthDate: '2024-01-01' }] }],
    ['ADULT_AGE_UNLIKELY', { adults: [{ ...awa, birthDate: '1901-01-01' }, awa] }],
    ['ADULT_NOT_OLDER_THAN_CHILD', { adults: [{ ...awa, birthDate: '2013-05-01' }] }],
    ['POSITION_FAR_AWAY', { family: { ...home, position: { latitude: -1.6075, longitude: 47.2054 } } }],
    ['POSITION_FAR_AWAY', { family: { ...home, position: { latitude: 0, longitude: 0 } } }],
  ])('%s', async (reason, input) => {
    await givenDistrict(graph.db);
    const asked = await register(input);
    expect(asked).toMatchObject({ family: null, refusal: { reason, isQuestion: true } });
    expect((await register({ ...input, confirmed: true })).refusal).toBeNull();
  });

  it('what is bad is refused all the same', async () => {
    const children = [{ ...tom, vaccinationCheckedOn: '2031-01-01' }];
    expect((await register({ children, confirmed: true })).refusal).toMatchObject({
      reason: 'VACCINATION_IN_THE_FUTURE',
      isQuestion: false,
    });
    const named = [{ ...tom, firstName: 'a'.repeat(5_000) }];
    expect((await register({ children: named, confirmed: true })).refusal.reason).toBe('NAME_TOO_LONG');
  });

  it('of an adult or a child who joins', async () => {
    const { family } = await register({ adults: [{ ...awa, birthDate: '1995-01-01' }] });
    const add = async (door: string, input: Facts) => {
      const type = `${door[0]?.toUpperCase()}${door.slice(1)}Input!`;
      const document = `mutation ($input: ${type}) { answer: ${door}(input: $input) { refusal { reason } } }`;
      const { refusal } = await change(document, { familyId: family.id, ...input });
      return refusal?.reason ?? null;
    };
    const adult = { ...awa, birthDate: '2013-01-01' };
    expect(await add('addAdult', { adult })).toBe('ADULT_NOT_OLDER_THAN_CHILD');
    expect(await add('addAdult', { adult, confirmed: true })).toBeNull();
    const child = { ...tom, firstName: 'Léo' };
    expect(await add('addChild', { child })).toBe('ADULT_NOT_OLDER_THAN_CHILD');
    expect(await add('addChild', { child, confirmed: true })).toBeNull();
  });
});

describe('a district', () => {
  const outline = [
    [-1.6, 47.2],
    [-1.5, 47.2],
    [-1.5, 47.3],
    [-1.6, 47.3],
  ] as const;
  const position = { latitude: 47.25, longitude: -1.55 };

  it('follows from the position, and another one is asked about', async () => {
    const fresh = await testSubgraph(subgraph, { now: new Date('2026-03-02T10:00:00+01:00') });
    const [inside, outside] = [
      await givenDistrict(fresh.db, { name: 'Inside', outline }),
      await givenDistrict(fresh.db, { name: 'Outside' }),
    ];
    const registerAt = async (facts: Facts) => {
      const input = { family: { ...home, position, ...facts }, adults: [awa] };
      const { data } = await fresh.query(REGISTER, { input }, coordinator());
      return data.answer;
    };
    expect((await registerAt({})).family.district).toEqual({ name: 'Inside' });
    expect((await registerAt({ districtId: inside.id })).refusal).toBeNull();
    expect((await registerAt({ districtId: outside.id })).refusal.reason).toBe(
      'POSITION_IN_ANOTHER_DISTRICT',
    );
    await fresh.close();
  });
});

describe('a child who is registered already', () => {
  const zoe = { firstName: 'Zoé', lastName: "N'Diaye-Le Goff", birthDate: '2023-04-05' };
  const logOf = (sub: string) =>
    graph.db.query(
      'select outcome, found_family_ids from family_lookups where asked_by = $1 order by asked_at',
      [sub],
    );

  it('is a hint, however its name is written, that tells no more than a look-up and is recorded as one', async () => {
    const first = await register({ children: [zoe] });
    expect(first.possibleDuplicates).toEqual([]);
    const sub = newId();
    const again = { ...zoe, firstName: 'ZOE', lastName: 'Ndiaye Le  Goff' };

    const { family, refusal, possibleDuplicates } = await register(
      { children: [{ ...tom, birthDate: '2022-09-09' }, again] },
      caseworker(sub),
    );

    expect(refusal).toBeNull();
    expect(family.reference).not.toBe(first.family.reference);
    expect(possibleDuplicates).toEqual([
      {
        child: { firstName: 'ZOE' },
        nextStep: expect.stringMatching(/^Un enfant de ce nom et de cette date/),
      },
    ]);
    expect(await logOf(sub)).toEqual([{ outcome: 'FOUND', found_family_ids: [first.family.id] }]);
  });

  it('is told of a child who joins, and not of one with another first name or day', async () => {
    await register({ children: [zoe] });
    const sub = newId();
    const { family } = await register({ children: [] });
    await givenFollowers(graph.db, family.id, [{ sub, relation: 'TEAM' }]);
    const add = async (child: Facts) => {
      const document = `mutation ($input: AddChildInput!) { answer: addChild(input: $input) {
        possibleDuplicates { nextStep } refusal { reason } } }`;
      return (await change(document, { familyId: family.id, child }, caseworker(sub))).possibleDuplicates
        .length;
    };
    expect(await add(zoe)).toBe(1);
    expect(await add({ ...zoe, firstName: 'Inès' })).toBe(0);
    expect(await add({ ...zoe, birthDate: '2023-04-06' })).toBe(0);
    const outcomes = (await logOf(sub)).map(({ outcome }: { outcome: string }) => outcome);
    expect(outcomes.sort()).toEqual(['FOUND', 'NOT_FOUND', 'NOT_FOUND']);
  });

  it('is no hint any more for who has asked too often, but is registered', async () => {
    const sub = newId();
    await graph.db.query(
      `insert into family_lookups (id, asked_by, asked_at, outcome, found_family_ids)
       select gen_random_uuid(), $1, $2, 'NOT_FOUND', '{}' from generate_series(1, 30)`,
      [sub, new Date('2026-03-02T09:30:00+01:00')],
    );
    await register({ children: [zoe] });
    const { family, possibleDuplicates } = await register({ children: [zoe] }, caseworker(sub));
    expect([Boolean(family), possibleDuplicates]).toEqual([true, []]);
    const [last] = (await logOf(sub)).slice(-1);
    expect(last.outcome).toBe('TURNED_AWAY');
  });
});

describe('a reference', () => {
  it('is not used up by what is refused or sent again', async () => {
    const [id, adultId] = [newId(), newId()];
    const first = await register({ id, adults: [{ ...awa, id: adultId }] });
    await register({ id, adults: [{ ...awa, id: adultId }] });
    await register({ id, adults: [{ ...awa, lastName: 'Ba' }] });
    await register({ adults: [{ ...awa, id: adultId }] });
    await register({ family: { ...home, districtId: newId() } });
    await register({ adults: [{ ...awa, birthDate: '2024-01-01' }] });
    await register({ adults: [] });
    const next = await register();
    const numberOf = ({ family }: { family: { reference: string } }) => Number(family.reference.slice(4));
    expect(numberOf(next)).toBe(numberOf(first) + 1);
  });
});

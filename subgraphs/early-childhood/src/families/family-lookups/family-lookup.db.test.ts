import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import {
  auditor,
  caseworker,
  centreStaff,
  coordinator,
  type TestUser,
} from '@relais/platform/testing/test-users.ts';
import { Temporal } from 'temporal-polyfill';
import { subgraph } from '../../subgraph.ts';
import { givenAdult, givenChild, givenFamily } from '../families/family.builder.ts';
import { Family } from '../families/family.ts';
import { MOST_LOOKUPS_PER_HOUR } from './family-lookup.rules.ts';
import { FamilyLookup } from './family-lookup.ts';

const LOOK_UP = `mutation ($surname: String!, $childBirthDate: Date!) {
  lookUpFamily(input: { surname: $surname, childBirthDate: $childBirthDate }) {
    lookup { exists handle nextStep } refusal { reason message }
  }
}`;
const LOG = `query ($askedBy: String, $first: Int! = 20, $after: String) {
  familyLookups(askedBy: $askedBy, first: $first, after: $after) {
    edges { node { askedBy askedAt outcome foundReferences } } pageInfo { hasNextPage endCursor }
  }
}`;

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: new Date('2026-03-02T10:00:00+01:00') });
});
afterAll(() => graph.close());

const lookUp = async (surname: string, childBirthDate: string, user: TestUser = caseworker()) => {
  const { data, errors } = await graph.query(LOOK_UP, { surname, childBirthDate }, user);
  expect(errors).toEqual([]);
  return data.lookUpFamily;
};
const logOf = async (askedBy: string, page = {}) => {
  const { data, errors } = await graph.query(LOG, { askedBy, ...page }, auditor());
  expect(errors).toEqual([]);
  return data.familyLookups;
};
const born = (text: string) => Temporal.PlainDate.from(text);

describe('the handle of a lookup', () => {
  it('is told to who keeps the support teams, for this person and one hour', async () => {
    const child = await givenChild(graph.db, { lastName: 'Ribeiro', birthDate: born('2024-06-03') });
    const { lookup } = await lookUp('Ribeiro', '2024-06-03', caseworker('maud'));
    const told = (await graph.published()).filter(({ type }) => type === 'relais.family.looked-up.v1');
    expect(told.map(({ data }) => data)).toEqual([
      { handle: lookup.handle, familyId: child.familyId, sub: 'maud', until: '2026-03-02T10:00:00.000Z' },
    ]);
  });

  it('is given for one file only, and for one of several none', async () => {
    expect((await lookUp('Inconnu', '2024-06-03')).lookup.handle).toBeNull();
    await givenChild(graph.db, { lastName: 'Sow', birthDate: born('2024-06-04') });
    await givenChild(graph.db, { lastName: 'Sow', birthDate: born('2024-06-04') });
    const { lookup } = await lookUp('Sow', '2024-06-04');
    expect([lookup.exists, lookup.handle]).toEqual([true, null]);
    expect(lookup.nextStep).toMatch(/^Des dossiers existent déjà/);
  });
});

describe('looking a family up before registering it', () => {
  it('says that a file exists and how to go on, and nothing of the file', async () => {
    await givenChild(graph.db, { lastName: 'Diallo', birthDate: born('2024-06-01') });

    expect(await lookUp('Diallo', '2024-06-01')).toEqual({
      lookup: {
        exists: true,
        handle: expect.any(String),
        nextStep:
          'Un dossier existe déjà : n’en créez pas un second. Demandez à rejoindre son groupe de suivi ; le référent vous répondra.',
      },
      refusal: null,
    });
    expect((await lookUp('Diallo', '2024-06-02')).lookup).toEqual({
      exists: false,
      handle: null,
      nextStep:
        'Aucun dossier ne correspond : vérifiez le nom et la date avec la famille, puis inscrivez-la.',
    });
  });

  it.each([
    ['the child’s surname, whatever case and accents', ' LEMAITRE ', '2023-02-03', true],
    ['an adult’s surname', 'Kerambrun', '2023-02-03', true],
    ['the surname of the other family under shared residence', 'ozdemir', '2023-02-03', true],
    ['the day on which a child is expected', 'Lemaître', '2026-08-20', true],
    ['part of a surname', 'Lemai', '2023-02-03', false],
    ['letters between signs', '%Lemaître%', '2023-02-03', true],
    ['a surname whose parts are written otherwise', 'd’ argentré', '2023-02-03', true],
    ['a surname pasted with what nobody sees', '\u200BLe\u00ADmaître\u00A0', '2023-02-03', true],
    ['a first name', 'Zoé', '2023-02-03', false],
    ['the birthday of another family’s child', 'Lemaître', '2023-02-04', false],
  ])('finds by %s: %s, %s → %s', async (_case, surname, day, exists) => {
    const { id: familyId } = await givenFamily(graph.db);
    await givenAdult(graph.db, { familyId, firstName: 'Zoé', lastName: 'Kérambrun' });
    await givenAdult(graph.db, { familyId, lastName: "D'Argentré" });
    const { id: childId } = await givenChild(graph.db, {
      familyId,
      lastName: 'Lemaître',
      birthDate: born('2023-02-03'),
    });
    await givenChild(graph.db, {
      familyId,
      firstName: null,
      lastName: 'Lemaître',
      birthDate: null,
      expectedDate: born('2026-08-20'),
    });
    const { familyId: other } = await givenAdult(graph.db, { lastName: 'Özdemir' });
    await graph.db.query('insert into shared_residences (child_id, other_family_id) values ($1, $2)', [
      childId,
      other,
    ]);
    await givenChild(graph.db, { lastName: 'Autre', birthDate: born('2023-02-04') });

    expect((await lookUp(surname, day)).lookup.exists).toBe(exists);
    await graph.db.query('delete from shared_residences where child_id = $1', [childId]);
  });

  it.each([
    ['NAME_MISSING', ' ', '2024-06-01'],
    ['NAME_MISSING', '%\u200B', '2024-06-01'],
    ['BIRTH_DATE_NOT_PLAUSIBLE', 'Diallo', '1990-06-01'],
  ])('is refused as %s, and counts for nothing', async (reason, surname, day) => {
    const sub = newId();
    const { lookup, refusal } = await lookUp(surname, day, caseworker(sub));

    expect([lookup, refusal.reason]).toEqual([null, reason]);
    expect((await logOf(sub)).edges).toEqual([]);
  });
});

describe('the log of lookups', () => {
  it('shows the auditor who asked, when and which file was found, and holds no name and no birth date', async () => {
    const [sub, lastName] = [newId(), 'Quenouille'];
    const { familyId } = await givenChild(graph.db, { lastName, birthDate: born('2022-02-02') });
    const { reference } = await graph.db.findOneByOrFail(Family, { id: familyId });

    await lookUp(lastName, '2022-02-02', caseworker(sub));
    await lookUp('Nobody', '2022-02-03', caseworker(sub));

    const { edges } = await logOf(sub);
    expect(edges.map(({ node }: { node: object }) => node)).toEqual(
      expect.arrayContaining([
        {
          askedBy: sub,
          askedAt: '2026-03-02T09:00:00.000Z',
          outcome: 'FOUND',
          foundReferences: [reference],
        },
        { askedBy: sub, askedAt: '2026-03-02T09:00:00.000Z', outcome: 'NOT_FOUND', foundReferences: [] },
      ]),
    );
    const stored = JSON.stringify(await graph.db.findBy(FamilyLookup, { askedBy: sub }));
    expect(stored).not.toMatch(/Quenouille|Nobody|2022/i);
  });

  it('is paged', async () => {
    const sub = newId();
    for (const day of ['2022-01-01', '2022-01-02', '2022-01-03'])
      await lookUp('Nobody', day, caseworker(sub));

    const { edges, pageInfo } = await logOf(sub, { first: 2 });
    const next = await logOf(sub, { first: 2, after: pageInfo.endCursor });
    expect([edges.length, pageInfo.hasNextPage, next.edges.length, next.pageInfo.hasNextPage]).toEqual([
      2,
      true,
      1,
      false,
    ]);
  });

  it('is for the auditor, and lookups are not for the staff of centres', async () => {
    const knocks = [
      await graph.query(LOG, {}, coordinator()),
      await graph.query(LOOK_UP, { surname: 'Diallo', childBirthDate: '2024-06-01' }, centreStaff()),
    ];
    expect(knocks.map(({ errors }) => errors[0]?.extensions?.code)).toEqual(['FORBIDDEN', 'FORBIDDEN']);
  });
});

describe('somebody who guesses', () => {
  const guess = (user: TestUser, now: string) =>
    graph.query(LOOK_UP, { surname: 'Guess', childBirthDate: '2024-06-01' }, user, { now: new Date(now) });

  it('is turned away after the hourly number, however many are sent at once, and the auditor sees it', async () => {
    const user = caseworker(newId());
    const sent = Array.from({ length: MOST_LOOKUPS_PER_HOUR + 3 }, () => guess(user, '2026-03-02T09:00:00Z'));

    const answers = (await Promise.all(sent)).map(
      ({ data }) => data.lookUpFamily.refusal?.reason ?? 'answered',
    );
    expect(answers.filter((answer) => answer === 'answered')).toHaveLength(MOST_LOOKUPS_PER_HOUR);
    expect(answers.filter((answer) => answer === 'TOO_MANY_LOOKUPS')).toHaveLength(3);
    const { edges } = await logOf(user.sub ?? '', { first: 100 });
    const outcomes = edges.map(({ node }: { node: { outcome: string } }) => node.outcome);
    expect(outcomes.filter((outcome: string) => outcome === 'TURNED_AWAY')).toHaveLength(3);

    const later = [await guess(user, '2026-03-02T09:59:00Z'), await guess(user, '2026-03-02T10:00:01Z')];
    expect(later.map(({ data }) => data.lookUpFamily.refusal?.reason ?? 'answered')).toEqual([
      'TOO_MANY_LOOKUPS',
      'answered',
    ]);
    expect((await lookUp('Guess', '2024-06-01', caseworker())).refusal).toBeNull();
  });
});

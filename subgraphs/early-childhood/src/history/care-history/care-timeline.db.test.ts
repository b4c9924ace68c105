import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import {
  advisor,
  caseworker,
  centreStaff,
  coordinator,
  type TestUser,
} from '@relais/platform/testing/test-users.ts';
import { givenCentre, givenSection } from '../../centres/centres/centre.builder.ts';
import { givenChild, givenFamily } from '../../families/families/family.builder.ts';
import { subgraph } from '../../subgraph.ts';
import { CareStep } from './care-step.ts';

const BOOK = `mutation ($input: BookCareInput!) { bookCare(input: $input) { booking { id } refusal { reason } } }`;
const MOVE = `mutation ($input: MoveBookingInput!) { moveBooking(input: $input) { refusal { reason } } }`;
const CANCEL = `mutation ($input: CancelBookingInput!) { cancelBooking(input: $input) { refusal { reason } } }`;
const HISTORY = '{ history { kind doneBy reason sentence } }';
const now = new Date('2026-03-02T10:00:00+01:00');
const later = (hours: number): Date => new Date(now.getTime() + hours * 3_600_000);

type Told = { edges: { node: { id: string; at: string; kind: string; sentence: string } }[] };

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now });
});
afterAll(() => graph.close());

const timeline = async (familyId: string, as: TestUser = coordinator(), page = 'first: 100') => {
  const selection = `{ careTimeline(${page}) { edges { node { id at kind sentence author } } pageInfo { hasNextPage endCursor } } }`;
  const { data, errors } = await graph.resolveReferences('Family', [{ id: familyId }], selection, as);
  return { listed: data[0]?.careTimeline, errors };
};

const givenStep = (familyId: string, at = now): Promise<unknown> =>
  graph.db.insert(CareStep, {
    id: newId(),
    familyId,
    childId: null,
    subjectId: familyId,
    kind: 'FAMILY_REGISTERED',
    at,
    doneBy: 'lea',
    facts: {},
  });

/** Care that is booked, moved and cancelled by Léa. */
const givenStory = async () => {
  const child = await givenChild(graph.db, { firstName: 'Noam' });
  const { id: centreId } = await givenCentre(graph.db, { name: 'Les Ribambelles' });
  const { id: sectionId } = await givenSection(graph.db, { centreId, name: 'Les grands' });
  const lea = coordinator('lea');
  const times = { startsAt: '2026-03-03T09:00:00+01:00', endsAt: '2026-03-03T12:00:00+01:00' };
  const care = { childId: child.id, sectionId, kind: 'SHORT_TERM', ...times };
  const { data } = await graph.query(BOOK, { input: care }, lea);
  const bookingId = data.bookCare.booking.id;
  const moved = { startsAt: '2026-03-03T14:00:00+01:00', endsAt: '2026-03-03T16:00:00+01:00' };
  await graph.query(MOVE, { input: { bookingId, version: 1, ...moved } }, lea, { now: later(1) });
  const cancelled = { bookingId, version: 2, reason: 'Enfant malade.' };
  await graph.query(CANCEL, { input: { ...cancelled, preview: true } }, lea, { now: later(2) });
  await graph.query(CANCEL, { input: cancelled }, lea, { now: later(3) });
  return { familyId: child.familyId, bookingId };
};

describe('the care timeline', () => {
  it('tells what was done, newest first, and nothing of a preview', async () => {
    const { familyId } = await givenStory();
    const { listed } = await timeline(familyId);

    expect(listed.edges.map(({ node }: Told['edges'][number]) => [node.at, node.sentence])).toEqual([
      ['2026-03-02T12:00:00.000Z', 'Accueil de Noam annulé, prévu le 3 mars 2026 à 14:00 : Enfant malade.'],
      [
        '2026-03-02T10:00:00.000Z',
        'Accueil de Noam déplacé : désormais le 3 mars 2026 à 14:00, jusqu’à 16:00 : Les grands, Les Ribambelles.',
      ],
      [
        '2026-03-02T09:00:00.000Z',
        'Accueil réservé pour Noam le 3 mars 2026 à 09:00, jusqu’à 12:00 : Les grands, Les Ribambelles.',
      ],
    ]);
  });

  it('says when an own arrangement holds', async () => {
    const { id: childId, familyId } = await givenChild(graph.db, { firstName: 'Noam' });
    const ask = (name: string, input: object) =>
      graph.query(
        `mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) {
          answer: ${name}(input: $input) { ${name.startsWith('remove') ? '' : 'ownArrangement { id }'} refusal { reason } } }`,
        { input },
        coordinator('lea'),
      );
    const weekly = { weekday: 2, from: '08:00', to: '12:30', startsOn: '2026-03-03', endsOn: '2026-06-30' };
    const dated = { startsAt: '2026-03-04T09:00:00+01:00', endsAt: '2026-03-04T11:00:00+01:00' };
    const { data } = await ask('recordOwnArrangement', { childId, kind: 'FAMILY', weekly });
    const { id: ownArrangementId } = data.answer.ownArrangement;
    await ask('correctOwnArrangement', { ownArrangementId, version: 1, kind: 'FAMILY', dated });
    await ask('removeOwnArrangement', { ownArrangementId, version: 2 });
    const long = { startsAt: '2026-03-04T09:00:00+01:00', endsAt: '2026-03-06T11:00:00+01:00' };
    await ask('recordOwnArrangement', { childId, kind: 'FAMILY', dated: long });
    const { listed } = await timeline(familyId);
    expect(listed.edges.map(({ node }: Told['edges'][number]) => node.sentence).toSorted()).toEqual([
      'Solution familiale corrigée pour Noam : le 4 mars 2026 de 09:00 à 11:00.',
      'Solution familiale notée pour Noam : du 4 mars 2026 à 09:00 au 6 mars 2026 à 11:00.',
      'Solution familiale notée pour Noam : le mardi de 08:00 à 12:30.',
      'Solution familiale retirée pour Noam : le 4 mars 2026 de 09:00 à 11:00.',
    ]);
  });

  it('names who did it, and nobody where it went by itself', async () => {
    const { familyId } = await givenStory();
    const { id } = await givenFamily(graph.db);
    await graph.db.insert(CareStep, {
      ...{ id: newId(), familyId: id, childId: null, subjectId: id, at: now, facts: {} },
      kind: 'OFFER_EXPIRED',
      doneBy: 'relais',
    });
    const authors = async (family: string) =>
      (await timeline(family)).listed.edges.map(
        ({ node }: { node: { author: string | null } }) => node.author,
      );
    expect([await authors(familyId), await authors(id)]).toEqual([['lea', 'lea', 'lea'], [null]]);
  });

  it('is the history of a booking, with who and why', async () => {
    const { bookingId } = await givenStory();
    const { data } = await graph.resolveReferences('Booking', [{ id: bookingId }], HISTORY, caseworker());

    expect(data[0].history).toEqual([
      expect.objectContaining({ kind: 'CARE_BOOKED', doneBy: 'lea', reason: null }),
      expect.objectContaining({ kind: 'BOOKING_MOVED', doneBy: 'lea', reason: null }),
      expect.objectContaining({ kind: 'BOOKING_CANCELLED', doneBy: 'lea', reason: 'Enfant malade.' }),
    ]);
  });

  it('is shared with caseworkers, not with advisors and centre staff', async () => {
    const { familyId } = await givenStory();

    expect((await timeline(familyId, caseworker())).listed.edges).toHaveLength(3);
    const { listed, errors } = await timeline(familyId, advisor());
    expect([listed, errors[0]?.extensions]).toMatchObject([null, { code: 'NOT_SHARED' }]);
    for (const stranger of [caseworker('nobody'), centreStaff()])
      expect((await timeline(familyId, stranger)).listed).toBeUndefined();
  });

  it('is walked page by page without loss or repeat, also where times are equal', async () => {
    const { id: familyId } = await givenFamily(graph.db);
    for (const hours of [0, 0, 0, 0, 1, 1, 2]) await givenStep(familyId, later(hours));
    const walked: string[] = [];
    let after = '';
    for (let pages = 0; pages < 4; pages += 1) {
      const { listed } = await timeline(familyId, caseworker(), `first: 2 ${after}`);
      walked.push(...listed.edges.map(({ node }: Told['edges'][number]) => node.id));
      expect(listed.pageInfo.hasNextPage).toBe(pages < 3);
      after = `, after: "${listed.pageInfo.endCursor}"`;
    }
    const all: Told = (await timeline(familyId)).listed;
    expect(walked).toEqual(all.edges.map(({ node }) => node.id));
  });

  it('names the argument of a page that cannot be', async () => {
    const { listed, errors } = await timeline((await givenFamily(graph.db)).id, caseworker(), 'first: 101');

    expect(listed).toBeNull();
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'first' });
  });

  it('costs the same statements for 1 and for 20 families', async () => {
    const families = await Promise.all(Array.from({ length: 20 }, () => givenFamily(graph.db)));
    for (const { id } of families) await givenStep(id);
    const keys = families.map(({ id }) => ({ id }));
    const selection = '{ careTimeline(first: 5) { edges { node { sentence } } } }';
    const ask = (some: typeof keys) =>
      graph.statements(() => graph.resolveReferences('Family', some, selection, coordinator()));

    expect([await ask(keys.slice(0, 1)), await ask(keys)]).toEqual([2, 2]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenFollowers } from '@relais/platform/followers/followers.builder.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import {
  advisor,
  caseworker,
  centreStaff,
  coordinator,
  type TestUser,
} from '@relais/platform/testing/test-users.ts';
import { Temporal } from 'temporal-polyfill';
import { givenBooking } from '../../care/bookings/booking.builder.ts';
import { givenPlacement } from '../../care/placements/placement.builder.ts';
import { givenSection } from '../../centres/centres/centre.builder.ts';
import { givenKnownMilestone } from '../../cover/known-milestones/known-milestone.builder.ts';
import { givenChild } from '../../families/families/family.builder.ts';
import { givenSharedResidence } from '../../families/shared-residence/shared-residence.builder.ts';
import { givenCareRequest } from '../../requests/care-requests/care-request.builder.ts';
import { CareRequest } from '../../requests/care-requests/care-request.ts';
import { subgraph } from '../../subgraph.ts';

const now = new Date('2026-03-02T09:00:00+01:00');
const at = (time: string): Date => new Date(`2026-03-03T${time}:00+01:00`);
const day = (text: string) => Temporal.PlainDate.from(text);
const SELECTION = '{ careAttention { id kind subjectId at sentence } }';
type Item = { kind: string; subjectId: string; sentence: string };

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now });
});
afterAll(() => graph.close());

const attention = async (familyIds: string[], as: TestUser = caseworker()) => {
  const keys = familyIds.map((id) => ({ id }));
  const { data, errors } = await graph.resolveReferences('Family', keys, SELECTION, as);
  expect(errors).toEqual([]);
  return data.map(({ careAttention }: { careAttention: Item[] }) => careAttention);
};
const kindsFor = async (familyId: string, as?: TestUser) =>
  (await attention([familyId], as))[0].map(({ kind }: Item) => kind);

const tellSupport = (familyId: string, status: string, from: string, to: string | null = null) =>
  graph.receive('relais.income-support.changed.v1', familyId, {
    familyId,
    periods: [{ status, from, to }],
  });
const anInsertionContract = (childId: string, familyId: string, endsOn = '2026-06-30') =>
  givenPlacement(graph.db, {
    childId,
    familyId,
    isInsertionContract: true,
    startsOn: day('2026-01-05'),
    endsOn: day(endsOn),
  });
/** Held until the morrow. */
const givenOffer = async ({ id, weeklyPattern }: CareRequest): Promise<void> => {
  const { id: sectionId, centreId } = await givenSection(graph.db);
  await graph.db.query(
    `insert into care_offers (id, care_request_id, section_id, centre_id, status, first_day, last_day, weekly_pattern,
       stretches, expires_at, offered_at, offered_by, version)
     values (gen_random_uuid(), $1, $2, $3, 'OPEN', '2026-03-09', '2026-07-31', $4, '[]', $5, $6, 'zoe', 1)`,
    [id, sectionId, centreId, JSON.stringify(weeklyPattern), at('09:00'), now],
  );
};
/** An interview without care, one whose booking was left behind by a move, and a suspended RSA that counts. */
const aTroubledFamily = async (advisorId = 'advisor-lea') => {
  const { id: childId, familyId } = await givenChild(graph.db);
  await givenFollowers(graph.db, familyId, [{ sub: advisorId, relation: 'ADVISOR' }]);
  await givenKnownMilestone(graph.db, { familyId, advisorId, startsAt: at('15:00'), endsAt: at('16:00') });
  const moved = await givenKnownMilestone(graph.db, {
    familyId,
    advisorId,
    startsAt: at('13:00'),
    endsAt: at('14:00'),
  });
  await givenBooking(graph.db, { childId, milestoneId: moved.id });
  await givenBooking(graph.db, { childId, startsAt: at('13:00'), endsAt: at('14:00') });
  await anInsertionContract(childId, familyId);
  await tellSupport(familyId, 'SUSPENDED', '2026-02-01');
  return familyId;
};

describe('what needs attention in care', () => {
  it('is told in sentences, earliest first', async () => {
    const [items] = await attention([await aTroubledFamily()]);
    expect(items.map(({ kind, sentence }: Item) => [kind, sentence])).toEqual([
      [
        'INCOME_SUPPORT_SUSPENDED',
        'RSA suspendu depuis le 1er février 2026 ; une demande ou un accueil d’insertion professionnelle en tient compte.',
      ],
      [
        'BOOKING_OUTSIDE_MILESTONE',
        expect.stringMatching(
          /^Accueil de Tom le 3 mars 2026 à 09:00 \(Les grands, .+\) : il ne tombe plus pendant l’étape qu’il sert\.$/,
        ),
      ],
      ['MILESTONE_UNCOVERED', 'Aucune garde pour Tom : étape du 3 mars 2026 à 15:00.'],
    ]);
  });

  it('is told to an advisor of their own job seekers’ milestones, and nothing of benefits', async () => {
    const familyId = await aTroubledFamily('advisor-lea');
    expect(await kindsFor(familyId, coordinator())).toHaveLength(3);
    expect(await kindsFor(familyId, advisor('advisor-lea'))).toEqual([
      'BOOKING_OUTSIDE_MILESTONE',
      'MILESTONE_UNCOVERED',
    ]);
    await givenFollowers(graph.db, familyId, [{ sub: 'advisor-tom', relation: 'ADVISOR' }]);
    expect(await kindsFor(familyId, advisor('advisor-tom'))).toEqual([]);
    for (const stranger of [advisor('advisor-eva'), centreStaff()]) {
      const { data } = await graph.resolveReferences('Family', [{ id: familyId }], SELECTION, stranger);
      expect(data).toEqual([null]);
    }
  });

  it('names the milestone that is covered in part, and the one that no calendar lets judge', async () => {
    const { id: childId, familyId } = await givenChild(graph.db);
    const partly = await givenKnownMilestone(graph.db, {
      familyId,
      startsAt: at('11:00'),
      endsAt: at('13:00'),
    });
    await givenBooking(graph.db, { childId, milestoneId: partly.id });
    expect(await attention([familyId])).toMatchObject([
      [{ kind: 'MILESTONE_PARTIAL', subjectId: partly.id }],
    ]);
    await givenSharedResidence(graph.db, childId);
    expect(await kindsFor(familyId)).toEqual(['MILESTONE_UNKNOWN']);
  });

  it.each([
    ['called off', { status: 'CANCELLED' }, ['BOOKING_OF_CANCELLED_MILESTONE']],
    [
      'moved, but still touched with its travel',
      { startsAt: at('12:30'), endsAt: at('13:00'), travelMinutes: 60 },
      ['MILESTONE_PARTIAL'],
    ],
    [
      'moved to right after the booking',
      { startsAt: at('12:00'), endsAt: at('13:00') },
      ['BOOKING_OUTSIDE_MILESTONE', 'MILESTONE_UNCOVERED'],
    ],
    ['as it was', {}, []],
  ])('of a booking whose milestone is %s', async (_case, given, expected) => {
    const { id: childId, familyId } = await givenChild(graph.db);
    const { id: milestoneId } = await givenKnownMilestone(graph.db, { familyId, ...given });
    await givenBooking(graph.db, { childId, milestoneId });
    expect(await kindsFor(familyId)).toEqual(expected);
  });

  it.each([
    ['is suspended', 'SUSPENDED', '2026-02-01', null, '2026-06-30', ['INCOME_SUPPORT_SUSPENDED']],
    ['is paid', 'RECEIVING', '2026-02-01', null, '2026-06-30', []],
    ['was suspended', 'SUSPENDED', '2026-02-01', '2026-03-01', '2026-06-30', []],
    ['will be suspended', 'SUSPENDED', '2026-04-01', null, '2026-06-30', []],
    ['is suspended, after the placement', 'SUSPENDED', '2026-02-01', null, '2026-02-28', []],
  ])('tells when income support %s', async (_case, status, from, to, endsOn, expected) => {
    const { id: childId, familyId } = await givenChild(graph.db);
    await anInsertionContract(childId, familyId, endsOn);
    await tellSupport(familyId, status, from, to);
    expect(await kindsFor(familyId)).toEqual(expected);
  });

  it('says nothing of income support on which no care counts', async () => {
    const { id: childId, familyId } = await givenChild(graph.db);
    await givenPlacement(graph.db, { childId, familyId });
    await tellSupport(familyId, 'SUSPENDED', '2026-02-01');
    expect(await kindsFor(familyId)).toEqual([]);
  });

  it('tells of a request that waits for an answer, and that a suspended RSA counts for it', async () => {
    const request = await givenCareRequest(graph.db);
    await tellSupport(request.familyId, 'SUSPENDED', '2026-02-25');
    expect(await attention([request.familyId])).toMatchObject([
      [
        {
          kind: 'REQUEST_WAITING',
          subjectId: request.id,
          sentence:
            'Demande d’accueil régulier pour Tom à partir du 2 mars 2026, déposée le 2 février 2026 : elle attend une réponse.',
        },
        { kind: 'INCOME_SUPPORT_SUSPENDED' },
      ],
    ]);
    expect(await kindsFor(request.familyId, advisor())).toEqual([]);
    await givenOffer(request);
    const [items] = await attention([request.familyId]);
    expect(items.map(({ kind }: Item) => kind)).toEqual(['INCOME_SUPPORT_SUSPENDED', 'OFFER_OPEN']);
    expect(items[1].sentence).toMatch(
      /^Place proposée pour Tom \(Les grands, .+\) : la famille peut répondre jusqu’au 3 mars 2026 à 09:00\.$/,
    );
    const dated = await givenCareRequest(graph.db, { kind: 'EMERGENCY' });
    expect((await attention([dated.familyId]))[0][0].sentence).toContain(
      'd’urgence pour Tom à partir du 10 mars 2026 à 09:00',
    );
    const closed = await givenCareRequest(graph.db, { status: 'WITHDRAWN' });
    await tellSupport(closed.familyId, 'SUSPENDED', '2026-02-25');
    expect(await kindsFor(closed.familyId)).toEqual([]);
  });

  it('tells of the later of two open requests for the same times of a child', async () => {
    const first = await givenCareRequest(graph.db, { submittedAt: new Date('2026-02-01T09:00:00Z') });
    const { childId, familyId } = first;
    await givenCareRequest(graph.db, { childId, kind: 'FLEXIBLE' });
    expect(await kindsFor(familyId)).toEqual(['REQUEST_WAITING', 'REQUEST_WAITING']);
    const second = await givenCareRequest(graph.db, { childId });
    const [items] = await attention([familyId]);
    const twice = items.filter(({ kind }: Item) => kind === 'REQUEST_MADE_TWICE');
    expect(twice).toMatchObject([
      {
        subjectId: second.id,
        sentence:
          'Demande d’accueil régulier pour Tom à partir du 2 mars 2026, déposée le 2 février 2026 : mêmes horaires qu’une autre, retirez celle de trop.',
      },
    ]);
    await graph.db.update(CareRequest, first.id, { status: 'WITHDRAWN' });
    expect(await kindsFor(familyId)).toEqual(['REQUEST_WAITING', 'REQUEST_WAITING']);
  });

  it('costs four statements more than the families themselves, for 1 and for 20', async () => {
    const families: string[] = [];
    for (let count = 0; count < 20; count += 1) families.push(await aTroubledFamily());
    const ask = (some: string[]) => graph.statements(() => attention(some));
    expect([await ask(families.slice(0, 1)), await ask(families)]).toEqual([5, 5]);
  });
});

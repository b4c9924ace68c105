import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { Temporal } from 'temporal-polyfill';
import { givenBooking } from '../../care/bookings/booking.builder.ts';
import { Booking } from '../../care/bookings/booking.ts';
import { givenClosure, givenSection } from '../../centres/centres/centre.builder.ts';
import { subgraph } from '../../subgraph.ts';
import { givenCareRequest } from '../care-requests/care-request.builder.ts';
import type { CareRequest } from '../care-requests/care-request.ts';
import { CareOffer } from './care-offer.ts';
import { offersIn } from './testing/ask-offers.ts';

const NOW = new Date('2026-03-02T10:00:00+01:00');
const day = (text: string) => Temporal.PlainDate.from(text);

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: NOW });
});
afterAll(() => graph.close());
const { offer, requestOf } = offersIn(() => graph);

/** Five mornings a week for three weeks, from Monday 9 March. */
const givenRequest = (facts: Partial<CareRequest> = {}): Promise<CareRequest> =>
  givenCareRequest(graph.db, {
    kind: 'FLEXIBLE',
    firstDay: day('2026-03-09'),
    lastDay: day('2026-03-27'),
    ...facts,
  });
const sectionOf = async (places = 1): Promise<string> => (await givenSection(graph.db, { places })).id;
const stored = async (table: string): Promise<number> =>
  (await graph.db.query(`select count(*)::int as n from ${table}`))[0].n;

describe('an offer is made once', () => {
  it('when it is sent again, even at once', async () => {
    const request = await givenRequest();
    const sectionId = await sectionOf();
    const given = { id: newId(), expiresAt: '2026-03-05T17:00:00.000Z' };
    const answers = await Promise.all([1, 2, 3].map(() => offer(request, sectionId, given)));

    expect(answers.map(({ careOffer }) => careOffer?.id)).toEqual([given.id, given.id, given.id]);
    expect(await graph.db.countBy(Booking, { offerId: given.id })).toBe(15);
    const reasonWith = async (...asked: Parameters<typeof offer>) => (await offer(...asked)).refusal?.reason;
    expect(await reasonWith(request, sectionId, { id: given.id, lastDay: '2026-03-20' })).toBe('CONFLICT');
    expect(await reasonWith(await givenRequest(), await sectionOf(), given)).toBe('CONFLICT');
  });

  it('when two coordinators act on the same version', async () => {
    const request = await givenRequest();
    const sections = [await sectionOf(), await sectionOf()];
    const answers = await Promise.all(sections.map((sectionId) => offer(request, sectionId)));

    const reasons = answers.map(({ refusal }) => refusal?.reason ?? 'OFFERED').toSorted();
    expect(reasons).toEqual(['OFFERED', 'STALE_VERSION']);
    expect(await graph.db.countBy(CareOffer, { careRequestId: request.id })).toBe(1);
  });
});

describe('no place is offered', () => {
  it('for the reasons that a coordinator is told, and then nothing is held', async () => {
    const sectionId = await sectionOf();
    const closed = await givenSection(graph.db);
    await givenClosure(graph.db, closed.centreId, ['2026-03-09', '2026-03-27']);
    const tuesdaysOnly = await givenSection(graph.db);
    for (const friday of ['2026-03-13', '2026-03-20', '2026-03-27'])
      await givenClosure(graph.db, tuesdaysOnly.centreId, [friday, friday]);
    const busy = await givenRequest();
    await givenBooking(graph.db, {
      childId: busy.childId,
      startsAt: new Date('2026-03-10T10:00:00+01:00'),
      endsAt: new Date('2026-03-10T11:00:00+01:00'),
    });
    const placed = await givenRequest({ status: 'PLACED' });
    const request = await givenRequest();
    const before = [await stored('bookings'), await stored('care_offers'), await stored('scheduled_jobs')];

    const cases: readonly (readonly [string, ...Parameters<typeof offer>])[] = [
      ['UNKNOWN_CARE_REQUEST', { id: newId(), version: 1 }, sectionId],
      ['UNKNOWN_SECTION', request, newId()],
      ['STALE_VERSION', { id: request.id, version: 2 }, sectionId],
      ['STEP_NOT_ALLOWED', placed, sectionId],
      ['COMMISSION_NEEDED', await givenRequest({ kind: 'LONG_TERM' }), sectionId],
      ['FACILITY_MISSING', await givenRequest({ facilities: ['SENSORY_ROOM'] }), sectionId],
      [
        'MORE_THAN_REQUESTED',
        request,
        sectionId,
        { weeklyPattern: [{ weekday: 6, from: '09:00', to: '12:00' }] },
      ],
      ['NO_OPEN_DAY', request, closed.id],
      ['NO_OPEN_DAY', request, tuesdaysOnly.id],
      [
        'STARTS_IN_THE_PAST',
        await givenRequest({ firstDay: day('2026-02-02') }),
        sectionId,
        { firstDay: '2026-03-02' },
      ],
      ['EXPIRY_NOT_POSSIBLE', request, sectionId, { expiresAt: NOW }],
      ['CHILD_ALREADY_BOOKED', busy, sectionId],
    ];
    for (const [reason, ...asked] of cases)
      expect((await offer(...asked)).refusal).toEqual({ reason, message: expect.stringMatching(/\.$/) });

    expect([await stored('bookings'), await stored('care_offers'), await stored('scheduled_jobs')]).toEqual(
      before,
    );
    expect((await requestOf(request.id)).status).toBe('SUBMITTED');
  });
});

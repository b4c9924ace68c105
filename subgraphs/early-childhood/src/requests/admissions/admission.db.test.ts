import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { coordinator } from '@relais/platform/testing/test-users.ts';
import { Temporal } from 'temporal-polyfill';
import { Booking } from '../../care/bookings/booking.ts';
import { givenCentre, givenSection } from '../../centres/centres/centre.builder.ts';
import { givenKnownMilestone } from '../../cover/known-milestones/known-milestone.builder.ts';
import { givenChild } from '../../families/families/family.builder.ts';
import { subgraph } from '../../subgraph.ts';
import { askCommissions } from '../admission-commissions/testing/ask-commissions.ts';
import { offersIn } from '../care-offers/testing/ask-offers.ts';
import { givenCareRequest } from '../care-requests/care-request.builder.ts';
import type { CareRequest } from '../care-requests/care-request.ts';

const NOW = new Date('2026-03-02T10:00:00+01:00');
const SUBMIT = `mutation ($input: SubmitCareRequestInput!) { submitCareRequest(input: $input) {
  careRequest { id status version } refusal { reason } } }`;
const ADMIT = `mutation ($input: AdmitChildInput!) { admitChild(input: $input) {
  placement { id child { id } family { id } section { id } kind status startsOn endsOn weeklyHours isInsertionContract version }
  refusal { reason message } } }`;
const WITHDRAW = `mutation ($input: WithdrawCareRequestInput!) { withdrawCareRequest(input: $input) {
  careRequest { status } uncoveredMilestones { milestone { id } status } refusal { reason } } }`;
const STORY = `query ($id: ID!) { careRequest(id: $id) { status version offers { status bookingCount explanation { score } }
  history { kind doneBy } } }`;

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: NOW });
});
afterAll(() => graph.close());
const { offer, answer, requestOf, bookingStates } = offersIn(() => graph);
const { givenCommission, record } = askCommissions(() => graph);

const ask = async (document: string, variables: object) => {
  const { data, errors } = await graph.query(document, { ...variables }, coordinator('lea'));
  expect(errors).toEqual([]);
  return data;
};
const admit = async (request: Pick<CareRequest, 'id' | 'version'>, given: object = {}) =>
  (await ask(ADMIT, { input: { careRequestId: request.id, version: request.version, ...given } })).admitChild;
const withdraw = async ({ id, version }: Pick<CareRequest, 'id' | 'version'>, given: object = {}) =>
  (await ask(WITHDRAW, { input: { careRequestId: id, version, ...given } })).withdrawCareRequest;

/** Flexible care whose offer the family has accepted, for three weeks unless told. */
const givenAccepted = async ({ lastDay = '2026-03-27', isAvip = false } = {}) => {
  const asked = await givenCareRequest(graph.db, {
    kind: 'FLEXIBLE',
    firstDay: Temporal.PlainDate.from('2026-03-09'),
    lastDay: Temporal.PlainDate.from(lastDay),
  });
  const { id: centreId } = await givenCentre(graph.db, { isAvip });
  const { id: sectionId } = await givenSection(graph.db, { centreId, places: 1 });
  const { careOffer } = await offer(asked, sectionId);
  await answer('acceptOffer', careOffer);
  return { request: await requestOf(asked.id), careOffer, sectionId };
};

describe('the way from a request to a place', () => {
  it('goes over the commission, the offer and its acceptance to the admission, and is all kept', async () => {
    const child = await givenChild(graph.db);
    const { id: sectionId } = await givenSection(graph.db);
    const pattern = [1, 2, 4].map((weekday) => ({ weekday, from: '08:30', to: '17:00' }));
    const weekly = { firstDay: '2026-03-16', lastDay: '2026-07-31', pattern };
    const input = { childId: child.id, kind: 'LONG_TERM', weekly };
    const { careRequest } = (await ask(SUBMIT, { input })).submitCareRequest;

    const commissionId = await givenCommission();
    const decision = { commissionId, careRequestId: careRequest.id, version: 1, decision: 'GRANTED' };
    await record({ ...decision, sectionId }, coordinator('lea'));
    const granted = await requestOf(careRequest.id);
    const { id: elsewhere } = await givenSection(graph.db);
    expect((await offer(granted, elsewhere)).refusal.reason).toBe('COMMISSION_NEEDED');
    const { careOffer } = await offer(granted, sectionId);
    await answer('acceptOffer', careOffer);
    const { placement, refusal } = await admit(await requestOf(careRequest.id));

    expect(refusal).toBeNull();
    expect(placement).toMatchObject({
      child: { id: child.id },
      family: { id: child.familyId },
      section: { id: sectionId },
      kind: 'LONG_TERM',
      status: 'PLANNED',
      startsOn: '2026-03-16',
      endsOn: '2026-07-31',
      weeklyHours: 25.5,
      isInsertionContract: false,
      version: 1,
    });
    const bookings = await graph.db.findBy(Booking, { placementId: placement.id });
    expect(bookings).toHaveLength(careOffer.bookingCount);
    expect(new Set(bookings.map(({ status, offerId }) => `${status} ${offerId}`))).toEqual(
      new Set([`CONFIRMED ${careOffer.id}`]),
    );
    const { careRequest: story } = await ask(STORY, { id: careRequest.id });
    expect(story).toMatchObject({ status: 'PLACED', offers: [{ status: 'ACCEPTED', bookingCount: 60 }] });
    expect(story.history.map(({ kind }: { kind: string }) => kind)).toEqual(
      expect.arrayContaining(['CARE_REQUEST_OFFERED', 'CARE_REQUEST_ACCEPTED', 'CARE_REQUEST_PLACED']),
    );
  });

  it('ends once, whoever admits and however often it is sent', async () => {
    const { request } = await givenAccepted();
    const given = { id: newId() };
    const answers = await Promise.all([admit(request, given), admit(request, given), admit(request)]);

    const placed = answers.filter(({ placement }) => placement).map(({ placement }) => placement.id);
    expect(new Set(placed).size).toBe(1);
    const lateReasons = answers.flatMap(({ refusal }) => (refusal ? [refusal.reason] : []));
    expect(new Set([...lateReasons, 'STALE_VERSION'])).toEqual(new Set(['STALE_VERSION']));
    expect(await graph.db.countBy(Booking, { placementId: placed[0] })).toBe(15);
    const other = await givenAccepted();
    expect((await admit(other.request, { id: placed[0] })).refusal.reason).toBe('CONFLICT');
  });

  it('is not gone when a step is missing, in words', async () => {
    const waiting = await givenCareRequest(graph.db, { kind: 'FLEXIBLE' });
    const { request } = await givenAccepted();
    const long = await givenAccepted({ lastDay: '2026-09-09', isAvip: true });
    const cases: readonly (readonly [string, ...Parameters<typeof admit>])[] = [
      ['UNKNOWN_CARE_REQUEST', { id: newId(), version: 1 }],
      ['STALE_VERSION', { id: request.id, version: 2 }],
      ['STEP_NOT_ALLOWED', waiting],
      ['NOT_AN_AVIP_CENTRE', request, { isInsertionContract: true }],
      ['OVER_SIX_MONTHS', long.request, { isInsertionContract: true }],
    ];
    for (const [reason, ...asked] of cases)
      expect((await admit(...asked)).refusal).toEqual({ reason, message: expect.stringMatching(/\.$/) });
    const insertion = await givenAccepted({ lastDay: '2026-09-08', isAvip: true });
    const { placement } = await admit(insertion.request, { isInsertionContract: true });
    expect(placement.isInsertionContract).toBe(true);
  });
});

describe('a request that is withdrawn', () => {
  it('gives back the place it holds', async () => {
    const { id: sectionId } = await givenSection(graph.db, { places: 1 });
    const { careOffer } = await offer(await givenCareRequest(graph.db, { kind: 'SHORT_TERM' }), sectionId);
    await withdraw(careOffer.careRequest, { reason: 'Grand-mère disponible' });

    expect(await bookingStates(careOffer.id)).toEqual(['CANCELLED']);
    expect((await answer('acceptOffer', { ...careOffer, version: 2 })).refusal.reason).toBe(
      'ALREADY_WITHDRAWN',
    );
    const other = await givenCareRequest(graph.db, { kind: 'SHORT_TERM' });
    expect((await offer(other, sectionId)).careOffer.status).toBe('OPEN');
  });

  it('shows before and tells after which milestones lose the care that was accepted', async () => {
    const { request, careOffer } = await givenAccepted();
    const milestone = await givenKnownMilestone(graph.db, {
      familyId: request.familyId,
      startsAt: new Date('2026-03-10T10:00:00+01:00'),
      endsAt: new Date('2026-03-10T11:00:00+01:00'),
    });
    const lost = {
      careRequest: { status: 'WITHDRAWN' },
      refusal: null,
      uncoveredMilestones: [{ milestone: { id: milestone.id }, status: 'UNCOVERED' }],
    };

    expect(await withdraw(request, { preview: true })).toEqual(lost);
    expect((await bookingStates(careOffer.id))[0]).toBe('CONFIRMED');
    expect(await withdraw(request)).toEqual(lost);

    expect(new Set(await bookingStates(careOffer.id))).toEqual(new Set(['CANCELLED']));
    expect((await graph.published()).at(-1)).toMatchObject({
      data: { offerId: careOffer.id, status: 'WITHDRAWN' },
    });
    expect((await admit(await requestOf(request.id))).refusal.reason).toBe('STEP_NOT_ALLOWED');
  });
});

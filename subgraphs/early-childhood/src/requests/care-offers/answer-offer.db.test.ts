import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { Temporal } from 'temporal-polyfill';
import { givenSection } from '../../centres/centres/centre.builder.ts';
import { givenKnownMilestone } from '../../cover/known-milestones/known-milestone.builder.ts';
import { subgraph } from '../../subgraph.ts';
import { givenCareRequest } from '../care-requests/care-request.builder.ts';
import type { CareRequest } from '../care-requests/care-request.ts';
import { CareOffer } from './care-offer.ts';
import { type AnswerVerb, offersIn } from './testing/ask-offers.ts';

const NOW = new Date('2026-03-02T10:00:00+01:00');
const EXPIRY = new Date('2026-03-04T10:00:00+01:00');
const BEFORE_EXPIRY = new Date(EXPIRY.getTime() - 1);
const day = (text: string) => Temporal.PlainDate.from(text);

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: NOW });
});
beforeEach(() => graph.setNow(NOW));
afterAll(() => graph.close());
const { offer, answer, requestOf, bookingStates } = offersIn(() => graph);

const givenRequest = (facts: Partial<CareRequest> = {}): Promise<CareRequest> =>
  givenCareRequest(graph.db, {
    kind: 'FLEXIBLE',
    firstDay: day('2026-03-09'),
    lastDay: day('2026-03-13'),
    ...facts,
  });
/** The only place of a section, offered for five mornings until Wednesday. */
const givenOffer = async (facts: Partial<CareRequest> = {}) => {
  const request = await givenRequest(facts);
  const { id: sectionId } = await givenSection(graph.db, { places: 1 });
  const { careOffer } = await offer(request, sectionId, { expiresAt: EXPIRY });
  return { request, sectionId, careOffer };
};
const statusOf = async (id: string) => (await graph.db.findOneByOrFail(CareOffer, { id })).status;
const statementOf = async (familyId: string) =>
  (await graph.published())
    .filter((each) => each.familyId === familyId && each.type === 'relais.offer.changed.v1')
    .map(({ data }) => data.status);
const FIVE = (state: string) => [state, state, state, state, state];

describe('a family that takes the place', () => {
  it('has it booked; weekly care then waits for the admission', async () => {
    const { request, careOffer } = await givenOffer();
    const accepted = await answer('acceptOffer', careOffer, { as: 'lea' });

    expect(accepted.refusal).toBeNull();
    expect(accepted.careOffer).toMatchObject({
      status: 'ACCEPTED',
      version: 2,
      careRequest: { status: 'ACCEPTED', version: 3 },
    });
    expect(await bookingStates(careOffer.id)).toEqual(FIVE('CONFIRMED'));
    expect(await statementOf(request.familyId)).toEqual(['OPEN', 'ACCEPTED']);
  });

  it('has dated care placed with it, and the milestone it is for covered', async () => {
    const request = await givenCareRequest(graph.db, { kind: 'SHORT_TERM' });
    const milestone = await givenKnownMilestone(graph.db, {
      familyId: request.familyId,
      startsAt: new Date('2026-03-10T10:00:00+01:00'),
      endsAt: new Date('2026-03-10T11:00:00+01:00'),
    });
    const { id: sectionId } = await givenSection(graph.db);
    const { careOffer } = await offer(request, sectionId);
    const covers = async () =>
      (await graph.published())
        .filter(({ data }) => data.milestoneId === milestone.id)
        .map(({ data }) => data.status);
    expect(await covers()).toEqual([]);

    await answer('acceptOffer', careOffer);

    expect(await requestOf(request.id)).toMatchObject({ status: 'PLACED', version: 4 });
    expect(await covers()).toEqual(['COVERED']);
  });

  it('cannot have what was given back in the meantime', async () => {
    const { careOffer } = await givenOffer();
    await graph.db.query(
      "update bookings set status = 'CANCELLED', cancellation_reason = 'Fermeture' where offer_id = $1",
      [careOffer.id],
    );
    expect((await answer('acceptOffer', careOffer)).refusal.reason).toBe('NO_PLACE_LEFT');
  });

  it('cannot have a part of the dates alone, but what is left of a week', async () => {
    const on = (date: string) => ({
      startsAt: new Date(`${date}T09:00:00+01:00`),
      endsAt: new Date(`${date}T12:00:00+01:00`),
    });
    const stretches = [on('2026-03-10'), on('2026-03-12')];
    const dated = await givenCareRequest(graph.db, { kind: 'SHORT_TERM', stretches });
    const { careOffer: twoDates } = await offer(dated, (await givenSection(graph.db)).id);
    const { careOffer: weekly } = await givenOffer();
    for (const { id } of [twoDates, weekly])
      await graph.db.query(
        `update bookings set status = 'CANCELLED', cancellation_reason = 'Fermeture'
          where offer_id = $1 and starts_at::date = '2026-03-12'`,
        [id],
      );

    expect((await answer('acceptOffer', twoDates)).refusal.reason).toBe('NO_PLACE_LEFT');
    expect(await bookingStates(twoDates.id)).toEqual(['HELD', 'CANCELLED']);
    expect((await answer('acceptOffer', weekly)).refusal).toBeNull();
  });
});

describe('no answer is taken', () => {
  const verbs: readonly AnswerVerb[] = ['acceptOffer', 'declineOffer', 'withdrawOffer'];

  it('for an offer whose time is over, though nothing has noted it', async () => {
    const { careOffer } = await givenOffer();
    for (const verb of verbs)
      expect((await answer(verb, careOffer, { now: EXPIRY })).refusal.reason).toBe('OFFER_EXPIRED');
    expect(await statusOf(careOffer.id)).toBe('OPEN');
    expect((await answer('acceptOffer', careOffer, { now: BEFORE_EXPIRY })).careOffer.status).toBe(
      'ACCEPTED',
    );
  });

  it.each([
    ['acceptOffer', 'ALREADY_ACCEPTED'],
    ['declineOffer', 'ALREADY_DECLINED'],
    ['withdrawOffer', 'ALREADY_WITHDRAWN'],
  ] as const)('after %s: every step is refused, and changes nothing', async (verb, reason) => {
    const { request, careOffer } = await givenOffer();
    await answer(verb, careOffer);
    const [states, before] = [await bookingStates(careOffer.id), await requestOf(request.id)];

    for (const next of verbs) {
      const refusal = (version: number) => answer(next, { id: careOffer.id, version });
      expect((await refusal(1)).refusal.reason).toBe('STALE_VERSION');
      expect((await refusal(2)).refusal).toEqual({ reason, message: expect.stringMatching(/\.$/) });
    }
    expect([await bookingStates(careOffer.id), await requestOf(request.id)]).toEqual([states, before]);
  });

  it('for an offer that does not exist, or without a reason', async () => {
    for (const verb of verbs)
      expect((await answer(verb, { id: newId(), version: 1 })).refusal.reason).toBe('UNKNOWN_OFFER');
    const { careOffer } = await givenOffer();
    for (const verb of ['declineOffer', 'withdrawOffer'] as const)
      expect((await answer(verb, careOffer, { reason: '  ' })).refusal.reason).toBe('REASON_MISSING');
  });
});

import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { rebuild } from '@relais/platform/events/rebuild.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { Temporal } from 'temporal-polyfill';
import { givenSection } from '../../centres/centres/centre.builder.ts';
import { republishFamilies } from '../../republish-families.ts';
import { subgraph } from '../../subgraph.ts';
import { givenCareRequest } from '../care-requests/care-request.builder.ts';
import type { CareRequest } from '../care-requests/care-request.ts';
import { CareOffer } from './care-offer.ts';
import { offersIn } from './testing/ask-offers.ts';

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
const { offer, answer, requestOf, historyOf, bookingStates } = offersIn(() => graph);

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

describe('a place that is not taken', () => {
  const ends: readonly (readonly [string, (offered: { id: string; version: number }) => Promise<unknown>])[] =
    [
      ['DECLINED', (offered) => answer('declineOffer', offered)],
      ['WITHDRAWN', (offered) => answer('withdrawOffer', offered)],
      [
        'EXPIRED',
        () => {
          graph.setNow(EXPIRY);
          return graph.runDueJobs();
        },
      ],
    ];

  it.each(ends)('because the offer is %s is free for another family at once', async (status, end) => {
    const { request, sectionId, careOffer } = await givenOffer();
    const other = await givenRequest();
    expect((await offer(other, sectionId)).refusal.reason).toBe('SECTION_FULL');

    await end(careOffer);

    expect(await graph.db.findOneByOrFail(CareOffer, { id: careOffer.id })).toMatchObject({
      status,
      version: 2,
    });
    expect(await bookingStates(careOffer.id)).toEqual(FIVE('CANCELLED'));
    expect(await requestOf(request.id)).toMatchObject({ status: 'SUBMITTED', version: 3 });
    expect(await statementOf(request.familyId)).toEqual(['OPEN', status]);
    expect(await historyOf(request.id)).toEqual([
      ['CARE_REQUEST_OFFERED', 'lea', null],
      [`OFFER_${status}`, status === 'EXPIRED' ? 'relais' : 'lea', expect.any(String)],
    ]);
    expect((await offer(other, sectionId)).careOffer.status).toBe('OPEN');
  });

  it('because nobody answered is given back by itself', async () => {
    const { careOffer } = await givenOffer();
    graph.setNow(EXPIRY);
    for (let turn = 0; turn < 500 && (await statusOf(careOffer.id)) === 'OPEN'; turn += 1) await wait(20);
    expect(await statusOf(careOffer.id)).toBe('EXPIRED');
  });

  it('is not given back before its moment, nor when the family has it', async () => {
    const [open, accepted] = [await givenOffer(), await givenOffer()];
    await answer('acceptOffer', accepted.careOffer);
    graph.setNow(BEFORE_EXPIRY);
    await graph.runDueJobs();
    expect(await statusOf(open.careOffer.id)).toBe('OPEN');
    graph.setNow(EXPIRY);
    await graph.runDueJobs();
    expect(await statusOf(accepted.careOffer.id)).toBe('ACCEPTED');
    expect(await bookingStates(accepted.careOffer.id)).toEqual(FIVE('CONFIRMED'));
  });

  it('is told anew by a rebuild while the family can answer', async () => {
    const { request } = await givenOffer();
    await rebuild(graph.db, republishFamilies, NOW);
    expect(await statementOf(request.familyId)).toEqual(['OPEN', 'OPEN']);
    await rebuild(graph.db, republishFamilies, EXPIRY);
    expect(await statementOf(request.familyId)).toEqual(['OPEN', 'OPEN']);
  });
});

it('has one outcome whoever answers at the same moment as it expires', async () => {
  const outcomes = new Set<string>();
  for (let round = 0; round < 6; round += 1) {
    const { request, careOffer } = await givenOffer();
    graph.setNow(EXPIRY);
    const [accepted, declined, withdrawn] = await Promise.all([
      answer('acceptOffer', careOffer, { now: BEFORE_EXPIRY }),
      answer('declineOffer', careOffer, { now: BEFORE_EXPIRY }),
      answer('withdrawOffer', careOffer, { now: BEFORE_EXPIRY }),
      graph.runDueJobs(),
    ]);
    graph.setNow(NOW);

    const won = [accepted, declined, withdrawn].filter(({ refusal }) => refusal === null);
    const status = await statusOf(careOffer.id);
    expect(won.map(({ careOffer: each }) => each.status)).toEqual(status === 'EXPIRED' ? [] : [status]);
    expect(await bookingStates(careOffer.id)).toEqual(
      FIVE(status === 'ACCEPTED' ? 'CONFIRMED' : 'CANCELLED'),
    );
    expect(await requestOf(request.id)).toMatchObject({
      status: status === 'ACCEPTED' ? 'ACCEPTED' : 'SUBMITTED',
      version: 3,
    });
    outcomes.add(status);
  }
  expect(outcomes.has('OPEN')).toBe(false);
});

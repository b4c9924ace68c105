import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { advisor, caseworker } from '@relais/platform/testing/test-users.ts';
import { Temporal } from 'temporal-polyfill';
import { Booking } from '../../care/bookings/booking.ts';
import { givenCentre, givenSection } from '../../centres/centres/centre.builder.ts';
import { onWorkingDays } from '../../centres/centres/weekly-hours.builder.ts';
import { givenChild } from '../../families/families/family.builder.ts';
import { subgraph } from '../../subgraph.ts';
import { givenCareRequest } from '../care-requests/care-request.builder.ts';
import type { CareRequest } from '../care-requests/care-request.ts';
import { offersIn } from './testing/ask-offers.ts';

const NOW = new Date('2026-03-02T10:00:00+01:00');
const day = (text: string) => Temporal.PlainDate.from(text);

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: NOW });
});
afterAll(() => graph.close());
const { offer, bookingStates } = offersIn(() => graph);

/** Five mornings a week for three weeks, from Monday 9 March. */
const givenRequest = (facts: Partial<CareRequest> = {}): Promise<CareRequest> =>
  givenCareRequest(graph.db, {
    kind: 'FLEXIBLE',
    firstDay: day('2026-03-09'),
    lastDay: day('2026-03-27'),
    ...facts,
  });
const isOfAge = ({ criterion }: { criterion: string }) => criterion === 'AGE';
const sectionOf = async (places = 1): Promise<string> => (await givenSection(graph.db, { places })).id;

describe('offering a place', () => {
  it('holds all that is asked for, says why and until when, and tells that the family is to answer', async () => {
    const request = await givenRequest();
    const sectionId = await sectionOf();

    const { careOffer, refusal } = await offer(request, sectionId);

    expect(refusal).toBeNull();
    expect(careOffer).toMatchObject({
      status: 'OPEN',
      firstDay: '2026-03-09',
      lastDay: '2026-03-27',
      stretches: [],
      expiresAt: '2026-03-09T08:00:00.000Z',
      offeredAt: NOW.toISOString(),
      offeredBy: 'lea',
      bookingCount: 15,
      version: 1,
      endReason: null,
      section: { id: sectionId },
      careRequest: { id: request.id, status: 'OFFERED', version: 2 },
    });
    expect(await bookingStates(careOffer.id)).toEqual(Array.from({ length: 15 }, () => 'HELD'));
    expect((await graph.published()).at(-1)).toEqual({
      type: 'relais.offer.changed.v1',
      familyId: request.familyId,
      data: {
        offerId: careOffer.id,
        familyId: request.familyId,
        status: 'OPEN',
        expiresAt: careOffer.expiresAt,
        version: 1,
      },
    });
  });

  it('may be for a child who is expected, by the age it will have if born as expected', async () => {
    const { familyId } = await givenRequest();
    const bornAsExpected = { birthDate: null, firstName: null, expectedDate: day('2025-12-08') };
    const { id: childId } = await givenChild(graph.db, { familyId, ...bornAsExpected });
    const { id: sectionId } = await givenSection(graph.db, { minAgeMonths: 3, places: 1 });
    const request = await givenRequest({ familyId, childId });

    const { careOffer, refusal } = await offer(request, sectionId);
    expect(refusal).toBeNull();
    expect(careOffer.explanation.reasons.find(isOfAge).sentence).toBe(
      'La section accueille les enfants de 3 à 72 mois : l’enfant en aura l’âge s’il naît comme prévu.',
    );

    const early = await givenRequest({ familyId, childId, firstDay: day('2026-03-06') });
    expect((await offer(early, (await givenSection(graph.db, { minAgeMonths: 3 })).id)).refusal).toEqual({
      reason: 'CHILD_TOO_YOUNG',
      message:
        'L’enfant n’a pas l’âge de cette section, ou pas encore dix semaines : l’accueil peut commencer le 8 mars 2026 au plus tôt, s’il naît comme prévu.',
    });
  });

  it('keeps why as it was then: every criterion, adding up to the score', async () => {
    const { id: centreId } = await givenCentre(graph.db, { openingHours: onWorkingDays('08:00', '10:30') });
    const section = await givenSection(graph.db, { centreId, places: 1 });
    const request = await givenRequest({ rankedCentreIds: [centreId] });
    const weeklyPattern = [{ weekday: 1, from: '09:00', to: '10:30' }];
    const { careOffer } = await offer(request, section.id, { weeklyPattern });

    await graph.db.query('update centres set opening_hours = $1 where id = $2', ['[]', centreId]);
    const { data } = await graph.query(
      `query ($id: ID!) { careRequest(id: $id) { offers { explanation { score reasons { criterion value contribution sentence } } } } }`,
      { id: request.id },
      caseworker(),
    );
    const [{ explanation }] = data.careRequest.offers;
    expect(explanation.reasons).toEqual(
      expect.arrayContaining([
        {
          criterion: 'WHOLE_TIME',
          value: 0.1,
          contribution: 4,
          sentence: 'Convient pour 10 % du temps demandé.',
        },
        {
          criterion: 'OPENING_HOURS',
          value: 0.5,
          contribution: 2.5,
          sentence: 'Ouvert pendant 50 % de ce temps.',
        },
        { criterion: 'RANKED_CHOICE', value: 1, contribution: 10, sentence: 'Choix n° 1 de la famille.' },
      ]),
    );
    expect(explanation.reasons).toHaveLength(7);
    const sum = explanation.reasons.reduce(
      (all: number, each: { contribution: number }) => all + each.contribution,
      0,
    );
    expect(explanation.score).toBeCloseTo(sum);
    expect(careOffer.explanation.score).toBe(explanation.score);
  });

  it('may be for mornings only, or for one of the stretches', async () => {
    const whole = await givenRequest({ weeklyPattern: onWorkingDays('09:00', '17:00') });
    const weeklyPattern = [{ weekday: 2, from: '09:00', to: '12:00' }];
    const given = { weeklyPattern, firstDay: '2026-03-16', expiresAt: '2026-03-05T17:00:00.000Z' };
    const { careOffer } = await offer(whole, await sectionOf(), given);
    expect(careOffer).toMatchObject({ ...given, bookingCount: 2 });

    const stretches = ['2026-03-10', '2026-03-12'].map((date) => ({
      startsAt: new Date(`${date}T09:00:00+01:00`),
      endsAt: new Date(`${date}T12:00:00+01:00`),
    }));
    const dated = await givenCareRequest(graph.db, {
      kind: 'SHORT_TERM',
      stretches,
      lastDay: day('2026-03-12'),
    });
    const one = await offer(dated, await sectionOf(), { stretches: stretches.slice(1) });
    expect(one.careOffer).toMatchObject({
      firstDay: '2026-03-12',
      stretches: [{ startsAt: '2026-03-12T08:00:00.000Z' }],
      expiresAt: '2026-03-04T09:00:00.000Z',
      bookingCount: 1,
    });
  });

  it('takes the place from all others, and covers nothing yet', async () => {
    const sectionId = await sectionOf();
    await offer(await givenRequest(), sectionId);

    const { careOffer, obstructedStretch, refusal } = await offer(await givenRequest(), sectionId);

    expect([careOffer, refusal.reason]).toEqual([null, 'SECTION_FULL']);
    expect(obstructedStretch).toEqual({
      startsAt: '2026-03-09T08:00:00.000Z',
      endsAt: '2026-03-09T11:00:00.000Z',
    });
  });

  it('is shared with caseworkers, and absent for advisors', async () => {
    const { careOffer } = await offer(await givenRequest(), await sectionOf());
    const booking = await graph.db.findOneByOrFail(Booking, { offerId: careOffer.id });
    const ask = (as: ReturnType<typeof advisor>) =>
      graph.resolveReferences('Booking', [{ id: booking.id }], '{ offer { id } }', as);

    expect((await ask(caseworker())).data).toEqual([{ offer: { id: careOffer.id } }]);
    expect((await ask(advisor())).data).toEqual([null]);
  });
});

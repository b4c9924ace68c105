import type { TestSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { coordinator } from '@relais/platform/testing/test-users.ts';
import { Booking } from '../../../care/bookings/booking.ts';
import { stepsOfSubjects } from '../../../history/care-history/care-step.queries.ts';
import { CareRequest } from '../../care-requests/care-request.ts';

const OFFER = `id status firstDay lastDay weeklyPattern { weekday from to } stretches { startsAt endsAt } expiresAt offeredAt
  offeredBy bookingCount version endReason section { id } careRequest { id status version }
  explanation { score reasons { criterion weight value contribution sentence } }`;

const OFFER_PLACE = `mutation ($input: OfferPlaceInput!) { offerPlace(input: $input) {
  careOffer { ${OFFER} } obstructedStretch { startsAt endsAt } refusal { reason message } } }`;

const answerOf = (verb: string, input: string): string =>
  `mutation ($input: ${input}!) { ${verb}(input: $input) { careOffer { ${OFFER} } refusal { reason message } } }`;
const ANSWERS = {
  acceptOffer: answerOf('acceptOffer', 'AcceptOfferInput'),
  declineOffer: answerOf('declineOffer', 'DeclineOfferInput'),
  withdrawOffer: answerOf('withdrawOffer', 'WithdrawOfferInput'),
} as const;
export type AnswerVerb = keyof typeof ANSWERS;

export type AskOptions = { readonly as?: string; readonly now?: Date; readonly reason?: string };

/** What a coordinator does with offers in one running subgraph. */
export const offersIn = (graph: () => TestSubgraph) => {
  const ask = async (document: string, input: object, { as = 'lea', now }: AskOptions) => {
    const { data, errors } = await graph().query(document, { input }, coordinator(as), now ? { now } : {});
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    return data;
  };
  return {
    /** Offers all that a request asks for, as it was read, unless told. */
    async offer(
      request: Pick<CareRequest, 'id' | 'version'>,
      sectionId: string,
      given: object = {},
      how: AskOptions = {},
    ) {
      const input = { careRequestId: request.id, version: request.version, sectionId, ...given };
      return (await ask(OFFER_PLACE, input, how)).offerPlace;
    },
    async answer(
      verb: AnswerVerb,
      { id, version }: { readonly id: string; readonly version: number },
      how: AskOptions = {},
    ) {
      const { reason = 'La famille a trouvé mieux.' } = how;
      const given = verb === 'acceptOffer' ? {} : { reason };
      return (await ask(ANSWERS[verb], { offerId: id, version, ...given }, how))[verb];
    },
    requestOf: (id: string) => graph().db.findOneByOrFail(CareRequest, { id }),
    /** What was done with a request, by whom and why. */
    async historyOf(requestId: string) {
      const steps = await stepsOfSubjects(graph().db, [requestId]);
      return steps.map(({ kind, doneBy, reason }) => [kind, doneBy, reason]);
    },
    /** The states of the bookings that an offer made. */
    async bookingStates(offerId: string): Promise<string[]> {
      const bookings = await graph().db.find(Booking, { where: { offerId }, order: { startsAt: 'ASC' } });
      return bookings.map(({ status }) => status);
    },
  };
};

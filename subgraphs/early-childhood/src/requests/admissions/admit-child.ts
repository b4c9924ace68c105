import type { Acting, ActingSeer } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { lockCentres } from '../../care/bookings/booking.queries.ts';
import { Placement } from '../../care/placements/placement.ts';
import { startPlacement } from '../../care/placements/start-placement.ts';
import { Centre } from '../../centres/centres/centre.ts';
import { joinPlacement, standingOfferOf } from '../care-offers/care-offer.queries.ts';
import type { CareOffer } from '../care-offers/care-offer.ts';
import { lockRequestFor } from '../care-requests/care-request.queries.ts';
import type { CareRequest } from '../care-requests/care-request.ts';
import { stepNotAllowed, stepRefused, stepRequest } from '../care-requests/step-request.ts';
import { admitReasons } from './admission.reasons.ts';

@InputType({ description: 'A child whose family took a place of weekly care.' })
export class AdmitChildInput {
  @Field(() => ID, {
    nullable: true,
    description: 'Made by the client, id of the placement, so that sending again admits once.',
  })
  id?: string | null;

  @Field(() => ID, { description: 'The request whose offer the family accepted.' })
  careRequestId!: string;

  @Field(() => Int, { description: 'The version of the request when it was read.' })
  version!: number;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'A place kept for a parent who looks for work: in AVIP centres, for 6 months at most.',
  })
  isInsertionContract!: boolean;
}

@ObjectType({ description: 'The placement of the child that was admitted, or why it was not.' })
export class AdmitChildPayload extends payloadOf(
  'AdmitChild',
  admitReasons,
  'Why the child was not admitted; absent when it was.',
) {
  @Field(() => Placement, { nullable: true, description: 'The placement; absent when refused.' })
  placement?: Placement;
}

type Result = { readonly placement: Placement } | Refused<Word<typeof admitReasons>>;

/** Broken constraints that mean what is also said in words; they speak when two requests race. */
export const refusalsOfAdmission = { placements_pkey: 'CONFLICT' } as const;

const termsOf = ({ childId, familyId, kind }: CareRequest, offer: CareOffer, input: AdmitChildInput) => ({
  childId,
  familyId,
  kind,
  sectionId: offer.sectionId,
  startsOn: offer.firstDay,
  endsOn: offer.lastDay,
  weeklyPattern: offer.weeklyPattern,
  isInsertionContract: input.isInsertionContract,
  ...(input.id && { id: input.id }),
});

/** The same admission, sent again, is answered the same way. */
const sentBefore = async (
  tx: Transaction,
  { id, isInsertionContract }: AdmitChildInput,
  { childId }: CareRequest,
  offer: CareOffer | null,
): Promise<Result | null> => {
  const placement = id ? await tx.findOneBy(Placement, { id }) : null;
  if (!placement) return null;
  const isSame =
    placement.childId === childId &&
    placement.sectionId === offer?.sectionId &&
    placement.isInsertionContract === isInsertionContract;
  return isSame ? { placement } : { refusal: 'CONFLICT' };
};

/** The contract, with the bookings that the offer made. */
const makeContract = async (
  tx: Transaction,
  careRequest: CareRequest,
  offer: CareOffer,
  input: AdmitChildInput,
  acting: Acting,
): Promise<Result> => {
  const started = await startPlacement(tx, termsOf(careRequest, offer, input), acting);
  if (!('refusal' in started)) {
    await joinPlacement(tx, offer.id, started.placement.id);
    await stepRequest(tx, careRequest, 'PLACED', acting);
    return started;
  }
  if (started.refusal === 'OVER_SIX_MONTHS') return { refusal: started.refusal };
  throw new Error(`an offer that is no contract: ${started.refusal}`);
};

/** Makes the contract of a child whose family accepted an offer: its request ends, its bookings become a placement's. */
export const admitChild = async (
  tx: Transaction,
  input: AdmitChildInput,
  acting: ActingSeer,
): Promise<Result> => {
  const careRequest = await lockRequestFor(tx, input.careRequestId, acting, 'offer:write');
  if (!careRequest) return { refusal: 'UNKNOWN_CARE_REQUEST' };
  const offer = await standingOfferOf(tx, careRequest.id);
  const earlier = await sentBefore(tx, input, careRequest, offer);
  if (earlier) return earlier;
  const refused = stepRefused(careRequest, input.version, 'PLACED');
  if (refused) return refused;
  if (!offer) return stepNotAllowed(careRequest, 'PLACED');

  await lockCentres(tx, [offer.centreId]);
  const { isAvip } = await tx.findOneByOrFail(Centre, { id: offer.centreId });
  if (input.isInsertionContract && !isAvip) return { refusal: 'NOT_AN_AVIP_CENTRE' };
  return makeContract(tx, careRequest, offer, input, acting);
};

import type { Acting, ActingSeer } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { wouldChange } from '@relais/platform/database/would-change.ts';
import type { Word } from '@relais/platform/graphql/reasons.ts';
import { Previewable } from '@relais/platform/graphql/refusal.ts';
import { daysOf, earlierOf, isBefore } from '@relais/platform/time/days.rules.ts';
import type { Period } from '@relais/platform/time/periods.rules.ts';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { giveBackBookings, lockBookingsToCome, lockCentres } from '../../care/bookings/booking.queries.ts';
import { refusalsOfMove } from '../../care/bookings/move-booking.ts';
import { publishCoverOfChildren } from '../../care/bookings/publish-cover-of-children.ts';
import { periodOfDays } from '../../care/placements/agreed-stays.rules.ts';
import { placementChange } from '../../care/placements/as-it-would-be.ts';
import { bookPlacement } from '../../care/placements/book-placement.ts';
import { familiarisationOf, familiarisationProblem } from '../../care/placements/familiarisation.rules.ts';
import { FamiliarisationStayInput } from '../../care/placements/familiarisation.ts';
import { Placement } from '../../care/placements/placement.ts';
import { type PlacementResult, placementPayloadOf } from '../../care/placements/placement-change.ts';
import { recordPlacementStep } from '../../care/placements/record-placement-step.ts';
import { startPlacement } from '../../care/placements/start-placement.ts';
import { Centre } from '../../centres/centres/centre.ts';
import { joinPlacement, standingOfferOf } from '../care-offers/care-offer.queries.ts';
import type { CareOffer } from '../care-offers/care-offer.ts';
import { lockRequestFor } from '../care-requests/care-request.queries.ts';
import type { CareRequest } from '../care-requests/care-request.ts';
import { stepNotAllowed, stepRefused, stepRequest } from '../care-requests/step-request.ts';
import { admitReasons } from './admission.reasons.ts';

@InputType({ description: 'A child whose family took a place of weekly care.' })
export class AdmitChildInput extends Previewable {
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

  @Field(() => [FamiliarisationStayInput], {
    nullable: true,
    description:
      'Short hours in which the child gets used to the centre, in four weeks at most. The agreed hours begin the day after the last of them, and not before the first day offered; what was held for the days before is given back. They are due as all care is.',
  })
  familiarisation?: FamiliarisationStayInput[] | null;
}

@ObjectType({ description: 'The placement of the child that was admitted, or why it was not.' })
export class AdmitChildPayload extends placementPayloadOf('AdmitChild', admitReasons) {}

type Result = PlacementResult<Word<typeof admitReasons>>;

/** Broken constraints that mean what is also said in words; they speak when two requests race. */
export const refusalsOfAdmission = { ...refusalsOfMove, placements_pkey: 'CONFLICT' } as const;

/** Why what was held for the days of familiarisation is given back. */
const FAMILIARISATION = 'Familiarisation avant les heures convenues';

const termsOf = (
  { childId, familyId, kind }: CareRequest,
  offer: CareOffer,
  input: AdmitChildInput,
  familiarisation: Period[],
) => ({
  childId,
  familyId,
  kind,
  sectionId: offer.sectionId,
  startsOn:
    familiarisation.length > 0 ? earlierOf(daysOf(familiarisation).startsOn, offer.firstDay) : offer.firstDay,
  endsOn: offer.lastDay,
  weeklyPattern: offer.weeklyPattern,
  familiarisation,
  ordinaryFrom: familiarisation.length > 0 ? offer.firstDay : null,
  isInsertionContract: input.isInsertionContract,
  ...(input.id && { id: input.id }),
});

/** The same admission, sent again, is answered the same way, whatever was changed of the placement since. */
const sentBefore = async (
  tx: Transaction,
  { id, isInsertionContract, familiarisation }: AdmitChildInput,
  { childId }: CareRequest,
  offer: CareOffer | null,
): Promise<Result | null> => {
  const placement = id ? await tx.findOneBy(Placement, { id }) : null;
  if (!placement) return null;
  const isAsAdmitted = placement.version === 1;
  const agreed = { sectionId: offer?.sectionId, familiarisation: familiarisationOf(familiarisation) };
  const isSame =
    placement.childId === childId &&
    !wouldChange(placement, { isInsertionContract, ...(isAsAdmitted && agreed) });
  return isSame ? { placement, uncoveredMilestones: [] } : { refusal: 'CONFLICT' };
};

/** The days of familiarisation, with a place as for any care; what the offer held for the days until then is given back. */
const bookFamiliarisation = async (
  tx: Transaction,
  placement: Placement,
  offer: CareOffer,
  acting: Acting,
): Promise<Result> => {
  const { now } = acting;
  const { familiarisation: stays, childId } = placement;
  if (stays.length === 0) return { placement, uncoveredMilestones: [] };
  const days = daysOf(stays);
  const freed = await lockBookingsToCome(
    tx,
    placement.id,
    periodOfDays({ startsOn: placement.startsOn, endsOn: days.endsOn }),
    now,
  );
  await giveBackBookings(tx, freed, FAMILIARISATION);
  const isPromised = !isBefore(days.startsOn, offer.firstDay);
  const booked = await bookPlacement(tx, placement, stays, { now, isPromised });
  if ('refusal' in booked) return booked;
  await recordPlacementStep(tx, 'FAMILIARISATION_AGREED', placement, { ...acting, ...days });
  return { placement, uncoveredMilestones: await publishCoverOfChildren(tx, freed, [childId], now) };
};

/** The contract, with the bookings that the offer made. */
const makeContract = async (
  tx: Transaction,
  careRequest: CareRequest,
  offer: CareOffer,
  input: AdmitChildInput,
  acting: Acting,
): Promise<Result> => {
  const familiarisation = familiarisationOf(input.familiarisation);
  const { firstDay: startsOn, lastDay: endsOn, weeklyPattern } = offer;
  const refusal = familiarisationProblem(familiarisation, { startsOn, endsOn, weeklyPattern });
  if (refusal) return { refusal };
  const started = await startPlacement(tx, termsOf(careRequest, offer, input, familiarisation), acting);
  if (!('refusal' in started)) {
    await joinPlacement(tx, offer.id, started.placement.id);
    await stepRequest(tx, careRequest, 'PLACED', acting);
    return bookFamiliarisation(tx, started.placement, offer, acting);
  }
  if (started.refusal === 'OVER_SIX_MONTHS' || started.refusal === 'OVER_TWELVE_MONTHS')
    return { refusal: started.refusal };
  throw new Error(`an offer that is no contract: ${started.refusal}`);
};

const admit = async (tx: Transaction, input: AdmitChildInput, acting: ActingSeer): Promise<Result> => {
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

/** Makes the contract of a child whose family accepted an offer: its request ends, its bookings become a placement's. */
export const admitChild = (tx: Transaction, input: AdmitChildInput, acting: ActingSeer): Promise<Result> =>
  placementChange(tx, input.preview, () => admit(tx, input, acting));

import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { Arg, Authorized, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { Booking } from '../../care/bookings/booking.ts';
import { explanationFor } from '../../care/place-explanations/explanation-for.ts';
import { PlaceExplanation } from '../../care/place-explanations/place-explanation.ts';
import { Section } from '../../centres/centres/section.ts';
import type { Permission } from '../../permissions.ts';
import { CareRequest } from '../care-requests/care-request.ts';
import type { Context } from '../wing.ts';
import { CareOffer } from './care-offer.ts';

@Resolver(() => CareOffer)
export class CareOfferResolver {
  @Authorized<Permission>('care:read')
  @Query(() => CareOffer, { nullable: true, description: 'One offer; absent when there is none of this id.' })
  careOffer(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<CareOffer | null> {
    return loaders.careOffers.load(id);
  }

  @FieldResolver(() => CareRequest, { description: 'The request it is made for.' })
  careRequest(@Root() offer: CareOffer, @Ctx() { loaders }: Context): Promise<CareRequest | null> {
    return loaders.careRequests.load(offer.careRequestId);
  }

  @FieldResolver(() => Section, { description: 'Where the place is.' })
  section(@Root() { sectionId }: CareOffer, @Ctx() { loaders }: Context): Promise<Section | null> {
    return loaders.sections.load(sectionId);
  }

  @FieldResolver(() => PlaceExplanation, {
    nullable: true,
    description: 'Why this place; absent when a coordinator booked it without asking for options.',
  })
  async explanation(
    @Root() { explanation, careRequestId }: CareOffer,
    @Ctx() context: Context,
  ): Promise<PlaceExplanation | null> {
    const request = explanation && (await context.loaders.careRequests.load(careRequestId));
    return request && explanationFor(explanation, request.familyId, context);
  }

  @FieldResolver(() => Int, {
    description: 'How many bookings it made, whatever became of them: one per line and open day, or stretch.',
  })
  async bookingCount(@Root() { id }: CareOffer, @Ctx() { loaders }: Context): Promise<number> {
    const [stays] = await loaders.staysOfOffer.load(id);
    return stays?.count ?? 0;
  }
}

@Resolver(() => CareRequest)
export class RequestOffersResolver {
  @ListSize(2)
  @FieldResolver(() => [CareOffer], { description: 'The offers made for it, newest first.' })
  offers(@Root() { id }: CareRequest, @Ctx() { loaders }: Context): Promise<CareOffer[]> {
    return loaders.offersOfRequest.load(id);
  }
}

@Resolver(() => Booking)
export class BookingOfferResolver {
  @Authorized<Permission>('care:read')
  @FieldResolver(() => CareOffer, {
    nullable: true,
    description: 'The offer it comes from; absent when booked otherwise.',
  })
  offer(@Root() { offerId }: Booking, @Ctx() { loaders }: Context): Promise<CareOffer | null> | null {
    return offerId ? loaders.careOffers.load(offerId) : null;
  }
}

import { inMutation } from '@relais/platform/database/transaction.ts';
import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { refusalsOfBooking } from '../../care/bookings/place-booking.ts';
import type { Permission } from '../../permissions.ts';
import type { Context } from '../wing.ts';
import { AcceptOfferInput, AcceptOfferPayload, acceptOffer } from './accept-offer.ts';
import { DeclineOfferInput, DeclineOfferPayload, declineOffer } from './decline-offer.ts';
import { OfferPlaceInput, OfferPlacePayload, offerPlace, refusalsOfOffer } from './offer-place.ts';
import { WithdrawOfferInput, WithdrawOfferPayload, withdrawOffer } from './withdraw-offer.ts';

@Resolver()
export class CareOfferChangesResolver {
  @Authorized<Permission>('offer:write')
  @Mutation(() => OfferPlacePayload, {
    description:
      'Offers a place for a request and holds all of its bookings, until the family answers or the offer expires.',
  })
  async offerPlace(
    @Arg('input', () => OfferPlaceInput, { description: 'What is offered, and where.' })
    input: OfferPlaceInput,
    @Ctx() context: Context,
  ): Promise<OfferPlacePayload> {
    const constraints = { ...refusalsOfBooking, ...refusalsOfOffer };
    return OfferPlacePayload.of(
      await inMutation(context, (tx, acting) => offerPlace(tx, input, acting), constraints),
    );
  }

  @Authorized<Permission>('offer:write')
  @Mutation(() => AcceptOfferPayload, {
    description:
      'Records that the family takes the place: it is booked. Dated care is placed with it; weekly care once the child is admitted.',
  })
  async acceptOffer(
    @Arg('input', () => AcceptOfferInput, { description: 'What the family takes.' }) input: AcceptOfferInput,
    @Ctx() context: Context,
  ): Promise<AcceptOfferPayload> {
    return AcceptOfferPayload.of(await inMutation(context, (tx, acting) => acceptOffer(tx, input, acting)));
  }

  @Authorized<Permission>('offer:write')
  @Mutation(() => DeclineOfferPayload, {
    description:
      'Records that the family does not take the place: it is free at once, and the request waits again.',
  })
  async declineOffer(
    @Arg('input', () => DeclineOfferInput, { description: 'What the family declines, and why.' })
    input: DeclineOfferInput,
    @Ctx() context: Context,
  ): Promise<DeclineOfferPayload> {
    return DeclineOfferPayload.of(await inMutation(context, (tx, acting) => declineOffer(tx, input, acting)));
  }

  @Authorized<Permission>('offer:write')
  @Mutation(() => WithdrawOfferPayload, {
    description:
      'Takes an offer back that the family has not answered: the place is free at once, and the request waits again.',
  })
  async withdrawOffer(
    @Arg('input', () => WithdrawOfferInput, { description: 'What to withdraw, and why.' })
    input: WithdrawOfferInput,
    @Ctx() context: Context,
  ): Promise<WithdrawOfferPayload> {
    return WithdrawOfferPayload.of(
      await inMutation(context, (tx, acting) => withdrawOffer(tx, input, acting)),
    );
  }
}

import { inMutation, refusedBy } from '@relais/platform/database/transaction.ts';
import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { refusalsOfBooking } from '../bookings/book-care.ts';
import type { Context } from '../context.ts';
import type { Permission } from '../permissions.ts';
import { AcceptOfferInput, acceptOffer } from './accept-offer.ts';
import {
  AcceptOfferPayload,
  AcceptOfferRefusal,
  DeclineOfferPayload,
  DeclineOfferRefusal,
  WithdrawOfferPayload,
  WithdrawOfferRefusal,
} from './answer-offer-payload.ts';
import { DeclineOfferInput, declineOffer } from './decline-offer.ts';
import { OfferPlaceInput, offerPlace, refusalsOfOffer } from './offer-place.ts';
import { OfferPlacePayload, payloadOf } from './offer-place-payload.ts';
import { WithdrawOfferInput, withdrawOffer } from './withdraw-offer.ts';

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
    const result = await refusedBy({ ...refusalsOfBooking, ...refusalsOfOffer }, () =>
      inMutation(context, (tx) => offerPlace(tx, input, context)),
    );
    return payloadOf(result);
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
    const result = await inMutation(context, (tx) => acceptOffer(tx, input, context));
    return 'refusal' in result ? { refusal: AcceptOfferRefusal.of(result.refusal) } : result;
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
    const result = await inMutation(context, (tx) => declineOffer(tx, input, context));
    return 'refusal' in result ? { refusal: DeclineOfferRefusal.of(result.refusal) } : result;
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
    const result = await inMutation(context, (tx) => withdrawOffer(tx, input, context));
    return 'refusal' in result ? { refusal: WithdrawOfferRefusal.of(result.refusal) } : result;
  }
}

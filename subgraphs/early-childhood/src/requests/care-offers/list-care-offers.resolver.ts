import {
  countedConnectionOf,
  decodeCursor,
  PageArguments,
  pageOf,
  pageSizeOf,
} from '@relais/platform/graphql/connection.ts';
import { counted } from '@relais/platform/graphql/counted.ts';
import { DateTime } from '@relais/platform/graphql/scalars.ts';
import { isUuid } from '@relais/platform/ids.ts';
import { sayWhatIsLeftOut } from '@relais/platform/sight/parts.ts';
import { isInstantText } from '@relais/platform/time/calendar.ts';
import type { GraphQLResolveInfo } from 'graphql';
import { Args, ArgsType, Authorized, Ctx, Field, ID, Info, Query, Resolver } from 'type-graphql';
import type { Permission } from '../../permissions.ts';
import type { Context } from '../wing.ts';
import { CareOffer } from './care-offer.ts';
import { CareOfferOrder } from './care-offer-order.ts';
import { CareOfferStatus } from './care-offer-status.ts';
import { countOffers, type PlaceInOffers, placesInOffers } from './list-care-offers.queries.ts';

const CareOfferConnection = countedConnectionOf('CareOffer', () => CareOffer);

@ArgsType()
class CareOffersArguments extends PageArguments {
  @Field(() => [CareOfferStatus], {
    nullable: true,
    description: 'Only those in one of these states; open ones when left out.',
  })
  status?: CareOfferStatus[] | null;

  @Field(() => DateTime, { nullable: true, description: 'Only those that expire before then.' })
  expiresBefore?: Date | null;

  @Field(() => ID, { nullable: true, description: 'Only places in this centre.' })
  centreId?: string | null;

  @Field(() => CareOfferOrder, {
    defaultValue: CareOfferOrder.EXPIRES_FIRST,
    description: 'How they are sorted.',
  })
  order!: CareOfferOrder;
}

const positionOf = ({ after }: PageArguments): PlaceInOffers | null => {
  const [at, id] = decodeCursor(after, 2, ([when, offer]) => isInstantText(when) && isUuid(offer)) ?? [];
  return at && id ? { at: new Date(at), id } : null;
};

@Resolver()
export class ListCareOffersResolver {
  @Authorized<Permission>('care:read')
  @Query(() => CareOfferConnection, {
    description: 'The places offered in the city, of the families whose care the reader sees.',
  })
  async careOffers(
    @Args(() => CareOffersArguments) args: CareOffersArguments,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { db, loaders, sight } = context;
    await sayWhatIsLeftOut<Permission>(context, info, 'care:read');
    const wanted = {
      statuses: args.status ?? ['OPEN'],
      expiresBefore: args.expiresBefore ?? null,
      centreId: args.centreId ?? null,
      order: args.order,
      seen: sight.filter('care:read' satisfies Permission),
    } as const;
    const page = { after: positionOf(args), rows: pageSizeOf(args) + 1 };
    const { edges, pageInfo } = pageOf(await placesInOffers(db, wanted, page), args, ({ at, id }) => [
      at.toISOString(),
      id,
    ]);
    const offers = await Promise.all(edges.map(({ node }) => loaders.careOffers.load(node.id)));
    const shown = { edges: edges.map(({ cursor }, index) => ({ cursor, node: offers[index] })), pageInfo };
    return counted(shown, () => countOffers(db, wanted));
  }
}

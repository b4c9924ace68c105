import { notShared } from '@relais/platform/graphql/denials.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import type { GraphQLResolveInfo } from 'graphql';
import type { Temporal } from 'temporal-polyfill';
import { Arg, Authorized, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { Centre } from '../../centres/centres/centre.ts';
import { mayActForCentre } from '../../centres/centres/centre-staff.rules.ts';
import type { Permission } from '../../permissions.ts';
import type { Context } from '../wing.ts';
import { isShareKept, LEAST_PER_CENT, monthOf, shareOf } from './insertion-places.rules.ts';
import { InsertionPlaces } from './insertion-places.ts';

@Resolver(() => Centre)
export class InsertionPlacesResolver {
  @Authorized<Permission>('avip-share:read')
  @FieldResolver(() => InsertionPlaces, {
    nullable: true,
    description:
      'The share of its children that it kept for parents looking for work; absent when it is no AVIP centre. `NOT_SHARED` with the staff of other centres.',
  })
  async avipShare(
    @Root() centre: Centre,
    @Arg('month', () => CivilDate, { description: 'Any day of the month.' }) month: Temporal.PlainDate,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<InsertionPlaces | null> {
    if (!mayActForCentre(context.user, centre.id)) return notShared(context, info, 'ROLE');
    const { loaders } = context;
    if (!centre.isAvip) return null;
    const days = monthOf(month);
    const [counted] = await loaders.childrenOfMonth(centre.id, days);
    const { children = 0, insertionChildren = 0 } = counted ?? {};
    return Object.assign(new InsertionPlaces(), {
      from: days.startsOn,
      to: days.endsOn,
      children,
      insertionChildren,
      share: shareOf(insertionChildren, children),
      leastShare: LEAST_PER_CENT / 100,
      isKept: isShareKept(insertionChildren, children),
    });
  }
}

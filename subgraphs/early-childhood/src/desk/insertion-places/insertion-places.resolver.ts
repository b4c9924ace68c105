import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import type { Temporal } from 'temporal-polyfill';
import { Arg, Authorized, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Centre } from '../../centres/centres/centre.ts';
import { shareWithStaffOf } from '../../centres/centres/share-with-staff.ts';
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
    @Ctx() { loaders, user }: Context,
  ): Promise<InsertionPlaces | null> {
    shareWithStaffOf(centre.id, user, 'avipShare');
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

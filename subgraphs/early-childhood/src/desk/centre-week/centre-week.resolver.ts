import { notShared } from '@relais/platform/graphql/denials.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import type { GraphQLResolveInfo } from 'graphql';
import type { Temporal } from 'temporal-polyfill';
import { Arg, Authorized, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { Centre } from '../../centres/centres/centre.ts';
import { mayActForCentre } from '../../centres/centres/centre-staff.rules.ts';
import type { Permission } from '../../permissions.ts';
import type { Context } from '../wing.ts';
import { mondayOf } from './centre-week.rules.ts';
import { CentreWeek } from './centre-week.ts';
import { shownCentreWeek } from './show-centre-week.ts';

@Resolver(() => Centre)
export class CentreWeekResolver {
  @Authorized<Permission>('centre-week:read')
  @FieldResolver(() => CentreWeek, {
    nullable: true,
    description:
      'How full it is in an ISO week, per day and against the weekly limit. `NOT_SHARED` with the staff of other centres.',
  })
  week(
    @Root() centre: Centre,
    @Arg('date', () => CivilDate, { description: 'Any day of the week.' }) date: Temporal.PlainDate,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CentreWeek> | null {
    if (!mayActForCentre(context.user, centre.id)) return notShared(context, info, 'ROLE');
    const { loaders } = context;
    const monday = mondayOf(date);
    return loaders.shownWeekOnce(`${centre.id} ${monday}`, async () => {
      const [closures, bookedDays] = await Promise.all([
        loaders.closuresOfCentre(centre.id, { startsOn: monday, endsOn: monday.add({ days: 6 }) }),
        loaders.bookedDaysOfWeek(centre.id, monday),
      ]);
      return shownCentreWeek({ centre, monday, closures, bookedDays });
    });
  }
}

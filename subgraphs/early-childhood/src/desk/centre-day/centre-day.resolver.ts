import { centreStaff } from '@relais/platform/auth/user.ts';
import { notShared } from '@relais/platform/graphql/denials.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import type { MaybePromise } from '@relais/platform/maybe-promise.ts';
import type { GraphQLResolveInfo } from 'graphql';
import type { Temporal } from 'temporal-polyfill';
import { Arg, Authorized, Ctx, FieldResolver, Info, Int, Resolver, Root } from 'type-graphql';
import { dueOf } from '../../care/attendance/due-of.ts';
import { Centre } from '../../centres/centres/centre.ts';
import { mayActForCentre } from '../../centres/centres/centre-staff.rules.ts';
import { Child } from '../../families/families/child.ts';
import type { Permission } from '../../permissions.ts';
import type { Context } from '../wing.ts';
import { CentreDay, ExpectedChild } from './centre-day.ts';
import { shownCentreDay } from './show-centre-day.ts';

@Resolver(() => Centre)
export class CentreDayResolver {
  @Authorized<Permission>('centre-day:read')
  @FieldResolver(() => CentreDay, {
    nullable: true,
    description:
      'Who comes and goes on a day, and what is free. `NOT_SHARED` with the staff of other centres.',
  })
  day(
    @Root() centre: Centre,
    @Arg('date', () => CivilDate, { description: 'The day.' }) date: Temporal.PlainDate,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CentreDay> | null {
    if (!mayActForCentre(context.user, centre.id)) return notShared(context, info, 'ROLE');
    const { loaders } = context;
    return loaders.shownDayOnce(`${centre.id} ${date}`, async () => {
      const [sections, stays] = await Promise.all([
        loaders.sectionsOnDay(centre.id, date),
        loaders.staysOnDay(centre.id, date),
      ]);
      return shownCentreDay({ centre, date, sections, stays, isReceiving: centreStaff(context.user) });
    });
  }
}

@Resolver(() => ExpectedChild)
export class ExpectedChildResolver {
  @FieldResolver(() => Child, { nullable: true, description: 'The child.' })
  child(@Root() { booking }: ExpectedChild, @Ctx() { loaders }: Context): Promise<Child | null> {
    return loaders.children.load(booking.childId);
  }

  @FieldResolver(() => Int, {
    description:
      'Half-hours due: those booked, and every one that was begun before or after them, unless another booking of the child holds it, as `Booking.halfHoursDue` says.',
  })
  halfHoursDue(@Root() { booking }: ExpectedChild, @Ctx() { loaders }: Context): MaybePromise<number> {
    return dueOf(booking, loaders);
  }
}

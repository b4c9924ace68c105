import {
  countedConnectionOf,
  decodeCursor,
  PageArguments,
  pageOf,
  pageSizeOf,
} from '@relais/platform/graphql/connection.ts';
import { counted } from '@relais/platform/graphql/counted.ts';
import { isUuid } from '@relais/platform/ids.ts';
import { sayWhatIsLeftOut } from '@relais/platform/sight/parts.ts';
import { isInstantText } from '@relais/platform/time/calendar.ts';
import type { GraphQLResolveInfo } from 'graphql';
import { Args, Authorized, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import { MilestoneReference, milestoneReference } from '../../cover/childcare-cover/milestone-reference.ts';
import type { Permission } from '../../permissions.ts';
import type { Context } from '../wing.ts';
import { Booking } from './booking.ts';
import { countLeftBookings, type LeftBooking, leftBookings } from './left-bookings.queries.ts';
import { leadsTo } from './whose-care.ts';

const BookingConnection = countedConnectionOf('Booking', () => Booking);

const isOurCursor = ([startsAt, id]: string[]): boolean => isInstantText(startsAt) && isUuid(id);

const positionOf = ({ after }: PageArguments): LeftBooking | null => {
  const [startsAt, id] = decodeCursor(after, 2, isOurCursor) ?? [];
  return startsAt && id ? { startsAt: new Date(startsAt), id } : null;
};

@Resolver(() => Booking)
export class LeftBookingsResolver {
  @Authorized<Permission>('care:read')
  @Query(() => BookingConnection, {
    description:
      'The bookings to come that serve a milestone which is called off, first to last: nothing is released silently, so somebody gives each back (`uncoverMilestone`) or leaves it to the family. Calling a milestone off lists its own in `Milestone.bookings`.',
  })
  async bookingsOfCancelledMilestones(
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { db, loaders, now, sight } = context;
    await sayWhatIsLeftOut<Permission>(context, info, 'care:read');
    const permissions = ['care:read', 'milestone:see'] as const satisfies readonly Permission[];
    const left = { now, seen: permissions.map((permission) => sight.filter(permission)) };
    const rows = await leftBookings(db, left, { after: positionOf(page), rows: pageSizeOf(page) + 1 });
    const { edges, pageInfo } = pageOf(rows, page, ({ startsAt, id }) => [startsAt.toISOString(), id]);
    const bookings = await Promise.all(edges.map(({ node }) => loaders.bookings.load(node.id)));
    const shown = edges.map(({ cursor }, index) => ({ cursor, node: bookings[index] }));
    return counted({ edges: shown, pageInfo }, () => countLeftBookings(db, left));
  }

  @Authorized<Permission>('milestone:see')
  @FieldResolver(() => MilestoneReference, {
    nullable: true,
    description: 'The milestone that it makes possible; absent when it serves none.',
  })
  async milestone(@Root() booking: Booking, @Ctx() context: Context): Promise<MilestoneReference | null> {
    const { milestoneId } = booking;
    const known = milestoneId ? await context.loaders.knownMilestones.load(milestoneId) : null;
    if (!known || !(await leadsTo(booking, known.familyId, context))) return null;
    return milestoneReference({ ...known, family: { id: known.familyId } });
  }
}

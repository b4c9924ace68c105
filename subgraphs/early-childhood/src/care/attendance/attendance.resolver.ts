import type { MaybePromise } from '@relais/platform/maybe-promise.ts';
import { Arg, Authorized, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { Permission } from '../../permissions.ts';
import { Booking } from '../bookings/booking.ts';
import type { Context } from '../wing.ts';
import { dueOf } from './due-of.ts';
import { RecordAttendancesInput, RecordAttendancesPayload, recordAttendances } from './record-attendances.ts';

@Resolver()
export class AttendanceResolver {
  @Authorized<Permission>('attendance:write')
  @Mutation(() => RecordAttendancesPayload, {
    description:
      'Notes who arrived, left or did not come, many at once and with their real times, also later; each line has its own answer. What was noted wrongly is corrected. Centre staff note it for their own centres.',
  })
  async recordAttendances(
    @Arg('input', () => RecordAttendancesInput, { description: 'What was seen at the door.' })
    input: RecordAttendancesInput,
    @Ctx() context: Context,
  ): Promise<RecordAttendancesPayload> {
    return RecordAttendancesPayload.of(await recordAttendances(context, input));
  }
}

@Resolver(() => Booking)
export class BookingAttendanceResolver {
  @Authorized<Permission>('care:read')
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'Half-hours due: those booked, since the place was kept, and every one that was begun before or after them, as attendance was noted. Cancelled after it had begun, those booked, as of an absence, unless it was booked only then and given back within half an hour; 0 when it was cancelled before, or is only held. A half-hour of one child is due from one family once: with the booking that stands rather than one that was cancelled, and where it was booked rather than where the child came early or was collected late.',
  })
  halfHoursDue(@Root() booking: Booking, @Ctx() { loaders }: Context): MaybePromise<number> {
    return dueOf(booking, loaders);
  }
}

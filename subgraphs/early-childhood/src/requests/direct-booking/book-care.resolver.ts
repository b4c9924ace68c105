import { inMutation } from '@relais/platform/database/transaction.ts';
import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { refusalsOfBooking } from '../../care/bookings/place-booking.ts';
import type { Permission } from '../../permissions.ts';
import type { Context } from '../wing.ts';
import { BookCareInput, BookCarePayload, bookCare } from './book-care.ts';

@Resolver()
export class BookCareResolver {
  @Authorized<Permission>('booking:write')
  @Mutation(() => BookCarePayload, { description: 'Books care for a child; the place is confirmed at once.' })
  async bookCare(
    @Arg('input', () => BookCareInput, { description: 'What to book.' }) input: BookCareInput,
    @Ctx() context: Context,
  ): Promise<BookCarePayload> {
    return BookCarePayload.of(
      await inMutation(context, (tx, acting) => bookCare(tx, input, acting), refusalsOfBooking),
    );
  }
}

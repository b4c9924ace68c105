import type { ActingSeer } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { Confirmable, payloadOf } from '@relais/platform/graphql/refusal.ts';
import { DateTime } from '@relais/platform/graphql/scalars.ts';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { bookReasons } from '../../care/bookings/booking.reasons.ts';
import { Booking } from '../../care/bookings/booking.ts';
import { placeBooking } from '../../care/bookings/place-booking.ts';
import { CareKind } from '../../centres/centres/care-kind.ts';
import type { SectionOfCentre } from '../../centres/centres/section.ts';
import { recordPlaced } from '../care-requests/record-placed.ts';

@InputType({ description: 'Care of one child in one section.' })
export class BookCareInput extends Confirmable {
  @Field(() => ID, { nullable: true, description: 'Made by the client, so that sending again books once.' })
  id?: string | null;

  @Field(() => ID, { description: 'The child.' })
  childId!: string;

  @Field(() => ID, { description: 'The section.' })
  sectionId!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'The family that pays; under shared residence the one whose day it is unless given, else that of the file.',
  })
  familyId?: string | null;

  @Field(() => CareKind, { description: 'The kind of care.' })
  kind!: CareKind;

  @Field(() => DateTime, { description: 'When care starts, on the half-hour.' })
  startsAt!: Date;

  @Field(() => DateTime, { description: 'When care ends, on the half-hour.' })
  endsAt!: Date;

  @Field(() => ID, { nullable: true, description: 'The milestone this care makes possible.' })
  milestoneId?: string | null;
}

@ObjectType({ description: 'The booking, or why there is none.' })
export class BookCarePayload extends payloadOf(
  'BookCare',
  bookReasons,
  'Why care was not booked; absent when it was.',
) {
  @Field(() => Booking, { nullable: true, description: 'The booking; absent when refused.' })
  booking?: Booking;
}

/** Books care; an emergency of a milestone is kept as a request that is met. */
export const bookCare = async (
  tx: Transaction,
  input: BookCareInput,
  acting: ActingSeer,
): Promise<{ booking: Booking; place: SectionOfCentre } | Refused<Word<typeof bookReasons>>> => {
  const placed = await placeBooking(tx, input, acting);
  if ('refusal' in placed) return placed;
  if (placed.steps.length > 0) await recordPlaced(tx, [placed], acting);
  return { booking: placed.booking, place: placed.place };
};

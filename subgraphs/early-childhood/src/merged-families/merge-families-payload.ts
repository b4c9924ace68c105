import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { refusalOfCatalogue } from '@relais/platform/graphql/refusal.ts';
import { Field, ObjectType } from 'type-graphql';
import { Booking } from '../bookings/booking.ts';
import { Family } from '../families/family.ts';
import { mergeMessages } from './merge-families.messages.ts';
import type { MergeFamiliesRefusalReason } from './merge-families.ts';
import { MovedRecords } from './moved-records.ts';

export const MergeFamiliesRefusal = refusalOfCatalogue<MergeFamiliesRefusalReason>(
  'MergeFamiliesRefusal',
  {
    SAME_FAMILY: 'Survivor and duplicate are one.',
    UNKNOWN_FAMILY: 'One of them has no file.',
    MERGED_INTO_ANOTHER: 'The duplicate is merged into another file.',
    SURVIVOR_IS_MERGED: 'The survivor is merged into another file itself.',
    STALE_VERSION: 'One of them changed since it was read.',
    UNKNOWN_PAIR: 'A pair does not keep a member of the survivor and drop one of the duplicate.',
    NAMED_TWICE: 'Somebody is in two pairs.',
    BOOKINGS_OVERLAP: 'A child who is in both files is booked in both at the same time.',
    SHARED_BETWEEN_THEM: 'A child lives by turns with the two families.',
    RESIDENCES_DIFFER:
      'A child who is in both files lives by turns with two other families, or its calendars overlap.',
  },
  mergeMessages,
);

@ObjectType({ description: 'The one file, or why the two were not merged.' })
export class MergeFamiliesPayload {
  @Field(() => Family, { nullable: true, description: 'The file that stays; absent when refused.' })
  family?: Family;

  @Field(() => MovedRecords, {
    nullable: true,
    description: 'What it takes over; absent when refused, or merged by an earlier sending.',
  })
  moved?: MovedRecords;

  @ListSize(20)
  @Field(() => [Booking], {
    description: 'The duplicate’s bookings, 20 at most, that overlap with the survivor’s.',
  })
  overlappingBookings!: Booking[];

  @Field(() => MergeFamiliesRefusal, { nullable: true, description: 'Why not; absent when merged.' })
  refusal?: InstanceType<typeof MergeFamiliesRefusal>;
}

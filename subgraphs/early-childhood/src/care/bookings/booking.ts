import { oneOf } from '@relais/platform/database/columns.ts';
import { DateTime } from '@relais/platform/graphql/scalars.ts';
import { Authorized, Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CareKind } from '../../centres/centres/care-kind.ts';
import { Section } from '../../centres/centres/section.ts';
import { Child } from '../../families/families/child.ts';
import { Family } from '../../families/families/family.ts';
import type { Permission } from '../../permissions.ts';
import { type Explanation, explanationColumn } from '../place-explanations/place-explanation.ts';
import { Placement } from '../placements/placement.ts';
import { BookingStatus } from './booking-status.ts';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'One stretch of time of one child in one section (réservation).' })
@Entity('bookings')
// Made by its migration: TypeORM knows no columns that an index only carries along.
@Index('bookings_of_centre', { synchronize: false })
@Index('bookings_of_child', ['childId', 'startsAt'])
@Index('bookings_of_family', ['familyId'])
@Index('bookings_of_milestone', ['milestoneId'], { where: 'milestone_id is not null' })
@Index('bookings_to_come_of_milestones', ['startsAt', 'id'], {
  where: "milestone_id is not null and status in ('HELD', 'CONFIRMED')",
})
@Index('bookings_of_offer', ['offerId'], { where: 'offer_id is not null' })
@Index('bookings_that_took_place', ['startsAt', 'familyId', 'kind'], {
  where: "status in ('CONFIRMED', 'ATTENDED', 'ABSENT') or cancelled_after_start",
})
@Index('bookings_cancelled_after_start', ['centreId', 'startsAt'], { where: 'cancelled_after_start' })
@Index('bookings_of_placement', ['placementId'], { where: 'placement_id is not null' })
@ForeignKey(() => Section, ['sectionId', 'centreId'], ['id', 'centreId'], {
  name: 'booking_in_a_section_of_its_centre',
})
@Check('booking_kind_is_known', oneOf('kind', CareKind))
@Check('booking_status_is_known', oneOf('status', BookingStatus))
@Check('booking_starts_before_it_ends', 'starts_at < ends_at')
@Check('booking_lasts_a_day_at_most', "ends_at - starts_at <= interval '24 hours'")
@Check(
  'booking_on_the_half_hour',
  'extract(epoch from starts_at)::numeric % 1800 = 0 and extract(epoch from ends_at)::numeric % 1800 = 0',
)
@Check('booking_times_of_a_child_that_came', "status = 'ATTENDED' or num_nonnulls(arrived_at, left_at) = 0")
@Check('booking_left_after_it_arrived', 'arrived_at < left_at')
@Check('booking_cancelled_with_a_reason', "(status = 'CANCELLED') = (cancellation_reason is not null)")
@Check('booking_cancelled_after_start_is_cancelled', "not cancelled_after_start or status = 'CANCELLED'")
@Exclusion(
  'booking_child_in_one_place',
  "using gist (child_id with =, tstzrange(starts_at, ends_at) with &&) where (status <> 'CANCELLED')",
)
export class Booking {
  @Field(() => ID, { description: 'Stable identifier.' })
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => Child, { name: 'booking_of_a_known_child' })
  @Column('uuid', { name: 'child_id' })
  childId!: string;

  @ForeignKey(() => Family, { name: 'booking_of_a_known_family' })
  @Column('uuid', { name: 'family_id' })
  familyId!: string;

  @Column('uuid', { name: 'section_id' })
  sectionId!: string;

  @Column('uuid', { name: 'centre_id' })
  centreId!: string;

  @Field(() => CareKind, { description: 'The kind of care booked.' })
  @Column('text')
  kind!: CareKind;

  @Field(() => BookingStatus, { description: 'Where it stands in its life.' })
  @Column('text')
  status!: BookingStatus;

  @Field(() => DateTime, { description: 'When care starts, on the half-hour.' })
  @Column('timestamptz', { name: 'starts_at' })
  startsAt!: Date;

  @Field(() => DateTime, { description: 'When care ends, on the half-hour.' })
  @Column('timestamptz', { name: 'ends_at' })
  endsAt!: Date;

  @ForeignKey(() => Placement, { name: 'booking_of_a_known_placement' })
  @Column('uuid', { name: 'placement_id', nullable: true })
  placementId!: string | null;

  @ForeignKey('CareOffer', { name: 'booking_of_a_known_offer', deferrable: 'INITIALLY DEFERRED' })
  @Column('uuid', { name: 'offer_id', nullable: true })
  offerId!: string | null;

  @Column('uuid', { name: 'milestone_id', nullable: true })
  milestoneId!: string | null;

  @Column(explanationColumn)
  explanation!: Explanation | null;

  /** When these times were booked; `null` when that was before it was kept. */
  @Column('timestamptz', { name: 'booked_at', nullable: true, default: () => 'now()' })
  bookedAt!: Date | null;

  @Authorized<Permission>('care:read')
  @Field(() => DateTime, {
    nullable: true,
    description: 'When the child really arrived; absent when that is not noted.',
  })
  @Column('timestamptz', { name: 'arrived_at', nullable: true })
  arrivedAt!: Date | null;

  @Authorized<Permission>('care:read')
  @Field(() => DateTime, {
    nullable: true,
    description: 'When the child really left; absent when that is not noted.',
  })
  @Column('timestamptz', { name: 'left_at', nullable: true })
  leftAt!: Date | null;

  @Authorized<Permission>('care:read')
  @Field(() => String, { nullable: true, description: 'Why it was cancelled; absent otherwise.' })
  @Column('text', { name: 'cancellation_reason', nullable: true })
  cancellationReason!: string | null;

  /** Cancelled when care had begun already: due all the same. */
  @Column('boolean', { name: 'cancelled_after_start', default: false })
  cancelledAfterStart!: boolean;

  @Field(() => Int, { description: 'Rises with every change.' })
  @Column('integer')
  version!: number;
}

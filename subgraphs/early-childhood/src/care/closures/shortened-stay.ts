import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Closure } from '../../centres/centres/closure.ts';
import { Booking } from '../bookings/booking.ts';

/** A booking as it was before its centre closed for part of it: what was lost, and what comes back should it open again. */
@Entity('shortened_stays')
@Index('shortened_stays_of_booking', ['bookingId'])
@Check('shortened_stay_starts_before_it_ends', 'starts_at < ends_at')
export class ShortenedStay {
  @ForeignKey(() => Closure, { name: 'shortened_by_a_known_closure', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'closure_id' })
  closureId!: string;

  @ForeignKey(() => Booking, { name: 'shortened_stay_of_a_known_booking' })
  @PrimaryColumn('uuid', { name: 'booking_id' })
  bookingId!: string;

  @Column('timestamptz', { name: 'starts_at' })
  startsAt!: Date;

  @Column('timestamptz', { name: 'ends_at' })
  endsAt!: Date;
}

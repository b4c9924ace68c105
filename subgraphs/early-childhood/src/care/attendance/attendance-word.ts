import { oneOf } from '@relais/platform/database/columns.ts';
import { enumOf } from '@relais/platform/graphql/enums.ts';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Booking } from '../bookings/booking.ts';

export const AttendanceWordKind = enumOf('AttendanceWordKind', 'What is noted at the door of a centre.', {
  ARRIVED: 'The child arrives.',
  LEFT: 'The child leaves.',
  ABSENT: 'The child, who was expected by now, did not come.',
});
export type AttendanceWordKind = keyof typeof AttendanceWordKind;

/** What was noted at the door of a centre, by the id its client gave it: sent again, it is noted once. */
@Entity('attendance_words')
@Index('attendance_words_of_booking', ['bookingId'])
@Check('attendance_word_kind_is_known', oneOf('kind', AttendanceWordKind))
export class AttendanceWord {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => Booking, { name: 'attendance_word_of_a_known_booking' })
  @Column('uuid', { name: 'booking_id' })
  bookingId!: string;

  @Column('text')
  kind!: AttendanceWordKind;

  /** When it was, as its client said. */
  @Column('timestamptz')
  at!: Date;

  @Column('timestamptz', { name: 'noted_at' })
  notedAt!: Date;

  @Column('text', { name: 'noted_by' })
  notedBy!: string;
}

import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Centre } from '../../centres/centres/centre.ts';

/** How many adults are with the children of a centre during half an hour; what was said last holds. */
@Entity('staff_half_hours')
@Check('staff_on_the_half_hour', 'extract(epoch from starts_at)::numeric % 1800 = 0')
@Check('staff_of_a_possible_number', 'adults between 0 and 200')
export class StaffHalfHour {
  @ForeignKey(() => Centre, { name: 'staff_of_a_known_centre' })
  @PrimaryColumn('uuid', { name: 'centre_id' })
  centreId!: string;

  @PrimaryColumn('timestamptz', { name: 'starts_at' })
  startsAt!: Date;

  @Column('integer')
  adults!: number;

  @Column('timestamptz', { name: 'noted_at' })
  notedAt!: Date;

  @Column('text', { name: 'noted_by' })
  notedBy!: string;
}

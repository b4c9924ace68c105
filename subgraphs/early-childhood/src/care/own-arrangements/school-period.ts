import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * Days on which school looks after children; on all others it does not, also when the calendar is not known yet.
 * Only the statement that computes cover reads them, so days are plain text here.
 */
@Entity('school_periods')
@Check('school_period_starts_before_it_ends', 'starts_on <= ends_on')
export class SchoolPeriod {
  @PrimaryColumn('date', { name: 'starts_on' })
  startsOn!: string;

  @Column('date', { name: 'ends_on' })
  endsOn!: string;
}

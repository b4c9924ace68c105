import { civilDate } from '@relais/platform/database/columns.ts';
import type { Temporal } from 'temporal-polyfill';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { type WeeklyHours, weeklyHoursColumn } from '../../centres/centres/weekly-hours.ts';
import { PatternLine } from './pattern-line.ts';
import { Placement } from './placement.ts';

/** The hours that a family sent for one week of a flexible placement; they stand in for the usual ones. */
@Entity('sent_weeks')
@Check('sent_week_starts_on_a_monday', 'extract(isodow from monday) = 1')
export class SentWeek {
  @ForeignKey(() => Placement, { name: 'sent_week_of_a_known_placement' })
  @PrimaryColumn('uuid', { name: 'placement_id' })
  placementId!: string;

  @PrimaryColumn({ ...civilDate, name: 'monday' })
  monday!: Temporal.PlainDate;

  @Column(weeklyHoursColumn('hours', () => new PatternLine()))
  hours!: WeeklyHours[];

  @Column('timestamptz', { name: 'sent_at' })
  sentAt!: Date;
}

import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A milestone as employment last told it; a cover is answered only for the family it names. */
@Entity('known_milestones')
@Index('known_milestones_of_family', ['familyId', 'endsAt'])
@Index('known_milestones_attended', ['startsAt'], { where: "status = 'ATTENDED'" })
@Index('known_milestones_of_series', ['seriesId'], { where: 'series_id is not null' })
@Index('known_milestones_by_start', ['startsAt', 'id'], {
  where: "status in ('PLANNED', 'CONFIRMED', 'CANCELLED')",
})
@Check('known_milestone_starts_before_it_ends', 'starts_at < ends_at')
@Check('known_milestone_travel_is_not_negative', 'travel_minutes >= 0')
export class KnownMilestone {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'family_id' })
  familyId!: string;

  @Column('timestamptz', { name: 'starts_at' })
  startsAt!: Date;

  @Column('timestamptz', { name: 'ends_at' })
  endsAt!: Date;

  @Column('integer', { name: 'travel_minutes' })
  travelMinutes!: number;

  @Column('text')
  status!: string;

  @Column('integer')
  version!: number;

  /** Token subject of the job seeker's advisor; `null` until employment tells it. */
  @Column('text', { name: 'advisor_id', nullable: true })
  advisorId!: string | null;

  /** The series it was scheduled in; `null` when it is in none, or until employment tells it. */
  @Column('uuid', { name: 'series_id', nullable: true })
  seriesId!: string | null;
}

import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The childcare cover of a milestone as early-childhood last told it: for ordering, alerts and figures, never shown. */
@Entity('known_covers')
@Index('known_covers_by_family', ['familyId', 'startsAt'])
export class KnownCover {
  @PrimaryColumn('uuid', { name: 'milestone_id', primaryKeyConstraintName: 'known_covers_pkey' })
  milestoneId!: string;

  @Column('uuid', { name: 'family_id' })
  familyId!: string;

  @Column({ type: 'timestamptz', name: 'starts_at', precision: 3 })
  startsAt!: Date;

  @Column('text')
  status!: string;

  /** Of the milestone that the cover was computed for: a lower one than ours means the times have moved since. */
  @Column('integer', { name: 'milestone_version' })
  milestoneVersion!: number;

  /** When early-childhood told it: orders what is told of one milestone under two families, one merged into the other. */
  @Column({ type: 'timestamptz', name: 'told_at', precision: 3, nullable: true })
  toldAt!: Date | null;

  /** When it became what it is; unknown while it never was anything else. */
  @Column({ type: 'timestamptz', name: 'changed_at', precision: 3, nullable: true })
  changedAt!: Date | null;
}

import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The childcare cover of an upcoming milestone, as early-childhood told us; for ordering and alerts only. */
@Entity('known_covers')
@Index('known_covers_by_family', ['familyId', 'startsAt'])
export class KnownCover {
  @PrimaryColumn('uuid', { name: 'milestone_id', primaryKeyConstraintName: 'known_covers_pkey' })
  milestoneId!: string;

  @Column('uuid', { name: 'family_id' })
  familyId!: string;

  @Column('timestamptz', { name: 'starts_at' })
  startsAt!: Date;

  @Column('text')
  status!: string;

  @Column('integer', { name: 'milestone_version' })
  milestoneVersion!: number;

  /** When early-childhood told it: orders what is told of one milestone under two families, one merged into the other. */
  @Column({ type: 'timestamptz', name: 'told_at', precision: 3, nullable: true })
  toldAt!: Date | null;
}

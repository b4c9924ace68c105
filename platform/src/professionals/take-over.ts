import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** That a colleague took over what another had, by whom and why. It names a colleague's absence: families are not shown it. */
@Entity('take_overs')
@Index('take_overs_by_former', ['fromSub', 'takenAt'])
export class TakeOver {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'take_overs_pkey' })
  id!: string;

  @Column('text', { name: 'from_sub' })
  fromSub!: string;

  @Column('text', { name: 'to_sub' })
  toSub!: string;

  @Column('text')
  reason!: string;

  @Column('uuid', { name: 'family_ids', array: true })
  familyIds!: string[];

  /** How many of each kind went over. */
  @Column('jsonb')
  counts!: Readonly<Record<string, number>>;

  @Column('timestamptz', { name: 'taken_at' })
  takenAt!: Date;

  @Column('text', { name: 'taken_by_sub' })
  takenBySub!: string;
}

import { oneOf } from '@relais/platform/database/columns.ts';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { KnownMilestone } from '../known-milestones/known-milestone.ts';
import { CoverStatus } from './cover-status.ts';

/**
 * The cover as it was known when the needed time ended, kept before the first later change that may concern it. It is
 * evidence, so no row is ever rewritten but one of a milestone that was moved.
 */
@Entity('settled_covers')
@Check('settled_cover_status_is_known', oneOf('status', CoverStatus))
export class SettledCover {
  @ForeignKey(() => KnownMilestone, { name: 'settled_cover_of_a_known_milestone' })
  @PrimaryColumn('uuid', { name: 'milestone_id' })
  milestoneId!: string;

  @Column('timestamptz', { name: 'needed_from' })
  neededFrom!: Date;

  @Column('timestamptz', { name: 'needed_to' })
  neededTo!: Date;

  @Column('text')
  status!: CoverStatus;

  /** Each child's id, status and gaps, as `SettledChildRow` writes them. */
  @Column('jsonb')
  children!: object;
}

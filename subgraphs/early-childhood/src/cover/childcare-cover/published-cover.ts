import { oneOf } from '@relais/platform/database/columns.ts';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { KnownMilestone } from '../known-milestones/known-milestone.ts';
import { CoverStatus } from './cover-status.ts';

/** The cover that the other agencies were last told, so that only changes are told. */
@Entity('published_covers')
@Check('published_cover_status_is_known', oneOf('status', CoverStatus))
export class PublishedCover {
  @ForeignKey(() => KnownMilestone, { name: 'published_cover_of_a_known_milestone' })
  @PrimaryColumn('uuid', { name: 'milestone_id' })
  milestoneId!: string;

  @Column('uuid', { name: 'family_id' })
  familyId!: string;

  @Column('text')
  status!: CoverStatus;

  @Column('integer', { name: 'milestone_version' })
  milestoneVersion!: number;
}

import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CareStep } from '../../history/care-history/care-step.ts';
import { SettledCover } from './settled-cover.ts';

/** A step that was kept after the needed time, and changed what is now known of its cover. */
@Entity('cover_notes')
@Index('cover_notes_of_step', ['stepId'])
export class CoverNote {
  @ForeignKey(() => SettledCover, { name: 'cover_note_of_a_settled_cover' })
  @PrimaryColumn('uuid', { name: 'milestone_id' })
  milestoneId!: string;

  @ForeignKey(() => CareStep, { name: 'cover_note_of_a_kept_step' })
  @PrimaryColumn('uuid', { name: 'step_id' })
  stepId!: string;
}

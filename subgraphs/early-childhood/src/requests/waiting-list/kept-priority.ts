import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CareRequest } from '../care-requests/care-request.ts';

/** The score of an open request, with what it is right for; triggers doubt it when a fact changes (docs/decisions/0074-scores-of-the-waiting-list-are-kept.md). */
@Entity('kept_priorities')
@Index('kept_priorities_in_order', { synchronize: false })
export class KeptPriority {
  @ForeignKey(() => CareRequest, { name: 'kept_priority_of_a_known_request', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'care_request_id' })
  careRequestId!: string;

  @Column('timestamptz', { name: 'submitted_at' })
  submittedAt!: Date;

  @Column('double precision', { default: 0 })
  score!: number;

  /** The day, and the rules that judged; empty while it is right for none. */
  @Column({ type: 'text', name: 'right_for', collation: 'C', default: '' })
  rightFor!: string;
}

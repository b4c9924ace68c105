import { oneOf } from '@relais/platform/database/columns.ts';
import { enumOf } from '@relais/platform/graphql/enums.ts';
import { DateTime } from '@relais/platform/graphql/scalars.ts';
import { Field, ID, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { type Explanation, explanationColumn } from '../../care/place-explanations/place-explanation.ts';
import { Section } from '../../centres/centres/section.ts';
import { CareRequest } from '../care-requests/care-request.ts';
import type { ExplainedPriority } from '../waiting-list/request-priority.ts';
import { AdmissionCommission } from './admission-commission.ts';

export const CommissionOutcome = enumOf('CommissionOutcome', 'What a commission decided on a request.', {
  GRANTED: 'A place in a section: it can now be offered to the family.',
  REFUSED: 'No place; the request ends with the reason (CRPA L211-2).',
  POSTPONED: 'The request waits for a later commission.',
});
export type CommissionOutcome = keyof typeof CommissionOutcome;

@ObjectType({ description: 'What a commission decided on one request, with what it knew then.' })
@Entity('commission_decisions')
@Index('commission_decisions_of_request', ['careRequestId', 'decidedAt', 'id'])
@Index('commission_decisions_of_section', ['sectionId'], { where: 'section_id is not null' })
@Unique('commission_decides_a_request_once', ['commissionId', 'careRequestId'])
@Check('commission_decision_is_known', oneOf('decision', CommissionOutcome))
@Check('commission_grants_a_section', "(decision = 'GRANTED') = (section_id is not null)")
@Check('commission_says_why_not', "decision = 'GRANTED' or reason is not null")
export class CommissionDecision {
  @Field(() => ID, { description: 'Stable identifier.' })
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => AdmissionCommission, { name: 'commission_decision_of_a_known_commission' })
  @Column('uuid', { name: 'commission_id' })
  commissionId!: string;

  @ForeignKey(() => CareRequest, { name: 'commission_decision_on_a_known_request' })
  @Column('uuid', { name: 'care_request_id' })
  careRequestId!: string;

  @Field(() => CommissionOutcome, { description: 'What was decided.' })
  @Column('text')
  decision!: CommissionOutcome;

  @ForeignKey(() => Section, { name: 'commission_decision_grants_a_known_section' })
  @Column('uuid', { name: 'section_id', nullable: true })
  sectionId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why, in words; always there unless a place was granted.',
  })
  @Column('text', { nullable: true })
  reason!: string | null;

  /** As it was when it was decided: later changes do not rewrite it. */
  @Column('jsonb', { name: 'priority' })
  explainedPriority!: ExplainedPriority;

  @Column(explanationColumn)
  explanation!: Explanation | null;

  @Field(() => DateTime, { description: 'When it was recorded.' })
  @Column('timestamptz', { name: 'decided_at' })
  decidedAt!: Date;

  @Field(() => String, { description: 'Who recorded it: the subject (`sub`) of the token.' })
  @Column('text', { name: 'decided_by' })
  decidedBy!: string;
}

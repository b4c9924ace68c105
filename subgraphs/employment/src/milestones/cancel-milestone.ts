import type { ActingUser } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { Field, InputType, ObjectType } from 'type-graphql';
import { changeMilestone, MilestoneVersion } from './milestone.changes.ts';
import { stepReasons } from './milestone.reasons.ts';
import { stepRefusal } from './milestone.rules.ts';
import { Milestone } from './milestone.ts';
import { MilestoneStatus } from './milestone-status.ts';

@InputType({ description: 'A milestone to call off.' })
export class CancelMilestoneInput extends MilestoneVersion {}

@ObjectType({ description: 'The milestone, called off, or why it was not.' })
export class CancelMilestonePayload extends payloadOf(
  'CancelMilestone',
  stepReasons,
  'Why nothing changed; absent on success.',
) {
  @Field(() => Milestone, { nullable: true, description: 'The milestone; absent when refused.' })
  milestone?: Milestone;
}

export const cancelMilestone = (tx: Transaction, input: CancelMilestoneInput, acting: ActingUser) =>
  changeMilestone(tx, input, acting, MilestoneStatus.CANCELLED, (milestone) => {
    const refusal = stepRefusal(milestone, MilestoneStatus.CANCELLED, acting.now);
    return refusal ? { refusal } : { changes: { status: MilestoneStatus.CANCELLED } };
  });

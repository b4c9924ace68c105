import type { ActingUser } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { Field, InputType, ObjectType } from 'type-graphql';
import { changeMilestone, MilestoneVersion } from './milestone.changes.ts';
import { stepReasons } from './milestone.reasons.ts';
import { stepRefusal } from './milestone.rules.ts';
import { Milestone } from './milestone.ts';
import { MilestoneStatus } from './milestone-status.ts';

@InputType({ description: 'A milestone to confirm.' })
export class ConfirmMilestoneInput extends MilestoneVersion {}

@ObjectType({ description: 'The milestone, confirmed, or why it was not.' })
export class ConfirmMilestonePayload extends payloadOf(
  'ConfirmMilestone',
  stepReasons,
  'Why nothing changed; absent on success.',
) {
  @Field(() => Milestone, { nullable: true, description: 'The milestone; absent when refused.' })
  milestone?: Milestone;
}

export const confirmMilestone = (tx: Transaction, input: ConfirmMilestoneInput, acting: ActingUser) =>
  changeMilestone(tx, input, acting, MilestoneStatus.CONFIRMED, (milestone) => {
    const refusal = stepRefusal(milestone, MilestoneStatus.CONFIRMED, acting.now);
    return refusal ? { refusal } : { changes: { status: MilestoneStatus.CONFIRMED } };
  });

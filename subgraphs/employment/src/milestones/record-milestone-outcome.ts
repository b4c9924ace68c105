import type { ActingUser } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { Field, InputType, ObjectType } from 'type-graphql';
import { changeMilestone, MilestoneVersion } from './milestone.changes.ts';
import { outcomeReasons } from './milestone.reasons.ts';
import { type MilestoneOutcomeStatus, outcomeRefusal } from './milestone.rules.ts';
import { Milestone, MissedReason } from './milestone.ts';
import { MilestoneOutcome } from './milestone-outcome.ts';

@InputType({ description: 'How a milestone ended, once it has started.' })
export class RecordMilestoneOutcomeInput extends MilestoneVersion {
  @Field(() => MilestoneOutcome, { description: 'How it ended.' })
  outcome!: MilestoneOutcomeStatus;

  @Field(() => MissedReason, {
    nullable: true,
    description: 'Why it was missed; needed then, and only then.',
  })
  missedReason?: MissedReason | null;
}

@ObjectType({ description: 'The milestone with its outcome, or why it was not recorded.' })
export class RecordMilestoneOutcomePayload extends payloadOf(
  'RecordMilestoneOutcome',
  outcomeReasons,
  'Why nothing changed; absent on success.',
) {
  @Field(() => Milestone, { nullable: true, description: 'The milestone; absent when refused.' })
  milestone?: Milestone;
}

export const recordMilestoneOutcome = (
  tx: Transaction,
  input: RecordMilestoneOutcomeInput,
  acting: ActingUser,
) =>
  changeMilestone(tx, input, acting, input.outcome, (milestone) => {
    const missedReason = input.missedReason ?? null;
    const refusal = outcomeRefusal(milestone, input.outcome, missedReason, acting.now);
    return refusal ? { refusal } : { changes: { status: input.outcome, missedReason } };
  });

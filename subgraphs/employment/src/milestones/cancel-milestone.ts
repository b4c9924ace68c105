import type { Transaction } from '@relais/platform/database/transaction.ts';
import { refusalOfCatalogue } from '@relais/platform/graphql/refusal.ts';
import { Field, InputType, ObjectType } from 'type-graphql';
import type { Change } from '../context.ts';
import { changeMeanings, meanings, sentences } from '../messages.ts';
import { changeMilestone, MilestoneVersion } from './change-milestone.ts';
import { stepProblem } from './milestone.rules.ts';
import { Milestone, MilestoneStatus } from './milestone.ts';

@InputType({ description: 'A milestone to call off.' })
export class CancelMilestoneInput extends MilestoneVersion {}

export const CancelMilestoneRefusal = refusalOfCatalogue(
  'CancelMilestoneRefusal',
  { ...changeMeanings, ALREADY_OVER: meanings.ALREADY_OVER },
  sentences,
);

@ObjectType({ description: 'The milestone, called off, or why it was not.' })
export class CancelMilestonePayload {
  @Field(() => Milestone, { nullable: true, description: 'The milestone; absent when refused.' })
  milestone?: Milestone;

  @Field(() => CancelMilestoneRefusal, {
    nullable: true,
    description: 'Why nothing changed; absent on success.',
  })
  refusal?: InstanceType<typeof CancelMilestoneRefusal>;
}

export const cancelMilestone = (tx: Transaction, input: CancelMilestoneInput, change: Change) =>
  changeMilestone(tx, input, change, MilestoneStatus.CANCELLED, (milestone) => {
    const problem = stepProblem(milestone, MilestoneStatus.CANCELLED, change.now);
    return problem ? { problem } : { changes: { status: MilestoneStatus.CANCELLED } };
  });

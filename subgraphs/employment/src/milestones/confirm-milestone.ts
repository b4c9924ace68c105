import type { Transaction } from '@relais/platform/database/transaction.ts';
import { refusalOfCatalogue } from '@relais/platform/graphql/refusal.ts';
import { Field, InputType, ObjectType } from 'type-graphql';
import type { Change } from '../context.ts';
import { changeMeanings, meanings, sentences } from '../messages.ts';
import { changeMilestone, MilestoneVersion } from './change-milestone.ts';
import { stepProblem } from './milestone.rules.ts';
import { Milestone, MilestoneStatus } from './milestone.ts';

@InputType({ description: 'A milestone to confirm.' })
export class ConfirmMilestoneInput extends MilestoneVersion {}

export const ConfirmMilestoneRefusal = refusalOfCatalogue(
  'ConfirmMilestoneRefusal',
  { ...changeMeanings, ALREADY_OVER: meanings.ALREADY_OVER },
  sentences,
);

@ObjectType({ description: 'The milestone, confirmed, or why it was not.' })
export class ConfirmMilestonePayload {
  @Field(() => Milestone, { nullable: true, description: 'The milestone; absent when refused.' })
  milestone?: Milestone;

  @Field(() => ConfirmMilestoneRefusal, {
    nullable: true,
    description: 'Why nothing changed; absent on success.',
  })
  refusal?: InstanceType<typeof ConfirmMilestoneRefusal>;
}

export const confirmMilestone = (tx: Transaction, input: ConfirmMilestoneInput, change: Change) =>
  changeMilestone(tx, input, change, MilestoneStatus.CONFIRMED, (milestone) => {
    const problem = stepProblem(milestone, MilestoneStatus.CONFIRMED, change.now);
    return problem ? { problem } : { changes: { status: MilestoneStatus.CONFIRMED } };
  });

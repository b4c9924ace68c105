import type { Transaction } from '@relais/platform/database/transaction.ts';
import { registerEnum } from '@relais/platform/graphql/enums.ts';
import { refusalOfCatalogue } from '@relais/platform/graphql/refusal.ts';
import { Field, InputType, ObjectType } from 'type-graphql';
import type { Change } from '../context.ts';
import { changeMeanings, meanings, sentences } from '../messages.ts';
import { changeMilestone, MilestoneVersion } from './change-milestone.ts';
import { type MilestoneOutcomeStatus, outcomeProblem } from './milestone.rules.ts';
import { Milestone, MissedReason } from './milestone.ts';

const MilestoneOutcome = {
  ATTENDED: 'ATTENDED',
  MISSED: 'MISSED',
  EXCUSED: 'EXCUSED',
} as const satisfies Record<MilestoneOutcomeStatus, MilestoneOutcomeStatus>;

registerEnum(MilestoneOutcome, 'MilestoneOutcome', 'How a milestone ended.', {
  ATTENDED: 'The job seeker came.',
  MISSED: 'The job seeker did not come; say why in `missedReason`.',
  EXCUSED: 'The job seeker did not come, for a reason that was accepted.',
});

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

export const RecordMilestoneOutcomeRefusal = refusalOfCatalogue(
  'RecordMilestoneOutcomeRefusal',
  {
    ...changeMeanings,
    NOT_STARTED_YET: meanings.NOT_STARTED_YET,
    MISSED_NEEDS_A_REASON: meanings.MISSED_NEEDS_A_REASON,
    REASON_ONLY_WHEN_MISSED: meanings.REASON_ONLY_WHEN_MISSED,
  },
  sentences,
);

@ObjectType({ description: 'The milestone with its outcome, or why it was not recorded.' })
export class RecordMilestoneOutcomePayload {
  @Field(() => Milestone, { nullable: true, description: 'The milestone; absent when refused.' })
  milestone?: Milestone;

  @Field(() => RecordMilestoneOutcomeRefusal, {
    nullable: true,
    description: 'Why nothing changed; absent on success.',
  })
  refusal?: InstanceType<typeof RecordMilestoneOutcomeRefusal>;
}

export const recordMilestoneOutcome = (tx: Transaction, input: RecordMilestoneOutcomeInput, change: Change) =>
  changeMilestone(tx, input, change, input.outcome, (milestone) => {
    const missedReason = input.missedReason ?? null;
    const problem = outcomeProblem(milestone, input.outcome, missedReason, change.now);
    return problem ? { problem } : { changes: { status: input.outcome, missedReason } };
  });

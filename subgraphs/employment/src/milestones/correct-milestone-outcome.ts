import type { ActingUser } from '@relais/platform/acting.ts';
import { CorrectionInput, correct, correctBeside } from '@relais/platform/corrections/correct.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { wouldChange } from '@relais/platform/database/would-change.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { reductionsForMiss } from '../engagement-contracts/engagement-contract.queries.ts';
import { lockMilestone } from './milestone.queries.ts';
import { correctOutcomeReasons } from './milestone.reasons.ts';
import {
  correctOutcomeRefusal,
  isMissedForChildcare,
  type MilestoneOutcomeStatus,
} from './milestone.rules.ts';
import { Milestone, MissedReason } from './milestone.ts';
import { MilestoneOutcome } from './milestone-outcome.ts';
import { publishMilestone } from './publish-milestone.ts';
import { recordMilestoneStep } from './record-milestone-step.ts';

@InputType({ description: 'How a milestone really ended, where another outcome was recorded.' })
export class CorrectMilestoneOutcomeInput extends CorrectionInput {
  @Field(() => ID, { description: 'The milestone, of a job seeker you follow.' })
  milestoneId!: string;

  @Field(() => MilestoneOutcome, { description: 'How it ended.' })
  outcome!: MilestoneOutcomeStatus;

  @Field(() => MissedReason, {
    nullable: true,
    description: 'Why it was missed; needed then, and only then.',
  })
  missedReason?: MissedReason | null;
}

@ObjectType({ description: 'The milestone with its outcome put right, or why it was not.' })
export class CorrectMilestoneOutcomePayload extends payloadOf(
  'CorrectMilestoneOutcome',
  correctOutcomeReasons,
  'Why nothing changed; absent on success.',
) {
  @Field(() => Milestone, {
    nullable: true,
    description: 'The milestone; what was recorded before is in its `corrections`.',
  })
  milestone?: Milestone;
}

type Result = { milestone: Milestone } | Refused<Word<typeof correctOutcomeReasons>>;

/** Hours that were reduced on the evidence of a miss stay reduced: beside it stands that the miss was otherwise. */
const correctEvidence = async (
  tx: Transaction,
  before: Milestone,
  after: Milestone,
  reason: string,
  acting: ActingUser,
): Promise<void> => {
  if (isMissedForChildcare(before) === isMissedForChildcare(after)) return;
  const evidenceOf = (milestone: Milestone) => ({
    evidence: isMissedForChildcare(milestone) ? 'MISSED_FOR_CHILDCARE' : null,
  });
  for (const { id } of await reductionsForMiss(tx, before.id)) {
    const said = { before: evidenceOf(before), after: evidenceOf(after), reason };
    await correctBeside(tx, { id, familyId: before.familyId }, said, acting);
  }
};

export const correctMilestoneOutcome = async (
  tx: Transaction,
  input: CorrectMilestoneOutcomeInput,
  acting: ActingUser,
): Promise<Result> => {
  const milestone = await lockMilestone(tx, input.milestoneId, acting);
  if (!milestone) return { refusal: 'UNKNOWN_MILESTONE' };
  const { outcome, reason } = input;
  const missedReason = input.missedReason ?? null;
  const refusal = correctOutcomeRefusal(milestone, { ...input, missedReason });
  if (refusal) return { refusal };
  const changes = { status: outcome, missedReason };
  if (!wouldChange(milestone, changes)) return { milestone };

  const { familyId } = milestone;
  const corrected = await correct(tx, Milestone, milestone, { familyId, changes, reason }, acting);
  await correctEvidence(tx, milestone, corrected, reason, acting);
  await recordMilestoneStep(tx, corrected, 'MILESTONE_OUTCOME_CORRECTED', acting);
  await publishMilestone(tx, corrected);
  return { milestone: corrected };
};

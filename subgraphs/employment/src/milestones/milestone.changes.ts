import type { ActingUser } from '@relais/platform/acting.ts';
import { store } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { wouldChange } from '@relais/platform/database/would-change.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { Field, ID, InputType, Int } from 'type-graphql';
import { lockMilestone } from './milestone.queries.ts';
import type { changeReasons } from './milestone.reasons.ts';
import { Milestone } from './milestone.ts';
import { detailsOfStep, type MilestoneStep } from './milestone-step.messages.ts';
import { publishMilestone } from './publish-milestone.ts';
import { recordMilestoneStep, stepKindOf } from './record-milestone-step.ts';

@InputType({ description: 'A milestone in the version that was seen.' })
export class MilestoneVersion {
  @Field(() => ID, { description: 'The milestone to change, of a job seeker you follow.' })
  milestoneId!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  version!: number;
}

type Decision<Reason extends string> = Refused<Reason> | { changes: Partial<Milestone> };

/** The way of every change: one's own milestone, in the version that was seen; then stored and told in one go. */
export const changeMilestone = async <Reason extends string>(
  tx: Transaction,
  { milestoneId, version }: MilestoneVersion,
  acting: ActingUser,
  step: MilestoneStep,
  decide: (milestone: Milestone) => Decision<Reason> | Promise<Decision<Reason>>,
): Promise<{ milestone: Milestone } | Refused<Reason | Word<typeof changeReasons>>> => {
  const milestone = await lockMilestone(tx, milestoneId, acting);
  if (!milestone) return { refusal: 'UNKNOWN_MILESTONE' };
  if (milestone.version !== version) return { refusal: 'STALE_VERSION' };

  const decision = await decide(milestone);
  if ('refusal' in decision) return { details: detailsOfStep(milestone.status, step), ...decision };

  if (!wouldChange(milestone, decision.changes)) return { milestone };
  const changed = await store(tx, Milestone, milestone, decision.changes);
  const kind = decision.changes.status ? stepKindOf(decision.changes.status) : 'MILESTONE_MOVED';
  await recordMilestoneStep(tx, changed, kind, acting);
  await publishMilestone(tx, changed);
  return { milestone: changed };
};

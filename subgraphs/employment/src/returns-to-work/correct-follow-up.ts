import type { ActingUser } from '@relais/platform/acting.ts';
import { CorrectionInput, correct } from '@relais/platform/corrections/correct.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { wouldChange } from '@relais/platform/database/would-change.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { jobSeekerWithId } from '../job-seekers/job-seeker.queries.ts';
import { recordFollowUpStep } from './follow-up.changes.ts';
import { followUpWithId, lockReturn } from './follow-up.queries.ts';
import { correctFollowUpReasons } from './follow-up.reasons.ts';
import { correctFollowUpRefusal } from './follow-up.rules.ts';
import { FollowUp, FollowUpOutcome } from './follow-up.ts';
import type { ReturnToWork } from './return-to-work.ts';

@InputType({ description: 'What had really become of a return to work.' })
export class CorrectFollowUpInput extends CorrectionInput {
  @Field(() => ID, { description: 'The follow-up, of a job seeker you follow.' })
  followUpId!: string;

  @Field(() => FollowUpOutcome, { description: 'What had become of it.' })
  outcome!: FollowUpOutcome;
}

@ObjectType({ description: 'The follow-up put right, or why it was not.' })
export class CorrectFollowUpPayload extends payloadOf(
  'CorrectFollowUp',
  correctFollowUpReasons,
  'Why nothing changed; absent on success.',
) {
  @Field(() => FollowUp, {
    nullable: true,
    description: 'The follow-up; what was recorded before is in its `corrections`.',
  })
  followUp?: FollowUp;
}

type Result = { followUp: FollowUp } | Refused<Word<typeof correctFollowUpReasons>>;

/** Those of one return wait for each other by holding it. */
const lockFollowUp = async (
  tx: Transaction,
  id: string,
  acting: ActingUser,
): Promise<{ readonly followUp: FollowUp; readonly returnToWork: ReturnToWork } | null> => {
  const found = await followUpWithId(tx, id);
  const returnToWork = found && (await lockReturn(tx, found.returnId, acting));
  const followUp = returnToWork && (await followUpWithId(tx, id));
  return followUp ? { followUp, returnToWork } : null;
};

export const correctFollowUp = async (
  tx: Transaction,
  { followUpId, version, outcome, reason }: CorrectFollowUpInput,
  acting: ActingUser,
): Promise<Result> => {
  const locked = await lockFollowUp(tx, followUpId, acting);
  if (!locked) return { refusal: 'UNKNOWN_FOLLOW_UP' };
  const { followUp: recorded, returnToWork } = locked;
  const refusal = correctFollowUpRefusal(recorded, { version, reason });
  if (refusal) return { refusal };
  if (!wouldChange(recorded, { outcome })) return { followUp: recorded };
  const file = await jobSeekerWithId(tx, returnToWork.jobSeekerId);
  if (!file) return { refusal: 'UNKNOWN_FOLLOW_UP' };

  const what = { familyId: file.familyId, changes: { outcome }, reason };
  const followUp = await correct(tx, FollowUp, recorded, what, acting);
  await recordFollowUpStep(tx, { returnToWork, followUp, kind: 'FOLLOW_UP_CORRECTED' }, acting);
  return { followUp };
};

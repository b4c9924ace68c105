import type { Transaction } from '@relais/platform/database/transaction.ts';
import { refusalOfCatalogue } from '@relais/platform/graphql/refusal.ts';
import { newId } from '@relais/platform/ids.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { Change } from '../context.ts';
import { keepStep } from '../job-search-steps/job-search-step.queries.ts';
import { jobSeekerWithId } from '../job-seekers/job-seeker.queries.ts';
import { type FollowUpRefusalReason, followUpMeanings, followUpSentences } from './follow-up.messages.ts';
import { addFollowUp, earlierFollowUp, lockReturn } from './follow-up.queries.ts';
import { isDue, isSameFollowUp } from './follow-up.rules.ts';
import { FollowUp, FollowUpOutcome, FollowUpPoint } from './follow-up.ts';
import type { ReturnToWork } from './return-to-work.ts';

@InputType({ description: 'What became of a return to work, once the point is reached.' })
export class RecordFollowUpInput {
  @Field(() => ID, {
    nullable: true,
    description: 'An id chosen by the client (UUID): sending it again is harmless.',
  })
  id?: string | null;

  @Field(() => ID, { description: 'The return to work, of a job seeker you follow.' })
  returnId!: string;

  @Field(() => FollowUpPoint, { description: 'How long after the first day.' })
  point!: FollowUpPoint;

  @Field(() => FollowUpOutcome, { description: 'What has become of it.' })
  outcome!: FollowUpOutcome;
}

export const RecordFollowUpRefusal = refusalOfCatalogue(
  'RecordFollowUpRefusal',
  followUpMeanings,
  followUpSentences,
);

@ObjectType({ description: 'The follow-up that was recorded, or why none was.' })
export class RecordFollowUpPayload {
  @Field(() => FollowUp, { nullable: true, description: 'The follow-up; absent when refused.' })
  followUp?: FollowUp;

  @Field(() => RecordFollowUpRefusal, {
    nullable: true,
    description: 'Why nothing was stored; absent on success.',
  })
  refusal?: InstanceType<typeof RecordFollowUpRefusal>;
}

const keepFollowUp = async (
  tx: Transaction,
  { jobSeekerId, startsOn }: ReturnToWork,
  { point, outcome, recordedAt, recordedBy }: FollowUp,
): Promise<void> => {
  const file = await jobSeekerWithId(tx, jobSeekerId);
  if (!file) return;
  await keepStep(tx, {
    ...{ jobSeekerId, familyId: file.familyId, kind: 'FOLLOWED_UP', at: recordedAt, doneBy: recordedBy },
    facts: { day: startsOn.toString(), point, outcome },
  });
};

export const recordFollowUp = async (
  tx: Transaction,
  input: RecordFollowUpInput,
  { advisorId, now }: Change,
): Promise<{ followUp: FollowUp } | { refusal: FollowUpRefusalReason }> => {
  const returnToWork = await lockReturn(tx, input.returnId, advisorId);
  if (!returnToWork) return { refusal: 'UNKNOWN_RETURN' };

  const followUp = { ...input, id: input.id ?? newId(), recordedAt: now, recordedBy: advisorId };
  const earlier = await earlierFollowUp(tx, followUp);
  if (earlier && isSameFollowUp(earlier, followUp)) return { followUp: earlier };
  if (earlier) return { refusal: earlier.id === input.id ? 'CONFLICT' : 'FOLLOWED_UP_ALREADY' };
  if (!isDue(returnToWork, input.point, dayOf(now))) return { refusal: 'NOT_DUE_YET' };

  // Taken meanwhile for another return: requests for the same one wait for each other above.
  if (!(await addFollowUp(tx, followUp))) return { refusal: 'CONFLICT' };
  await keepFollowUp(tx, returnToWork, followUp);
  return { followUp };
};

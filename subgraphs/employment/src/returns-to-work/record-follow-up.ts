import type { ActingUser } from '@relais/platform/acting.ts';
import { storeUnlessTaken } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { newId } from '@relais/platform/ids.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { recordFollowUpStep } from './follow-up.changes.ts';
import { earlierFollowUp, lockReturn } from './follow-up.queries.ts';
import { followUpReasons } from './follow-up.reasons.ts';
import { isDue, isSameFollowUp } from './follow-up.rules.ts';
import { FollowUp, FollowUpOutcome, FollowUpPoint } from './follow-up.ts';

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

@ObjectType({ description: 'The follow-up that was recorded, or why none was.' })
export class RecordFollowUpPayload extends payloadOf(
  'RecordFollowUp',
  followUpReasons,
  'Why nothing was stored; absent on success.',
) {
  @Field(() => FollowUp, { nullable: true, description: 'The follow-up; absent when refused.' })
  followUp?: FollowUp;
}

type Result = { followUp: FollowUp } | Refused<Word<typeof followUpReasons>>;

export const recordFollowUp = async (
  tx: Transaction,
  input: RecordFollowUpInput,
  acting: ActingUser,
): Promise<Result> => {
  const { user, now } = acting;
  const returnToWork = await lockReturn(tx, input.returnId, acting);
  if (!returnToWork) return { refusal: 'UNKNOWN_RETURN' };

  const followUp = { ...input, id: input.id ?? newId(), recordedAt: now, recordedBy: user.sub, version: 1 };
  const earlier = await earlierFollowUp(tx, followUp);
  if (earlier && isSameFollowUp(earlier, followUp)) return { followUp: earlier };
  if (earlier) return { refusal: earlier.id === input.id ? 'CONFLICT' : 'FOLLOWED_UP_ALREADY' };
  if (!isDue(returnToWork, input.point, dayOf(now))) return { refusal: 'NOT_DUE_YET' };

  // Taken meanwhile for another return: requests for the same one wait for each other above.
  if (!(await storeUnlessTaken(tx, FollowUp, followUp))) return { refusal: 'CONFLICT' };
  await recordFollowUpStep(tx, { returnToWork, followUp, kind: 'FOLLOWED_UP' }, acting);
  return { followUp };
};

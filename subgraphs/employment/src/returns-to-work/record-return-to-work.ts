import type { Acting } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { newId } from '@relais/platform/ids.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { recordStep } from '../job-search-steps/job-search-step.queries.ts';
import { lockJobSeeker } from '../job-seekers/job-seeker.queries.ts';
import { JobSeeker } from '../job-seekers/job-seeker.ts';
import { addReturn, returnWithId } from './return-to-work.queries.ts';
import { returnReasons } from './return-to-work.reasons.ts';
import { closingReasonOf, isSameReturn, returnRefusal } from './return-to-work.rules.ts';
import { ReturnContract, ReturnKind, ReturnToWork } from './return-to-work.ts';

@InputType({ description: 'The exit of a job seeker you follow to employment, training or education.' })
export class RecordReturnToWorkInput {
  @Field(() => ID, {
    nullable: true,
    description: 'An id chosen by the client (UUID): sending it again is harmless.',
  })
  id?: string | null;

  @Field(() => ID, { description: 'The job seeker, one you follow.' })
  jobSeekerId!: string;

  @Field(() => Int, { description: 'The version of the job seeker you saw.' })
  version!: number;

  @Field(() => ReturnKind, { description: 'What the job seeker returns to.' })
  kind!: ReturnKind;

  @Field(() => CivilDate, { description: 'The first day; not before the registration.' })
  startsOn!: Temporal.PlainDate;

  @Field(() => String, { nullable: true, description: 'The job or course, 1 to 200 characters.' })
  title?: string | null;

  @Field(() => Float, { nullable: true, description: 'Agreed hours a week, 1 to 60.' })
  weeklyHours?: number | null;

  @Field(() => ReturnContract, { nullable: true, description: 'The contract; only for a job.' })
  contract?: ReturnContract | null;

  @Field(() => CivilDate, { nullable: true, description: 'The last day, when there is one.' })
  endsOn?: Temporal.PlainDate | null;

  @Field(() => Float, { nullable: true, description: 'All hours of the training or course, 1 to 5000.' })
  trainingHours?: number | null;

  @Field(() => Boolean, {
    defaultValue: true,
    description: 'The registration ends on `startsOn`; false for those who go on searching.',
  })
  closesFile!: boolean;
}

@ObjectType({ description: 'The return that was recorded, or why none was.' })
export class RecordReturnToWorkPayload extends payloadOf(
  'RecordReturnToWork',
  returnReasons,
  'Why nothing was stored; absent on success.',
) {
  @Field(() => ReturnToWork, { nullable: true, description: 'The return; absent when refused.' })
  returnToWork?: ReturnToWork;
}

type Result = { returnToWork: ReturnToWork } | Refused<Word<typeof returnReasons>>;

const newReturn = (input: RecordReturnToWorkInput): ReturnToWork =>
  Object.assign(new ReturnToWork(), {
    id: input.id ?? newId(),
    jobSeekerId: input.jobSeekerId,
    kind: input.kind,
    startsOn: input.startsOn,
    title: input.title ?? null,
    weeklyHours: input.weeklyHours ?? null,
    contract: input.contract ?? null,
    endsOn: input.endsOn ?? null,
    trainingHours: input.trainingHours ?? null,
  });

/** A file that closes already keeps its day and its reason. */
const closeFile = async (tx: Transaction, file: JobSeeker, input: RecordReturnToWorkInput): Promise<void> => {
  const closes = input.closesFile && !file.closedOn;
  const closing = closes
    ? { closedOn: input.startsOn, closingReason: closingReasonOf(input.kind) }
    : { closedOn: file.closedOn };
  await tx.update(JobSeeker, { id: file.id }, { ...closing, version: file.version + 1 });
};

const recordReturnStep = (tx: Transaction, file: JobSeeker, made: ReturnToWork, now: Date): Promise<void> =>
  recordStep(tx, {
    jobSeekerId: file.id,
    familyId: file.familyId,
    kind: 'RETURNED_TO_WORK',
    at: now,
    doneBy: file.advisorId,
    facts: { day: made.startsOn.toString(), returnKind: made.kind },
  });

export const recordReturnToWork = async (
  tx: Transaction,
  input: RecordReturnToWorkInput,
  { user, now }: Acting,
): Promise<Result> => {
  const jobSeeker = await lockJobSeeker(tx, input.jobSeekerId, user.sub);
  if (!jobSeeker) return { refusal: 'UNKNOWN_JOB_SEEKER' };

  const returnToWork = newReturn(input);
  const earlier = input.id ? await returnWithId(tx, input.id) : null;
  if (earlier && isSameReturn(earlier, returnToWork)) return { returnToWork: earlier };
  if (earlier) return { refusal: 'CONFLICT' };

  if (jobSeeker.version !== input.version) return { refusal: 'STALE_VERSION' };
  const refusal = returnRefusal(returnToWork, jobSeeker);
  if (refusal) return { refusal };
  // Taken meanwhile for another job seeker: requests for the same one wait for each other above.
  if (!(await addReturn(tx, returnToWork))) return { refusal: 'CONFLICT' };
  await closeFile(tx, jobSeeker, input);
  await recordReturnStep(tx, jobSeeker, returnToWork, now);
  return { returnToWork };
};

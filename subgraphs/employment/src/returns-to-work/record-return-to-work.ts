import type { ActingUser } from '@relais/platform/acting.ts';
import { sentBefore, storeUnlessTaken } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { NOT_YET_TOLD, tellNow } from '@relais/platform/events/tell-now.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { newId } from '@relais/platform/ids.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { changedFile } from '../job-seekers/job-seeker.changes.ts';
import { lockJobSeeker } from '../job-seekers/job-seeker.queries.ts';
import type { JobSeeker } from '../job-seekers/job-seeker.ts';
import { tellFollowers } from '../job-seekers/who-follows.ts';
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

  @ListSize(2)
  @Field(() => [String], { description: NOT_YET_TOLD })
  notYetTold: string[] = [];
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
    version: 1,
  });

/** A file that closes already keeps its day and its reason. */
const closingOf = (
  file: JobSeeker,
  { closesFile, startsOn, kind }: RecordReturnToWorkInput,
): Partial<JobSeeker> =>
  closesFile && !file.closedOn ? { closedOn: startsOn, closingReason: closingReasonOf(kind) } : {};

export const recordReturnToWork = async (
  tx: Transaction,
  input: RecordReturnToWorkInput,
  acting: ActingUser,
): Promise<Result> => {
  const jobSeeker = await lockJobSeeker(tx, input.jobSeekerId, acting);
  if (!jobSeeker) return { refusal: 'UNKNOWN_JOB_SEEKER' };

  const returnToWork = newReturn(input);
  const sent = await sentBefore(tx, ReturnToWork, input.id, (each) => isSameReturn(each, returnToWork));
  if (sent === 'CONFLICT') return { refusal: sent };
  if (sent) {
    await tellNow(tx, jobSeeker.familyId);
    return { returnToWork: sent };
  }

  if (jobSeeker.version !== input.version) return { refusal: 'STALE_VERSION' };
  const refusal = returnRefusal(returnToWork, jobSeeker);
  if (refusal) return { refusal };
  // Taken meanwhile for another job seeker: requests for the same one wait for each other above.
  if (!(await storeUnlessTaken(tx, ReturnToWork, returnToWork))) return { refusal: 'CONFLICT' };
  const facts = { day: input.startsOn.toString(), returnKind: input.kind };
  const changes = closingOf(jobSeeker, input);
  await changedFile(tx, jobSeeker, { changes, kind: 'RETURNED_TO_WORK', facts }, acting);
  await tellFollowers(tx, jobSeeker.familyId, acting.now);
  return { returnToWork };
};

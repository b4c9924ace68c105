import type { ActingUser } from '@relais/platform/acting.ts';
import { sentBefore, storeUnlessTaken } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { Confirmable, payloadOf } from '@relais/platform/graphql/refusal.ts';
import { DateTime } from '@relais/platform/graphql/scalars.ts';
import { newId } from '@relais/platform/ids.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { lockJobSeeker } from '../job-seekers/job-seeker.queries.ts';
import { statusOn } from '../job-seekers/job-seeker.rules.ts';
import { isSuitableText } from '../text.rules.ts';
import { scheduleReasons } from './milestone.reasons.ts';
import { isSameMilestone, timeRefusal } from './milestone.rules.ts';
import { Milestone, MilestoneKind } from './milestone.ts';
import { clashOf } from './milestone-clash.queries.ts';
import { MilestoneStatus } from './milestone-status.ts';
import { publishMilestone } from './publish-milestone.ts';
import { recordMilestoneStep } from './record-milestone-step.ts';

@InputType({ description: 'A new milestone of a job seeker you follow.' })
export class ScheduleMilestoneInput extends Confirmable {
  @Field(() => ID, {
    nullable: true,
    description: 'An id chosen by the client (UUID): sending it again is harmless.',
  })
  id?: string | null;

  @Field(() => ID, { description: 'The job seeker, one you follow.' })
  jobSeekerId!: string;

  @Field(() => MilestoneKind, { description: 'What happens.' })
  kind!: MilestoneKind;

  @Field(() => String, { description: 'What it is about, 1 to 200 characters.' })
  title!: string;

  @Field(() => DateTime, { description: 'When it starts, travel not included; not in the past.' })
  startsAt!: Date;

  @Field(() => DateTime, {
    description: 'When it ends: on the same day of the city, 14 hours later at most.',
  })
  endsAt!: Date;

  @Field(() => Int, { description: 'Minutes of travel each way, 0 to 240.' })
  travelMinutes!: number;

  @Field(() => String, { nullable: true, description: 'Where, when known; 1 to 200 characters.' })
  place?: string | null;

  @Field(() => Boolean, { defaultValue: false, description: 'It takes place by telephone or video.' })
  isRemote!: boolean;
}

@ObjectType({ description: 'The milestone that was scheduled, or why none was.' })
export class ScheduleMilestonePayload extends payloadOf(
  'ScheduleMilestone',
  scheduleReasons,
  'Why nothing was stored; absent on success.',
) {
  @Field(() => Milestone, { nullable: true, description: 'The milestone; absent when refused.' })
  milestone?: Milestone;
}

type Result = { milestone: Milestone } | Refused<Word<typeof scheduleReasons>>;

const newMilestone = (
  { confirmed: _confirmed, ...input }: ScheduleMilestoneInput,
  familyId: string,
): Milestone =>
  Object.assign(new Milestone(), {
    ...input,
    id: input.id ?? newId(),
    familyId,
    seriesId: null,
    isException: false,
    place: input.place ?? null,
    status: MilestoneStatus.PLANNED,
    missedReason: null,
    version: 1,
  });

export const hasSuitableTexts = ({ title, place }: { title: string; place?: string | null }): boolean =>
  isSuitableText(title) && (place === undefined || place === null || isSuitableText(place));

export const scheduleMilestone = async (
  tx: Transaction,
  input: ScheduleMilestoneInput,
  acting: ActingUser,
): Promise<Result> => {
  const jobSeeker = await lockJobSeeker(tx, input.jobSeekerId, acting);
  if (!jobSeeker) return { refusal: 'UNKNOWN_JOB_SEEKER' };

  const milestone = newMilestone(input, jobSeeker.familyId);
  const sent = await sentBefore(tx, Milestone, input.id, (each) => isSameMilestone(each, milestone));
  if (sent === 'CONFLICT') return { refusal: sent };
  // Asked again after it started or the file closed, it is still the same milestone.
  if (sent) return { milestone: sent };

  if (statusOn(jobSeeker, dayOf(acting.now)) === 'CLOSED') return { refusal: 'FILE_CLOSED' };
  if (!hasSuitableTexts(milestone)) return { refusal: 'UNSUITABLE_TEXT' };
  const refusal = timeRefusal(milestone, acting.now);
  if (refusal) return { refusal };
  const question = input.confirmed ? null : await clashOf(tx, jobSeeker, [milestone]);
  if (question) return question;
  // Taken meanwhile for another job seeker: requests for the same one wait for each other above.
  if (!(await storeUnlessTaken(tx, Milestone, milestone))) return { refusal: 'CONFLICT' };
  await recordMilestoneStep(tx, milestone, 'MILESTONE_PLANNED', acting);
  await publishMilestone(tx, milestone);
  return { milestone };
};

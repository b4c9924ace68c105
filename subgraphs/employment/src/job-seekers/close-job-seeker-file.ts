import type { ActingUser } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { NOT_YET_TOLD } from '@relais/platform/events/tell-now.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { dayOf, startOfDay } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, InputType, ObjectType } from 'type-graphql';
import { openMilestonesFrom } from '../milestones/milestone.queries.ts';
import { Milestone } from '../milestones/milestone.ts';
import { changeFile, FileVersion } from './job-seeker.changes.ts';
import { closeReasons } from './job-seeker.reasons.ts';
import { closingRefusal } from './job-seeker.rules.ts';
import { FileClosingReason, JobSeeker } from './job-seeker.ts';
import { tellFollowers } from './who-follows.ts';

@InputType({ description: 'The end of a registration.' })
export class CloseJobSeekerFileInput extends FileVersion {
  @Field(() => FileClosingReason, { description: 'Why it ends.' })
  reason!: FileClosingReason;

  @Field(() => CivilDate, {
    nullable: true,
    description: 'The first day no longer registered, at most 92 days ahead; today by default.',
  })
  closedOn?: Temporal.PlainDate | null;
}

@ObjectType({ description: 'The file with its end, or why it stays as it is.' })
export class CloseJobSeekerFilePayload extends payloadOf(
  'CloseJobSeekerFile',
  closeReasons,
  'Why nothing changed; absent on success.',
) {
  @Field(() => JobSeeker, { nullable: true, description: 'The job seeker; absent when refused.' })
  jobSeeker?: JobSeeker;

  @ListSize(20)
  @Field(() => [Milestone], {
    nullable: true,
    description:
      'What is still planned from that day on: none of it is called off silently. Absent when refused.',
  })
  openMilestones?: Milestone[];

  @ListSize(2)
  @Field(() => [String], { description: NOT_YET_TOLD })
  notYetTold: string[] = [];
}

/** An end that lies ahead may be dated anew: the job did not begin after all. */
export const closeJobSeekerFile = async (
  tx: Transaction,
  input: CloseJobSeekerFileInput,
  acting: ActingUser,
) => {
  const today = dayOf(acting.now);
  const closedOn = input.closedOn ?? today;
  const closed = await changeFile(tx, input, acting, (file) => {
    const refusal = closingRefusal(file, closedOn, today);
    if (refusal) return { refusal };
    const facts = { day: closedOn.toString(), closingReason: input.reason };
    return { changes: { closedOn, closingReason: input.reason }, kind: 'FILE_CLOSED', facts };
  });
  if ('refusal' in closed) return closed;
  await tellFollowers(tx, closed.jobSeeker.familyId, acting.now);
  return { ...closed, openMilestones: await openMilestonesFrom(tx, input.jobSeekerId, startOfDay(closedOn)) };
};

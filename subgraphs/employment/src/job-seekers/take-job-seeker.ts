import type { ActingUser } from '@relais/platform/acting.ts';
import { readingAsService } from '@relais/platform/database/asking.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { NOT_YET_TOLD } from '@relais/platform/events/tell-now.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { milestonesToCome } from '../milestones/milestone.queries.ts';
import { publishMilestones } from '../milestones/publish-milestone.ts';
import type { Permission } from '../permissions.ts';
import { lockAtDesk } from './desk.queries.ts';
import { changedFile } from './job-seeker.changes.ts';
import { takeReasons } from './job-seeker.reasons.ts';
import { JobSeeker } from './job-seeker.ts';
import { tellFollowers } from './who-follows.ts';

@InputType({ description: 'A file that waits at the desk of your agency, in the version that was seen.' })
export class TakeJobSeekerInput {
  @Field(() => ID, { description: 'The job seeker, one of `jobSeekersAtDesk`.' })
  jobSeekerId!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  version!: number;
}

@ObjectType({ description: 'The file that is yours from now on, or why it is not.' })
export class TakeJobSeekerPayload extends payloadOf(
  'TakeJobSeeker',
  takeReasons,
  'Why nothing changed; absent on success.',
) {
  @Field(() => JobSeeker, { nullable: true, description: 'The job seeker you follow; absent when refused.' })
  jobSeeker?: JobSeeker;

  @ListSize(2)
  @Field(() => [String], { description: NOT_YET_TOLD })
  notYetTold: string[] = [];
}

/** Early-childhood learns of it too: who takes the file may cover the milestones to come. */
export const takeJobSeeker = async (
  tx: Transaction,
  { jobSeekerId, version }: TakeJobSeekerInput,
  acting: ActingUser,
) => {
  const { user, now, sight } = acting;
  const file = await lockAtDesk(tx, jobSeekerId, user.agency);
  const mayTake = file && (await sight.allows(tx, 'job-seeker:take' satisfies Permission, [file.familyId]));
  if (!file || !mayTake) return { refusal: 'NOT_AT_THE_DESK' as const };
  if (file.version !== version) return { refusal: 'STALE_VERSION' as const };

  const changes = { advisorId: user.sub, deskAgency: null, deskSince: null };
  const change = { changes, kind: 'ADVISOR_CHANGED', facts: { advisorId: user.sub } } as const;
  const jobSeeker = await changedFile(tx, file, change, acting);
  await publishMilestones(tx, await milestonesToCome(readingAsService(tx), [file.id], now));
  await tellFollowers(tx, file.familyId, now);
  return { jobSeeker };
};

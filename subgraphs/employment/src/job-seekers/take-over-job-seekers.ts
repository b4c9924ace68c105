import type { ActingUser } from '@relais/platform/acting.ts';
import { readingAsService } from '@relais/platform/database/asking.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { holdFamilies } from '@relais/platform/events/publish.ts';
import { NOT_YET_TOLD } from '@relais/platform/events/tell-now.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import type { Professional } from '@relais/platform/professionals/professional.ts';
import { LEFT_OVER, TakingOver, takeOver } from '@relais/platform/professionals/take-over.changes.ts';
import { takeOverReasons } from '@relais/platform/professionals/take-over.reasons.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { milestonesToCome } from '../milestones/milestone.queries.ts';
import { publishMilestones } from '../milestones/publish-milestone.ts';
import { changedFile } from './job-seeker.changes.ts';
import { lockFollowedBy, lockFollowedForDesk } from './job-seeker.queries.ts';
import { tellFollowersOfAll } from './who-follows.ts';

@InputType({
  description:
    'Which advisor takes over the job seekers of which other, and why. To the desk: each waits there until an advisor of the agency takes them (`takeJobSeeker`). Those whose file is restricted stay, for a colleague who is named.',
})
export class TakeOverJobSeekersInput extends TakingOver {}

@ObjectType({ description: 'What came of taking over: how much went to the advisor, or a refusal.' })
export class TakeOverJobSeekersPayload extends payloadOf(
  'TakeOverJobSeekers',
  takeOverReasons,
  'Why nothing was changed; absent when something was.',
) {
  @Field(() => Int, { nullable: true, description: 'Of how many families a job seeker went over.' })
  families?: number;

  @Field(() => Int, {
    nullable: true,
    description: 'How many job seekers went over, those whose return to work is still asked about included.',
  })
  jobSeekers?: number;

  @Field(() => Int, { nullable: true, description: LEFT_OVER })
  left?: number;

  @ListSize(2)
  @Field(() => [String], { description: NOT_YET_TOLD })
  notYetTold: string[] = [];
}

type Held = Awaited<ReturnType<typeof lockFollowedBy>>;
type Change = Parameters<typeof changedFile>[2];

const handOn = async (tx: Transaction, { files, left }: Held, change: Change, acting: ActingUser) => {
  const familyIds = [...new Set(files.map(({ familyId }) => familyId))].sort();
  await holdFamilies(tx, familyIds);
  for (const file of files) await changedFile(tx, file, change, acting);
  const ids = files.map(({ id }) => id);
  // Whoever hands them on does not see what is told of them.
  await publishMilestones(tx, await milestonesToCome(readingAsService(tx), ids, acting.now));
  await tellFollowersOfAll(tx, familyIds, acting.now);
  return { familyIds, counts: { jobSeekers: files.length, left } };
};

const toColleague = async (tx: Transaction, from: string, advisorId: string, acting: ActingUser) => {
  const followed = await lockFollowedBy(tx, from, dayOf(acting.now));
  const change = { changes: { advisorId }, kind: 'ADVISOR_CHANGED', facts: { advisorId } } as const;
  return handOn(tx, followed, change, acting);
};

const toDesk = async (tx: Transaction, { sub, agency }: Professional, acting: ActingUser) => {
  const followed = await lockFollowedForDesk(tx, sub, dayOf(acting.now));
  if (followed.files.length === 0 && followed.restricted > 0) return { refusal: 'NAME_A_COLLEAGUE' as const };
  const changes = { advisorId: null, deskAgency: agency, deskSince: acting.now };
  return handOn(tx, followed, { changes, kind: 'PUT_TO_THE_DESK', facts: {} }, acting);
};

/** Early-childhood learns of it too: the new advisor may cover the milestones to come. */
export const takeOverJobSeekers = async (
  tx: Transaction,
  input: TakeOverJobSeekersInput,
  acting: ActingUser,
) => {
  const result = await takeOver(tx, input, acting, async ({ from, to }) =>
    to ? toColleague(tx, from.sub, to.sub, acting) : toDesk(tx, from, acting),
  );
  if ('refusal' in result) return result;
  const { familyIds, counts } = result.takeOver;
  return { families: familyIds.length, ...counts };
};

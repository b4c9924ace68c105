import type { ActingUser } from '@relais/platform/acting.ts';
import { store } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { NOT_YET_TOLD } from '@relais/platform/events/tell-now.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { newId } from '@relais/platform/ids.ts';
import type { Professional } from '@relais/platform/professionals/professional.ts';
import { LEFT_OVER, TakingOver, takeOver } from '@relais/platform/professionals/take-over.changes.ts';
import { takeOverReasons } from '@relais/platform/professionals/take-over.reasons.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { tellFollowersOfAll } from '../followers/who-follows.ts';
import { signedInProfessional } from '../professionals/know-professional.ts';
import { sendRefusal } from '../referrals/referral.rules.ts';
import { Referral } from '../referrals/referral.ts';
import { reachOf } from '../referrals/referral-reach.ts';
import { startMembership } from '../support-team/add-member.ts';
import { supportTeamOfFamilies } from '../support-team/support-team.queries.ts';
import { SupportTeamMember } from '../support-team/support-team-member.ts';
import { Task } from '../tasks/task.ts';
import { familiesOf, lockCaseload } from './caseload.queries.ts';
import { handedMembership } from './taking-over.rules.ts';
import { recordWorkHandedOn } from './work-handed-on.queries.ts';

@InputType({
  description:
    'Which colleague takes over the families of which other, and why. To the desk: who was in a team leaves it, so that a family whom nobody follows is the social service’s of its district; tasks wait for whoever follows the family, referrals for whoever works where they were sent to. What waits for an advisor, or of a restricted file, stays.',
})
export class TakeOverFamiliesInput extends TakingOver {}

@ObjectType({ description: 'What came of taking over: how much went to the colleague, or a refusal.' })
export class TakeOverFamiliesPayload extends payloadOf(
  'TakeOverFamilies',
  takeOverReasons,
  'Why nothing was changed; absent when something was.',
) {
  @Field(() => Int, { nullable: true, description: 'Of how many families something went over.' })
  families?: number;

  @Field(() => Int, {
    nullable: true,
    description: 'How many memberships of support teams went over; a lead stays a lead.',
  })
  memberships?: number;

  @Field(() => Int, { nullable: true, description: 'How many tasks that are not done.' })
  tasks?: number;

  @Field(() => Int, { nullable: true, description: 'How many referrals that wait for an answer.' })
  referrals?: number;

  @Field(() => Int, { nullable: true, description: LEFT_OVER })
  left?: number;

  @ListSize(2)
  @Field(() => [String], { description: NOT_YET_TOLD })
  notYetTold: string[] = [];
}

/** Ends the stretch and begins another, so that who followed and led when can be read for ever. */
const handMembership = async (
  tx: Transaction,
  leaving: SupportTeamMember,
  to: Professional | null,
  acting: ActingUser,
): Promise<void> => {
  const { familyId } = leaving;
  const today = dayOf(acting.now);
  const team = await supportTeamOfFamilies(tx, [familyId]);
  const { ended, begun } = handedMembership(leaving, team, to?.id ?? null, today);
  const handed = { handedOnBy: acting.user.sub, handedOnTo: to?.id ?? null };
  for (const each of ended)
    await store(tx, SupportTeamMember, each, { to: today, ...(each === leaving && handed) });
  if (begun && to)
    await startMembership(tx, { id: newId(), familyId, who: to, from: today, ...begun }, acting);
};

/** Those that somebody receives who is not named: of a restricted file nobody does, nor of an advisor's. */
const openReferrals = async (
  tx: Transaction,
  referrals: readonly Referral[],
  now: Date,
): Promise<readonly Referral[]> => {
  const open: Referral[] = [];
  for (const each of referrals) {
    const reach = await reachOf(tx, each.familyId, now);
    if (sendRefusal({ ...each, ...reach, addresseeRole: null }) === null) open.push(each);
  }
  return open;
};

export const takeOverFamilies = async (tx: Transaction, input: TakeOverFamiliesInput, acting: ActingUser) => {
  const result = await takeOver(tx, input, acting, async ({ from, to }) => {
    await signedInProfessional(tx, acting.user);
    const toSub = to?.sub ?? null;
    const caseload = await lockCaseload(tx, from, acting.now);
    const { members, tasks, left } = caseload;
    const referrals = to ? caseload.referrals : await openReferrals(tx, caseload.referrals, acting.now);
    for (const each of members) await handMembership(tx, each, to, acting);
    for (const each of tasks) await store(tx, Task, each, { assigneeSub: toSub });
    for (const each of referrals) await store(tx, Referral, each, { addresseeSub: toSub });
    await recordWorkHandedOn(tx, familiesOf({ members: [], tasks, referrals }), {
      ...{ fromSub: from.sub, toSub, handedOnBy: acting.user.sub, handedOnAt: acting.now },
    });
    const familyIds = familiesOf({ members, tasks, referrals });
    await tellFollowersOfAll(tx, familyIds, acting.now);
    const counts = { memberships: members.length, tasks: tasks.length, referrals: referrals.length, left };
    return { familyIds, counts };
  });
  if ('refusal' in result) return result;
  const { familyIds, counts } = result.takeOver;
  return { families: familyIds.length, ...counts };
};

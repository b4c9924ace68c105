import type { ActingUser } from '@relais/platform/acting.ts';
import { store } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { wouldChange } from '@relais/platform/database/would-change.ts';
import { NOT_YET_TOLD } from '@relais/platform/events/tell-now.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { tellFollowers } from '../followers/who-follows.ts';
import { lockKnownFamily } from '../known-families/known-family.queries.ts';
import { signedInProfessional } from '../professionals/know-professional.ts';
import { supportTeamMembers, supportTeamOfFamilies } from './support-team.queries.ts';
import { leaveReasons } from './support-team.reasons.ts';
import { leaveRefusal } from './support-team.rules.ts';
import { SupportTeamMember } from './support-team-member.ts';

@InputType({ description: 'Who leaves a support team, or is removed by its lead.' })
export class LeaveSupportTeamInput {
  @Field(() => ID, { description: 'The membership.' })
  memberId!: string;

  @Field(() => Int, { description: 'The version that was seen; a newer one on record refuses the change.' })
  version!: number;

  @Field(() => CivilDate, {
    nullable: true,
    description: 'First day no longer in the team, today at the latest; today when absent.',
  })
  on?: Temporal.PlainDate | null;
}

@ObjectType({ description: 'What came of leaving: the membership with its end, or a refusal.' })
export class LeaveSupportTeamPayload extends payloadOf(
  'LeaveSupportTeam',
  leaveReasons,
  'Why nothing was changed; absent when something was.',
) {
  @Field(() => SupportTeamMember, { nullable: true, description: 'The membership, ended.' })
  member?: SupportTeamMember;

  @ListSize(2)
  @Field(() => [String], { description: NOT_YET_TOLD })
  notYetTold: string[] = [];
}

type Result = { member: SupportTeamMember } | Refused<Word<typeof leaveReasons>>;

/** The member as it is once its family is held, so that a team changes one step at a time; absent to who does not see it. */
export const lockMember = async (
  tx: Transaction,
  id: string,
  acting: ActingUser,
): Promise<SupportTeamMember | null> => {
  const [seen] = await supportTeamMembers(tx, [id]);
  if (!seen) return null;
  const family = await lockKnownFamily(tx, seen.familyId, acting, 'support-team:write');
  if ('refusal' in family) return null;
  return (await supportTeamMembers(tx, [id]))[0] ?? null;
};

export const leaveSupportTeam = async (
  tx: Transaction,
  { memberId, version, on }: LeaveSupportTeamInput,
  acting: ActingUser,
): Promise<Result> => {
  const { now, user } = acting;
  const member = await lockMember(tx, memberId, acting);
  if (!member) return { refusal: 'UNKNOWN_MEMBER' };
  const actor = await signedInProfessional(tx, user);
  const today = dayOf(now);
  const day = on ?? today;
  const team = await supportTeamOfFamilies(tx, [member.familyId]);
  const refusal = leaveRefusal(member, actor, { version, on: day }, team, today);
  if (refusal) return { refusal };

  if (!wouldChange(member, { to: day })) return { member };
  const ended = await store(tx, SupportTeamMember, member, { to: day });
  await tellFollowers(tx, member.familyId, now);
  return { member: ended };
};

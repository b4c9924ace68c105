import type { ActingUser } from '@relais/platform/acting.ts';
import { store } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { NOT_YET_TOLD } from '@relais/platform/events/tell-now.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { newId } from '@relais/platform/ids.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { tellFollowers } from '../followers/who-follows.ts';
import { signedInProfessional } from '../professionals/know-professional.ts';
import { lockMember } from './leave-support-team.ts';
import { supportTeamMembers } from './support-team.queries.ts';
import { handOverReasons } from './support-team.reasons.ts';
import { handOverRefusal } from './support-team.rules.ts';
import { SupportTeamMember } from './support-team-member.ts';

@InputType({ description: 'From which member to which the lead passes, today.' })
export class HandOverLeadInput {
  @Field(() => ID, { description: 'The membership of the lead.' })
  memberId!: string;

  @Field(() => Int, { description: 'Its version that was seen.' })
  version!: number;

  @Field(() => ID, { description: 'The membership of who takes over, in the same team.' })
  toMemberId!: string;
}

@ObjectType({ description: 'What came of handing over: the new lead, or a refusal.' })
export class HandOverLeadPayload extends payloadOf(
  'HandOverLead',
  handOverReasons,
  'Why nothing was changed; absent when something was.',
) {
  @Field(() => SupportTeamMember, { nullable: true, description: 'The new lead, from today.' })
  lead?: SupportTeamMember;

  @Field(() => SupportTeamMember, {
    nullable: true,
    description: 'Who led until today, from now on a member like the others.',
  })
  formerLead?: SupportTeamMember;

  @ListSize(2)
  @Field(() => [String], { description: NOT_YET_TOLD })
  notYetTold: string[] = [];
}

type Result =
  | { lead: SupportTeamMember; formerLead: SupportTeamMember }
  | Refused<Word<typeof handOverReasons>>;

/** Ends both stretches and begins two others, so that who led when can be read for ever. */
export const handOverLead = async (
  tx: Transaction,
  { memberId, version, toMemberId }: HandOverLeadInput,
  acting: ActingUser,
): Promise<Result> => {
  const { now, user } = acting;
  const before = await lockMember(tx, memberId, acting);
  const [next] = await supportTeamMembers(tx, [toMemberId]);
  if (!before || !next) return { refusal: 'UNKNOWN_MEMBER' };
  const refusal = handOverRefusal(before, next, await signedInProfessional(tx, user), version);
  if (refusal) return { refusal };

  const today = dayOf(now);
  await store(tx, SupportTeamMember, before, { to: today });
  await store(tx, SupportTeamMember, next, { to: today });
  const recorded = { from: today, version: 1, recordedAt: now, recordedBy: user.sub };
  const formerLead = tx.create(SupportTeamMember, { ...before, ...recorded, id: newId(), isLead: false });
  const lead = tx.create(SupportTeamMember, { ...next, ...recorded, id: newId(), isLead: true });
  await tx.insert(SupportTeamMember, [formerLead, lead]);
  await tellFollowers(tx, before.familyId, now);
  return { lead, formerLead };
};

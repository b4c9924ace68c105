import type { ActingUser } from '@relais/platform/acting.ts';
import { sentBefore } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { NOT_YET_TOLD, tellNow } from '@relais/platform/events/tell-now.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { newId } from '@relais/platform/ids.ts';
import { colleagueRefusal } from '@relais/platform/professionals/colleague.rules.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { forSurvivor } from '../known-families/known-family.queries.ts';
import { signedInProfessional } from '../professionals/know-professional.ts';
import { namedColleague, ProfessionalInput } from '../professionals/named-colleague.ts';
import { addMember } from './add-member.ts';
import { supportTeamOfFamilies } from './support-team.queries.ts';
import { joinReasons } from './support-team.reasons.ts';
import { isSameJoining, joinRefusal } from './support-team.rules.ts';
import { SupportTeamMember } from './support-team-member.ts';

@InputType({ description: 'Who joins the support team of a family.' })
export class JoinSupportTeamInput {
  @Field(() => ID, { nullable: true, description: 'Made by the client, so that sending twice records once.' })
  id?: string | null;

  @Field(() => ID, { description: 'The family.' })
  familyId!: string;

  @Field(() => ProfessionalInput, { nullable: true, description: 'Who joins; you yourself when absent.' })
  professional?: ProfessionalInput | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Whether as lead; a family has one at a time. A caseworker who comes where nobody leads is the lead in any case.',
  })
  isLead!: boolean;

  @Field(() => CivilDate, {
    nullable: true,
    description: 'First day, today at the latest, 30 days ago at the earliest; today when absent.',
  })
  from?: Temporal.PlainDate | null;
}

@ObjectType({ description: 'What came of joining: the membership, or a refusal.' })
export class JoinSupportTeamPayload extends payloadOf(
  'JoinSupportTeam',
  joinReasons,
  'Why nothing was recorded; absent when something was.',
) {
  @Field(() => SupportTeamMember, { nullable: true, description: 'The membership.' })
  member?: SupportTeamMember;

  @ListSize(2)
  @Field(() => [String], { description: NOT_YET_TOLD })
  notYetTold: string[] = [];
}

type Result = { member: SupportTeamMember } | Refused<Word<typeof joinReasons>>;

/** Where two requests race, the database knows better: its constraints stand for these refusals. */
export const refusalsOfJoining = {
  support_team_has_one_lead_at_a_time: 'LEAD_IS_TAKEN',
  support_team_member_once_at_a_time: 'ALREADY_MEMBER',
  support_team_members_pkey: 'CONFLICT',
} as const;

export const joinSupportTeam = async (
  tx: Transaction,
  asked: JoinSupportTeamInput,
  acting: ActingUser,
): Promise<Result> => {
  const input = await forSurvivor(tx, asked, acting, 'support-team:write');
  if ('refusal' in input) return input;
  const { id, familyId, professional, isLead, from } = input;

  const today = dayOf(acting.now);
  const actor = await signedInProfessional(tx, acting.user);
  const colleague = await namedColleague(tx, professional, acting.user);
  if (!colleague) return { refusal: 'UNKNOWN_PROFESSIONAL' };
  const joining = { familyId, professionalId: colleague.id, isLead, from: from ?? today };
  const sent = await sentBefore(tx, SupportTeamMember, id, (each) => isSameJoining(each, joining));
  if (sent === 'CONFLICT') return { refusal: sent };
  if (sent) {
    await tellNow(tx, familyId);
    return { member: sent };
  }

  const team = await supportTeamOfFamilies(tx, [familyId]);
  const refusal = colleagueRefusal(colleague, today) ?? joinRefusal(joining, actor, team, today);
  if (refusal) return { refusal };
  return { member: await addMember(tx, { id: id ?? newId(), who: colleague, ...joining }, acting) };
};

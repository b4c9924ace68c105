import type { User } from '@relais/platform/auth/user.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { refusalOfCatalogue } from '@relais/platform/graphql/refusal.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { newId } from '@relais/platform/ids.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { forSurvivor, lockKnownFamily } from '../known-families/known-family.queries.ts';
import { namedProfessional, ProfessionalInput } from './know-professional.ts';
import { joinMessages } from './support-team.messages.ts';
import { supportTeamMembers, supportTeamOfFamilies } from './support-team.queries.ts';
import { isSameJoining, type JoinRefusal, joinRefusal } from './support-team.rules.ts';
import { SupportTeamMember } from './support-team-member.ts';
import { tellSupportTeam } from './tell-support-team.ts';

@InputType({ description: 'Who joins the support team of a family.' })
export class JoinSupportTeamInput {
  @Field(() => ID, { nullable: true, description: 'Made by the client, so that sending twice records once.' })
  id?: string | null;

  @Field(() => ID, { description: 'The family.' })
  familyId!: string;

  @Field(() => ProfessionalInput, { nullable: true, description: 'Who joins; you yourself when absent.' })
  professional?: ProfessionalInput | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether as lead; a family has one at a time.' })
  isLead!: boolean;

  @Field(() => CivilDate, {
    nullable: true,
    description: 'First day, today at the latest; today when absent.',
  })
  from?: Temporal.PlainDate | null;
}

export const JoinSupportTeamRefusal = refusalOfCatalogue<JoinRefusal>(
  'JoinSupportTeamRefusal',
  {
    UNKNOWN_FAMILY: 'The family is not known to this agency (yet).',
    ALREADY_MEMBER: 'The professional is in the team already.',
    LEAD_IS_TAKEN: 'The family has a lead, who must hand over.',
    FROM_IN_THE_FUTURE: '`from` lies after today.',
    FROM_TOO_LONG_AGO: '`from` lies more than ten years back.',
    CONFLICT: 'Another record with this id exists.',
  },
  joinMessages,
);

@ObjectType({ description: 'What came of joining: the membership, or a refusal.' })
export class JoinSupportTeamPayload {
  @Field(() => SupportTeamMember, { nullable: true, description: 'The membership.' })
  member!: SupportTeamMember | null;

  @Field(() => JoinSupportTeamRefusal, { nullable: true, description: 'Why nothing was recorded.' })
  refusal!: InstanceType<typeof JoinSupportTeamRefusal> | null;
}

export type JoinSupportTeamResult = { member: SupportTeamMember } | { refusal: JoinRefusal };
export type Acting = { readonly now: Date; readonly user: User };

export const joinSupportTeam = async (
  tx: Transaction,
  asked: JoinSupportTeamInput,
  { now, user }: Acting,
): Promise<JoinSupportTeamResult> => {
  const { id, familyId, professional, isLead, from } = await forSurvivor(tx, asked);
  if (!(await lockKnownFamily(tx, familyId))) return { refusal: 'UNKNOWN_FAMILY' };

  const today = dayOf(now);
  const { id: professionalId } = await namedProfessional(tx, professional ?? null, user);
  const joining = { familyId, professionalId, isLead, from: from ?? today };
  const [sent] = id ? await supportTeamMembers(tx, [id]) : [];
  if (sent) return isSameJoining(sent, joining) ? { member: sent } : { refusal: 'CONFLICT' };

  const refusal = joinRefusal(joining, await supportTeamOfFamilies(tx, [familyId]), today);
  if (refusal) return { refusal };

  const recorded = { to: null, version: 1, recordedAt: now, recordedBy: user.sub };
  const member = tx.create(SupportTeamMember, { id: id ?? newId(), ...joining, ...recorded });
  await tx.insert(SupportTeamMember, member);
  await tellSupportTeam(tx, familyId, now);
  return { member };
};

import type { ActingUser } from '@relais/platform/acting.ts';
import { store } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { NOT_YET_TOLD } from '@relais/platform/events/tell-now.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { newId } from '@relais/platform/ids.ts';
import { professionalsBySub } from '@relais/platform/professionals/professional.queries.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { signedInProfessional } from '../professionals/know-professional.ts';
import { addMember } from '../support-team/add-member.ts';
import { supportTeamOfFamilies } from '../support-team/support-team.queries.ts';
import { isMemberOn } from '../support-team/support-team.rules.ts';
import { SupportTeamMember } from '../support-team/support-team-member.ts';
import { lockRequest } from './membership-request.queries.ts';
import { answerRequestReasons } from './membership-request.reasons.ts';
import { answerRefusal } from './membership-request.rules.ts';
import { MembershipAnswer, MembershipRequest } from './membership-request.ts';

@InputType({ description: 'The answer to somebody who asks to follow a family.' })
export class AnswerMembershipRequestInput {
  @Field(() => ID, { description: 'The request.' })
  requestId!: string;

  @Field(() => Int, { description: 'The version that was seen; a newer one on record refuses the change.' })
  version!: number;

  @Field(() => MembershipAnswer, { description: 'Whether they may follow it.' })
  answer!: MembershipAnswer;

  @Field(() => String, { nullable: true, description: 'Why not; needed when declining.' })
  declineReason?: string | null;
}

@ObjectType({ description: 'What came of answering: the request with its answer, or a refusal.' })
export class AnswerMembershipRequestPayload extends payloadOf(
  'AnswerMembershipRequest',
  answerRequestReasons,
  'Why nothing was changed; absent when something was.',
) {
  @Field(() => MembershipRequest, { nullable: true, description: 'The request, answered.' })
  request?: MembershipRequest;

  @Field(() => SupportTeamMember, {
    nullable: true,
    description: 'The membership, from today; absent when declined.',
  })
  member?: SupportTeamMember;

  @ListSize(2)
  @Field(() => [String], { description: NOT_YET_TOLD })
  notYetTold: string[] = [];
}

type Result =
  | { request: MembershipRequest; member?: SupportTeamMember }
  | Refused<Word<typeof answerRequestReasons>>;

/** The membership of who asked: one that began meanwhile, or else a new one. */
const memberFor = async (
  tx: Transaction,
  { familyId, requesterSub }: MembershipRequest,
  team: readonly SupportTeamMember[],
  acting: ActingUser,
): Promise<SupportTeamMember> => {
  const [who] = await professionalsBySub(tx, [requesterSub]);
  if (!who) throw new Error('Who asked is not known.');
  const today = dayOf(acting.now);
  const member = team.find((each) => each.professionalId === who.id && isMemberOn(each, today));
  return member ?? addMember(tx, { id: newId(), familyId, who, isLead: false, from: today }, acting);
};

export const answerMembershipRequest = async (
  tx: Transaction,
  { requestId, version, answer, declineReason = null }: AnswerMembershipRequestInput,
  acting: ActingUser,
): Promise<Result> => {
  const request = await lockRequest(tx, requestId, acting);
  if (!request) return { refusal: 'UNKNOWN_REQUEST' };
  const actor = await signedInProfessional(tx, acting.user);
  const team = await supportTeamOfFamilies(tx, [request.familyId]);
  const situation = { actor, team, today: dayOf(acting.now) };
  const refusal = answerRefusal(request, { version, answer, declineReason }, situation);
  if (refusal) return { refusal };

  const answered = { answer, answeredAt: acting.now, answeredBySub: acting.user.sub, declineReason };
  const stored = await store(tx, MembershipRequest, request, answered);
  if (answer === 'DECLINED') return { request: stored };
  return { request: stored, member: await memberFor(tx, stored, team, acting) };
};

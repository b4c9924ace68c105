import type { ActingUser } from '@relais/platform/acting.ts';
import { sentBefore } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { newId } from '@relais/platform/ids.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { signedInProfessional } from '../professionals/know-professional.ts';
import { supportTeamOfFamilies } from '../support-team/support-team.queries.ts';
import { familyAskedFor } from './family-asked-for.ts';
import { useHandle } from './lookup-handle.ts';
import { requestsOfFamilies } from './membership-request.queries.ts';
import { requestReasons } from './membership-request.reasons.ts';
import { requestRefusal } from './membership-request.rules.ts';
import { MembershipRequest } from './membership-request.ts';

@InputType({ description: 'Which family you ask to follow, and why.' })
export class RequestMembershipInput {
  @Field(() => ID, { nullable: true, description: 'Made by the client, so that sending twice records once.' })
  id?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The family, where you see it already; else the `handle` that `lookUpFamily` gave.',
  })
  familyId?: string | null;

  @Field(() => ID, { nullable: true, description: 'What `lookUpFamily` answered; good for one request.' })
  handle?: string | null;

  @Field(() => String, { description: 'Why; 4,000 characters at most. Whoever answers reads it.' })
  reason!: string;
}

@ObjectType({ description: 'What came of asking: the request, or a refusal.' })
export class RequestMembershipPayload extends payloadOf(
  'RequestMembership',
  requestReasons,
  'Why nothing was asked; absent when something was.',
) {
  @Field(() => MembershipRequest, { nullable: true, description: 'The request, which waits.' })
  request?: MembershipRequest;
}

type Result = { request: MembershipRequest } | Refused<Word<typeof requestReasons>>;

export const requestMembership = async (
  tx: Transaction,
  asked: RequestMembershipInput,
  acting: ActingUser,
): Promise<Result> => {
  const { now, user } = acting;
  const { id, reason } = asked;
  // The handle is used by then: whoever sends it again is known by the request.
  const isSame = (each: MembershipRequest) => each.requesterSub === user.sub && each.reason === reason;
  const sent = await sentBefore(tx, MembershipRequest, id, isSame);
  if (sent === 'CONFLICT') return { refusal: sent };
  if (sent) return { request: sent };

  const family = await familyAskedFor(tx, asked, acting);
  if ('refusal' in family) return family;
  const familyId = family.id;
  const actor = await signedInProfessional(tx, user);
  const asking = { familyId, requesterSub: user.sub, reason };
  const team = await supportTeamOfFamilies(tx, [familyId]);
  const ofFamily = await requestsOfFamilies(tx, [familyId]);
  const refusal = requestRefusal(reason, ofFamily, { actor, team, today: dayOf(now) });
  if (refusal) return { refusal };
  const waiting = { answer: null, answeredAt: null, answeredBySub: null, declineReason: null, version: 1 };
  const request = tx.create(MembershipRequest, { id: id ?? newId(), ...asking, askedAt: now, ...waiting });
  await tx.insert(MembershipRequest, request);
  if (asked.handle) await useHandle(tx, asked.handle, now);
  return { request };
};

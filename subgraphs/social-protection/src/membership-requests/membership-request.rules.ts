import type { Word } from '@relais/platform/graphql/reasons.ts';
import type { Professional } from '@relais/platform/professionals/professional.ts';
import type { Temporal } from 'temporal-polyfill';
import { textRefusal } from '../notes/text.rules.ts';
import { decidesOn, isMemberOn } from '../support-team/support-team.rules.ts';
import type { SupportTeamMember } from '../support-team/support-team-member.ts';
import type { answerRequestReasons, requestReasons } from './membership-request.reasons.ts';
import type { MembershipAnswer, MembershipRequest } from './membership-request.ts';

type Request = Omit<MembershipRequest, 'status'>;

/** Somebody, the team of the family and the day. */
type Situation = {
  readonly actor: Pick<Professional, 'id' | 'sub' | 'role'>;
  readonly team: readonly SupportTeamMember[];
  readonly today: Temporal.PlainDate;
};

const isOfTheTeam = ({ actor, team, today }: Situation): boolean =>
  team.some((each) => each.professionalId === actor.id && isMemberOn(each, today));

/** Why somebody cannot ask to follow a family, or `null`. */
export const requestRefusal = (
  reason: string,
  ofFamily: readonly Request[],
  situation: Situation,
): Word<typeof requestReasons> | null => {
  if (isOfTheTeam(situation)) return 'MEMBER_ALREADY';
  const { sub } = situation.actor;
  const isWaiting = ofFamily.some((each) => each.requesterSub === sub && each.answer === null);
  return isWaiting ? 'ASKED_ALREADY' : textRefusal(reason);
};

/** Whoever has nothing to do with the family is not told that somebody asked. */
const answererRefusal = (
  request: Request,
  situation: Situation,
): Word<typeof answerRequestReasons> | null => {
  const { actor, team, today } = situation;
  if (request.requesterSub === actor.sub) return 'YOUR_OWN_REQUEST';
  if (decidesOn(actor, team, today)) return null;
  return isOfTheTeam(situation) ? 'NOT_YOURS_TO_ANSWER' : 'UNKNOWN_REQUEST';
};

type Answer = {
  readonly version: number;
  readonly answer: MembershipAnswer;
  readonly declineReason: string | null;
};

const reasonRefusal = ({ answer, declineReason }: Answer): Word<typeof answerRequestReasons> | null => {
  if (answer === 'GRANTED') return declineReason === null ? null : 'REASON_OF_A_GRANT';
  return declineReason === null ? 'REASON_NEEDED' : textRefusal(declineReason);
};

/** Why a request cannot be answered so by somebody, or `null`. */
export const answerRefusal = (
  request: Request,
  answer: Answer,
  situation: Situation,
): Word<typeof answerRequestReasons> | null => {
  const refusal = answererRefusal(request, situation);
  if (refusal) return refusal;
  if (request.answer !== null) return 'ANSWERED_ALREADY';
  return request.version === answer.version ? reasonRefusal(answer) : 'STALE_VERSION';
};

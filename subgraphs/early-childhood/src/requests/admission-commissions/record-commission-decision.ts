import type { Acting, ActingSeer } from '@relais/platform/acting.ts';
import { store } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { newId } from '@relais/platform/ids.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { SectionOfCentre } from '../../centres/centres/section.ts';
import { placeName } from '../../history/care-history/record-step.ts';
import { lockRequestFor } from '../care-requests/care-request.queries.ts';
import { CareRequest } from '../care-requests/care-request.ts';
import { recordRequestStep, stepRequest } from '../care-requests/step-request.ts';
import { explainSection } from '../request-options/find-weekly-options.ts';
import { priorityFactsOf } from '../waiting-list/priority.queries.ts';
import { explainedPriority } from '../waiting-list/request-priority.ts';
import type { AdmissionCommission } from './admission-commission.ts';
import { lockCommission, placeOfSection } from './commission.queries.ts';
import { decisionReasons } from './commission.reasons.ts';
import { decisionProblem, sittingProblem } from './commission.rules.ts';
import { CommissionDecision, CommissionOutcome } from './commission-decision.ts';

@InputType({ description: 'What a commission decided on one request.' })
export class RecordCommissionDecisionInput {
  @Field(() => ID, { nullable: true, description: 'Made by the client, so that sending again records once.' })
  id?: string | null;

  @Field(() => ID, { description: 'The commission.' })
  commissionId!: string;

  @Field(() => ID, { description: 'The request, of long-term care.' })
  careRequestId!: string;

  @Field(() => Int, { description: 'The version of the request when it was read.' })
  version!: number;

  @Field(() => CommissionOutcome, { description: 'What was decided.' })
  decision!: CommissionOutcome;

  @Field(() => ID, { nullable: true, description: 'The section in which a place is granted; then only.' })
  sectionId?: string | null;

  @Field(() => String, { nullable: true, description: 'Why; needed unless a place is granted.' })
  reason?: string | null;
}

@ObjectType({ description: 'The decision recorded, or why it was not.' })
export class RecordCommissionDecisionPayload extends payloadOf(
  'RecordCommissionDecision',
  decisionReasons,
  'Why it was not recorded; absent when it was.',
) {
  @Field(() => CommissionDecision, { nullable: true, description: 'The decision; absent when refused.' })
  commissionDecision?: CommissionDecision;

  @Field(() => CareRequest, {
    nullable: true,
    description: 'The request as it stands now; absent when refused.',
  })
  careRequest?: CareRequest;
}

type Recorded = { readonly commissionDecision: CommissionDecision; readonly careRequest: CareRequest };
type Refusal = Refused<Word<typeof decisionReasons>>;

/** Broken constraints that mean what a rule also says. */
export const refusalsOfDecision = {
  commission_decisions_pkey: 'CONFLICT',
  commission_decides_a_request_once: 'ALREADY_DECIDED',
} as const satisfies Record<string, Word<typeof decisionReasons>>;

type Decided = RecordCommissionDecisionInput & {
  readonly sectionId: string | null;
  readonly reason: string | null;
};

const decidedOf = (input: RecordCommissionDecisionInput): Decided => ({
  ...input,
  sectionId: input.sectionId ?? null,
  reason: input.reason?.trim() || null,
});

const isSame = (one: CommissionDecision, other: Decided): boolean =>
  one.commissionId === other.commissionId &&
  one.careRequestId === other.careRequestId &&
  one.decision === other.decision &&
  one.sectionId === other.sectionId &&
  one.reason === other.reason;

/** A refusal ends the request; otherwise it waits on, for an offer or for a later commission. */
const stepAfter = async (
  tx: Transaction,
  request: CareRequest,
  { decision, reason }: Decided,
  place: SectionOfCentre | null,
  { now, user }: Acting,
): Promise<CareRequest> => {
  if (decision === 'REFUSED') {
    return stepRequest(tx, request, 'REFUSED', { now, user, reason, changes: { refusalReason: reason } });
  }
  const decided = await store(tx, CareRequest, request, {});
  const kind = decision === 'GRANTED' ? 'COMMISSION_GRANTED' : 'COMMISSION_POSTPONED';
  await recordRequestStep(tx, decided, kind, {
    now,
    user,
    reason,
    facts: place ? { place: placeName(place) } : {},
  });
  return decided;
};

const record = async (
  tx: Transaction,
  request: CareRequest,
  decided: Decided,
  place: SectionOfCentre | null,
  { now, user }: Acting,
): Promise<CommissionDecision> => {
  const [judgedBy] = await priorityFactsOf(tx, [request.id], now);
  if (!judgedBy) throw new Error(`no priority of request ${request.id}`);
  const { commissionId, decision, sectionId, reason } = decided;
  const commissionDecision = tx.create(CommissionDecision, {
    id: decided.id ?? newId(),
    commissionId,
    careRequestId: request.id,
    decision,
    sectionId,
    reason,
    explainedPriority: explainedPriority(judgedBy),
    explanation: place && (await explainSection(tx, request, place.section.id, now)),
    decidedAt: now,
    decidedBy: user.sub,
  });
  await tx.insert(CommissionDecision, commissionDecision);
  return commissionDecision;
};

/** Why it cannot be decided so; the place granted when it can. */
const placeDecided = async (
  tx: Transaction,
  commission: AdmissionCommission,
  request: CareRequest,
  decided: Decided,
  now: Date,
): Promise<{ readonly place: SectionOfCentre | null } | Refusal> => {
  const onRequest = { commissionId: commission.id, careRequestId: request.id };
  if (await tx.existsBy(CommissionDecision, onRequest)) return { refusal: 'ALREADY_DECIDED' };
  const refusal = sittingProblem(commission, dayOf(now)) ?? decisionProblem(request, decided);
  if (refusal) return { refusal };
  if (!decided.sectionId) return { place: null };
  const place = await placeOfSection(tx, decided.sectionId);
  return place ? { place } : { refusal: 'UNKNOWN_SECTION' };
};

/** Records what was decided, with the priority and the reasons for the place as they were; the commission is held, so that it is not closed meanwhile. */
export const recordCommissionDecision = async (
  tx: Transaction,
  input: RecordCommissionDecisionInput,
  acting: ActingSeer,
): Promise<Recorded | Refusal> => {
  const decided = decidedOf(input);
  const commission = await lockCommission(tx, input.commissionId);
  if (!commission) return { refusal: 'UNKNOWN_COMMISSION' };
  const careRequest = await lockRequestFor(tx, input.careRequestId, acting, 'care-request:decide');
  if (!careRequest) return { refusal: 'UNKNOWN_CARE_REQUEST' };
  const earlier = input.id ? await tx.findOneBy(CommissionDecision, { id: input.id }) : null;
  if (earlier)
    return isSame(earlier, decided) ? { commissionDecision: earlier, careRequest } : { refusal: 'CONFLICT' };

  const judgement = await placeDecided(tx, commission, careRequest, decided, acting.now);
  if ('refusal' in judgement) return judgement;
  const commissionDecision = await record(tx, careRequest, decided, judgement.place, acting);
  const stepped = await stepAfter(tx, careRequest, decided, judgement.place, acting);
  return { commissionDecision, careRequest: stepped };
};

import type { Acting, ActingSeer } from '@relais/platform/acting.ts';
import { CorrectionInput, keepWhatWasSaid } from '@relais/platform/corrections/correct.ts';
import { store } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { MoreThanOrEqual } from 'typeorm';
import type { SectionOfCentre } from '../../centres/centres/section.ts';
import type { CareStepKind } from '../../history/care-history/care-step-kind.ts';
import { placeName } from '../../history/care-history/record-step.ts';
import { CareOffer } from '../care-offers/care-offer.ts';
import { hasChildLeft, lockRequestFor } from '../care-requests/care-request.queries.ts';
import { CareRequest } from '../care-requests/care-request.ts';
import { recordRequestStep } from '../care-requests/step-request.ts';
import { explainSection } from '../request-options/find-weekly-options.ts';
import { decisionsOnRequests, lockCommission, placeOfSection } from './commission.queries.ts';
import { correctDecisionReasons } from './commission.reasons.ts';
import { decisionCorrectionProblem, type NewlyDecided, sittingProblem } from './commission.rules.ts';
import { CommissionDecision, CommissionOutcome } from './commission-decision.ts';

@InputType({
  description: 'A decision of a commission that was recorded wrongly; `version` is that of its request.',
})
export class CorrectCommissionDecisionInput extends CorrectionInput {
  @Field(() => ID, { description: 'The decision.' })
  commissionDecisionId!: string;

  @Field(() => CommissionOutcome, { description: 'What was decided in truth.' })
  decision!: CommissionOutcome;

  @Field(() => ID, { nullable: true, description: 'The section in which a place is granted; then only.' })
  sectionId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why the commission decided so; needed unless a place is granted.',
  })
  grounds?: string | null;
}

@ObjectType({ description: 'The decision put right, or why it was not.' })
export class CorrectCommissionDecisionPayload extends payloadOf(
  'CorrectCommissionDecision',
  correctDecisionReasons,
  'Why nothing was corrected; absent when it was.',
) {
  @Field(() => CommissionDecision, {
    nullable: true,
    description: 'The decision; what was recorded before is in its `corrections`. Absent when refused.',
  })
  commissionDecision?: CommissionDecision;

  @Field(() => CareRequest, {
    nullable: true,
    description: 'The request as it stands now; absent when refused.',
  })
  careRequest?: CareRequest;
}

type Corrected = { readonly commissionDecision: CommissionDecision; readonly careRequest: CareRequest };
type Result = Corrected | Refused<Word<typeof correctDecisionReasons>>;

const saidBy = ({ decision, sectionId, reason }: NewlyDecided) => ({ decision, section: sectionId, reason });

/** A place that was offered since is a promise to the family: it is dealt with first. */
const wasOffered = (tx: Transaction, { careRequestId, decidedAt }: CommissionDecision): Promise<boolean> =>
  tx.existsBy(CareOffer, { careRequestId, offeredAt: MoreThanOrEqual(decidedAt) });

const isNewest = async (tx: Transaction, { id, careRequestId }: CommissionDecision): Promise<boolean> => {
  const [newest] = await decisionsOnRequests(tx, [careRequestId]);
  return newest?.id === id;
};

type Correction = Acting & { readonly reason: string; readonly place: SectionOfCentre | null };

const KINDS = {
  GRANTED: 'COMMISSION_GRANTED',
  POSTPONED: 'COMMISSION_POSTPONED',
  REFUSED: 'CARE_REQUEST_REFUSED',
} as const satisfies Record<CommissionOutcome, CareStepKind>;

/** The history says that it was put right, and what holds now as when it is decided. */
const recordCorrection = async (
  tx: Transaction,
  stood: CareRequest,
  { decision, reason: grounds }: NewlyDecided,
  { place, reason, ...acting }: Correction & { readonly waitsAgain: boolean },
): Promise<void> => {
  await recordRequestStep(tx, stood, 'COMMISSION_CORRECTED', { ...acting, reason });
  if (acting.waitsAgain) await recordRequestStep(tx, stood, 'CARE_REQUEST_WAITS_AGAIN', acting);
  const facts = place ? { place: placeName(place) } : {};
  await recordRequestStep(tx, stood, KINDS[decision], { ...acting, reason: grounds, facts });
};

/** One that waits again keeps its rank, and its family is asked anew whether it needs the care still. */
const WAITS_AGAIN = { status: 'SUBMITTED', refusalReason: null, noticeSentAt: null } as const;

/** The request stands as if it had been decided so. */
const standAsDecided = async (
  tx: Transaction,
  request: CareRequest,
  decided: NewlyDecided,
  correction: Correction,
): Promise<CareRequest> => {
  const { decision, reason } = decided;
  const waitsAgain = request.status === 'REFUSED' && decision !== 'REFUSED';
  const refused = { status: 'REFUSED', refusalReason: reason } as const;
  const waits = waitsAgain ? WAITS_AGAIN : {};
  const stood = await store(tx, CareRequest, request, decision === 'REFUSED' ? refused : waits);
  await recordCorrection(tx, stood, decided, { ...correction, waitsAgain });
  return stood;
};

/** Holds the decision's commission and request, in the order in which they are held when it is recorded. */
const held = async (tx: Transaction, id: string, acting: ActingSeer) => {
  const found = await tx.findOneBy(CommissionDecision, { id });
  const commission = found && (await lockCommission(tx, found.commissionId));
  const request = found && (await lockRequestFor(tx, found.careRequestId, acting, 'care-request:decide'));
  return commission && request
    ? { commission, request, decision: await tx.findOneByOrFail(CommissionDecision, { id }) }
    : null;
};

/** Puts a decision right while its commission is open and nothing followed from it. */
export const correctCommissionDecision = async (
  tx: Transaction,
  input: CorrectCommissionDecisionInput,
  acting: ActingSeer,
): Promise<Result> => {
  const { now, user } = acting;
  const all = await held(tx, input.commissionDecisionId, acting);
  if (!all) return { refusal: 'UNKNOWN_COMMISSION_DECISION' };
  const { commission, request, decision } = all;
  const { version, reason } = input;
  const sectionId = input.sectionId ?? null;
  const decided = { decision: input.decision, sectionId, reason: input.grounds?.trim() || null };
  const standing = {
    ...{ request, decision, isNewest: await isNewest(tx, decision) },
    wasOffered: await wasOffered(tx, decision),
    hasChildLeft: await hasChildLeft(tx, request),
  };
  const refusal =
    sittingProblem(commission, dayOf(now)) ??
    decisionCorrectionProblem(standing, { ...decided, version, correctedBecause: reason });
  if (refusal) return { refusal };
  const place = sectionId ? await placeOfSection(tx, sectionId) : null;
  if (sectionId && !place) return { refusal: 'UNKNOWN_SECTION' };
  const [before, after] = [saidBy(decision), saidBy(decided)];
  if (JSON.stringify(before) === JSON.stringify(after))
    return { commissionDecision: decision, careRequest: request };

  const explanation = place && (await explainSection(tx, request, place.section.id, now));
  const corrected = await tx.save(tx.create(CommissionDecision, { ...decision, ...decided, explanation }));
  const subject = { id: decision.id, familyId: request.familyId };
  await keepWhatWasSaid(tx, subject, { before, after, reason }, acting);
  const correction = { now, user, reason: reason.trim(), place };
  const careRequest = await standAsDecided(tx, request, decided, correction);
  return { commissionDecision: corrected, careRequest };
};

import type { ActingUser } from '@relais/platform/acting.ts';
import { store } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { wouldChange } from '@relais/platform/database/would-change.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { Confirmable, payloadOf } from '@relais/platform/graphql/refusal.ts';
import { inOrder } from '@relais/platform/time/periods.rules.ts';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Facility } from '../../centres/centres/centre-kind.ts';
import { Child } from '../../families/families/child.ts';
import { lockRequestFor } from './care-request.queries.ts';
import { changeRequestReasons } from './care-request.reasons.ts';
import { CareRequest } from './care-request.ts';
import { CareStretchInput, WeeklyNeedInput } from './needed-care-input.ts';
import { careProblem, daysOfNeed, type NeededCare, requestProblem } from './needed-times.rules.ts';
import { recordRequestStep } from './step-request.ts';
import { askedFactsOf, questionAbout } from './submit-care-request.ts';

@InputType({ description: 'What changes in a request that waits; what is not given stays.' })
export class ChangeCareRequestInput extends Confirmable {
  @Field(() => ID, { description: 'The request.' })
  careRequestId!: string;

  @Field(() => Int, { description: 'Its version when it was read.' })
  version!: number;

  @Field(() => WeeklyNeedInput, { nullable: true, description: 'Another ordinary week or period.' })
  weekly?: WeeklyNeedInput | null;

  @Field(() => [CareStretchInput], { nullable: true, description: 'Other dated stretches.' })
  stretches?: CareStretchInput[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Other choices, first choice first; empty takes them back.',
  })
  rankedCentreIds?: string[] | null;

  @Field(() => [Facility], { nullable: true, description: 'What the centre must offer besides care.' })
  facilities?: Facility[] | null;
}

@ObjectType({ description: 'The changed request, or why it stays as it was.' })
export class ChangeCareRequestPayload extends payloadOf(
  'ChangeCareRequest',
  changeRequestReasons,
  'Why it was not changed; absent when it was.',
) {
  @Field(() => CareRequest, { nullable: true, description: 'The request; absent when refused.' })
  careRequest?: CareRequest;
}

type Result = { careRequest: CareRequest } | Refused<Word<typeof changeRequestReasons>>;

/** The care asked for once changed. */
const askedAfter = (request: CareRequest, input: ChangeCareRequestInput): NeededCare => {
  const { kind, firstDay, lastDay, weeklyPattern, emergencyReason, milestoneId } = request;
  const weekly = weeklyPattern.length > 0 ? { firstDay, lastDay, pattern: weeklyPattern } : null;
  return {
    kind,
    weekly: input.weekly ?? weekly,
    stretches: input.stretches ?? request.stretches,
    emergencyReason,
    milestoneId,
    rankedCentreIds: input.rankedCentreIds ?? request.rankedCentreIds,
  };
};

/** Dates that stay are not judged again: a request may wait beyond its first day. */
const problemAfter = (asked: NeededCare, { weekly, stretches }: ChangeCareRequestInput, now: Date) =>
  weekly || stretches ? careProblem(asked, now) : null;

const changesOf = (request: CareRequest, asked: NeededCare, { facilities }: ChangeCareRequestInput) => {
  const { startsOn: firstDay, endsOn: lastDay } = daysOfNeed(asked);
  return {
    firstDay,
    lastDay,
    weeklyPattern: asked.weekly ? [...asked.weekly.pattern] : [],
    stretches: inOrder(asked.stretches),
    rankedCentreIds: [...asked.rankedCentreIds],
    facilities: facilities ? [...new Set(facilities)] : request.facilities,
  };
};

/** Only other times are asked about. The child is not held: a merge holds it first and the request after it. */
const questionAfter = async (
  tx: Transaction,
  careRequest: CareRequest,
  asked: NeededCare,
  { weekly, stretches, confirmed }: ChangeCareRequestInput,
  now: Date,
) => (((!confirmed && weekly) ?? stretches) ? questionAbout(tx, careRequest, asked, now) : null);

/** Changes choices or dates of a request that waits; it keeps its place in the waiting list. */
export const changeCareRequest = async (
  tx: Transaction,
  input: ChangeCareRequestInput,
  acting: ActingUser,
): Promise<Result> => {
  const careRequest = await lockRequestFor(tx, input.careRequestId, acting, 'care-request:write');
  if (!careRequest) return { refusal: 'UNKNOWN_CARE_REQUEST' };
  if (careRequest.version !== input.version) return { refusal: 'STALE_VERSION' };
  if (careRequest.status !== 'SUBMITTED') return { refusal: 'NOT_WAITING' };
  const asked = askedAfter(careRequest, input);
  const child = await tx.findOneByOrFail(Child, { id: careRequest.childId });
  const refusal =
    problemAfter(asked, input, acting.now) ??
    requestProblem(await askedFactsOf(tx, asked, child, careRequest.familyId, acting.now));
  if (refusal) return { refusal };

  const changes = changesOf(careRequest, asked, input);
  if (!wouldChange(careRequest, changes)) return { careRequest };
  const question = await questionAfter(tx, { ...careRequest, ...changes }, asked, input, acting.now);
  if (question) return question;
  const changed = await store(tx, CareRequest, careRequest, {
    ...changes,
    confirmedAt: acting.now,
    noticeSentAt: null,
  });
  await recordRequestStep(tx, changed, 'CARE_REQUEST_CHANGED', acting);
  return { careRequest: changed };
};

import type { Acting, ActingUser } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { Confirmable, payloadOf } from '@relais/platform/graphql/refusal.ts';
import { newId } from '@relais/platform/ids.ts';
import { inOrder } from '@relais/platform/time/periods.rules.ts';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { familiesOfChild, familyOfMilestone } from '../../care/bookings/booking.queries.ts';
import { CareKind } from '../../centres/centres/care-kind.ts';
import { Facility } from '../../centres/centres/centre-kind.ts';
import { askWhetherForeseen } from '../../centres/city-settings/ask-whether-foreseen.ts';
import { countedAge } from '../../families/families/age.rules.ts';
import type { Child } from '../../families/families/child.ts';
import { wasInserted } from '../../families/families/family.queries.ts';
import { Family } from '../../families/families/family.ts';
import { whyNotServed } from '../../families/family-addresses/not-served-yet.ts';
import { lockChildFor, whyNoChild } from '../../families/shared-residence/lock-child.ts';
import { openRequestsOf, operatorsOf } from './care-request.queries.ts';
import { submitReasons } from './care-request.reasons.ts';
import { CareRequest } from './care-request.ts';
import { asksForOtherParentsDay, familyOfDays } from './days-of-request.ts';
import { EmergencyReason } from './emergency-reason.ts';
import { CareStretchInput, WeeklyNeedInput } from './needed-care-input.ts';
import {
  careProblem,
  daysOfNeed,
  type NeededCare,
  type RequestFacts,
  requestProblem,
} from './needed-times.rules.ts';
import { recordRequestStep } from './step-request.ts';

@InputType({
  description:
    'A family’s need of care for one child: `weekly` for long-term and flexible care, `stretches` for short-term care and emergencies.',
})
export class SubmitCareRequestInput extends Confirmable {
  @Field(() => ID, { nullable: true, description: 'Made by the client, so that sending again submits once.' })
  id?: string | null;

  @Field(() => ID, { description: 'The child; an expected one may ask already.' })
  childId!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'The family that asks, and pays; unless given, under shared residence the one whose days all of these are, else that of the file.',
  })
  familyId?: string | null;

  @Field(() => CareKind, { description: 'The kind of care.' })
  kind!: CareKind;

  @Field(() => WeeklyNeedInput, { nullable: true, description: 'Long-term and flexible care only.' })
  weekly?: WeeklyNeedInput | null;

  @Field(() => [CareStretchInput], {
    defaultValue: [],
    description: 'Short-term and emergency care only: up to 60 stretches.',
  })
  stretches!: CareStretchInput[];

  @Field(() => EmergencyReason, { nullable: true, description: 'Emergencies only: why it was not foreseen.' })
  emergencyReason?: EmergencyReason | null;

  @Field(() => ID, { nullable: true, description: 'The milestone, when that is the reason.' })
  milestoneId?: string | null;

  @Field(() => [ID], {
    defaultValue: [],
    description: 'Centres the family prefers, first choice first: up to 4 municipal and 4 associative.',
  })
  rankedCentreIds!: string[];

  @Field(() => [Facility], { defaultValue: [], description: 'What the centre must offer besides care.' })
  facilities!: Facility[];
}

@ObjectType({ description: 'The request, or why it was not taken.' })
export class SubmitCareRequestPayload extends payloadOf(
  'SubmitCareRequest',
  submitReasons,
  'Why it was not taken; absent when it was.',
) {
  @Field(() => CareRequest, { nullable: true, description: 'The request; absent when refused.' })
  careRequest?: CareRequest;
}

type Result = { careRequest: CareRequest } | Refused<Word<typeof submitReasons>>;

const askedCareOf = (input: SubmitCareRequestInput): NeededCare => ({
  ...input,
  weekly: input.weekly ?? null,
  emergencyReason: input.emergencyReason ?? null,
  milestoneId: input.milestoneId ?? null,
});

/** All that decides beyond the care itself. */
export const askedFactsOf = async (
  tx: Transaction,
  asked: NeededCare,
  child: Child,
  familyId: string,
  now: Date,
): Promise<RequestFacts> => ({
  now,
  asked,
  familyId,
  familiesOfChild: await familiesOfChild(tx, child),
  age: countedAge(child),
  operators: await operatorsOf(tx, asked.rankedCentreIds),
  milestoneFamilyId: asked.milestoneId ? await familyOfMilestone(tx, asked.milestoneId) : undefined,
});

const requestOf = (
  tx: Transaction,
  { id, childId, kind, facilities }: SubmitCareRequestInput,
  { asked, familyId, now }: RequestFacts,
): CareRequest => {
  const { startsOn: firstDay, endsOn: lastDay } = daysOfNeed(asked);
  return tx.create(CareRequest, {
    id: id ?? newId(),
    childId,
    familyId,
    kind,
    status: 'SUBMITTED',
    firstDay,
    lastDay,
    weeklyPattern: asked.weekly ? [...asked.weekly.pattern] : [],
    stretches: inOrder(asked.stretches),
    emergencyReason: asked.emergencyReason,
    milestoneId: asked.milestoneId,
    rankedCentreIds: [...asked.rankedCentreIds],
    facilities: [...new Set(facilities)],
    submittedAt: now,
    refusalReason: null,
    alternative: null,
    alternativeContact: null,
    alternatives: [],
    confirmedAt: now,
    noticeSentAt: null,
    version: 1,
  });
};

/** The care asked for: its kind and its times. */
const timesOf = ({ kind, firstDay, lastDay, weeklyPattern, stretches }: CareRequest): string => {
  const lines = weeklyPattern.map(({ weekday, from, to }) => `${weekday} ${from} ${to}`).sort();
  return JSON.stringify([
    kind,
    firstDay,
    lastDay,
    lines,
    stretches.map((each) => [each.startsAt, each.endsAt]),
  ]);
};

/** What the family asked for, as text, so that the same request sent again is known again. */
const contentOf = (request: CareRequest): string => {
  const { childId, familyId, kind, firstDay, lastDay, weeklyPattern, stretches } = request;
  const { emergencyReason, milestoneId, rankedCentreIds, facilities } = request;
  const lines = weeklyPattern.map(({ weekday, from, to }) => `${weekday} ${from} ${to}`);
  const periods = stretches.map(({ startsAt, endsAt }) => [startsAt, endsAt]);
  return JSON.stringify([
    [childId, familyId, kind, firstDay, lastDay, lines, periods],
    [emergencyReason, milestoneId, rankedCentreIds, facilities],
  ]);
};

/** Whether another open request asks for the same time of the same child. */
const isAskedAlready = async (tx: Transaction, asked: CareRequest): Promise<boolean> => {
  const open = await openRequestsOf(tx, asked.childId);
  return open.some((each) => each.id !== asked.id && timesOf(each) === timesOf(asked));
};

/** What to ask about the times of a request, or `null`. */
export const questionAbout = async (
  tx: Transaction,
  careRequest: CareRequest,
  asked: Pick<NeededCare, 'weekly' | 'stretches'>,
  now: Date,
): Promise<Refused<'SAME_REQUEST_OPEN' | 'OTHER_PARENTS_DAY' | 'FORESEEN'> | null> => {
  if (await isAskedAlready(tx, careRequest)) return { refusal: 'SAME_REQUEST_OPEN' };
  if (await asksForOtherParentsDay(tx, careRequest, asked)) return { refusal: 'OTHER_PARENTS_DAY' };
  return askWhetherForeseen(tx, { kind: careRequest.kind, stays: asked.stretches }, now);
};

const store = async (
  tx: Transaction,
  { confirmed }: SubmitCareRequestInput,
  { careRequest, asked }: { readonly careRequest: CareRequest; readonly asked: NeededCare },
  acting: Acting,
): Promise<Result> => {
  const known = await tx.findOneBy(CareRequest, { id: careRequest.id });
  const question = known || confirmed ? null : await questionAbout(tx, careRequest, asked, acting.now);
  if (question) return question;
  if (known || !(await wasInserted(tx, CareRequest, careRequest))) {
    const earlier = known ?? (await tx.findOneByOrFail(CareRequest, { id: careRequest.id }));
    return contentOf(earlier) === contentOf(careRequest) ? { careRequest: earlier } : { refusal: 'CONFLICT' };
  }
  await recordRequestStep(tx, careRequest, 'CARE_REQUEST_SUBMITTED', acting);
  return { careRequest };
};

const FOR_ASKING = { permission: 'care-request:write', mode: 'for_no_key_update' } as const;

/** Of a child of two families the one may let them know of care, and the other not. */
const hindranceOf = async (
  tx: Transaction,
  familyId: string,
  { sight }: ActingUser,
): Promise<'UNKNOWN_FAMILY' | 'FAMILY_OBJECTS' | null> => {
  if (await sight.allows(tx, FOR_ASKING.permission, [familyId])) return null;
  const denial = await sight.whyNot(tx, FOR_ASKING.permission, [familyId]);
  return denial?.because === 'OBJECTION' ? 'FAMILY_OBJECTS' : 'UNKNOWN_FAMILY';
};

/** Why nothing can be asked for a family, whatever it is. What was taken once stays taken. */
const whyNotFor = async (
  tx: Transaction,
  familyId: string,
  earlier: CareRequest | null,
  acting: ActingUser,
): Promise<Refused<'UNKNOWN_FAMILY' | 'FAMILY_OBJECTS' | 'NOT_SERVED_YET'> | null> => {
  const refusal = await hindranceOf(tx, familyId, acting);
  if (refusal) return { refusal };
  if (!(await tx.existsBy(Family, { id: familyId }))) return { refusal: 'UNKNOWN_FAMILY' };
  return earlier ? null : whyNotServed(tx, [familyId], acting.now);
};

type AskedOnce = {
  readonly child: Child;
  readonly earlier: CareRequest | null;
  readonly asked: NeededCare;
};

/** Sent again, the family it was taken for; else the one whose days all of these are, where who acts may ask for it. */
const familyToAsk = async (
  tx: Transaction,
  { child, earlier, asked }: AskedOnce,
  acting: ActingUser,
): Promise<string> => {
  if (earlier?.childId === child.id) return earlier.familyId;
  const whose = await familyOfDays(tx, child.id, asked);
  return whose && !(await hindranceOf(tx, whose, acting)) ? whose : child.familyId;
};

/** Takes a family's request; from here on it waits for a place. */
export const submitCareRequest = async (
  tx: Transaction,
  input: SubmitCareRequestInput,
  acting: ActingUser,
): Promise<Result> => {
  const asked = askedCareOf(input);
  const earlier = input.id ? await tx.findOneBy(CareRequest, { id: input.id }) : null;
  // Sent again, it is judged as of when it was taken.
  const now = earlier?.submittedAt ?? acting.now;
  const problem = careProblem(asked, now);
  if (problem) return { refusal: problem };
  // Held, so that it does not leave meanwhile, and the same is not asked for twice at once.
  const child = await lockChildFor(tx, input.childId, acting, FOR_ASKING);
  if (!child) return { refusal: await whyNoChild(tx, input.childId, acting, FOR_ASKING) };
  const familyId = input.familyId ?? (await familyToAsk(tx, { child, earlier, asked }, acting));
  const hindrance = await whyNotFor(tx, familyId, earlier, acting);
  if (hindrance) return hindrance;
  const facts = await askedFactsOf(tx, asked, child, familyId, now);
  const refusal = requestProblem(facts);
  return refusal
    ? { refusal }
    : store(tx, input, { careRequest: requestOf(tx, input, facts), asked }, acting);
};

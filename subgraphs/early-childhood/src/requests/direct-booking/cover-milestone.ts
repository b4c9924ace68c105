import type { ActingUser } from '@relais/platform/acting.ts';
import { preview } from '@relais/platform/database/preview.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { Previewable, payloadOf } from '@relais/platform/graphql/refusal.ts';
import { DateTime } from '@relais/platform/graphql/scalars.ts';
import { related } from '@relais/platform/reading/relation.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { bookingsOfMilestone } from '../../care/bookings/booking.queries.ts';
import { Booking } from '../../care/bookings/booking.ts';
import { settingsOn } from '../../centres/city-settings/city-settings.queries.ts';
import { coversOf } from '../../cover/childcare-cover/childcare-cover.queries.ts';
import { ChildcareCover } from '../../cover/childcare-cover/childcare-cover.ts';
import { awaitMilestones } from '../../cover/known-milestones/await-milestones.ts';
import { milestoneById } from '../../cover/known-milestones/known-milestone.queries.ts';
import type { KnownMilestone } from '../../cover/known-milestones/known-milestone.ts';
import { whyNotServed } from '../../families/family-addresses/not-served-yet.ts';
import type { CareNeed } from '../../options/care-options/option-facts.ts';
import type { Context } from '../wing.ts';
import { CoverAlternative } from './cover-alternative.ts';
import { coverReasons } from './cover-milestone.reasons.ts';
import { areChoicesNeeded, choiceFor, mayArrive, milestoneRefusal } from './cover-milestone.rules.ts';
import { lockServedMilestone, mayCover } from './lock-served-milestone.ts';
import { alternativeOf, bookPlans, coverInTurn, type PlannedMilestone } from './place-cover.ts';
import { type CoverPlan, needsOf, planCovers } from './plan-cover.ts';

@InputType({ description: 'Where a child is to go for what it lacks, instead of the best option.' })
export class CoverChoiceInput {
  @Field(() => ID, { description: 'The child.' })
  childId!: string;

  @Field(() => DateTime, {
    description: 'A moment of what is missing: the start of the gap, or that of the option.',
  })
  startsAt!: Date;

  @Field(() => ID, { description: 'The section of an option of that gap.' })
  sectionId!: string;
}

@InputType({ description: 'A milestone whose gaps are to be booked.' })
export class CoverMilestoneInput extends Previewable {
  @Field(() => ID, { description: 'The milestone.' })
  milestoneId!: string;

  @Field(() => Int, { description: 'Its version when it was read.' })
  milestoneVersion!: number;

  @Field(() => ID, {
    nullable: true,
    description: 'Made by the client, id of the first booking, so that sending again books once.',
  })
  id?: string | null;

  @Field(() => [CoverChoiceInput], {
    defaultValue: [],
    description:
      'Where what is missing is to be booked; whatever is not named here goes to its best option. At most one for each gap.',
  })
  choices!: CoverChoiceInput[];

  @Field(() => [ID], {
    nullable: true,
    description:
      'The children whose gaps are to be booked, all of them unless given: one for whom nothing is free keeps the others from nothing.',
  })
  childIds?: string[] | null;
}

@ObjectType({ description: 'The bookings made and the cover they give, or why nothing was booked.' })
export class CoverMilestonePayload extends payloadOf(
  'CoverMilestone',
  coverReasons,
  'Why nothing was booked; absent when it was.',
) {
  @ListSize(10)
  @Field(() => [Booking], {
    nullable: true,
    description: 'The bookings, or what they would be in a preview; absent when refused.',
  })
  bookings?: readonly Booking[];

  @Field(() => ChildcareCover, {
    nullable: true,
    description: 'The cover after, or as it would be in a preview; absent when refused.',
  })
  cover?: ChildcareCover;

  @ListSize(10)
  @Field(() => [CoverAlternative], {
    description: 'With `NO_OPTION` and `CHOICE_NOT_POSSIBLE`: what could be done, gap by gap.',
  })
  alternatives: CoverAlternative[] = [];
}

type Covered = {
  readonly bookings: readonly Booking[];
  readonly cover: ChildcareCover;
  readonly refusal?: never;
};
type Result = { readonly alternatives: CoverAlternative[] } & (Covered | Refused<Word<typeof coverReasons>>);

const refused = (refusal: Word<typeof coverReasons>): Result => ({ refusal, alternatives: [] });

const coverOf = async (tx: Transaction, milestone: KnownMilestone): Promise<ChildcareCover> => {
  const cover = (await coversOf(tx, [milestone])).get(milestone.id);
  if (!cover) throw new Error(`milestone ${milestone.id} is known, and has no cover`);
  return cover;
};

/** The same request, sent again, is answered the same way. */
const sentBefore = async (
  tx: Transaction,
  milestone: KnownMilestone,
  { id }: CoverMilestoneInput,
): Promise<Result | null> => {
  const earlier = id ? await tx.findOneBy(Booking, { id }) : null;
  if (!earlier) return null;
  if (earlier.milestoneId !== milestone.id) return refused('CONFLICT');
  const bookings = (await related(tx, bookingsOfMilestone, [milestone.id])).flat();
  return { bookings, cover: await coverOf(tx, milestone), alternatives: [] };
};

const isAskedFor =
  ({ childIds }: CoverMilestoneInput) =>
  ({ childId }: { readonly childId: string }): boolean =>
    !childIds || childIds.includes(childId);

const book = async (
  tx: Transaction,
  plan: PlannedMilestone,
  id: string | null,
  acting: ActingUser,
): Promise<Result> => {
  const bookings = await bookPlans(tx, [plan], id, acting);
  return { bookings, cover: await coverOf(tx, plan.milestone), alternatives: [] };
};

const NO_PLAN: CoverPlan = { stays: [], found: [], missed: 'NO_OPTION' };

const coverAnew = async (
  tx: Transaction,
  milestone: KnownMilestone,
  input: CoverMilestoneInput,
  acting: ActingUser,
): Promise<Result> => {
  const { now } = acting;
  const unserved = await whyNotServed(tx, [milestone.familyId], now);
  if (unserved) return { ...unserved, alternatives: [] };
  const settings = await settingsOn(tx, dayOf(now));
  const needs = needsOf(await coverOf(tx, milestone), now, settings).filter(isAskedFor(input));
  if (needs.length === 0) return refused('NOTHING_TO_COVER');
  if (!areChoicesNeeded(needs, input.choices)) return refused('CHOICE_NOT_NEEDED');
  const chosen = { of: (need: CareNeed) => choiceFor(need, input.choices), isWhole: false };
  const [plan = NO_PLAN] = await planCovers(tx, [needs], chosen, now);
  const { stays, found, missed } = plan;
  if (missed) return { refusal: missed, alternatives: found.map(alternativeOf) };

  return preview(tx, input.preview, () => book(tx, { stays, milestone }, input.id ?? null, acting));
};

const coverOnce = async (
  tx: Transaction,
  input: CoverMilestoneInput,
  acting: ActingUser,
): Promise<Result> => {
  const { now } = acting;
  const milestone = await lockServedMilestone(tx, input.milestoneId, acting);
  if ('refusal' in milestone) return refused(milestone.refusal);
  const earlier = await sentBefore(tx, milestone, input);
  if (earlier) return earlier;
  const refusal = milestoneRefusal(milestone, input.milestoneVersion, now);
  return refusal ? refused(refusal) : coverAnew(tx, milestone, input, acting);
};

/** Whether the version that the user saw arrives within the moment for which a milestone is awaited. */
const hasArrived = async (
  { db, user }: Context,
  { milestoneId, milestoneVersion }: CoverMilestoneInput,
): Promise<boolean> => {
  let version = 0;
  const look = async () => {
    const milestone = await milestoneById(db, milestoneId);
    version = milestone && mayCover(milestone, user) ? milestone.version : 0;
  };
  const missing = () => (version < milestoneVersion ? [`${milestoneId} ${milestoneVersion}`] : []);
  await awaitMilestones(missing, look);
  return version >= milestoneVersion;
};

/**
 * Books the best options for all gaps of all children of a milestone: all of them, or none. It waits outside of any
 * transaction for a milestone that is on its way here, and chooses anew where somebody was faster.
 */
export const coverMilestone = async (context: Context, input: CoverMilestoneInput): Promise<Result> => {
  const work = (tx: Transaction, acting: ActingUser) => coverOnce(tx, input, acting);
  const first = await coverInTurn(context, work);
  const isThere = first.refusal && mayArrive(first.refusal) && (await hasArrived(context, input));
  return isThere ? coverInTurn(context, work) : first;
};

import type { ActingUser } from '@relais/platform/acting.ts';
import { preview } from '@relais/platform/database/preview.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { related } from '@relais/platform/reading/relation.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { bookingsOfMilestone } from '../../care/bookings/booking.queries.ts';
import { Booking } from '../../care/bookings/booking.ts';
import { settingsOn } from '../../centres/city-settings/city-settings.queries.ts';
import { coversOf } from '../../cover/childcare-cover/childcare-cover.queries.ts';
import type { ChildcareCover } from '../../cover/childcare-cover/childcare-cover.ts';
import type { KnownMilestone } from '../../cover/known-milestones/known-milestone.ts';
import { whyNotServed } from '../../families/family-addresses/not-served-yet.ts';
import type { CareNeed } from '../../options/care-options/option-facts.ts';
import type { Context } from '../wing.ts';
import { coverSeriesReasons } from './cover-milestone.reasons.ts';
import { meantToCome, needsRefusal, type SeriesChoice, seriesRefusal } from './cover-series.rules.ts';
import { CoveredOccurrence, occurrenceOf, PartOfSeries } from './covered-occurrence.ts';
import { lockServedSeries } from './lock-served-milestone.ts';
import { alternativeOf, bookPlans, coverInTurn } from './place-cover.ts';
import { type CoverPlan, needsOf, planCovers } from './plan-cover.ts';
import { onceArrived } from './series-arrival.ts';

@InputType({ description: 'Where a child is to go on all days of a series, instead of the best options.' })
export class SeriesChoiceInput implements SeriesChoice {
  @Field(() => ID, { description: 'The child.' })
  childId!: string;

  @Field(() => ID, { description: 'The section.' })
  sectionId!: string;
}

@InputType({ description: 'A series of milestones whose gaps are to be booked.' })
export class CoverMilestoneSeriesInput extends PartOfSeries {
  @Field(() => ID, {
    nullable: true,
    description: 'Made by the client, id of the first booking, so that sending again books once.',
  })
  id?: string | null;

  @Field(() => [SeriesChoiceInput], {
    defaultValue: [],
    description:
      'At most one for each child: days on which the section does not fit stay without, and say so. Whoever is not named goes to the section that suits them best over all days, where it fits.',
  })
  choices!: SeriesChoiceInput[];

  @Field(() => [ID], {
    nullable: true,
    description: 'The children whose gaps are to be booked, all of them unless given.',
  })
  childIds?: string[] | null;
}

@ObjectType({ description: 'What became of each milestone of a series, or why none was looked at.' })
export class CoverMilestoneSeriesPayload extends payloadOf(
  'CoverMilestoneSeries',
  coverSeriesReasons,
  'Why nothing was booked; absent when each milestone has its own answer.',
) {
  @ListSize(60)
  @Field(() => [CoveredOccurrence], {
    description: 'Each milestone that was meant, by start, with what was booked, what is lacking and why.',
  })
  occurrences: CoveredOccurrence[] = [];
}

type Result = { readonly occurrences: CoveredOccurrence[]; readonly refusal?: never };
type Answer = Result | Refused<Word<typeof coverSeriesReasons>>;

type Covers = ReadonlyMap<string, ChildcareCover>;

const coverIn = (covers: Covers, { id }: KnownMilestone): ChildcareCover => {
  const cover = covers.get(id);
  if (!cover) throw new Error(`milestone ${id} is known, and has no cover`);
  return cover;
};

/** What is planned for each milestone, and what each needed. */
type Planned = {
  readonly milestone: KnownMilestone;
  readonly needs: readonly CareNeed[];
  readonly plan: CoverPlan;
};

const refusalOfOne = ({ needs, plan }: Planned) => (needs.length === 0 ? 'NOTHING_TO_COVER' : plan.missed);

/** What an earlier booking of another milestone of the series covers too needs none of its own. */
const answersTo = async (
  tx: Transaction,
  planned: readonly Planned[],
  bookingsOf: (milestone: KnownMilestone) => readonly Booking[],
): Promise<Result> => {
  const covers = await coversOf(
    tx,
    planned.map(({ milestone }) => milestone),
  );
  const occurrences = planned.map((each) => {
    const bookings = bookingsOf(each.milestone);
    const cover = coverIn(covers, each.milestone);
    if (bookings.length > 0) return occurrenceOf(each.milestone, { bookings, cover });
    const { missed, found } = each.plan;
    const alternatives = missed ? found.map(alternativeOf) : [];
    return occurrenceOf(each.milestone, { bookings, cover, refusal: refusalOfOne(each), alternatives });
  });
  return { occurrences };
};

/** All of one milestone or nothing of it; one for which nothing is free keeps the others from nothing. */
const book = async (
  tx: Transaction,
  planned: readonly Planned[],
  id: string | null,
  acting: ActingUser,
): Promise<Result> => {
  const possible = planned.filter(({ plan }) => plan.missed === null);
  const plans = possible.map(({ milestone, plan: { stays } }) => ({ milestone, stays }));
  const bookings = await bookPlans(tx, plans, id, acting);
  return answersTo(tx, planned, (milestone) => bookings.filter((each) => each.milestoneId === milestone.id));
};

/** The same request, sent again: what serves each milestone now. */
const sentBefore = async (
  tx: Transaction,
  series: readonly KnownMilestone[],
  { id }: CoverMilestoneSeriesInput,
): Promise<((planned: readonly Planned[]) => Promise<Result>) | Refused<'CONFLICT'> | null> => {
  const earlier = id ? await tx.findOneBy(Booking, { id }) : null;
  if (!earlier) return null;
  if (!series.some((each) => each.id === earlier.milestoneId)) return { refusal: 'CONFLICT' };
  const ids = series.map((each) => each.id);
  const served = await related(tx, bookingsOfMilestone, ids);
  const isOfThen = ({ bookedAt }: Booking) => bookedAt?.getTime() === earlier.bookedAt?.getTime();
  const byId = new Map(ids.map((each, index) => [each, (served[index] ?? []).filter(isOfThen)]));
  return (planned) => answersTo(tx, planned, (milestone) => byId.get(milestone.id) ?? []);
};

const NO_PLAN: CoverPlan = { stays: [], found: [], missed: 'NO_OPTION' };

/** What each milestone still needs. */
const needsFor = async (
  tx: Transaction,
  meant: readonly KnownMilestone[],
  { childIds }: CoverMilestoneSeriesInput,
  now: Date,
): Promise<CareNeed[][]> => {
  const covers = await coversOf(tx, meant);
  const settings = await settingsOn(tx, dayOf(now));
  return meant.map((milestone) =>
    needsOf(coverIn(covers, milestone), now, settings).filter(
      ({ childId }) => !childIds || childIds.includes(childId),
    ),
  );
};

const planFor = async (
  tx: Transaction,
  meant: readonly KnownMilestone[],
  needs: readonly (readonly CareNeed[])[],
  { choices }: CoverMilestoneSeriesInput,
  now: Date,
): Promise<Planned[]> => {
  const of = ({ childId }: CareNeed) => choices.find((choice) => choice.childId === childId);
  const plans = await planCovers(tx, needs, { of, isWhole: true }, now);
  return meant.map((milestone, index) => ({
    milestone,
    needs: needs[index] ?? [],
    plan: plans[index] ?? NO_PLAN,
  }));
};

const coverAnew = async (
  tx: Transaction,
  series: readonly KnownMilestone[],
  input: CoverMilestoneSeriesInput,
  acting: ActingUser,
): Promise<Answer> => {
  const refusal = seriesRefusal(series, input.version);
  if (refusal) return { refusal };
  const unserved = await whyNotServed(
    tx,
    series.map(({ familyId }) => familyId),
    acting.now,
  );
  if (unserved) return unserved;
  const meant = meantToCome(series, input, acting.now);
  if (meant.length === 0) return { refusal: 'NOTHING_LEFT' };
  const needs = await needsFor(tx, meant, input, acting.now);
  const unneeded = needsRefusal(needs.flat(), input.choices);
  if (unneeded) return { refusal: unneeded };
  const planned = await planFor(tx, meant, needs, input, acting.now);
  return preview(tx, input.preview, () => book(tx, planned, input.id ?? null, acting));
};

const coverOnce = async (
  tx: Transaction,
  input: CoverMilestoneSeriesInput,
  acting: ActingUser,
): Promise<Answer> => {
  const series = await lockServedSeries(tx, input.seriesId, acting);
  if ('refusal' in series) return series;
  const again = await sentBefore(tx, series, input);
  if (!again) return coverAnew(tx, series, input, acting);
  if ('refusal' in again) return again;
  const meant = meantToCome(series, input, acting.now);
  const needs = await needsFor(tx, meant, input, acting.now);
  return again(await planFor(tx, meant, needs, input, acting.now));
};

/**
 * Books the best options for the milestones of a series, all of one milestone or nothing of it: a day on which nothing is
 * free is told, and keeps no other from its place. In one transaction, so that what was shown of it in a preview is what it does.
 */
export const coverMilestoneSeries = (context: Context, input: CoverMilestoneSeriesInput): Promise<Answer> =>
  onceArrived(context, input, () =>
    coverInTurn<Answer>(context, (tx, acting) => coverOnce(tx, input, acting)),
  );

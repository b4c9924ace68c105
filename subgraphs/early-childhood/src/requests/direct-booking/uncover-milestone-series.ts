import type { ActingUser } from '@relais/platform/acting.ts';
import { preview } from '@relais/platform/database/preview.ts';
import { inMutation, type Transaction } from '@relais/platform/database/transaction.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { Field, InputType, ObjectType } from 'type-graphql';
import { lockBookingsOfMilestones } from '../../care/bookings/booking.queries.ts';
import { publishCoverOfChildren } from '../../care/bookings/publish-cover-of-children.ts';
import { coversOf } from '../../cover/childcare-cover/childcare-cover.queries.ts';
import type { Context } from '../wing.ts';
import { meantOf, seriesRefusal } from './cover-series.rules.ts';
import { CoveredOccurrence, occurrenceOf, PartOfSeries } from './covered-occurrence.ts';
import { lockServedSeries } from './lock-served-milestone.ts';
import { onceArrived } from './series-arrival.ts';
import { uncoverSeriesReasons } from './uncover-milestone.reasons.ts';
import { allGivenBackOf } from './uncover-milestone.rules.ts';
import { giveBack } from './uncover-milestone.ts';

@InputType({ description: 'Care that was booked for the milestones of a series and is given back.' })
export class UncoverMilestoneSeriesInput extends PartOfSeries {
  @Field(() => String, { description: 'Why, in the words of whoever gives it back.' })
  reason!: string;
}

@ObjectType({ description: 'What was given back of each milestone, or why all stands.' })
export class UncoverMilestoneSeriesPayload extends payloadOf(
  'UncoverMilestoneSeries',
  uncoverSeriesReasons,
  'Why nothing was given back; absent when it was.',
) {
  @ListSize(60)
  @Field(() => [CoveredOccurrence], {
    description: 'Each milestone of which something was given back, by start, with the cover that is left.',
  })
  occurrences: CoveredOccurrence[] = [];
}

type GivenBack = { readonly occurrences: CoveredOccurrence[]; readonly refusal?: never };
type Answer = GivenBack | Refused<Word<typeof uncoverSeriesReasons>>;

const uncoverOnce = async (
  tx: Transaction,
  input: UncoverMilestoneSeriesInput,
  acting: ActingUser,
): Promise<Answer> => {
  const { now } = acting;
  const series = await lockServedSeries(tx, input.seriesId, acting);
  if ('refusal' in series) return series;
  const refusal = seriesRefusal(series, input.version);
  if (refusal) return { refusal };
  const meant = meantOf(series, input);
  const served = await lockBookingsOfMilestones(
    tx,
    meant.map(({ id }) => id),
  );
  const given = allGivenBackOf(served, input.reason, now);
  if ('refusal' in given) return given;

  return preview(tx, input.preview, async () => {
    const bookings = await giveBack(tx, given, input.reason.trim(), acting);
    const childIds = [...new Set(given.map(({ childId }) => childId))];
    await publishCoverOfChildren(tx, given, childIds, now);
    const covers = await coversOf(tx, meant);
    const occurrences = meant.flatMap((milestone) => {
      const ofThis = bookings.filter(({ milestoneId }) => milestoneId === milestone.id);
      const cover = covers.get(milestone.id);
      return cover && ofThis.length > 0 ? occurrenceOf(milestone, { bookings: ofThis, cover }) : [];
    });
    return { occurrences };
  });
};

/**
 * Gives back what was booked for the milestones of a series and has not begun, called off or not: the way back of
 * `coverMilestoneSeries`. A series that was called off just now is awaited whole, as it is there.
 */
export const uncoverMilestoneSeries = (
  context: Context,
  input: UncoverMilestoneSeriesInput,
): Promise<Answer> =>
  onceArrived<Answer>(context, input, () =>
    inMutation<Answer>(context, (tx, acting) => uncoverOnce(tx, input, acting)),
  );

import type { ActingUser } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import type { Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { LocalTime } from '@relais/platform/graphql/scalars.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { hasSameTimes, timeRefusal } from './milestone.rules.ts';
import { Milestone } from './milestone.ts';
import { clashOfMoved } from './milestone-clash.queries.ts';
import { changeSeries, partMeant, SeriesVersion } from './milestone-series.changes.ts';
import { moveSeriesReasons } from './milestone-series.reasons.ts';
import { movedTimes, toMove } from './series-changes.rules.ts';

const MOST_DAYS = 31;

@InputType({
  description:
    'Other hours for the milestones of a series that have not started, or other days. What was moved by itself stays.',
})
export class MoveMilestoneSeriesInput extends SeriesVersion {
  @Field(() => Int, {
    defaultValue: 0,
    description: 'By how many days each is moved, at most 31 either way; 0 leaves the days.',
  })
  byDays!: number;

  @Field(() => LocalTime, {
    nullable: true,
    description: 'When each now starts, by the clock of the city; as before when absent.',
  })
  from?: Temporal.PlainTime | null;

  @Field(() => LocalTime, {
    nullable: true,
    description: 'When each now ends, by the clock of the city; as before when absent.',
  })
  to?: Temporal.PlainTime | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'That it is right all the same: refusals that are questions (`isQuestion`) are passed.',
  })
  confirmed!: boolean;
}

@ObjectType({ description: 'The milestones at their new times, or why none was moved.' })
export class MoveMilestoneSeriesPayload extends payloadOf(
  'MoveMilestoneSeries',
  moveSeriesReasons,
  'Why nothing changed; absent on success.',
) {
  @ListSize(130)
  @Field(() => [Milestone], {
    nullable: true,
    description: 'The milestones that changed, by start; absent when refused.',
  })
  milestones?: Milestone[];
}

const movedBy = (input: MoveMilestoneSeriesInput, series: readonly Milestone[], now: Date) =>
  toMove(series, partMeant(input), now)
    .map((milestone) => ({
      milestone,
      changes: movedTimes(milestone, {
        byDays: input.byDays,
        from: input.from ?? null,
        to: input.to ?? null,
      }),
    }))
    .filter(({ milestone, changes }) => !hasSameTimes(milestone, { ...milestone, ...changes }));

export const moveMilestoneSeries = (tx: Transaction, input: MoveMilestoneSeriesInput, acting: ActingUser) =>
  changeSeries<Word<typeof moveSeriesReasons>>(
    tx,
    input,
    acting,
    'MILESTONE_SERIES_MOVED',
    async (series) => {
      if (Math.abs(input.byDays) > MOST_DAYS) return { refusal: 'MOVED_TOO_FAR' };
      const moved = movedBy(input, series, acting.now);
      const wanted = moved.map(({ milestone, changes }) => ({ ...milestone, ...changes }));
      const refusal = wanted.map((each) => timeRefusal(each, acting.now)).find((each) => each !== null);
      if (refusal) return { refusal };
      const question = input.confirmed ? null : await clashOfMoved(tx, wanted);
      return question ?? moved;
    },
  );

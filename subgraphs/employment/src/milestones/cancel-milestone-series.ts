import type { ActingUser } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { Field, InputType, ObjectType } from 'type-graphql';
import { Milestone } from './milestone.ts';
import { changeSeries, partMeant, SeriesVersion } from './milestone-series.changes.ts';
import { seriesChangeReasons } from './milestone-series.reasons.ts';
import { MilestoneStatus } from './milestone-status.ts';
import { toCallOff } from './series-changes.rules.ts';

@InputType({ description: 'A series to call off, from a day on or all of it.' })
export class CancelMilestoneSeriesInput extends SeriesVersion {}

@ObjectType({ description: 'The milestones that were called off, or why none was.' })
export class CancelMilestoneSeriesPayload extends payloadOf(
  'CancelMilestoneSeries',
  seriesChangeReasons,
  'Why nothing changed; absent on success.',
) {
  @ListSize(130)
  @Field(() => [Milestone], {
    nullable: true,
    description: 'The milestones that changed, by start; absent when refused.',
  })
  milestones?: Milestone[];
}

export const cancelMilestoneSeries = (
  tx: Transaction,
  input: CancelMilestoneSeriesInput,
  acting: ActingUser,
) =>
  changeSeries<never>(tx, input, acting, 'MILESTONE_SERIES_CANCELLED', (series) =>
    toCallOff(series, partMeant(input), acting.now).map((milestone) => ({
      milestone,
      changes: { status: MilestoneStatus.CANCELLED },
    })),
  );

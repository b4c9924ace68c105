import type { ActingUser } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import type { Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { Field, InputType, ObjectType } from 'type-graphql';
import { type MilestoneOutcomeStatus, missedRefusal } from './milestone.rules.ts';
import { Milestone, MissedReason } from './milestone.ts';
import { MilestoneOutcome } from './milestone-outcome.ts';
import { changeSeries, partMeant, SeriesVersion } from './milestone-series.changes.ts';
import { seriesOutcomeReasons } from './milestone-series.reasons.ts';
import { toRecord } from './series-changes.rules.ts';

@InputType({ description: 'How the milestones of a series ended that have started and have no outcome yet.' })
export class RecordSeriesOutcomeInput extends SeriesVersion {
  @Field(() => MilestoneOutcome, { description: 'How each of them ended.' })
  outcome!: MilestoneOutcomeStatus;

  @Field(() => MissedReason, {
    nullable: true,
    description: 'Why they were missed; needed then, and only then.',
  })
  missedReason?: MissedReason | null;
}

@ObjectType({ description: 'The milestones with their outcome, or why none has one.' })
export class RecordSeriesOutcomePayload extends payloadOf(
  'RecordSeriesOutcome',
  seriesOutcomeReasons,
  'Why nothing changed; absent on success.',
) {
  @ListSize(130)
  @Field(() => [Milestone], {
    nullable: true,
    description: 'The milestones that changed, by start; absent when refused.',
  })
  milestones?: Milestone[];
}

export const recordSeriesOutcome = (tx: Transaction, input: RecordSeriesOutcomeInput, acting: ActingUser) =>
  changeSeries<Word<typeof seriesOutcomeReasons>>(tx, input, acting, 'MILESTONE_SERIES_HELD', (series) => {
    const missedReason = input.missedReason ?? null;
    const refusal = missedRefusal(input.outcome, missedReason);
    if (refusal) return { refusal };
    const changes = { status: input.outcome, missedReason };
    return toRecord(series, partMeant(input), acting.now).map((milestone) => ({ milestone, changes }));
  });

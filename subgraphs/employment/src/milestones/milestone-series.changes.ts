import type { Acting, ActingUser } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType, Int } from 'type-graphql';
import { recordStep } from '../job-search-steps/job-search-step.queries.ts';
import type { JobSearchStepKind } from '../job-search-steps/job-search-step-kind.ts';
import { lockSeries, storeMilestones } from './milestone.queries.ts';
import type { Milestone } from './milestone.ts';
import type { seriesChangeReasons } from './milestone-series.reasons.ts';
import { partOf } from './milestone-series.rules.ts';
import { publishMilestones } from './publish-milestone.ts';
import { type MeantPart, versionOf } from './series-changes.rules.ts';

@InputType({ description: 'A series in the version that was seen, and which of its milestones are meant.' })
export class SeriesVersion {
  @Field(() => ID, { description: 'The series, of a job seeker you follow.' })
  seriesId!: string;

  @Field(() => Int, { description: 'The `seriesVersion` that was seen of one of its milestones.' })
  version!: number;

  @Field(() => CivilDate, { nullable: true, description: 'The first day that is meant; all when absent.' })
  fromDay?: Temporal.PlainDate | null;

  @Field(() => CivilDate, { nullable: true, description: 'The last day that is meant; all when absent.' })
  untilDay?: Temporal.PlainDate | null;

  @Field(() => [CivilDate], { defaultValue: [], description: 'Days whose milestone stays as it is.' })
  exceptDays!: Temporal.PlainDate[];
}

export const partMeant = ({ fromDay, untilDay, exceptDays }: SeriesVersion): MeantPart => ({
  ...{ fromDay: fromDay ?? null, untilDay: untilDay ?? null, exceptDays },
});

/** One step for all: sixty lines would hide the rest of the timeline. */
export const recordSeriesStep = (
  tx: Transaction,
  milestones: readonly Milestone[],
  kind: JobSearchStepKind,
  { user, now }: Acting,
): Promise<void> => {
  const [first] = milestones;
  const last = milestones.at(-1);
  if (!first || !last) return Promise.resolve();
  return recordStep(tx, {
    jobSeekerId: first.jobSeekerId,
    familyId: first.familyId,
    kind,
    at: now,
    doneBy: user.sub,
    facts: {
      startsAt: first.startsAt.toISOString(),
      lastDay: partOf(last),
      milestoneKind: first.kind,
      count: milestones.length,
      ...(first.missedReason && { missedReason: first.missedReason }),
    },
  });
};

type Change = { readonly milestone: Milestone; readonly changes: Partial<Milestone> };
type Decision<Reason extends string> = Refused<Reason> | readonly Change[];

/** The way of every change of a series: one's own, as it was seen; then stored, told and noted in one go. What is not meant stays. */
export const changeSeries = async <Reason extends string>(
  tx: Transaction,
  { seriesId, version }: SeriesVersion,
  acting: ActingUser,
  kind: JobSearchStepKind,
  decide: (series: readonly Milestone[]) => Decision<Reason> | Promise<Decision<Reason>>,
): Promise<{ milestones: Milestone[] } | Refused<Reason | Word<typeof seriesChangeReasons>>> => {
  const series = await lockSeries(tx, seriesId, acting);
  if (series.length === 0) return { refusal: 'UNKNOWN_SERIES' };
  if (versionOf(series) !== version) return { refusal: 'STALE_VERSION' };
  const decision = await decide(series);
  if ('refusal' in decision) return decision;
  if (decision.length === 0) return { refusal: 'NOTHING_LEFT' };
  const changed = decision.map(({ milestone, changes }) => ({
    ...milestone,
    ...changes,
    version: milestone.version + 1,
  }));
  await storeMilestones(tx, changed);
  await recordSeriesStep(tx, changed, kind, acting);
  await publishMilestones(tx, changed);
  const ids = new Set(changed.map(({ id }) => id));
  return { milestones: (await lockSeries(tx, seriesId, acting)).filter(({ id }) => ids.has(id)) };
};

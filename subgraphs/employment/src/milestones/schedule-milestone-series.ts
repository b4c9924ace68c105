import type { ActingUser } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { Confirmable, payloadOf } from '@relais/platform/graphql/refusal.ts';
import { CivilDate, LocalTime } from '@relais/platform/graphql/scalars.ts';
import { newId, partId } from '@relais/platform/ids.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { lockJobSeeker } from '../job-seekers/job-seeker.queries.ts';
import { statusOn } from '../job-seekers/job-seeker.rules.ts';
import type { JobSeeker } from '../job-seekers/job-seeker.ts';
import { addMilestones, milestonesOfSeries } from './milestone.queries.ts';
import { isSameMilestone } from './milestone.rules.ts';
import { Milestone, MilestoneKind } from './milestone.ts';
import { clashOf } from './milestone-clash.queries.ts';
import { recordSeriesStep } from './milestone-series.changes.ts';
import { seriesReasons } from './milestone-series.reasons.ts';
import { partOf, seriesRefusal, timesOf } from './milestone-series.rules.ts';
import { MilestoneStatus } from './milestone-status.ts';
import { publishMilestones } from './publish-milestone.ts';
import { hasSuitableTexts } from './schedule-milestone.ts';

@InputType({
  description:
    'Milestones of the same kind at the same hours, on some days of the week, for up to six months.',
})
export class ScheduleMilestoneSeriesInput extends Confirmable {
  @Field(() => ID, {
    nullable: true,
    description: 'An id of the series chosen by the client (UUID): sending it again is harmless.',
  })
  id?: string | null;

  @Field(() => ID, { description: 'The job seeker, one you follow.' })
  jobSeekerId!: string;

  @Field(() => MilestoneKind, { description: 'What happens each time.' })
  kind!: MilestoneKind;

  @Field(() => String, { description: 'What it is about, 1 to 200 characters.' })
  title!: string;

  @Field(() => CivilDate, { description: 'The first day of the period.' })
  firstDay!: Temporal.PlainDate;

  @Field(() => CivilDate, {
    description: 'The last day of the period; 184 days at most, first and last included.',
  })
  lastDay!: Temporal.PlainDate;

  @Field(() => [Int], { description: 'The days of the week, 1 (Monday) to 7 (Sunday).' })
  weekdays!: number[];

  @Field(() => [CivilDate], {
    defaultValue: [],
    description: 'Days left out: holidays, breaks of the course.',
  })
  exceptDays!: Temporal.PlainDate[];

  @Field(() => LocalTime, { description: 'When each starts, by the clock of the city, travel not included.' })
  from!: Temporal.PlainTime;

  @Field(() => LocalTime, {
    description: 'When each ends, by the clock of the city: 14 hours later at most.',
  })
  to!: Temporal.PlainTime;

  @Field(() => Int, { description: 'Minutes of travel each way, 0 to 240.' })
  travelMinutes!: number;

  @Field(() => String, { nullable: true, description: 'Where, when known; 1 to 200 characters.' })
  place?: string | null;

  @Field(() => Boolean, { defaultValue: false, description: 'They take place by telephone or video.' })
  isRemote!: boolean;
}

@ObjectType({ description: 'The milestones that were scheduled, all of them, or why none was.' })
export class ScheduleMilestoneSeriesPayload extends payloadOf(
  'ScheduleMilestoneSeries',
  seriesReasons,
  'Why nothing was stored; absent on success.',
) {
  @ListSize(130)
  @Field(() => [Milestone], { nullable: true, description: 'The milestones by start; absent when refused.' })
  milestones?: Milestone[];
}

type Result = { milestones: Milestone[] } | Refused<Word<typeof seriesReasons>>;

const milestonesIn = (input: ScheduleMilestoneSeriesInput, { id, familyId }: JobSeeker): Milestone[] => {
  const { kind, title, travelMinutes, isRemote, place = null } = input;
  const seriesId = input.id ?? newId();
  return timesOf(input).map((times) =>
    Object.assign(new Milestone(), {
      ...{ id: partId(seriesId, partOf(times)), seriesId, jobSeekerId: id, familyId, isException: false },
      ...{ kind, title, ...times, travelMinutes, place, isRemote },
      ...{ status: MilestoneStatus.PLANNED, missedReason: null, version: 1 },
    }),
  );
};

const isSameSeries = (stored: readonly Milestone[], wanted: readonly Milestone[]): boolean => {
  const wantedById = new Map(wanted.map((each) => [each.id, each]));
  return (
    stored.length === wanted.length &&
    stored.every((each) => {
      const same = wantedById.get(each.id);
      return same !== undefined && isSameMilestone(each, same);
    })
  );
};

const refusalOf = (input: ScheduleMilestoneSeriesInput, file: JobSeeker, { now }: ActingUser) => {
  if (statusOn(file, dayOf(now)) === 'CLOSED') return 'FILE_CLOSED';
  if (!hasSuitableTexts(input)) return 'UNSUITABLE_TEXT';
  return seriesRefusal(input, input.travelMinutes, now);
};

export const scheduleMilestoneSeries = async (
  tx: Transaction,
  input: ScheduleMilestoneSeriesInput,
  acting: ActingUser,
): Promise<Result> => {
  const file = await lockJobSeeker(tx, input.jobSeekerId, acting);
  if (!file) return { refusal: 'UNKNOWN_JOB_SEEKER' };

  const stored = input.id ? await milestonesOfSeries(tx, input.id) : [];
  if (stored.length > 0) {
    const isSame = isSameSeries(stored, milestonesIn(input, file));
    return isSame ? { milestones: stored } : { refusal: 'CONFLICT' };
  }

  const refusal = refusalOf(input, file, acting);
  if (refusal) return { refusal };
  const milestones = milestonesIn(input, file);
  const question = input.confirmed ? null : await clashOf(tx, file, milestones);
  if (question) return question;
  await addMilestones(tx, milestones);
  await recordSeriesStep(tx, milestones, 'MILESTONE_SERIES_PLANNED', acting);
  await publishMilestones(tx, milestones);
  return { milestones };
};

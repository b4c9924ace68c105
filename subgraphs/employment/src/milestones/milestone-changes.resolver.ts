import { inMutation, refusedBy } from '@relais/platform/database/transaction.ts';
import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { type Context, changeOf } from '../context.ts';
import { explained } from '../messages.ts';
import {
  CancelMilestoneInput,
  CancelMilestonePayload,
  CancelMilestoneRefusal,
  cancelMilestone,
} from './cancel-milestone.ts';
import {
  ConfirmMilestoneInput,
  ConfirmMilestonePayload,
  ConfirmMilestoneRefusal,
  confirmMilestone,
} from './confirm-milestone.ts';
import { Milestone } from './milestone.ts';
import {
  MoveMilestoneInput,
  MoveMilestonePayload,
  MoveMilestoneRefusal,
  moveMilestone,
} from './move-milestone.ts';
import {
  RecordMilestoneOutcomeInput,
  RecordMilestoneOutcomePayload,
  RecordMilestoneOutcomeRefusal,
  recordMilestoneOutcome,
} from './record-milestone-outcome.ts';
import {
  ScheduleMilestoneInput,
  ScheduleMilestonePayload,
  ScheduleMilestoneRefusal,
  scheduleMilestone,
} from './schedule-milestone.ts';
import {
  ScheduleMilestoneSeriesInput,
  ScheduleMilestoneSeriesPayload,
  ScheduleMilestoneSeriesRefusal,
  scheduleMilestoneSeries,
} from './schedule-milestone-series.ts';

@Resolver(() => Milestone)
export class MilestoneChangesResolver {
  @Authorized('job-search:write')
  @Mutation(() => ScheduleMilestonePayload, {
    description: 'Schedules a milestone of a job seeker you follow.',
  })
  async scheduleMilestone(
    @Arg('input', () => ScheduleMilestoneInput, { description: 'The milestone.' })
    input: ScheduleMilestoneInput,
    @Ctx() context: Context,
  ): Promise<ScheduleMilestonePayload> {
    const result = await inMutation(context, (tx) => scheduleMilestone(tx, input, changeOf(context)));
    return explained(result, ScheduleMilestoneRefusal);
  }

  @Authorized('job-search:write')
  @Mutation(() => ScheduleMilestoneSeriesPayload, {
    description: 'Schedules a series of milestones of a job seeker you follow: all of them, or none.',
  })
  async scheduleMilestoneSeries(
    @Arg('input', () => ScheduleMilestoneSeriesInput, { description: 'The series.' })
    input: ScheduleMilestoneSeriesInput,
    @Ctx() context: Context,
  ): Promise<ScheduleMilestoneSeriesPayload> {
    const result = await refusedBy({ milestones_pkey: 'CONFLICT' }, () =>
      inMutation(context, (tx) => scheduleMilestoneSeries(tx, input, changeOf(context))),
    );
    return explained(result, ScheduleMilestoneSeriesRefusal);
  }

  @Authorized('job-search:write')
  @Mutation(() => MoveMilestonePayload, {
    description: 'Moves a milestone that has not started to another time.',
  })
  async moveMilestone(
    @Arg('input', () => MoveMilestoneInput, { description: 'The new times.' }) input: MoveMilestoneInput,
    @Ctx() context: Context,
  ): Promise<MoveMilestonePayload> {
    const result = await inMutation(context, (tx) => moveMilestone(tx, input, changeOf(context)));
    return explained(result, MoveMilestoneRefusal);
  }

  @Authorized('job-search:write')
  @Mutation(() => ConfirmMilestonePayload, { description: 'Marks a planned milestone as confirmed.' })
  async confirmMilestone(
    @Arg('input', () => ConfirmMilestoneInput, { description: 'The milestone.' })
    input: ConfirmMilestoneInput,
    @Ctx() context: Context,
  ): Promise<ConfirmMilestonePayload> {
    const result = await inMutation(context, (tx) => confirmMilestone(tx, input, changeOf(context)));
    return explained(result, ConfirmMilestoneRefusal);
  }

  @Authorized('job-search:write')
  @Mutation(() => CancelMilestonePayload, {
    description: 'Calls a milestone off. Its bookings stay, so that none is released silently.',
  })
  async cancelMilestone(
    @Arg('input', () => CancelMilestoneInput, { description: 'The milestone.' }) input: CancelMilestoneInput,
    @Ctx() context: Context,
  ): Promise<CancelMilestonePayload> {
    const result = await inMutation(context, (tx) => cancelMilestone(tx, input, changeOf(context)));
    return explained(result, CancelMilestoneRefusal);
  }

  @Authorized('job-search:write')
  @Mutation(() => RecordMilestoneOutcomePayload, { description: 'Records how a milestone ended.' })
  async recordMilestoneOutcome(
    @Arg('input', () => RecordMilestoneOutcomeInput, { description: 'The outcome.' })
    input: RecordMilestoneOutcomeInput,
    @Ctx() context: Context,
  ): Promise<RecordMilestoneOutcomePayload> {
    const result = await inMutation(context, (tx) => recordMilestoneOutcome(tx, input, changeOf(context)));
    return explained(result, RecordMilestoneOutcomeRefusal);
  }
}

import { inMutation } from '@relais/platform/database/transaction.ts';
import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Permission } from '../permissions.ts';
import { CancelMilestoneInput, CancelMilestonePayload, cancelMilestone } from './cancel-milestone.ts';
import { ConfirmMilestoneInput, ConfirmMilestonePayload, confirmMilestone } from './confirm-milestone.ts';
import {
  CorrectMilestoneOutcomeInput,
  CorrectMilestoneOutcomePayload,
  correctMilestoneOutcome,
} from './correct-milestone-outcome.ts';
import { Milestone } from './milestone.ts';
import { MoveMilestoneInput, MoveMilestonePayload, moveMilestone } from './move-milestone.ts';
import {
  RecordMilestoneOutcomeInput,
  RecordMilestoneOutcomePayload,
  recordMilestoneOutcome,
} from './record-milestone-outcome.ts';
import { ScheduleMilestoneInput, ScheduleMilestonePayload, scheduleMilestone } from './schedule-milestone.ts';
import {
  ScheduleMilestoneSeriesInput,
  ScheduleMilestoneSeriesPayload,
  scheduleMilestoneSeries,
} from './schedule-milestone-series.ts';

@Resolver(() => Milestone)
export class MilestoneChangesResolver {
  @Authorized<Permission>('job-search:write')
  @Mutation(() => ScheduleMilestonePayload, {
    description: 'Schedules a milestone of a job seeker you follow.',
  })
  async scheduleMilestone(
    @Arg('input', () => ScheduleMilestoneInput, { description: 'The milestone.' })
    input: ScheduleMilestoneInput,
    @Ctx() context: Context,
  ): Promise<ScheduleMilestonePayload> {
    return ScheduleMilestonePayload.of(
      await inMutation(context, (tx, acting) => scheduleMilestone(tx, input, acting)),
    );
  }

  @Authorized<Permission>('job-search:write')
  @Mutation(() => ScheduleMilestoneSeriesPayload, {
    description: 'Schedules a series of milestones of a job seeker you follow: all of them, or none.',
  })
  async scheduleMilestoneSeries(
    @Arg('input', () => ScheduleMilestoneSeriesInput, { description: 'The series.' })
    input: ScheduleMilestoneSeriesInput,
    @Ctx() context: Context,
  ): Promise<ScheduleMilestoneSeriesPayload> {
    return ScheduleMilestoneSeriesPayload.of(
      await inMutation(context, (tx, acting) => scheduleMilestoneSeries(tx, input, acting), {
        milestones_pkey: 'CONFLICT',
      }),
    );
  }

  @Authorized<Permission>('job-search:write')
  @Mutation(() => MoveMilestonePayload, {
    description: 'Moves a milestone that has not started to another time.',
  })
  async moveMilestone(
    @Arg('input', () => MoveMilestoneInput, { description: 'The new times.' }) input: MoveMilestoneInput,
    @Ctx() context: Context,
  ): Promise<MoveMilestonePayload> {
    return MoveMilestonePayload.of(
      await inMutation(context, (tx, acting) => moveMilestone(tx, input, acting)),
    );
  }

  @Authorized<Permission>('job-search:write')
  @Mutation(() => ConfirmMilestonePayload, { description: 'Marks a planned milestone as confirmed.' })
  async confirmMilestone(
    @Arg('input', () => ConfirmMilestoneInput, { description: 'The milestone.' })
    input: ConfirmMilestoneInput,
    @Ctx() context: Context,
  ): Promise<ConfirmMilestonePayload> {
    return ConfirmMilestonePayload.of(
      await inMutation(context, (tx, acting) => confirmMilestone(tx, input, acting)),
    );
  }

  @Authorized<Permission>('job-search:write')
  @Mutation(() => CancelMilestonePayload, {
    description: 'Calls a milestone off. Its bookings stay, so that none is released silently.',
  })
  async cancelMilestone(
    @Arg('input', () => CancelMilestoneInput, { description: 'The milestone.' }) input: CancelMilestoneInput,
    @Ctx() context: Context,
  ): Promise<CancelMilestonePayload> {
    return CancelMilestonePayload.of(
      await inMutation(context, (tx, acting) => cancelMilestone(tx, input, acting)),
    );
  }

  @Authorized<Permission>('job-search:write')
  @Mutation(() => RecordMilestoneOutcomePayload, { description: 'Records how a milestone ended.' })
  async recordMilestoneOutcome(
    @Arg('input', () => RecordMilestoneOutcomeInput, { description: 'The outcome.' })
    input: RecordMilestoneOutcomeInput,
    @Ctx() context: Context,
  ): Promise<RecordMilestoneOutcomePayload> {
    return RecordMilestoneOutcomePayload.of(
      await inMutation(context, (tx, acting) => recordMilestoneOutcome(tx, input, acting)),
    );
  }

  @Authorized<Permission>('job-search:write')
  @Mutation(() => CorrectMilestoneOutcomePayload, {
    description:
      'Puts right how a milestone ended. What was recorded before stays readable, and what was decided on it as it was.',
  })
  async correctMilestoneOutcome(
    @Arg('input', () => CorrectMilestoneOutcomeInput, { description: 'The outcome, and why it is another.' })
    input: CorrectMilestoneOutcomeInput,
    @Ctx() context: Context,
  ): Promise<CorrectMilestoneOutcomePayload> {
    return CorrectMilestoneOutcomePayload.of(
      await inMutation(context, (tx, acting) => correctMilestoneOutcome(tx, input, acting)),
    );
  }
}

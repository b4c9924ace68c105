import { inMutation } from '@relais/platform/database/transaction.ts';
import { Arg, Authorized, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Permission } from '../permissions.ts';
import {
  CancelMilestoneSeriesInput,
  CancelMilestoneSeriesPayload,
  cancelMilestoneSeries,
} from './cancel-milestone-series.ts';
import { Milestone } from './milestone.ts';
import {
  MoveMilestoneSeriesInput,
  MoveMilestoneSeriesPayload,
  moveMilestoneSeries,
} from './move-milestone-series.ts';
import {
  RecordSeriesOutcomeInput,
  RecordSeriesOutcomePayload,
  recordSeriesOutcome,
} from './record-series-outcome.ts';

@Resolver(() => Milestone)
export class MilestoneSeriesResolver {
  @Authorized<Permission>('milestone:read')
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'The version of its series, to send with a change of it or of its cover; absent when it is in none.',
  })
  async seriesVersion(@Root() { seriesId }: Milestone, @Ctx() { loaders }: Context): Promise<number | null> {
    return seriesId ? ((await loaders.seriesVersions.load(seriesId))?.version ?? null) : null;
  }

  @Authorized<Permission>('job-search:write')
  @Mutation(() => MoveMilestoneSeriesPayload, {
    description:
      'Moves the milestones of a series that have not started: all that are meant, or none. What was moved by itself stays.',
  })
  async moveMilestoneSeries(
    @Arg('input', () => MoveMilestoneSeriesInput, { description: 'The series, and its new times.' })
    input: MoveMilestoneSeriesInput,
    @Ctx() context: Context,
  ): Promise<MoveMilestoneSeriesPayload> {
    return MoveMilestoneSeriesPayload.of(
      await inMutation(context, (tx, acting) => moveMilestoneSeries(tx, input, acting)),
    );
  }

  @Authorized<Permission>('job-search:write')
  @Mutation(() => CancelMilestoneSeriesPayload, {
    description:
      'Calls off the milestones of a series that are not over. Their bookings stay, so that none is released silently.',
  })
  async cancelMilestoneSeries(
    @Arg('input', () => CancelMilestoneSeriesInput, { description: 'The series, and from when.' })
    input: CancelMilestoneSeriesInput,
    @Ctx() context: Context,
  ): Promise<CancelMilestoneSeriesPayload> {
    return CancelMilestoneSeriesPayload.of(
      await inMutation(context, (tx, acting) => cancelMilestoneSeries(tx, input, acting)),
    );
  }

  @Authorized<Permission>('job-search:write')
  @Mutation(() => RecordSeriesOutcomePayload, {
    description:
      'Records how the milestones of a series ended that have started; an outcome that was recorded already stays.',
  })
  async recordSeriesOutcome(
    @Arg('input', () => RecordSeriesOutcomeInput, { description: 'The series, and how they ended.' })
    input: RecordSeriesOutcomeInput,
    @Ctx() context: Context,
  ): Promise<RecordSeriesOutcomePayload> {
    return RecordSeriesOutcomePayload.of(
      await inMutation(context, (tx, acting) => recordSeriesOutcome(tx, input, acting)),
    );
  }
}

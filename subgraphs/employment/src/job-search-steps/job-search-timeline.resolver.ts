import { type Page, PageArguments, pageSizeOf } from '@relais/platform/graphql/connection.ts';
import {
  type TimelineEntry,
  TimelineEntryConnection,
  timelinePage,
  timelinePosition,
} from '@relais/platform/graphql/timeline.ts';
import { Args, Authorized, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { Family } from '../known-families/family.ts';
import type { Permission } from '../permissions.ts';
import { entryOfStep } from './entry-of-step.ts';
import { stepKindsTold } from './job-search-step.rules.ts';

@Resolver(() => Family)
export class JobSearchTimelineResolver {
  @Authorized<Permission>('job-search-timeline:read')
  @FieldResolver(() => TimelineEntryConnection, {
    nullable: true,
    description:
      'What was done in the job search, newest first, as it was recorded; advisors are told of job seekers they follow, a coordinator of when milestones are, and that they are called off.',
  })
  async jobSearchTimeline(
    @Root() { id }: Family,
    @Args(() => PageArguments) args: PageArguments,
    @Ctx() { loaders, sight, language }: Context,
  ): Promise<Page<TimelineEntry>> {
    const knowsFiles = await sight.sees('job-seeker:read' satisfies Permission, [id]);
    const page = {
      rows: pageSizeOf(args) + 1,
      after: timelinePosition(args),
      kinds: stepKindsTold(knowsFiles),
    };
    const steps = await loaders.stepsOfFamily(id, page);
    return timelinePage(
      steps.map((step) => entryOfStep(step, language, knowsFiles)),
      args,
    );
  }
}

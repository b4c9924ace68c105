import { type Page, PageArguments, pageSizeOf } from '@relais/platform/graphql/connection.ts';
import {
  type TimelineEntry,
  TimelineEntryConnection,
  timelinePage,
  timelinePosition,
} from '@relais/platform/graphql/timeline.ts';
import { Args, Authorized, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Child } from '../../families/families/child.ts';
import { Family } from '../../families/families/family.ts';
import type { Permission } from '../../permissions.ts';
import type { Context } from '../wing.ts';
import { CareStep } from './care-step.ts';
import { entryOfStep, sentenceOfStep } from './sentence-of-step.ts';

const childOf = ({ childId }: CareStep, { loaders }: Context): Promise<Child | null> | null =>
  childId ? loaders.children.load(childId) : null;

@Resolver(() => Family)
export class CareTimelineResolver {
  @Authorized<Permission>('care:read')
  @FieldResolver(() => TimelineEntryConnection, {
    nullable: true,
    description: 'What the service point did for the family, newest first, as it was recorded.',
  })
  async careTimeline(
    @Root() { id }: Family,
    @Args(() => PageArguments) args: PageArguments,
    @Ctx() context: Context,
  ): Promise<Page<TimelineEntry>> {
    const page = { rows: pageSizeOf(args) + 1, after: timelinePosition(args) };
    const steps = await context.loaders.stepsOfFamily(id, page);
    const children = await Promise.all(steps.map((step) => childOf(step, context)));
    return timelinePage(
      steps.map((step, index) => entryOfStep(step, children[index] ?? null, context.language)),
      args,
    );
  }
}

@Resolver(() => CareStep)
export class CareStepResolver {
  @FieldResolver(() => String, {
    description: 'What was done, as a sentence in the language of `Accept-Language`.',
  })
  async sentence(@Root() step: CareStep, @Ctx() context: Context): Promise<string> {
    return sentenceOfStep(step, await childOf(step, context), context.language);
  }
}

import { badUserInput } from '@relais/platform/errors.ts';
import { inputMessages } from '@relais/platform/graphql/input-messages.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { DateTime } from '@relais/platform/graphql/scalars.ts';
import { spanProblem } from '@relais/platform/time/span.rules.ts';
import { Arg, Authorized, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Permission } from '../../permissions.ts';
import { Child } from '../families/child.ts';
import { Family } from '../families/family.ts';
import type { Context } from '../wing.ts';
import { ResidencePeriod } from './residence-period.ts';
import { SharedResidence } from './shared-residence.ts';

const LONGEST_SPAN_DAYS = 92;

@Resolver(() => SharedResidence)
export class SharedResidenceResolver {
  @FieldResolver(() => Family, {
    nullable: true,
    description:
      'The other family: seen from the one in whose file, milestone, request, placement or booking the child is read; from the one it is registered with where it is read by itself.',
  })
  otherFamily(
    @Root() { otherFamilyId }: SharedResidence,
    @Ctx() { loaders }: Context,
  ): Promise<Family | null> {
    return loaders.families.load(otherFamilyId);
  }

  @ListSize(60)
  @FieldResolver(() => [ResidencePeriod], { description: 'Who has the child when, in order.' })
  calendar(
    @Root() { childId }: SharedResidence,
    @Arg('from', () => DateTime, { description: 'Start of the span.' }) from: Date,
    @Arg('to', () => DateTime, { description: 'End of the span, 92 days later at most.' }) to: Date,
    @Ctx() { loaders }: Context,
  ): Promise<ResidencePeriod[]> {
    const problem = spanProblem(from, to, LONGEST_SPAN_DAYS);
    if (problem) throw badUserInput('to', inputMessages, problem, { most: LONGEST_SPAN_DAYS });
    return loaders.residenceCalendarOfChild(childId, { startsAt: from, endsAt: to });
  }
}

@Resolver(() => ResidencePeriod)
export class ResidencePeriodResolver {
  @FieldResolver(() => Family, {
    nullable: true,
    description: 'The family the child is with; absent where it is not shared with you.',
  })
  family(@Root() { familyId }: ResidencePeriod, @Ctx() { loaders }: Context): Promise<Family | null> {
    return loaders.families.load(familyId);
  }
}

@Resolver(() => Child)
export class ChildResidenceResolver {
  @Authorized<Permission>('care:read')
  @FieldResolver(() => SharedResidence, {
    nullable: true,
    description: 'With which other family it lives by turns; absent when it lives with one.',
  })
  async sharedResidence(
    @Root() { id, familyId, seenFrom }: Child,
    @Ctx() { loaders }: Context,
  ): Promise<SharedResidence | null> {
    const shared = await loaders.sharedResidenceOfChild.load(id);
    if (!shared || seenFrom !== shared.otherFamilyId) return shared;
    return Object.assign(new SharedResidence(), shared, { otherFamilyId: familyId });
  }
}

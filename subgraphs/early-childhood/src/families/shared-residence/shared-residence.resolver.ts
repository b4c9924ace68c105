import { badUserInput } from '@relais/platform/errors.ts';
import { inputMessages } from '@relais/platform/graphql/input-messages.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { DateTime } from '@relais/platform/graphql/scalars.ts';
import type { Period } from '@relais/platform/time/periods.rules.ts';
import { spanProblem } from '@relais/platform/time/span.rules.ts';
import { Arg, Authorized, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Permission } from '../../permissions.ts';
import { Child } from '../families/child.ts';
import { Family } from '../families/family.ts';
import type { Context } from '../wing.ts';
import { withUnknown } from './residence-days.rules.ts';
import { ResidencePeriod } from './residence-period.ts';
import { HolidayHalves, ResidenceException, ResidenceRule } from './residence-rule.ts';
import { exceptionsShown, familyOfSide, rulesShown } from './residence-shown.ts';
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
  @FieldResolver(() => [ResidencePeriod], {
    description:
      'Who has the child when, in order, without a gap within the span: what nobody knows is told as `UNKNOWN`.',
  })
  async calendar(
    @Root() { childId }: SharedResidence,
    @Arg('from', () => DateTime, { description: 'Start of the span.' }) from: Date,
    @Arg('to', () => DateTime, { description: 'End of the span, 92 days later at most.' }) to: Date,
    @Ctx() { loaders }: Context,
  ): Promise<ResidencePeriod[]> {
    const problem = spanProblem(from, to, LONGEST_SPAN_DAYS);
    if (problem) throw badUserInput('to', inputMessages, problem, { most: LONGEST_SPAN_DAYS });
    const span = { startsAt: from, endsAt: to };
    const known = await loaders.residenceCalendarOfChild(childId, span);
    const unknown = (stretch: Period) =>
      Object.assign(new ResidencePeriod(), stretch, { childId, source: 'UNKNOWN' } as const);
    return withUnknown(known, span, unknown);
  }

  @ListSize(3)
  @FieldResolver(() => [ResidenceRule], {
    description:
      'The rules, first to last, each until the next one begins; none when only a calendar is known.',
  })
  rules(@Root() residence: SharedResidence): ResidenceRule[] {
    return rulesShown(residence);
  }

  @ListSize(10)
  @FieldResolver(() => [ResidenceException], {
    description: 'What is otherwise than the rules say, first to last; what was taken back is left out.',
  })
  exceptions(@Root() residence: SharedResidence): ResidenceException[] {
    return exceptionsShown(residence);
  }

  @FieldResolver(() => Family, {
    nullable: true,
    description: 'The family the child lives with once it lives by turns no longer.',
  })
  livesWithFamily(@Root() residence: SharedResidence, @Ctx() { loaders }: Context): Promise<Family | null> {
    const familyId = residence.livesWith && familyOfSide(residence, residence.livesWith);
    return familyId ? loaders.families.load(familyId) : Promise.resolve(null);
  }
}

@Resolver(() => ResidenceRule)
export class ResidenceRuleResolver {
  @FieldResolver(() => Family, {
    nullable: true,
    description:
      'Who has the child in the first week, or in even weeks: from the handing over in an even week to the next one; absent where it is not shared with you.',
  })
  firstFamily(@Root() { firstFamilyId }: ResidenceRule, @Ctx() { loaders }: Context): Promise<Family | null> {
    return loaders.families.load(firstFamilyId);
  }
}

@Resolver(() => HolidayHalves)
export class HolidayHalvesResolver {
  @FieldResolver(() => Family, {
    nullable: true,
    description:
      'Who has the first half of holidays that begin in an even year; the other one has the second.',
  })
  firstHalfInEvenYears(
    @Root() { evenYearsFamilyId }: HolidayHalves,
    @Ctx() { loaders }: Context,
  ): Promise<Family | null> {
    return loaders.families.load(evenYearsFamilyId);
  }

  @FieldResolver(() => Family, {
    nullable: true,
    description:
      'Who has the first half of holidays that begin in an odd year; the other one has the second.',
  })
  firstHalfInOddYears(
    @Root() { oddYearsFamilyId }: HolidayHalves,
    @Ctx() { loaders }: Context,
  ): Promise<Family | null> {
    return loaders.families.load(oddYearsFamilyId);
  }
}

@Resolver(() => ResidenceException)
export class ResidenceExceptionResolver {
  @FieldResolver(() => Family, {
    nullable: true,
    description: 'The family the child is with; absent where it is not shared with you.',
  })
  family(@Root() { familyId }: ResidenceException, @Ctx() { loaders }: Context): Promise<Family | null> {
    return loaders.families.load(familyId);
  }
}

@Resolver(() => ResidencePeriod)
export class ResidencePeriodResolver {
  @FieldResolver(() => Family, {
    nullable: true,
    description:
      'The family the child is with; absent where nobody knows, and where it is not shared with you.',
  })
  async family(
    @Root() { familyId, source }: ResidencePeriod,
    @Ctx() { loaders }: Context,
  ): Promise<Family | null> {
    return source === 'UNKNOWN' ? null : loaders.families.load(familyId);
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
    if (!shared) return null;
    const familyIds = { REGISTERED: familyId, OTHER: shared.otherFamilyId };
    const isSeenFromOther = seenFrom === shared.otherFamilyId;
    const otherFamilyId = isSeenFromOther ? familyId : shared.otherFamilyId;
    return Object.assign(new SharedResidence(), shared, { familyIds, otherFamilyId });
  }
}

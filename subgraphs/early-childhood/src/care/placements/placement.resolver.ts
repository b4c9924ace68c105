import { CORRECTIONS, Correction } from '@relais/platform/corrections/correction.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { isDuring, laterOf } from '@relais/platform/time/days.rules.ts';
import type { Temporal } from 'temporal-polyfill';
import { Arg, Authorized, Ctx, FieldResolver, Float, ID, Query, Resolver, Root } from 'type-graphql';
import { Section } from '../../centres/centres/section.ts';
import { Child } from '../../families/families/child.ts';
import { childSeenFrom } from '../../families/families/child-seen-from.ts';
import { Family } from '../../families/families/family.ts';
import { CareStep } from '../../history/care-history/care-step.ts';
import type { Permission } from '../../permissions.ts';
import { careOfFile, leadsTo } from '../bookings/whose-care.ts';
import type { Context } from '../wing.ts';
import { firstOrdinaryDay } from './familiarisation.rules.ts';
import { FamiliarisationStay } from './familiarisation.ts';
import { hoursPerWeek, isSuspension, statusOn } from './placement.rules.ts';
import { Placement } from './placement.ts';
import { PlacementPause } from './placement-pause.ts';
import { PlacementStatus } from './placement-status.ts';

@Resolver(() => Placement)
export class PlacementResolver {
  @Authorized<Permission>('care:read')
  @ListSize(1)
  @FieldResolver(() => [Correction], { nullable: true, description: CORRECTIONS })
  corrections(@Root() { id }: Placement, @Ctx() { loaders }: Context): Promise<Correction[]> {
    return loaders.corrections.load(id);
  }

  @Authorized<Permission>('care:read')
  @Query(() => Placement, {
    nullable: true,
    description: 'One placement; absent when there is none of this id.',
  })
  placement(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<Placement | null> {
    return loaders.placements.load(id);
  }

  @FieldResolver(() => Child, { description: 'The child it is for.' })
  child(@Root() { childId, familyId }: Placement, @Ctx() context: Context): Promise<Child | null> {
    return childSeenFrom(context, childId, familyId);
  }

  @FieldResolver(() => Family, {
    nullable: true,
    description: 'The family that pays; absent where it is not shared with you.',
  })
  family(@Root() placement: Placement, @Ctx() { loaders }: Context): Promise<Family | null> {
    return loaders.families.load(placement.familyId);
  }

  @FieldResolver(() => Section, { description: 'Where the child is looked after.' })
  section(@Root() placement: Placement, @Ctx() { loaders }: Context): Promise<Section | null> {
    return loaders.sections.load(placement.sectionId);
  }

  @FieldResolver(() => PlacementStatus, {
    description: 'Where it stands in its life today: it follows from its days and suspensions.',
  })
  async status(@Root() placement: Placement, @Ctx() { loaders, now }: Context): Promise<PlacementStatus> {
    const pauses = await loaders.pausesOfPlacement.load(placement.id);
    return statusOn(placement, pauses.filter(isSuspension), dayOf(now));
  }

  @ListSize(2)
  @FieldResolver(() => [PlacementPause], {
    description: 'Its suspensions and announced absences, first to last.',
  })
  pauses(@Root() placement: Placement, @Ctx() { loaders }: Context): Promise<PlacementPause[]> {
    return loaders.pausesOfPlacement.load(placement.id);
  }

  @FieldResolver(() => Placement, {
    nullable: true,
    description:
      'The placement it continues, after a change of hours or a renewal; absent when it is the first.',
  })
  async continues(@Root() placement: Placement, @Ctx() context: Context): Promise<Placement | null> {
    const { continuesId } = placement;
    const earlier = continuesId ? await context.loaders.placements.load(continuesId) : null;
    return earlier && (await leadsTo(placement, earlier.familyId, context)) ? earlier : null;
  }

  @ListSize(2)
  @FieldResolver(() => [FamiliarisationStay], {
    description:
      'The short hours in which the child gets used to the centre before the agreed ones, first to last; empty without any. They are due by the started half-hour as all care is, and the ordinary hours, which begin the day after the last of them, are not due on those days.',
  })
  familiarisation(@Root() placement: Placement): FamiliarisationStay[] {
    return placement.familiarisation.filter(({ startsAt }) => isDuring(dayOf(startsAt), placement));
  }

  @FieldResolver(() => CivilDate, {
    description:
      'First day of the agreed hours: the first of all, or the day after familiarisation and not before what was offered. After the last day where hours were changed before they began.',
  })
  ordinaryFrom(@Root() placement: Placement): Temporal.PlainDate {
    return laterOf(placement.startsOn, firstOrdinaryDay(placement));
  }

  @ListSize(5)
  @FieldResolver(() => [CareStep], { description: 'What was done with it, oldest first.' })
  history(@Root() { id }: Placement, @Ctx() { loaders }: Context): Promise<CareStep[]> {
    return loaders.stepsOfSubject.load(id);
  }

  @FieldResolver(() => Float, { description: 'Hours of care in an ordinary week, from the weekly pattern.' })
  weeklyHours(@Root() placement: Placement): number {
    return hoursPerWeek(placement.weeklyPattern);
  }
}

@Resolver(() => Child)
export class ChildPlacementsResolver {
  @Authorized<Permission>('care:read')
  @ListSize(2)
  @FieldResolver(() => [Placement], { nullable: true, description: 'Its placements, first to last.' })
  async placements(@Root() child: Child, @Ctx() context: Context): Promise<Placement[]> {
    return careOfFile(child, await context.loaders.placementsOfChild.load(child.id), context);
  }
}

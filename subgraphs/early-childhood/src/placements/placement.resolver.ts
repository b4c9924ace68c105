import { Arg, Authorized, Ctx, FieldResolver, Float, ID, Query, Resolver, Root } from 'type-graphql';
import { Section } from '../centres/section.ts';
import type { Context } from '../context.ts';
import { Child } from '../families/child.ts';
import { Family } from '../families/family.ts';
import type { Permission } from '../permissions.ts';
import { hoursPerWeek } from './placement.rules.ts';
import { Placement } from './placement.ts';

@Resolver(() => Placement)
export class PlacementResolver {
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
  child(@Root() placement: Placement, @Ctx() { loaders }: Context): Promise<Child | null> {
    return loaders.children.load(placement.childId);
  }

  @FieldResolver(() => Family, { description: 'The family that pays.' })
  family(@Root() placement: Placement, @Ctx() { loaders }: Context): Promise<Family | null> {
    return loaders.families.load(placement.familyId);
  }

  @FieldResolver(() => Section, { description: 'Where the child is looked after.' })
  section(@Root() placement: Placement, @Ctx() { loaders }: Context): Promise<Section | null> {
    return loaders.sections.load(placement.sectionId);
  }

  @FieldResolver(() => Float, { description: 'Hours of care in an ordinary week, from the weekly pattern.' })
  weeklyHours(@Root() placement: Placement): number {
    return hoursPerWeek(placement.weeklyPattern);
  }
}

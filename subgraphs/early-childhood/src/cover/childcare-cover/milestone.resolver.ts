import { Authorized, Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Permission } from '../../permissions.ts';
import type { Context } from '../wing.ts';
import { ChildcareCover } from './childcare-cover.ts';
import { MilestoneReference } from './milestone-reference.ts';

@Resolver(() => MilestoneReference)
export class MilestoneResolver {
  @Directive('@requires(fields: "startsAt endsAt travelMinutes family { id }")')
  @Authorized<Permission>('cover:read')
  @FieldResolver(() => ChildcareCover, {
    nullable: true,
    description:
      'Whether each child has care then, travel included. Absent with `TRY_AGAIN` while the milestone is not known here.',
  })
  childcareCover(
    @Root() { id, startsAt, endsAt, travelMinutes, family }: MilestoneReference,
    @Ctx() { loaders }: Context,
  ): Promise<ChildcareCover> {
    return loaders.childcareCovers.load({ id, startsAt, endsAt, travelMinutes, familyId: family.id });
  }
}

import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../wing.ts';
import { ChildNotLookedAt } from './child-not-looked-at.ts';
import { ChildcareCover } from './childcare-cover.ts';

@Resolver(() => ChildcareCover)
export class ChildcareCoverResolver {
  @ListSize(2)
  @FieldResolver(() => [ChildNotLookedAt], {
    description:
      'The children of the family whose care is not looked at here, by what is known of them now, eldest first: with `NOT_NEEDED` nothing is said of them.',
  })
  async notLookedAt(
    @Root() { familyId, day, children }: ChildcareCover,
    @Ctx() { loaders }: Context,
  ): Promise<ChildNotLookedAt[]> {
    const found = await loaders.childrenNotLookedAt.load({ familyId, day });
    // One whose care was looked at before another day of birth was known is among the children, and not here as well.
    const lookedAt = new Set(children.map(({ child }) => child.id));
    return found.filter(({ child }) => !lookedAt.has(child.id));
  }
}

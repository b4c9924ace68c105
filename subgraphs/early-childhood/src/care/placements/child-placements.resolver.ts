import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { Authorized, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Child } from '../../families/families/child.ts';
import type { Permission } from '../../permissions.ts';
import type { Context } from '../wing.ts';
import { Placement } from './placement.ts';

@Resolver(() => Child)
export class ChildPlacementsResolver {
  @Authorized<Permission>('care:read')
  @ListSize(2)
  @FieldResolver(() => [Placement], { nullable: true, description: 'Its placements, first to last.' })
  placements(@Root() child: Child, @Ctx() { loaders }: Context): Promise<Placement[]> {
    return loaders.placementsOfChild.load(child.id);
  }
}

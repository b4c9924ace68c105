import { Arg, Authorized, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Permission } from '../../permissions.ts';
import type { Context } from '../wing.ts';
import { Adult } from './adult.ts';
import { Family } from './family.ts';

@Resolver(() => Adult)
export class AdultResolver {
  @Authorized<Permission>('family:read')
  @Query(() => Adult, { nullable: true, description: 'One adult; absent when there is none of this id.' })
  adult(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<Adult | null> {
    return loaders.adults.load(id);
  }

  @FieldResolver(() => Family, { nullable: true, description: 'The family the adult belongs to.' })
  family(@Root() adult: Adult, @Ctx() { loaders }: Context): Promise<Family | null> {
    return loaders.families.load(adult.familyId);
  }
}

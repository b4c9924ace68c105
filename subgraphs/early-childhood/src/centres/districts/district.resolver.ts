import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { Arg, Authorized, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { Permission } from '../../permissions.ts';
import type { Context } from '../wing.ts';
import { allDistricts } from './district.queries.ts';
import { District } from './district.ts';

@Resolver(() => District)
export class DistrictResolver {
  @Authorized<Permission>('centre:read')
  @ListSize(12)
  @Query(() => [District], { description: 'The 11 districts of Nantes, by number.' })
  districts(@Ctx() { db }: Context): Promise<District[]> {
    return allDistricts(db);
  }

  @Authorized<Permission>('centre:read')
  @Query(() => District, {
    nullable: true,
    description: 'One district; absent when there is none of this id.',
  })
  district(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<District | null> {
    return loaders.districts.load(id);
  }
}

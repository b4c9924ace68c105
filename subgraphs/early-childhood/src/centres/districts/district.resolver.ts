import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { Arg, Authorized, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Permission } from '../../permissions.ts';
import type { Context } from '../wing.ts';
import { Area, areaOf } from './area.ts';
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

  @FieldResolver(() => Area, {
    nullable: true,
    description: 'Its border, some 3 kB; absent where it is not known.',
  })
  async outline(@Root() { id }: District, @Ctx() { loaders }: Context): Promise<Area | null> {
    const found = await loaders.outlineOfDistrict.load(id);
    return found && areaOf(found.outline);
  }
}

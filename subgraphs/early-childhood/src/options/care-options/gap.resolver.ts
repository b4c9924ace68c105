import { Arg, Authorized, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { Gap } from '../../cover/childcare-cover/childcare-cover.ts';
import type { Permission } from '../../permissions.ts';
import type { Context } from '../wing.ts';
import { CareMiss, CareOption } from './care-option.ts';
import { countOfOptions } from './care-options.resolver.ts';
import { shownMisses, shownOptions } from './find-care-options.ts';

@Resolver(() => Gap)
export class GapResolver {
  @Authorized<Permission>('cover:read')
  @FieldResolver(() => [CareOption], {
    nullable: true,
    description:
      'Where the gap can be booked, rounded outward to half-hours: those that fit it whole first, then those that fit in part. Empty once it is over.',
  })
  async options(
    @Root() gap: Gap,
    @Arg('first', () => Int, { defaultValue: 3, description: 'How many, 1 to 20.' }) first: number,
    @Ctx() { loaders }: Context,
  ): Promise<CareOption[]> {
    const count = countOfOptions(first);
    const found = await loaders.optionsOfGap.load(gap);
    return found ? shownOptions(found, count) : [];
  }

  @Authorized<Permission>('cover:read')
  @FieldResolver(() => [CareMiss], {
    nullable: true,
    description:
      'When no option fits the gap whole: what stands in the way elsewhere, one section of each centre, what can be changed first.',
  })
  async nearestMisses(
    @Root() gap: Gap,
    @Arg('first', () => Int, { defaultValue: 3, description: 'How many, 1 to 20.' }) first: number,
    @Ctx() { loaders }: Context,
  ): Promise<CareMiss[]> {
    const count = countOfOptions(first);
    const found = await loaders.optionsOfGap.load(gap);
    return found ? shownMisses(found, count) : [];
  }
}

import { Arg, Authorized, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Permission } from '../../permissions.ts';
import type { Context } from '../wing.ts';
import { Centre } from './centre.ts';
import { Section } from './section.ts';

@Resolver(() => Section)
export class SectionResolver {
  @Authorized<Permission>('centre:read')
  @Query(() => Section, { nullable: true, description: 'One section; absent when there is none of this id.' })
  section(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<Section | null> {
    return loaders.sections.load(id);
  }

  @FieldResolver(() => Centre, { description: 'The centre it belongs to.' })
  centre(@Root() section: Section, @Ctx() { loaders }: Context): Promise<Centre | null> {
    return loaders.centres.load(section.centreId);
  }
}

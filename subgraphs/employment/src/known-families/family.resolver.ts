import { notShared } from '@relais/platform/graphql/denials.ts';
import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, Directive, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { Family } from './family.ts';

@Resolver(() => Family)
export class FamilyResolver {
  @Directive('@shareable')
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The readable reference of the family, as the service point gave it. `NOT_SHARED` where the family is out of reach.',
  })
  async reference(
    @Root() { id }: Family,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<string | null> {
    const family = await context.loaders.knownFamily.load(id);
    return family?.reference ?? notShared(context, info);
  }
}

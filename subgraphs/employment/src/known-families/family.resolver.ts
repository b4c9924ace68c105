import { RelaisError } from '@relais/platform/errors.ts';
import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { Family } from './family.ts';

@Resolver(() => Family)
export class FamilyResolver {
  @Directive('@shareable')
  @FieldResolver(() => String, {
    description: 'The readable reference of the family, as the service point gave it.',
  })
  async reference(@Root() { id }: Family, @Ctx() { loaders }: Context): Promise<string> {
    const family = await loaders.knownFamily.load(id);
    if (family) return family.reference;
    throw new RelaisError('TRY_AGAIN', 'This family is not known here yet. Try again in a moment.');
  }
}

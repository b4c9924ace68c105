import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Centre } from '../../centres/centres/centre.ts';
import type { Context } from '../wing.ts';
import { CareMiss, CareOption } from './care-option.ts';

@Resolver(() => CareOption)
export class CareOptionResolver {
  @FieldResolver(() => Centre, { description: 'The centre of the section.' })
  centre(@Root() { section }: CareOption, @Ctx() { loaders }: Context): Promise<Centre | null> {
    return loaders.centres.load(section.centreId);
  }
}

@Resolver(() => CareMiss)
export class CareMissResolver {
  @FieldResolver(() => Centre, { description: 'The centre of the section.' })
  centre(@Root() { section }: CareMiss, @Ctx() { loaders }: Context): Promise<Centre | null> {
    return loaders.centres.load(section.centreId);
  }
}

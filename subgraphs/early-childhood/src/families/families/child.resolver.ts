import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { Arg, Authorized, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Permission } from '../../permissions.ts';
import type { Context } from '../wing.ts';
import { Child } from './child.ts';
import { Collector } from './collector.ts';
import { collectorsOf } from './collectors.rules.ts';
import { Family } from './family.ts';

@Resolver(() => Child)
export class ChildResolver {
  @Authorized<Permission>('family:read')
  @Query(() => Child, { nullable: true, description: 'One child; absent when there is none of this id.' })
  child(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<Child | null> {
    return loaders.children.load(id);
  }

  @Authorized<Permission>('care:read')
  @ListSize(2)
  @FieldResolver(() => [String], {
    nullable: true,
    description: 'What those who look after the child must know, such as allergies.',
  })
  careAlerts(@Root() { id }: Child, @Ctx() { loaders }: Context): Promise<string[]> {
    return loaders.careAlertsOfChild.load(id);
  }

  @Authorized<Permission>('care:read')
  @ListSize(2)
  @FieldResolver(() => [Collector], {
    nullable: true,
    description: 'Who, besides the family’s adults, may collect the child, and how they are reached.',
  })
  collectors(@Root() child: Child): Collector[] {
    return collectorsOf(child).map((each) => Object.assign(new Collector(), each));
  }

  // Under shared residence that is another family than the one through which the child was reached.
  @Authorized<Permission>('family:details')
  @FieldResolver(() => Family, { nullable: true, description: 'The family the child is registered with.' })
  family(@Root() child: Child, @Ctx() { loaders }: Context): Promise<Family | null> {
    return loaders.families.load(child.familyId);
  }
}

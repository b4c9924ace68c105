import { ME, PERMISSIONS, SignedIn, signedInAs } from '@relais/platform/auth/signed-in.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { Authorized, Ctx, Directive, FieldResolver, ObjectType, Query, Resolver } from 'type-graphql';
import type { Permission } from '../../permissions.ts';
import { Centre } from '../centres/centre.ts';
import type { Context } from '../wing.ts';

@Directive('@key(fields: "sub")')
@ObjectType({ description: ME })
export class Me extends SignedIn {}

@Resolver(() => Me)
export class MeResolver {
  @Authorized<Permission>('me:read')
  @Directive('@shareable')
  @Query(() => Me, { nullable: true, description: ME })
  me(@Ctx() { user }: Context): Me {
    return signedInAs(new Me(), user);
  }

  @ListSize(30)
  @FieldResolver(() => [String], { nullable: true, description: PERMISSIONS })
  carePermissions(@Ctx() { sight }: Context): string[] {
    return sight.permissions();
  }

  @ListSize(3)
  @FieldResolver(() => [Centre], {
    nullable: true,
    description: 'The centres that this person works in; empty for all but centre staff.',
  })
  async centres(@Ctx() { user, loaders }: Context): Promise<Centre[]> {
    const centres = await Promise.all(user.centreIds.map((id) => loaders.centres.load(id)));
    return centres.filter((centre) => centre !== null);
  }
}

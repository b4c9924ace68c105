import { ME, PERMISSIONS, SignedIn, signedInAs } from '@relais/platform/auth/signed-in.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { Authorized, Ctx, Directive, FieldResolver, ObjectType, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Permission } from '../permissions.ts';

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
  jobSearchPermissions(@Ctx() { sight }: Context): string[] {
    return sight.permissions();
  }
}

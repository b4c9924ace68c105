import { inMutation } from '@relais/platform/database/transaction.ts';
import { connectionOf, PageArguments, pageOf, pageSizeOf } from '@relais/platform/graphql/connection.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { timelinePosition } from '@relais/platform/graphql/timeline.ts';
import {
  Arg,
  Args,
  ArgsType,
  Authorized,
  Ctx,
  Field,
  FieldResolver,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { Permission } from '../../permissions.ts';
import type { Context } from '../wing.ts';
import { lookupsLogged } from './family-lookup.queries.ts';
import { FamilyLookup } from './family-lookup.ts';
import { LookUpFamilyInput, LookUpFamilyPayload, lookUpFamily } from './look-up-family.ts';

const FamilyLookupConnection = connectionOf('FamilyLookup', () => FamilyLookup);

@ArgsType()
class FamilyLookupsArguments extends PageArguments {
  @Field(() => String, { nullable: true, description: 'Only of this person, by the subject of the token.' })
  askedBy?: string | null;
}

@Resolver(() => FamilyLookup)
export class FamilyLookupResolver {
  @Authorized<Permission>('family:look-up')
  @Mutation(() => LookUpFamilyPayload, {
    description:
      'Says whether a family has a file already, before it is registered, and shows nothing of it. Who asked is kept.',
  })
  async lookUpFamily(
    @Arg('input', () => LookUpFamilyInput, { description: 'Whom to look for.' }) input: LookUpFamilyInput,
    @Ctx() context: Context,
  ): Promise<LookUpFamilyPayload> {
    return LookUpFamilyPayload.of(await inMutation(context, (tx, acting) => lookUpFamily(tx, input, acting)));
  }

  @Authorized<Permission>('family-lookup:audit')
  @Query(() => FamilyLookupConnection, { description: 'Who looked for families, newest first.' })
  async familyLookups(
    @Args(() => FamilyLookupsArguments) page: FamilyLookupsArguments,
    @Ctx() { db }: Context,
  ): Promise<InstanceType<typeof FamilyLookupConnection>> {
    const count = pageSizeOf(page) + 1;
    const rows = await lookupsLogged(db, page.askedBy ?? null, timelinePosition(page), count);
    return pageOf(rows, page, ({ askedAt, id }) => [askedAt.toISOString(), id]);
  }

  @ListSize(5)
  @FieldResolver(() => [String], {
    description: 'References of the files found; the asker was not told them.',
  })
  async foundReferences(
    @Root() { foundFamilyIds }: FamilyLookup,
    @Ctx() { loaders }: Context,
  ): Promise<string[]> {
    const families = await Promise.all(foundFamilyIds.map((id) => loaders.families.load(id)));
    return families.flatMap((family) => (family ? [family.reference] : []));
  }
}

import {
  countedConnectionOf,
  decodeCursor,
  PageArguments,
  pageOf,
  pageSizeOf,
} from '@relais/platform/graphql/connection.ts';
import { counted } from '@relais/platform/graphql/counted.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { isUuid } from '@relais/platform/ids.ts';
import {
  Arg,
  Args,
  ArgsType,
  Authorized,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { District } from '../../centres/districts/district.ts';
import type { Permission } from '../../permissions.ts';
import type { Context } from '../wing.ts';
import { Adult } from './adult.ts';
import { Child } from './child.ts';
import { Family } from './family.ts';
import { countFamilies } from './family-search.queries.ts';

const FamilyConnection = countedConnectionOf('Family', () => Family);

@ArgsType()
class FamiliesArguments extends PageArguments {
  @Field(() => String, {
    nullable: true,
    description:
      'Part of the name of the family or of an adult, or a reference; one or two letters: how the family’s name starts. Case, accents, blanks, hyphens and apostrophes do not matter. A whole telephone number finds the families of which you are told it, a day (`05/03/2024`) those with a child born or expected then.',
  })
  search?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only families of this district.' })
  districtId?: string | null;
}

const isFamilyCursor = ([, id]: string[]): boolean => isUuid(id);

@Resolver(() => Family)
export class FamilyResolver {
  @Authorized<Permission>('family:read')
  @Query(() => Family, {
    nullable: true,
    description: 'The file of a family; absent when no family has this reference.',
  })
  family(
    @Arg('reference', () => String, { description: 'Its readable reference, for example `NAN-000143`.' })
    reference: string,
    @Ctx() { loaders }: Context,
  ): Promise<Family | null> {
    return loaders.familyByReference(reference);
  }

  @Authorized<Permission>('family:read')
  @Query(() => Family, {
    nullable: true,
    description: 'The file of a family; absent when there is none of this id.',
  })
  familyById(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<Family | null> {
    return loaders.families.load(id);
  }

  @Authorized<Permission>('family:read')
  @Query(() => FamilyConnection, { description: 'Families by name; without search, all of them.' })
  async families(@Args(() => FamiliesArguments) page: FamiliesArguments, @Ctx() context: Context) {
    const { loaders, sight, db } = context;
    const search = {
      seen: sight.filter('family:see' satisfies Permission),
      words: page.search?.trim() ?? '',
      districtId: page.districtId ?? null,
      districtTold: sight.filter('home:district' satisfies Permission),
      after: decodeCursor(page.after, 2, isFamilyCursor),
      phoneTold: sight.filter('adult:phone' satisfies Permission),
      limit: pageSizeOf(page) + 1,
    };
    const found = await loaders.familiesFound(search);
    // Whoever asks for the family of a child of the page is not made to wait for it again.
    for (const family of found) loaders.families.prime(family.id, family);
    const shown = pageOf(found, page, ({ displayName, id }) => [displayName, id]);
    return counted(shown, () => countFamilies(db, search));
  }

  @Authorized<Permission>('home:district')
  @FieldResolver(() => District, {
    nullable: true,
    description: 'The district the family lives in, where known.',
  })
  district(@Root() family: Family, @Ctx() { loaders }: Context): Promise<District | null> | null {
    return family.districtId ? loaders.districts.load(family.districtId) : null;
  }

  @ListSize(2)
  @FieldResolver(() => [Adult], { nullable: true, description: 'The adults of the family.' })
  adults(@Root() family: Family, @Ctx() { loaders }: Context): Promise<Adult[]> {
    return loaders.adultsOfFamily.load(family.id);
  }

  @Authorized<Permission>('family:details')
  @ListSize(3)
  @FieldResolver(() => [Child], {
    nullable: true,
    description:
      'The dependent children, eldest first; those in shared residence are in both of their families.',
  })
  children(@Root() family: Family, @Ctx() { loaders }: Context): Promise<Child[]> {
    return loaders.childrenOfFamily.load(family.id);
  }
}

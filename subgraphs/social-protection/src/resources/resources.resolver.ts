import { inMutation } from '@relais/platform/database/transaction.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { Arg, Authorized, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { Family } from '../known-families/family.ts';
import type { Permission } from '../permissions.ts';
import { ChooseResourcesInput, ChooseResourcesPayload, chooseResources } from './choose-resources.ts';
import { RecordResourcesInput, RecordResourcesPayload, recordResources } from './record-resources.ts';
import { Resources } from './resources.ts';

@Resolver(() => Family)
export class FamilyResourcesResolver {
  @Authorized<Permission>('benefits:read')
  @ListSize(2)
  @FieldResolver(() => [Resources], {
    nullable: true,
    description:
      'The resources on record, newest year first; of a corrected year, the newest statement. Two statements of one year that a merge of files left both stand, the one that prevails first, until `chooseResources`.',
  })
  resources(@Root() { id }: Family, @Ctx() { loaders }: Context): Promise<Resources[]> {
    return loaders.resourcesOfFamily.load(id);
  }

  @Authorized<Permission>('benefits:write')
  @Mutation(() => RecordResourcesPayload, {
    description: 'Records the resources of a year, or corrects them.',
  })
  async recordResources(
    @Arg('input', () => RecordResourcesInput, { description: 'The resources.' }) input: RecordResourcesInput,
    @Ctx() context: Context,
  ): Promise<RecordResourcesPayload> {
    return RecordResourcesPayload.of(
      await inMutation(context, (tx, acting) => recordResources(tx, input, acting), {
        resources_pkey: 'CONFLICT',
      }),
    );
  }

  @Authorized<Permission>('benefits:write')
  @Mutation(() => ChooseResourcesPayload, {
    description:
      'Chooses between the statements of one year that a merge of files left. The others stay readable in `replaced`.',
  })
  async chooseResources(
    @Arg('input', () => ChooseResourcesInput, { description: 'The choice.' }) input: ChooseResourcesInput,
    @Ctx() context: Context,
  ): Promise<ChooseResourcesPayload> {
    return ChooseResourcesPayload.of(
      await inMutation(context, (tx, acting) => chooseResources(tx, input, acting)),
    );
  }
}

@Resolver(() => Resources)
export class ResourcesResolver {
  @ListSize(2)
  @FieldResolver(() => [Resources], {
    description: 'The statements it corrected or was chosen in place of, newest first.',
  })
  async replaced(@Root() { replaces }: Resources, @Ctx() { loaders }: Context): Promise<Resources[]> {
    const found = await Promise.all(replaces.map((id) => loaders.resources.load(id)));
    return found
      .filter((each) => each !== null)
      .toSorted((one, other) => other.recordedAt.getTime() - one.recordedAt.getTime());
  }
}

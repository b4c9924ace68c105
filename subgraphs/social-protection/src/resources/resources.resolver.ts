import { inMutation, refusedBy } from '@relais/platform/database/transaction.ts';
import { Arg, Authorized, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { Family } from '../known-families/family.ts';
import {
  RecordResourcesInput,
  RecordResourcesPayload,
  RecordResourcesRefusal,
  type RecordResourcesResult,
  recordResources,
} from './record-resources.ts';
import { Resources } from './resources.ts';

@Resolver(() => Family)
export class FamilyResourcesResolver {
  @Authorized('benefits:read')
  @FieldResolver(() => [Resources], {
    nullable: true,
    description: 'The resources on record, newest year first; of a corrected year, the newest record.',
  })
  resources(@Root() { id }: Family, @Ctx() { loaders }: Context): Promise<Resources[]> {
    return loaders.resourcesOfFamily.load(id);
  }

  @Authorized('benefits:write')
  @Mutation(() => RecordResourcesPayload, {
    description: 'Records the resources of a year, or corrects them.',
  })
  async recordResources(
    @Arg('input', () => RecordResourcesInput, { description: 'The resources.' }) input: RecordResourcesInput,
    @Ctx() context: Context,
  ): Promise<RecordResourcesPayload> {
    const recording = { now: context.now, by: context.user.sub };
    const result = await refusedBy<RecordResourcesResult, 'CONFLICT'>({ resources_pkey: 'CONFLICT' }, () =>
      inMutation(context, (tx) => recordResources(tx, input, recording)),
    );
    if ('refusal' in result) return { resources: null, refusal: RecordResourcesRefusal.of(result.refusal) };
    return { resources: result.resources, refusal: null };
  }
}

import { inMutation } from '@relais/platform/database/transaction.ts';
import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Permission } from '../permissions.ts';
import { importEntitlements } from './import-entitlements.ts';
import { ImportEntitlementsInput, ImportEntitlementsPayload } from './imported-row.ts';

@Resolver()
export class ImportEntitlementsResolver {
  @Authorized<Permission>('benefits:write')
  @Mutation(() => ImportEntitlementsPayload, {
    description:
      'Takes rows of a monthly file: each is taken, found on record or refused with its reason. Sending it again is safe.',
  })
  importEntitlements(
    @Arg('input', () => ImportEntitlementsInput, { description: 'The rows.' }) input: ImportEntitlementsInput,
    @Ctx() context: Context,
  ): Promise<ImportEntitlementsPayload> {
    return inMutation(context, (tx, acting) => importEntitlements(tx, input, acting));
  }
}

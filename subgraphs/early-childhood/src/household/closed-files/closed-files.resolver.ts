import { inMutation } from '@relais/platform/database/transaction.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { Arg, Authorized, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Family } from '../../families/families/family.ts';
import type { Permission } from '../../permissions.ts';
import type { Context } from '../wing.ts';
import { CloseFamilyFileInput, CloseFamilyFilePayload, closeFamilyFile } from './close-family-file.ts';
import { FamilyClosing } from './family-closing.ts';
import { ReopenFamilyFileInput, ReopenFamilyFilePayload, reopenFamilyFile } from './reopen-family-file.ts';

@Resolver(() => Family)
export class ClosedFilesResolver {
  @Authorized<Permission>('family:details')
  @ListSize(1)
  @FieldResolver(() => [FamilyClosing], {
    nullable: true,
    description:
      'When the file was closed, newest first; it is closed while the newest was not opened again.',
  })
  closings(@Root() { id }: Family, @Ctx() { loaders }: Context): Promise<FamilyClosing[]> {
    return loaders.closingsOfFamily.load(id);
  }

  @Authorized<Permission>('family:close')
  @Mutation(() => CloseFamilyFilePayload, {
    description:
      'Closes the file of a family that moved away, or whose youngest turned six: placements end today, open requests are withdrawn, bookings from tomorrow on are given back.',
  })
  async closeFamilyFile(
    @Arg('input', () => CloseFamilyFileInput, { description: 'Which file, and why.' })
    input: CloseFamilyFileInput,
    @Ctx() context: Context,
  ): Promise<CloseFamilyFilePayload> {
    return CloseFamilyFilePayload.of(
      await inMutation(context, (tx, acting) => closeFamilyFile(tx, input, acting)),
    );
  }

  @Authorized<Permission>('family:close')
  @Mutation(() => ReopenFamilyFilePayload, {
    description: 'Opens a closed file again; what ended with it stays ended.',
  })
  async reopenFamilyFile(
    @Arg('input', () => ReopenFamilyFileInput, { description: 'Which file.' })
    input: ReopenFamilyFileInput,
    @Ctx() context: Context,
  ): Promise<ReopenFamilyFilePayload> {
    return ReopenFamilyFilePayload.of(
      await inMutation(context, (tx, acting) => reopenFamilyFile(tx, input, acting)),
    );
  }
}

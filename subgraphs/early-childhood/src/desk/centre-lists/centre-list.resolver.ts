import { inMutation } from '@relais/platform/database/transaction.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { Arg, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Permission } from '../../permissions.ts';
import { refusalsOfIds } from '../centre-changes/centre-change.reasons.ts';
import type { Context } from '../wing.ts';
import { importCentres } from './import-centres.ts';
import { incompleteCentres } from './listed-centre.queries.ts';
import { ListedCentre } from './listed-centre.ts';
import { ImportCentresInput, ImportCentresPayload } from './listed-row.ts';

@Resolver()
export class CentreListResolver {
  @Authorized<Permission>('centre:read')
  @ListSize(20)
  @Query(() => [ListedCentre], {
    description: 'What the lists of the city name and is no centre yet, because something of it is missing.',
  })
  incompleteCentres(
    @Ctx() { db }: Context,
    @Arg('source', () => String, { nullable: true, description: 'Only those of this source.' })
    source?: string | null,
  ): Promise<ListedCentre[]> {
    return incompleteCentres(db, source ?? null);
  }

  @Authorized<Permission>('centre:write')
  @Mutation(() => ImportCentresPayload, {
    description:
      'Takes rows of a city’s list of centres: each opens a centre, changes one from a day, is found on record, is shown as incomplete, or is refused with its reason. Sending it again is safe. `npm run import -- centres` sends a whole file.',
  })
  async importCentres(
    @Arg('input', () => ImportCentresInput, { description: 'The rows.' }) input: ImportCentresInput,
    @Ctx() context: Context,
  ): Promise<ImportCentresPayload> {
    return ImportCentresPayload.of(
      await inMutation(context, (tx, acting) => importCentres(tx, input, acting), refusalsOfIds),
    );
  }
}

import { inMutation } from '@relais/platform/database/transaction.ts';
import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Permission } from '../../permissions.ts';
import type { Context } from '../wing.ts';
import { LoadSchoolTermsInput, LoadSchoolTermsPayload, loadSchoolTerms } from './load-school-terms.ts';

@Resolver()
export class SchoolTermsResolver {
  @Authorized<Permission>('centre:write')
  @Mutation(() => LoadSchoolTermsPayload, {
    description:
      'Adds what follows of the school calendar of the city’s zone. On days beyond the known calendar school looks after nobody; `/health/ready` says so 90 days before (`schoolTermsEnd`).',
  })
  async loadSchoolTerms(
    @Arg('input', () => LoadSchoolTermsInput, { description: 'The terms that follow.' })
    input: LoadSchoolTermsInput,
    @Ctx() context: Context,
  ): Promise<LoadSchoolTermsPayload> {
    return LoadSchoolTermsPayload.of(
      await inMutation(context, (tx, acting) => loadSchoolTerms(tx, input, acting)),
    );
  }
}

import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';
import { Arg, Authorized, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { Family } from '../known-families/family.ts';
import type { Permission } from '../permissions.ts';
import { benefitsStatus } from './benefits-status.rules.ts';
import { BenefitsStatus } from './benefits-status.ts';

@Resolver(() => Family)
export class FamilyBenefitsStatusResolver {
  @Authorized<Permission>('benefits:read')
  @FieldResolver(() => BenefitsStatus, {
    nullable: true,
    description: 'The summary of the benefits of the family, as they were and were known on a day.',
  })
  async benefitsStatus(
    @Root() { id }: Family,
    @Arg('asOf', () => CivilDate, { nullable: true, description: 'The day asked about; today when absent.' })
    asOf: Temporal.PlainDate | null,
    @Ctx() { loaders, now }: Context,
  ): Promise<BenefitsStatus> {
    return benefitsStatus(await loaders.entitlementFilesOfFamily.load(id), asOf ?? dayOf(now));
  }
}

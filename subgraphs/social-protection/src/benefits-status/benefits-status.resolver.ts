import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';
import { Arg, Authorized, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { daysAsked } from '../entitlements/entitlement.rules.ts';
import { Family } from '../known-families/family.ts';
import type { Permission } from '../permissions.ts';
import { benefitsStatus } from './benefits-status.rules.ts';
import { BenefitsStatus } from './benefits-status.ts';

@Resolver(() => Family)
export class FamilyBenefitsStatusResolver {
  @Authorized<Permission>('benefits:read')
  @FieldResolver(() => BenefitsStatus, {
    nullable: true,
    description:
      'The summary of the benefits of the family, as they were on a day and were known on it or another.',
  })
  async benefitsStatus(
    @Root() { id }: Family,
    @Arg('on', () => CivilDate, {
      nullable: true,
      description: 'The day asked about; that of `asOf`, or today, when absent.',
    })
    on: Temporal.PlainDate | null,
    @Arg('asOf', () => CivilDate, {
      nullable: true,
      description:
        'What was known on this day, and nothing that was recorded later; what is known today when absent.',
    })
    asOf: Temporal.PlainDate | null,
    @Ctx() { loaders, now }: Context,
  ): Promise<BenefitsStatus> {
    const days = daysAsked({ on, asOf }, dayOf(now));
    return benefitsStatus(await loaders.entitlementFilesOfFamily.load(id), days.on, days.knownOn);
  }
}

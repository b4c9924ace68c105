import { RelaisError } from '@relais/platform/errors.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { Authorized, Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { HourlyFee } from '../hourly-fee/hourly-fee.ts';
import type { Permission } from '../permissions.ts';
import { monthlyEstimate } from './monthly-estimate.rules.ts';
import { MonthlyEstimate } from './monthly-estimate.ts';
import { Placement } from './placement.ts';

@Resolver(() => Placement)
export class PlacementMonthlyEstimateResolver {
  @Directive(
    '@requires(fields: "weeklyHours kind ordinaryFrom endsOn family { id } section { centre { kind } }")',
  )
  @Authorized<Permission>('fee:read')
  @FieldResolver(() => MonthlyEstimate, {
    nullable: true,
    description:
      'What the placement costs the family in an ordinary month, from its resources, which stay where they are.',
  })
  async monthlyEstimate(
    @Root() { kind, ordinaryFrom, endsOn, weeklyHours, family, section }: Placement,
    @Ctx() { loaders, now }: Context,
  ): Promise<MonthlyEstimate> {
    if (!section || !family) throw new RelaisError('TRY_AGAIN', 'The placement came without its hours.');
    const facts = { careKind: kind, centreKind: section.centre.kind, ordinaryFrom, endsOn, weeklyHours };
    const recorded = await loaders.resourcesOfFamily.load(family.id);
    const { fee, ...estimate } = monthlyEstimate(facts, recorded, dayOf(now));
    return { ...estimate, hourlyFee: HourlyFee.of(fee) };
  }
}

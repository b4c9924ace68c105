import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import type { Temporal } from 'temporal-polyfill';
import {
  Arg,
  Args,
  ArgsType,
  Authorized,
  Ctx,
  Field,
  FieldResolver,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { Context } from '../context.ts';
import { Family } from '../known-families/family.ts';
import type { Permission } from '../permissions.ts';
import { linesOn } from './fee-scale.rules.ts';
import { FeeScaleLine } from './fee-scale.ts';
import { hourlyFee } from './hourly-fee.rules.ts';
import { CareKind, HourlyFee, TariffKind } from './hourly-fee.ts';

@ArgsType()
class HourlyFeeArguments {
  @Field(() => CivilDate, { description: 'The day of care: its scale and its year N−2 count.' })
  on!: Temporal.PlainDate;

  @Field(() => TariffKind, { description: 'By which scale the centre charges.' })
  tariffKind!: TariffKind;

  @Field(() => CareKind, {
    description: 'How care is agreed; an emergency has a fee even when resources are unknown.',
  })
  careKind!: CareKind;
}

@Resolver(() => Family)
export class FamilyHourlyFeeResolver {
  @Authorized<Permission>('fee:read')
  @FieldResolver(() => HourlyFee, {
    nullable: true,
    description: 'What the family pays for an hour of care on a day, from its resources of year N−2.',
  })
  async hourlyFee(
    @Root() { id }: Family,
    @Args(() => HourlyFeeArguments) question: HourlyFeeArguments,
    @Ctx() { loaders }: Context,
  ): Promise<HourlyFee> {
    return HourlyFee.of(hourlyFee(question, await loaders.resourcesOfFamily.load(id)));
  }

  @Authorized<Permission>('fee:read')
  @ListSize(15)
  @Query(() => [FeeScaleLine], {
    description:
      'The CNAF scale in force on a day, by kind of centre and number of children; empty before 2018.',
  })
  feeScale(
    @Arg('on', () => CivilDate, { description: 'The day of care.' }) on: Temporal.PlainDate,
  ): FeeScaleLine[] {
    return linesOn(on);
  }
}

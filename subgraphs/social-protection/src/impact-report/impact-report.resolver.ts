import { FiguresClosed } from '@relais/platform/statistics/closed-quarters.ts';
import { quarterFigures, Share, shareOf } from '@relais/platform/statistics/figure.ts';
import { Authorized, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Permission } from '../permissions.ts';
import { countingIncomeSupport } from './count-income-support.ts';
import { ImpactReport } from './impact-report.ts';
import { incomeSupportTable } from './income-support-figures.rules.ts';

@Resolver(() => ImpactReport)
export class ImpactReportResolver {
  @Authorized<Permission>('impact-report:read')
  @FieldResolver(() => Share, {
    nullable: true,
    description:
      'Families who received income support (RSA) on the last day of the quarter, as it was known then, of all families registered by that day, each where it lived then.',
  })
  async incomeSupportOnLastDay(@Root() report: ImpactReport, @Ctx() { loaders }: Context): Promise<Share> {
    const figures = await quarterFigures(report, loaders, countingIncomeSupport, incomeSupportTable);
    return shareOf(figures, 'receiving', 'families', report.districtId);
  }

  @Authorized<Permission>('impact-report:read')
  @FieldResolver(() => FiguresClosed, {
    nullable: true,
    description: 'When the figures on benefits were closed; absent while they are provisional.',
  })
  async benefitsFiguresClosed(
    @Root() report: ImpactReport,
    @Ctx() { loaders }: Context,
  ): Promise<FiguresClosed | null> {
    return (await loaders.quarterCounts.load(report)).closed;
  }
}

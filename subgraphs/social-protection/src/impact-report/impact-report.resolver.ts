import { Share, shareOf } from '@relais/platform/statistics/figure.ts';
import { Authorized, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { ImpactReport } from './impact-report.ts';

@Resolver(() => ImpactReport)
export class ImpactReportResolver {
  @Authorized('impact-report:read')
  @FieldResolver(() => Share, {
    nullable: true,
    description:
      'Families who received income support (RSA) on the last day of the quarter, as it was known then, of all families known.',
  })
  async incomeSupportOnLastDay(@Root() report: ImpactReport, @Ctx() { loaders }: Context): Promise<Share> {
    const { receiving, families } = await loaders.incomeSupportFigures.load(report);
    return shareOf(receiving, families, report.districtId);
  }
}

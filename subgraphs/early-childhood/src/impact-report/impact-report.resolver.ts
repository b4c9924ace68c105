import { figureOf, Share, shareOf } from '@relais/platform/statistics/figure.ts';
import { Args, Authorized, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { CareKind } from '../centres/care-kind.ts';
import type { Context } from '../context.ts';
import { District } from '../districts/district.ts';
import type { Permission } from '../permissions.ts';
import { medianOf } from './impact-figures.rules.ts';
import {
  CareKindFigures,
  EmergencyCareFigures,
  ImpactReport,
  ImpactReportArguments,
} from './impact-report.ts';
import { openImpactReport } from './open-impact-report.ts';

const kinds = Object.values(CareKind);

@Resolver(() => ImpactReport)
export class ImpactReportResolver {
  @Authorized<Permission>('impact-report:read')
  @Query(() => ImpactReport, {
    description:
      'The figures of one calendar quarter that is over. Quarters never overlap, so that none can be subtracted from another.',
  })
  impactReport(
    @Args(() => ImpactReportArguments) args: ImpactReportArguments,
    @Ctx() context: Context,
  ): Promise<ImpactReport> {
    return openImpactReport(args, context);
  }

  @FieldResolver(() => District, { nullable: true, description: 'The district; absent for the whole city.' })
  async district(
    @Root() { districtId }: ImpactReport,
    @Ctx() { loaders }: Context,
  ): Promise<District | null> {
    return districtId === null ? null : loaders.districts.load(districtId);
  }

  @FieldResolver(() => Share, {
    description:
      'Families with care that took place in the quarter (not cancelled), of those registered by its end.',
  })
  async familiesServed(@Root() report: ImpactReport, @Ctx() { loaders }: Context): Promise<Share> {
    const { served, registered } = await loaders.careFigures.load(report);
    return shareOf(served, registered, report.districtId);
  }

  @FieldResolver(() => [CareKindFigures], { description: 'The families served, by kind of care.' })
  async familiesByCareKind(
    @Root() report: ImpactReport,
    @Ctx() { loaders }: Context,
  ): Promise<CareKindFigures[]> {
    const figures = await loaders.careFigures.load(report);
    return kinds.map((kind) => ({
      kind,
      families: shareOf(figures[kind], figures.served, report.districtId),
    }));
  }

  @FieldResolver(() => EmergencyCareFigures, { description: 'The notice at which emergency care came.' })
  async emergencyCare(
    @Root() { districtId, ...quarter }: ImpactReport,
    @Ctx() { loaders }: Context,
  ): Promise<EmergencyCareFigures> {
    const figures = await loaders.emergencyFigures.load(quarter);
    const bookings = figureOf(figures.bookings, districtId);
    return { bookings, medianNoticeMinutes: bookings.isWithheld ? null : medianOf(figures, districtId) };
  }

  @FieldResolver(() => Share, {
    description:
      'Families served with a stabilising or positive outcome, of all families served. It is one when, by the end of the quarter, a placement that ran in it had lasted 3 months or more, or when in the quarter a parent attended at least one milestone whose childcare was covered, as it was last told. Nothing else counts, and nobody judges.',
  })
  async stabilisingOrPositiveOutcome(
    @Root() report: ImpactReport,
    @Ctx() { loaders }: Context,
  ): Promise<Share> {
    const { stabilised, served } = await loaders.careFigures.load(report);
    return shareOf(stabilised, served, report.districtId);
  }
}

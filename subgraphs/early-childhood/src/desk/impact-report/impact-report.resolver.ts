import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { FiguresClosed } from '@relais/platform/statistics/closed-quarters.ts';
import { figureOf, quarterFigures, Share, shareOf } from '@relais/platform/statistics/figure.ts';
import { closedFrom, isClosed } from '@relais/platform/statistics/quarter.rules.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';
import { Args, Authorized, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { CareKind } from '../../centres/centres/care-kind.ts';
import { District } from '../../centres/districts/district.ts';
import type { Permission } from '../../permissions.ts';
import type { Context } from '../wing.ts';
import { countingCare } from './count-care.ts';
import { careTable, emergencyTable, medianOf } from './impact-figures.rules.ts';
import {
  CareKindFigures,
  EmergencyCareFigures,
  ImpactReport,
  ImpactReportArguments,
  QuarterArguments,
} from './impact-report.ts';
import { openImpactReport, openServedReports } from './open-impact-report.ts';

const kinds = Object.values(CareKind);

const careFigures = (report: ImpactReport, loaders: Context['loaders']) =>
  quarterFigures(report, loaders, countingCare, ({ care, areas }) => careTable(care, areas));

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

  @Authorized<Permission>('impact-report:read')
  @ListSize(12)
  @Query(() => [ImpactReport], {
    description:
      'The figures of one calendar quarter that is over, of each district whose families were served on its last day (`District.service`), by number. No sum of them is given: beside that of the whole city it would tell of the districts that are left, however few families live there.',
  })
  servedImpactReports(
    @Args(() => QuarterArguments) args: QuarterArguments,
    @Ctx() context: Context,
  ): Promise<ImpactReport[]> {
    return openServedReports(args, context);
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
      'Families with care that took place in the quarter (cancelled, if at all, after it had begun), of those registered by its end.',
  })
  async familiesServed(@Root() report: ImpactReport, @Ctx() { loaders }: Context): Promise<Share> {
    const figures = await careFigures(report, loaders);
    return shareOf(figures, 'served', 'registered', report.districtId);
  }

  @ListSize(8)
  @FieldResolver(() => [CareKindFigures], { description: 'The families served, by kind of care.' })
  async familiesByCareKind(
    @Root() report: ImpactReport,
    @Ctx() { loaders }: Context,
  ): Promise<CareKindFigures[]> {
    const figures = await careFigures(report, loaders);
    return kinds.map((kind) => ({ kind, families: shareOf(figures, kind, 'served', report.districtId) }));
  }

  @FieldResolver(() => EmergencyCareFigures, { description: 'The notice at which emergency care came.' })
  async emergencyCare(
    @Root() report: ImpactReport,
    @Ctx() { loaders }: Context,
  ): Promise<EmergencyCareFigures> {
    const { counts } = await loaders.quarterCounts.load(report);
    const figures = await quarterFigures(report, loaders, countingCare, ({ emergencies, areas }) =>
      emergencyTable(emergencies, areas),
    );
    const bookings = figureOf(figures, 'bookings', report.districtId);
    const median = bookings.isWithheld ? null : medianOf(counts.emergencies, report.districtId);
    return { bookings, medianNoticeMinutes: median };
  }

  @FieldResolver(() => Share, {
    description:
      'Families served with a stabilising or positive outcome, of all families served. It is one when, by the end of the quarter, a placement that ran in it had lasted 3 months or more, or when in the quarter a parent attended at least one milestone whose childcare was covered, as it was last told. Nothing else counts, and nobody judges.',
  })
  async stabilisingOrPositiveOutcome(
    @Root() report: ImpactReport,
    @Ctx() { loaders }: Context,
  ): Promise<Share> {
    const figures = await careFigures(report, loaders);
    return shareOf(figures, 'stabilised', 'served', report.districtId);
  }

  @FieldResolver(() => CivilDate, {
    description:
      'The day on which the figures are closed, 31 days after the end of the quarter: what was recorded by then is in them, and nothing changes them afterwards.',
  })
  closesOn(@Root() report: ImpactReport): Temporal.PlainDate {
    return closedFrom(report);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the figures may still change, because outcomes of the quarter are still recorded.',
  })
  isProvisional(@Root() report: ImpactReport, @Ctx() { now }: Context): boolean {
    return !isClosed(report, dayOf(now));
  }

  @FieldResolver(() => FiguresClosed, {
    nullable: true,
    description: 'When the figures on care were closed; absent while they are provisional.',
  })
  async careFiguresClosed(
    @Root() report: ImpactReport,
    @Ctx() { loaders }: Context,
  ): Promise<FiguresClosed | null> {
    return (await loaders.quarterCounts.load(report)).closed;
  }
}

import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { FiguresClosed } from '@relais/platform/statistics/closed-quarters.ts';
import { quarterFigures, shareOf } from '@relais/platform/statistics/figure.ts';
import { Authorized, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Permission } from '../permissions.ts';
import { FollowUpPoint } from '../returns-to-work/follow-up.ts';
import { ReturnKind } from '../returns-to-work/return-to-work.ts';
import { countingJobSearch } from './count-job-search.ts';
import { followUpTable, milestoneTable, returnTable } from './impact-figures.rules.ts';
import {
  CoveredMilestones,
  FollowedUpReturns,
  ImpactReport,
  ReportedCover,
  ReturnKindFigures,
} from './impact-report.ts';

@Resolver(() => ImpactReport)
export class ImpactReportResolver {
  @Authorized<Permission>('impact-report:read')
  @ListSize(8)
  @FieldResolver(() => [CoveredMilestones], {
    nullable: true,
    description:
      'Milestones of the quarter that were attended or missed, by the childcare cover they had. No sum is given over the covers.',
  })
  async milestonesByCover(
    @Root() report: ImpactReport,
    @Ctx() { loaders }: Context,
  ): Promise<CoveredMilestones[]> {
    const ofCover = async (cover: ReportedCover): Promise<CoveredMilestones> => {
      const figures = await quarterFigures(report, loaders, countingJobSearch, ({ milestones, districts }) =>
        milestoneTable(
          milestones.filter((row) => row.cover === cover),
          districts,
        ),
      );
      return {
        cover,
        attended: shareOf(figures, 'attended', 'held', report.districtId),
        missed: shareOf(figures, 'missed', 'held', report.districtId),
        missedForLackOfChildcare: shareOf(figures, 'forChildcare', 'missed', report.districtId),
      };
    };
    return Promise.all(Object.values(ReportedCover).map(ofCover));
  }

  @Authorized<Permission>('impact-report:read')
  @ListSize(8)
  @FieldResolver(() => [ReturnKindFigures], {
    nullable: true,
    description: 'Returns to work, training or education that started in the quarter.',
  })
  async returnsByKind(
    @Root() report: ImpactReport,
    @Ctx() { loaders }: Context,
  ): Promise<ReturnKindFigures[]> {
    const figures = await quarterFigures(report, loaders, countingJobSearch, ({ jobSeekers, districts }) =>
      returnTable(jobSeekers, districts),
    );
    return Object.values(ReturnKind).map((kind) => ({
      kind,
      jobSeekers: shareOf(figures, kind, 'jobSeekers', report.districtId),
    }));
  }

  @Authorized<Permission>('impact-report:read')
  @ListSize(8)
  @FieldResolver(() => [FollowedUpReturns], {
    nullable: true,
    description: 'Returns that reached one, three or six months in the quarter, and were followed up.',
  })
  async returnsFollowedUp(
    @Root() report: ImpactReport,
    @Ctx() { loaders }: Context,
  ): Promise<FollowedUpReturns[]> {
    const after = async (point: FollowUpPoint): Promise<FollowedUpReturns> => {
      const figures = await quarterFigures(report, loaders, countingJobSearch, ({ followUps, districts }) =>
        followUpTable(
          followUps.filter((row) => row.point === point),
          districts,
        ),
      );
      return { point, stillThere: shareOf(figures, 'stillThere', 'reached', report.districtId) };
    };
    return Promise.all(Object.values(FollowUpPoint).map(after));
  }

  @Authorized<Permission>('impact-report:read')
  @FieldResolver(() => FiguresClosed, {
    nullable: true,
    description: 'When the figures on the job search were closed; absent while they are provisional.',
  })
  async jobSearchFiguresClosed(
    @Root() report: ImpactReport,
    @Ctx() { loaders }: Context,
  ): Promise<FiguresClosed | null> {
    return (await loaders.quarterCounts.load(report)).closed;
  }
}

import { shareOf } from '@relais/platform/statistics/figure.ts';
import { Authorized, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { FollowUpPoint } from '../returns-to-work/follow-up.ts';
import { ReturnKind } from '../returns-to-work/return-to-work.ts';
import { followUpFigures, milestoneFigures, returnFigures } from './impact-figures.rules.ts';
import {
  CoveredMilestones,
  FollowedUpReturns,
  ImpactReport,
  ReportedCover,
  ReturnKindFigures,
} from './impact-report.ts';

@Resolver(() => ImpactReport)
export class ImpactReportResolver {
  @Authorized('impact-report:read')
  @FieldResolver(() => [CoveredMilestones], {
    nullable: true,
    description:
      'Milestones of the quarter that were attended or missed, by the childcare cover they had. No sum is given over the covers.',
  })
  async milestonesByCover(
    @Root() report: ImpactReport,
    @Ctx() { loaders }: Context,
  ): Promise<CoveredMilestones[]> {
    const rows = await loaders.milestonesHeld.load(report);
    const districts = await loaders.districtsOfFamilies.load('ALL');
    return Object.values(ReportedCover).map((cover) => {
      const ofCover = rows.filter((row) => row.cover === cover);
      const { held, attended, missed, forChildcare } = milestoneFigures(ofCover, districts);
      return {
        cover,
        attended: shareOf(attended, held, report.districtId),
        missed: shareOf(missed, held, report.districtId),
        missedForLackOfChildcare: shareOf(forChildcare, missed, report.districtId),
      };
    });
  }

  @Authorized('impact-report:read')
  @FieldResolver(() => [ReturnKindFigures], {
    nullable: true,
    description: 'Returns to work, training or education that started in the quarter.',
  })
  async returnsByKind(
    @Root() report: ImpactReport,
    @Ctx() { loaders }: Context,
  ): Promise<ReturnKindFigures[]> {
    const rows = await loaders.jobSeekersAndReturns.load(report);
    const figures = returnFigures(rows, await loaders.districtsOfFamilies.load('ALL'));
    return Object.values(ReturnKind).map((kind) => ({
      kind,
      jobSeekers: shareOf(figures[kind], figures.jobSeekers, report.districtId),
    }));
  }

  @Authorized('impact-report:read')
  @FieldResolver(() => [FollowedUpReturns], {
    nullable: true,
    description: 'Returns that reached one, three or six months in the quarter, and were followed up.',
  })
  async returnsFollowedUp(
    @Root() report: ImpactReport,
    @Ctx() { loaders }: Context,
  ): Promise<FollowedUpReturns[]> {
    const rows = await loaders.returnsFollowedUp.load(report);
    const districts = await loaders.districtsOfFamilies.load('ALL');
    return Object.values(FollowUpPoint).map((point) => {
      const { stillThere, reached } = followUpFigures(
        rows.filter((row) => row.point === point),
        districts,
      );
      return { point, stillThere: shareOf(stillThere, reached, report.districtId) };
    });
  }
}

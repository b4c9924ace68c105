import { signedInAs } from '@relais/platform/auth/signed-in.ts';
import type { RelationsOf } from '@relais/platform/followers/owners-of-relations.ts';
import { followersChangedEvent, receiveFollowersOf } from '@relais/platform/followers/tell-followers.ts';
import { mergeTakenEvent, receiveParted } from '@relais/platform/known-families/merge-taken.ts';
import { receiveFamilyChange } from '@relais/platform/known-families/receive-family-change.ts';
import { objectionsChangedEvent, receiveObjections } from '@relais/platform/objections/tell-objections.ts';
import { knownProfessionals, knowSignedIn } from '@relais/platform/professionals/professional-changed.ts';
import { CLOSE_QUARTER, closeQuarterJob, nextClosing } from '@relais/platform/statistics/closed-quarters.ts';
import { reportKeyOf } from '@relais/platform/statistics/report-key.ts';
import { asItCame, defineSubgraph } from '@relais/platform/subgraph.ts';
import { byId } from '@relais/platform/wing.ts';
import { changesTold } from './changes-told.ts';
import { entities, migrations } from './database.ts';
import {
  EngagementContractResolver,
  HoursReductionResolver,
  JobSeekerContractResolver,
} from './engagement-contracts/engagement-contract.resolver.ts';
import { countingJobSearch } from './impact-report/count-job-search.ts';
import { ImpactReportResolver } from './impact-report/impact-report.resolver.ts';
import { ImpactReport } from './impact-report/impact-report.ts';
import { JobSearchAccessesResolver } from './job-search-accesses/job-search-accesses.resolver.ts';
import { JobSearchAttentionResolver } from './job-search-attention/job-search-attention.resolver.ts';
import { JobSearchDeskResolver } from './job-search-desk/job-search-desk.resolver.ts';
import { JobSearchNewsResolver } from './job-search-news/job-search-news.resolver.ts';
import { JobSearchTimelineResolver } from './job-search-steps/job-search-timeline.resolver.ts';
import { AdultJobSeekerResolver } from './job-seekers/adult-job-seeker.resolver.ts';
import { DeskResolver } from './job-seekers/desk.resolver.ts';
import { JobSeekerResolver } from './job-seekers/job-seeker.resolver.ts';
import { JobSeekerChangesResolver } from './job-seekers/job-seeker-changes.resolver.ts';
import { MyJobSeekersResolver } from './job-seekers/my-job-seekers.resolver.ts';
import { receiveCoverChange } from './known-covers/receive-cover-change.ts';
import { Adult } from './known-families/adult.ts';
import { FamilyResolver } from './known-families/family.resolver.ts';
import { Family } from './known-families/family.ts';
import { followRegistered } from './known-families/follow-registered.ts';
import { openLoaders } from './loaders.ts';
import { Me, MeResolver } from './me/me.resolver.ts';
import { mergeFamily, partFamilies, tellPartedAnew } from './merge-family.ts';
import { FamilyMilestonesResolver } from './milestones/family-milestones.resolver.ts';
import { askedMilestones } from './milestones/list-milestones.ts';
import { MilestoneResolver } from './milestones/milestone.resolver.ts';
import { MilestoneChangesResolver } from './milestones/milestone-changes.resolver.ts';
import { MilestoneSeriesResolver } from './milestones/milestone-series.resolver.ts';
import { milestoneChangedEvent } from './milestones/publish-milestone.ts';
import { keeper } from './objections/forget-objected.ts';
import { categories, changers, permissions } from './permissions.ts';
import { republishFamilies } from './republish-families.ts';
import { AgeAidResolver } from './returns-to-work/age-aid.resolver.ts';
import {
  DueFollowUpResolver,
  FollowUpCorrectionsResolver,
  FollowUpResolver,
} from './returns-to-work/follow-up.resolver.ts';
import { JobSeekerReturnsResolver, ReturnToWorkResolver } from './returns-to-work/return-to-work.resolver.ts';
import { concerns, sights } from './sights.ts';
import { splitFamily } from './split-family.ts';

/** Beside what is told here. */
const whoTellsOfFollowers: RelationsOf = {
  'social-protection': ['TEAM', 'REFERRAL', 'NAMED', 'BARRED', 'BREAK_GLASS'],
};

export const subgraph = defineSubgraph({
  name: 'employment',
  resolvers: [
    AdultJobSeekerResolver,
    EngagementContractResolver,
    FamilyMilestonesResolver,
    AgeAidResolver,
    DeskResolver,
    DueFollowUpResolver,
    FollowUpCorrectionsResolver,
    FollowUpResolver,
    HoursReductionResolver,
    JobSearchAccessesResolver,
    JobSearchAttentionResolver,
    JobSearchDeskResolver,
    JobSearchNewsResolver,
    MyJobSeekersResolver,
    ImpactReportResolver,
    MeResolver,
    JobSearchTimelineResolver,
    JobSeekerChangesResolver,
    JobSeekerContractResolver,
    JobSeekerResolver,
    JobSeekerReturnsResolver,
    FamilyResolver,
    MilestoneChangesResolver,
    MilestoneResolver,
    MilestoneSeriesResolver,
    ReturnToWorkResolver,
  ],
  orphanedTypes: [ImpactReport, Adult, Family],
  entities,
  migrations,
  loaders: openLoaders,
  links: {
    Family: {
      milestones: { loader: 'milestonesOfFamily', key: 'id', asked: askedMilestones },
    },
  },
  references: {
    Adult: byId(({ adultWithFiles }) => adultWithFiles),
    Family: asItCame,
    Me: (_reference, { user }) => signedInAs(new Me(), user),
    ImpactReport: (reference, { now }) => Object.assign(new ImpactReport(), reportKeyOf(reference, now)),
    JobSeeker: byId(({ jobSeekers }) => jobSeekers),
    Milestone: byId(({ milestones }) => milestones),
    ReturnToWork: byId(({ returnsToWork }) => returnsToWork),
  },
  sights,
  permissions,
  changers,
  categories,
  concerns,
  publishes: {
    'early-childhood': [milestoneChangedEvent.type, followersChangedEvent.type, mergeTakenEvent.type],
    'social-protection': [followersChangedEvent.type, mergeTakenEvent.type],
  },
  receives: {
    'relais.cover.changed.v1': receiveCoverChange,
    'relais.family.changed.v1': receiveFamilyChange({
      merge: mergeFamily,
      part: partFamilies,
      split: splitFamily,
      registered: followRegistered,
    }),
    [mergeTakenEvent.type]: receiveParted(whoTellsOfFollowers, tellPartedAnew),
    [followersChangedEvent.type]: receiveFollowersOf(whoTellsOfFollowers),
    [objectionsChangedEvent.type]: receiveObjections(keeper, republishFamilies),
    ...knownProfessionals.receives,
  },
  events: [milestoneChangedEvent, followersChangedEvent, mergeTakenEvent],
  rebuild: republishFamilies,
  changesTold,
  signIn: knowSignedIn,
  jobs: { [CLOSE_QUARTER]: closeQuarterJob(countingJobSearch) },
  recurringJobs: { [CLOSE_QUARTER]: nextClosing },
});

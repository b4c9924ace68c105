import { instant, type RowFrom, rowOf } from '@relais/platform/database/rows.ts';
import { NEWS_COLUMNS, ofFollowed } from '@relais/platform/desk/news.queries.ts';
import type { SeenFilter } from '@relais/platform/sight/sight.ts';
import { z } from 'zod';
import { ReductionEvidence } from '../engagement-contracts/hours-reduction.ts';
import { JobSearchStepKind } from '../job-search-steps/job-search-step-kind.ts';
import { FileClosingReason } from '../job-seekers/job-seeker.ts';
import { MilestoneKind, MissedReason } from '../milestones/milestone.ts';
import { MilestoneStatus } from '../milestones/milestone-status.ts';
import { FollowUpOutcome, FollowUpPoint } from '../returns-to-work/follow-up.ts';
import { ReturnKind } from '../returns-to-work/return-to-work.ts';

export const COVER_CHANGED = 'COVER_CHANGED';

/** As a step keeps them: later changes of the records do not rewrite it. */
const facts = z
  .object({
    ...{ day: z.string(), startsAt: z.string(), lastDay: z.string(), advisorId: z.string() },
    ...{ category: z.number(), weeklyHours: z.number(), count: z.number() },
    ...{ milestoneKind: z.enum(MilestoneKind), missedReason: z.enum(MissedReason) },
    ...{ ended: z.enum(MilestoneStatus), closingReason: z.enum(FileClosingReason) },
    ...{ evidence: z.enum(ReductionEvidence), returnKind: z.enum(ReturnKind) },
    ...{ point: z.enum(FollowUpPoint), outcome: z.enum(FollowUpOutcome) },
  })
  .partial();

export const JobSearchNewsRow = rowOf({
  kind: ['item.kind', z.enum({ ...JobSearchStepKind, [COVER_CHANGED]: COVER_CHANGED })],
  ...NEWS_COLUMNS,
  facts: ['item.facts', facts],
  doneBy: ['item.done_by', z.string()],
  /** Of a milestone whose cover changed. */
  cover: ['item.cover', z.enum(['COVERED', 'PARTIAL', 'UNKNOWN', 'UNCOVERED', 'NOT_NEEDED']).nullable()],
  milestoneKind: ['milestone.kind', z.enum(MilestoneKind).nullable()],
  title: ['milestone.title', z.string().nullable()],
  startsAt: ['milestone.starts_at', instant.nullable()],
});
export type JobSearchNewsRow = RowFrom<typeof JobSearchNewsRow>;

export const JOB_SEARCH_NEWS_DETAILS = `
  left join milestones milestone on milestone.id = item.subject_id and item.kind = '${COVER_CHANGED}'`;

type AddValue = (value: unknown) => string;

/** Whose news: those of an advisor's own job seekers, or of the families that somebody follows. */
export type NewsOf = {
  readonly whose: 'OWN' | 'FOLLOWED';
  readonly sub: string;
  readonly today: string;
  readonly now: Date;
  readonly jobSearch: SeenFilter;
  readonly cover: SeenFilter;
};

const ofReader = (news: NewsOf, add: AddValue): string =>
  news.whose === 'OWN'
    ? `file.advisor_id = ${add(news.sub)}`
    : ofFollowed('file.family_id', news, ['TEAM', 'REFERRAL'], add);

const steps = (news: NewsOf, since: string, add: AddValue): string => `
  select step.id, step.kind, step.job_seeker_id as subject_id, step.family_id, step.at, step.facts, step.done_by,
    null::text as cover
  from job_search_steps step join job_seekers file on file.id = step.job_seeker_id
  where ${ofReader(news, add)} and step.at > ${since} and step.done_by <> ${add(news.sub)}
    and ${news.jobSearch('step.family_id', add)}`;

/** Told of other times than the milestone has now, it is not known. */
const covers = (news: NewsOf, since: string, add: AddValue): string => `
  select milestone.id, '${COVER_CHANGED}'::text as kind, milestone.id as subject_id, milestone.family_id,
    known.changed_at as at, '{}'::jsonb as facts, ''::text as done_by, known.status as cover
  from job_seekers file
  join milestones milestone on milestone.job_seeker_id = file.id
  join known_covers known on known.milestone_id = milestone.id and known.milestone_version >= milestone.version
  where ${ofReader(news, add)} and known.changed_at > ${since}
    and milestone.starts_at > ${add(news.now)}::timestamptz and milestone.status in ('PLANNED', 'CONFIRMED')
    and ${news.cover('milestone.family_id', add)}`;

/** What others did since then, and what became of care for what lies ahead; one's own doing is no news. */
export const jobSearchNewsRows =
  (news: NewsOf) =>
  (since: string, add: AddValue): string =>
    `${steps(news, since, add)} union all ${covers(news, since, add)}`;

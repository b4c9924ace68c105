import type { Database } from '@relais/platform/database/database.ts';
import { namedIn } from '@relais/platform/sight/parameters.ts';
import type { AdvisorMilestonesPage, Position, SeeingAdvisor } from './milestone.queries.ts';
import { Milestone } from './milestone.ts';

/** Where a page starts in a list ordered by rank, start and id; the row itself is not part of it. */
export type RankedPosition = Position & { readonly rank: string };
type Ranked = { readonly rank: string; readonly milestone: Milestone };

const BEFORE_ALL = { rank: '-1', startsAt: '-infinity', id: '00000000-0000-0000-0000-000000000000' };

export const isCoverRank = (text = ''): boolean => /^[0-5]$/.test(text);

/**
 * How urgent a milestone is by what early-childhood last told of it. What it told of other times than the milestone
 * has now counts as not known; what has started or is settled needs nobody any more.
 */
const COVER_RANK = `
  case
    when candidate.starts_at <= :now or candidate.status not in ('PLANNED', 'CONFIRMED') then 5
    when known.status = 'UNCOVERED' then 0
    when known.status = 'PARTIAL' then 2
    when known.status = 'COVERED' then 3
    when known.status = 'NOT_NEEDED' then 4
    else 1
  end`;

const rankedPage = (isSeen: string) => `(
  select ranked.id, ranked.rank from (
    select candidate.id, candidate.starts_at, ${COVER_RANK} as rank
    from milestones candidate
    join job_seekers on job_seekers.id = candidate.job_seeker_id and job_seekers.advisor_id = :advisorId
    left join known_covers known
      on known.milestone_id = candidate.id and known.milestone_version >= candidate.version
    where candidate.starts_at >= :from and candidate.starts_at < :to and ${isSeen}
  ) ranked
  where (ranked.rank, ranked.starts_at, ranked.id)
    > (cast(:rank as integer), cast(:startsAt as timestamptz), cast(:id as uuid))
  order by ranked.rank, ranked.starts_at, ranked.id
  limit :rows)`;

/** Those of one advisor's job seekers that start in the period, the ones that lack childcare first: one statement. */
export const rankedMilestonesOfAdvisor = async (
  db: Database,
  { advisorId, seen }: SeeingAdvisor,
  { from, to, rows, after }: AdvisorMilestonesPage<RankedPosition>,
  now: Date,
): Promise<Ranked[]> => {
  const reader = {};
  const page = rankedPage(seen('candidate.family_id', namedIn(reader)));
  const { entities, raw } = await db
    .createQueryBuilder(Milestone, 'milestone')
    .innerJoin(page, 'page', 'page.id = milestone.id')
    .addSelect('page.rank', 'rank')
    .orderBy('page.rank')
    .addOrderBy('milestone.starts_at')
    .addOrderBy('milestone.id')
    .setParameters({ advisorId, from, to, rows, now, ...(after ?? BEFORE_ALL), ...reader })
    .getRawAndEntities<{ rank: number }>();
  return entities.map((milestone, index) => ({ milestone, rank: String(raw[index]?.rank) }));
};

import type { Database } from '@relais/platform/database/database.ts';
import { recordsWith } from '@relais/platform/database/hydration.ts';
import { numberedIn } from '@relais/platform/sight/parameters.ts';
import {
  type AdvisorMilestonesPage,
  ofAdvisor,
  type Position,
  type SeeingAdvisor,
} from './milestone.queries.ts';
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
const coverRank = (now: string): string => `
  case
    when candidate.starts_at <= ${now} or candidate.status not in ('PLANNED', 'CONFIRMED') then 5
    when known.status = 'UNCOVERED' then 0
    when known.status = 'PARTIAL' then 2
    when known.status = 'COVERED' then 3
    when known.status = 'NOT_NEEDED' then 4
    else 1
  end`;

/** Those of one advisor's job seekers that start in the period, the ones that lack childcare first: one statement. */
export const rankedMilestonesOfAdvisor = async (
  db: Database,
  { advisorId, seen }: SeeingAdvisor,
  { from, to, rows, after }: AdvisorMilestonesPage<RankedPosition>,
  now: Date,
): Promise<Ranked[]> => {
  const values: unknown[] = [];
  const add = (value: unknown) => `$${values.push(value)}`;
  const { rank, startsAt, id } = after ?? BEFORE_ALL;
  const rest = `
    left join known_covers known
      on known.milestone_id = candidate.id and known.milestone_version >= candidate.version
    cross join lateral (select ${coverRank(add(now))} as rank) ranked
    where ${ofAdvisor(add(advisorId))} and candidate.starts_at >= ${add(from)} and candidate.starts_at < ${add(to)}
      and ${seen('candidate.family_id', numberedIn(values))}
      and (ranked.rank, candidate.starts_at, candidate.id)
        > (${add(rank)}::integer, ${add(startsAt)}::timestamptz, ${add(id)}::uuid)
    order by ranked.rank, candidate.starts_at, candidate.id
    limit ${add(rows)}`;
  const found = await recordsWith(db, Milestone, { alias: 'candidate', also: ['ranked.rank'], rest }, values);
  return found.map(({ record, row }) => ({ milestone: record, rank: String(row.rank) }));
};

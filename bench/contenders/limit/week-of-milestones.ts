import { permissions as careTable } from '@relais/early-childhood/permissions.ts';
import { permissions as jobsTable } from '@relais/employment/permissions.ts';
import {
  coverOfEach,
  IN_ORDER,
} from '../../../subgraphs/early-childhood/src/cover/childcare-cover/child-cover.queries.ts';
import type { Asking } from './asking.ts';
import type { Lanes } from './lanes.ts';
import { ASKED_BY, asInstant, byReader, listOf, logged, type Reader, sightIn } from './sight-sql.ts';

const PAGE = 50;

const RANK = `case
    when candidate.starts_at <= $3 or candidate.status not in ('PLANNED', 'CONFIRMED') then 5
    when told.status = 'UNCOVERED' then 0
    when told.status = 'PARTIAL' then 2
    when told.status = 'COVERED' then 3
    when told.status = 'NOT_NEEDED' then 4
    else 1 end`;

/** The milestones of the reader's own job seekers, those that lack childcare first; one more than the page holds. */
const milestones = (reader: Reader): string => {
  const { may, tie } = sightIn(jobsTable, reader);
  const seen = `select family_id as family, array['JOB_SEARCH'] as categories, max(relation) as relation
    from (select * from page order by position limit ${PAGE}) shown group by family_id`;
  return `with ${ASKED_BY}, page as materialized (
    select ranked.*, row_number() over () as position from (
      select candidate.*, ${RANK} as rank, ${tie('family:see', 'candidate.family_id')} as relation
      from milestones candidate
      join job_seekers on job_seekers.id = candidate.job_seeker_id and job_seekers.advisor_id = $1
      left join known_covers told
        on told.milestone_id = candidate.id and told.milestone_version >= candidate.version
      where candidate.starts_at >= $10 and candidate.starts_at < $11
        and ${may('milestone:list', 'candidate.family_id')}
      order by rank, candidate.starts_at, candidate.id limit ${PAGE + 1}) ranked), ${logged(seen)}
  select id, kind, title, ${asInstant('starts_at')} as "startsAt", ${asInstant('ends_at')} as "endsAt",
    travel_minutes as "travelMinutes", rank, family_id as "familyId", place, is_remote as "isRemote", status
  from page order by position`;
};

const HANDED_OVER = `
  select milestone_id, known.family_id, handed_over.starts_at, handed_over.ends_at, handed_over.travel_minutes
  from unnest($10::uuid[], $11::uuid[], $12::timestamptz[], $13::timestamptz[], $14::integer[])
    as handed_over (milestone_id, family_id, starts_at, ends_at, travel_minutes)
  join known_milestones known on known.id = milestone_id and known.family_id = handed_over.family_id`;

const GAPS = listOf(
  `select ${asInstant('lower(gap)')} as "startsAt", ${asInstant('upper(gap)')} as "endsAt" from unnest(gaps) gap order by gap`,
);
const TOLD = `coalesce(json_agg(json_build_object('id', (child_cover.child).id, 'firstName', (child_cover.child).first_name,
  'status', child_cover.status, 'gaps', ${GAPS}) order by ${IN_ORDER}), '[]')`;

const covers = (reader: Reader): string => {
  const { may, tie } = sightIn(careTable, reader);
  const seen = `select id as family, case when cover then array['CARE', 'HOUSEHOLD'] else array['HOUSEHOLD'] end as categories,
    relation from family`;
  return `with ${ASKED_BY}, family as materialized (
    select asked.id, asked.reference, asked.display_name, ${may('cover:read', 'asked.id')} as cover,
      ${tie('family:see', 'asked.id')} as relation
    from families asked where asked.id = any($11::uuid[]) and ${may('family:see', 'asked.id')}), ${logged(seen)}
  select milestone_id as id, cover_status as status, told as children, family.id as "familyId", family.reference,
    family.display_name as "displayName"
  from (${coverOfEach(HANDED_OVER, TOLD)}) milestone join family on family.id = milestone.family_id and family.cover`;
};

const statementsFor = byReader('week', { milestones, covers });

type Milestone = {
  readonly id: string;
  readonly familyId: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly travelMinutes: number;
  readonly rank: number;
  readonly kind: string;
  readonly title: string;
  readonly place: string | null;
  readonly isRemote: boolean;
  readonly status: string;
};
type Child = {
  readonly id: string;
  readonly firstName: string;
  readonly status: string;
  readonly gaps: readonly object[];
};
type Cover = {
  readonly id: string;
  readonly status: string;
  readonly children: readonly Child[];
  readonly familyId: string;
  readonly reference: string;
  readonly displayName: string;
};

const toldCover = ({ status, children }: Cover) => ({
  status,
  children: children.map((each) => ({
    child: { id: each.id, firstName: each.firstName },
    status: each.status,
  })),
  gaps: children.flatMap(({ id, firstName, gaps }) =>
    gaps.map((gap) => ({ child: { id, firstName }, ...gap })),
  ),
});

const nodeOf = (milestone: Milestone, cover: Cover | undefined) => {
  const { id, kind, title, startsAt, endsAt, travelMinutes, place, isRemote, status } = milestone;
  const family = cover && {
    id: cover.familyId,
    reference: cover.reference,
    displayName: cover.displayName,
  };
  return {
    ...{ id, kind, title, startsAt, endsAt, travelMinutes, place, isRemote, status },
    family: family ?? null,
    childcareCover: cover ? toldCover(cover) : null,
  };
};

/** An advisor's milestones of a period with their covers: one statement of each of the two agencies. */
export const weekOfMilestones = async (
  lanes: Lanes,
  asking: Asking,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<string> => {
  const statements = statementsFor(asking.user);
  const given = [...asking.values, ...asking.log];
  const rows = await lanes.employment.ask(asking.asker, statements.milestones, [...given, from, to]);
  const page = rows.slice(0, PAGE) as unknown as readonly Milestone[];
  const told = await lanes['early-childhood'].ask(asking.asker, statements.covers, [
    ...given,
    page.map(({ id }) => id),
    page.map(({ familyId }) => familyId),
    page.map(({ startsAt }) => startsAt),
    page.map(({ endsAt }) => endsAt),
    page.map(({ travelMinutes }) => travelMinutes),
  ]);
  const byId = new Map((told as unknown as readonly Cover[]).map((cover) => [cover.id, cover]));
  const last = page.at(-1);
  const sorted = last && [String(last.rank), last.startsAt, last.id];
  const endCursor = sorted ? Buffer.from(JSON.stringify(sorted)).toString('base64url') : null;
  return JSON.stringify({
    data: {
      milestones: {
        edges: page.map((milestone) => ({ node: nodeOf(milestone, byId.get(milestone.id)) })),
        pageInfo: { hasNextPage: rows.length > PAGE, endCursor },
      },
    },
  });
};

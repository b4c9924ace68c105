import { permissions as careTable } from '@relais/early-childhood/permissions.ts';
import { permissions as jobsTable } from '@relais/employment/permissions.ts';
import { coverOfEach } from '../../../subgraphs/early-childhood/src/cover/childcare-cover/child-cover.queries.ts';
import type { Asking } from './asking.ts';
import type { Lanes } from './lanes.ts';
import { ASKED_BY, asInstant, byReader, listOf, logged, oneOf, type Reader, sightIn } from './sight-sql.ts';

const PAGE = 50;
const MILESTONES_EACH = 3;
const NAME = 'searchable(family.display_name) collate "C"';

const ADULTS = listOf(`
  select adult.id, adult.first_name as "firstName", adult.last_name as "lastName" from adults adult
  where adult.family_id = page.id and adult.left_on is null and adult.merged_into is null order by adult.id`);
const CHILDREN = listOf(`
  select child.id, child.first_name as "firstName", child.birth_date as "birthDate" from children child
  where child.left_on is null and child.merged_into is null and child.id in (
    select id from children where family_id = page.id
    union all
    select child_id from shared_residences where other_family_id = page.id)
  order by coalesce(child.birth_date, child.expected_date), child.id`);

/** Families by name, one more than the page holds. */
const families = (reader: Reader): string => {
  const { may } = sightIn(careTable, reader);
  return `with ${ASKED_BY}, page as materialized (
    select family.*, ${may('family:details', 'family.id')} as details, ${may('home:district', 'family.id')} as near
    from families family
    where family.merged_into is null and ${may('family:see', 'family.id')}
      and (cast($5 as text) is null or (${NAME}, family.id) > (searchable($5) collate "C", cast($6 as uuid)))
    order by ${NAME}, family.id limit ${PAGE + 1})
  select ${oneOf(`select page.id, page.reference, page.display_name as "displayName",
      page.household_kind as "householdKind",
      case when page.near then
        ${oneOf('select district.id, district.name from districts district where district.id = page.district_id')}
      end as district, ${ADULTS} as adults, case when page.details then ${CHILDREN} end as children`)} as family
  from page order by searchable(page.display_name) collate "C", page.id`;
};

const MILESTONES = listOf(`
  select milestone.id, ${asInstant('milestone.starts_at')} as "startsAt", ${asInstant('milestone.ends_at')} as "endsAt",
    milestone.travel_minutes as "travelMinutes"
  from milestones milestone
  where milestone.family_id = family.id and milestone.starts_at > cast($3 as timestamptz) - interval '14 hours'
    and milestone.ends_at > $3 and milestone.status <> 'CANCELLED'
  order by milestone.starts_at, milestone.id limit ${MILESTONES_EACH}`);

const milestones = (reader: Reader): string => {
  const { may, tie } = sightIn(jobsTable, reader);
  return `with ${ASKED_BY}, family as materialized (
    select asked.id, ${tie('family:see', 'asked.id')} as relation
    from unnest($10::uuid[]) as asked (id) where ${may('milestone:read', 'asked.id')}
  ), ${logged(`select id as family, array['JOB_SEARCH'] as categories, relation from family`)}
  select family.id, ${MILESTONES} as milestones from family`;
};

const HANDED_OVER = `
  select milestone_id, known.family_id, handed_over.starts_at, handed_over.ends_at, handed_over.travel_minutes
  from unnest($11::uuid[], $12::uuid[], $13::timestamptz[], $14::timestamptz[], $15::integer[])
    as handed_over (milestone_id, family_id, starts_at, ends_at, travel_minutes)
  join known_milestones known on known.id = milestone_id and known.family_id = handed_over.family_id`;

const covers = (reader: Reader): string => {
  const { may, tie } = sightIn(careTable, reader);
  const seen = `select id as family,
    case when id = any($12::uuid[]) then array['CARE', 'HOUSEHOLD'] else array['HOUSEHOLD'] end as categories, relation
    from family`;
  return `with ${ASKED_BY}, family as materialized (
    select asked.id, ${may('cover:read', 'asked.id')} as cover, ${tie('family:see', 'asked.id')} as relation
    from unnest($10::uuid[]) as asked (id)), ${logged(seen)}
  select milestone_id as id, cover_status as status from (${coverOfEach(HANDED_OVER)}) milestone
  where family_id in (select id from family where cover)`;
};

const statementsFor = byReader('page', { families, milestones, covers });

type Family = { readonly id: string; readonly displayName: string };
type Milestone = {
  readonly id: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly travelMinutes: number;
};

type Handed = Milestone & { readonly familyId: string };

const coversOf = async (lanes: Lanes, asking: Asking, ids: readonly string[], handed: readonly Handed[]) => {
  const rows = await lanes['early-childhood'].ask(asking.asker, statementsFor(asking.user).covers, [
    ...asking.values,
    ...asking.log,
    ids,
    handed.map(({ id }) => id),
    handed.map(({ familyId }) => familyId),
    handed.map(({ startsAt }) => startsAt),
    handed.map(({ endsAt }) => endsAt),
    handed.map(({ travelMinutes }) => travelMinutes),
  ]);
  return new Map(rows.map(({ id, status }) => [id, status]));
};

const afterOf = (cursor: string | null): readonly (string | null)[] =>
  cursor ? JSON.parse(Buffer.from(cursor, 'base64url').toString()) : [null, null];

/** A page of families, what is ahead of each, and whether it is covered: three statements, one after the other. */
export const pageOfFamilies = async (
  lanes: Lanes,
  asking: Asking,
  cursor: string | null,
): Promise<string> => {
  const statements = statementsFor(asking.user);
  const rows = await lanes['early-childhood'].ask(asking.asker, statements.families, [
    ...asking.values,
    ...afterOf(cursor),
  ]);
  const page = rows.slice(0, PAGE).map(({ family }) => family as Family);
  const ids = page.map(({ id }) => id);
  const found = await lanes.employment.ask(asking.asker, statements.milestones, [
    ...asking.values,
    ...asking.log,
    ids,
  ]);
  const ahead = new Map(found.map(({ id, milestones: all }) => [id, all as readonly Milestone[]]));
  const handed = ids.flatMap((familyId) =>
    (ahead.get(familyId) ?? []).map((each) => ({ ...each, familyId })),
  );
  const covered = await coversOf(lanes, asking, ids, handed);
  const nodeOf = (milestone: Milestone) => ({
    node: { ...milestone, childcareCover: { status: covered.get(milestone.id) } },
  });
  const last = page.at(-1);
  const endCursor = last
    ? Buffer.from(JSON.stringify([last.displayName, last.id])).toString('base64url')
    : null;
  const edges = page.map((family) => ({
    node: { ...family, milestones: { edges: (ahead.get(family.id) ?? []).map(nodeOf) } },
  }));
  return JSON.stringify({
    data: { families: { edges, pageInfo: { hasNextPage: rows.length > PAGE, endCursor } } },
  });
};

import type { Database } from '@relais/platform/database/database.ts';
import {
  id,
  instant,
  instantInJson,
  type RowFrom,
  recordFromJson,
  rowOf,
  rowsOf,
} from '@relais/platform/database/rows.ts';
import { z } from 'zod';
import { asSeenFrom, Child } from '../../families/families/child.ts';
import { coverOfEach, GAPS_AS_JSON, GapRow, IN_ORDER } from './child-cover.queries.ts';
import type { MilestoneTimes } from './childcare-cover.rules.ts';
import { ChildCover, ChildcareCover, Gap } from './childcare-cover.ts';
import { CoverMatter } from './cover-matter.ts';
import { CoverStatus } from './cover-status.ts';
import { NotedAfterwards } from './noted-afterwards.ts';

/** A milestone as employment hands it over, with the family it says it is of. */
export type AskedMilestone = MilestoneTimes & { readonly id: string; readonly familyId: string };

/**
 * Nothing is computed for a milestone that the projection does not have, or has with another family; employment may still
 * name one that was merged.
 */
const KNOWN_AMONG_ASKED = `
  select milestone_id, known.family_id, handed_over.starts_at, handed_over.ends_at, handed_over.travel_minutes
  from unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::timestamptz[], $5::integer[])
    as handed_over (milestone_id, family_id, starts_at, ends_at, travel_minutes)
  left join families asked_for on asked_for.id = handed_over.family_id
  join known_milestones known on known.id = milestone_id
    and known.family_id = coalesce(asked_for.merged_into, handed_over.family_id)`;

/** The children travel along, each once however many milestones it has, so that their names cost no further statement. */
const ChildCoverRow = rowOf({
  status: ['child_cover.status', z.enum(CoverStatus)],
  gaps: [GAPS_AS_JSON, GapRow.type.array()],
  childId: ['child_cover.id', id],
});
type ChildCoverRow = RowFrom<typeof ChildCoverRow>;

const CHILDREN_AS_JSON = `coalesce(jsonb_agg(${ChildCoverRow.json} order by ${IN_ORDER}), '[]')`;

/** Of a child that was merged meanwhile, the record that stays. A value, not a join: each is one search by its key. */
const CHILD_NOW = "(select coalesce(merged_into, id) from children where id = (told ->> 'childId')::uuid)";

const SETTLED_CHILDREN = `
  select jsonb_agg(
    jsonb_build_object('status', told -> 'status', 'gaps', told -> 'gaps', 'childId', ${CHILD_NOW}) order by place)
  from jsonb_array_elements(settled.children) with ordinality as said (told, place)`;

const NoteRow = rowOf({
  notedAt: ['step.at', instantInJson],
  kind: ['step.kind', z.enum(CoverMatter)],
  firstName: ['(select first_name from children where id = step.child_id)', z.string().nullable()],
});
const NOTES = `
  select jsonb_agg(${NoteRow.json} order by step.at, step.id)
  from cover_notes note
  cross join lateral (select * from care_steps where care_steps.id = note.step_id limit 1) step
  where note.milestone_id = cover.milestone_id and step.at >= upper(cover.needed)`;

const SettledRow = rowOf({
  status: ['cover.settled_status', z.enum(CoverStatus)],
  children: ['cover.settled_children', ChildCoverRow.type.array()],
  notes: [`coalesce((${NOTES}), '[]')`, NoteRow.type.array()],
});

/** Everybody whom any of the covers names. */
const ALL_CHILDREN = `(
  select coalesce(jsonb_agg(to_jsonb(child)), '[]') from children child where child.id = any(array(
    select (named ->> 'childId')::uuid
    from cover cross join lateral jsonb_array_elements(told || coalesce(settled_children, '[]')) named)))`;

const CoverRow = rowOf({
  milestoneId: ['cover.milestone_id', id],
  familyId: ['cover.family_id', id],
  day: ['cover.day', z.iso.date()],
  neededFrom: ['lower(cover.needed)', instant],
  neededTo: ['upper(cover.needed)', instant],
  status: ['cover.cover_status', z.enum(CoverStatus)],
  children: ['cover.told', ChildCoverRow.type.array()],
  settled: [
    `case when cover.settled_status is not null then ${SettledRow.json} end`,
    SettledRow.type.nullable(),
  ],
  childrenOfAll: [
    `case row_number() over () when 1 then ${ALL_CHILDREN} end`,
    z.array(z.unknown()).nullable(),
  ],
});
type CoverRow = RowFrom<typeof CoverRow>;

/** A cover was settled for the times that the milestone had when it was over. */
const COVER_OF_ASKED = `
  with cover as materialized (
    select milestone.*, settled.status as settled_status,
      case when settled.milestone_id is not null then coalesce((${SETTLED_CHILDREN}), '[]') end as settled_children
    from (${coverOfEach(KNOWN_AMONG_ASKED, CHILDREN_AS_JSON)}) milestone
    left join settled_covers settled on settled.milestone_id = milestone.milestone_id
      and settled.needed_from = lower(needed) and settled.needed_to = upper(needed))
  select ${CoverRow.columns} from cover`;

/** A child as one of its families sees it. */
type ChildSeen = (childId: string, familyId: string) => Child;

/** One record for each, whatever it is part of. */
const childrenIn = (db: Database, rows: readonly CoverRow[]): ChildSeen => {
  const records = rows
    .flatMap(({ childrenOfAll }) => childrenOfAll ?? [])
    .map((row) => recordFromJson(db, Child, row));
  const byId = new Map(records.map((child) => [child.id, child]));
  const known = new Map<string, Child>();
  return (childId, familyId) => {
    const child = byId.get(childId);
    if (!child) throw new Error(`The cover of ${childId} came without the child.`);
    const key = `${childId} ${familyId}`;
    const seen = known.get(key) ?? asSeenFrom(child, familyId);
    known.set(key, seen);
    return seen;
  };
};

const childCoverOf = (
  childOf: ChildSeen,
  familyId: string,
  { status, gaps, childId }: ChildCoverRow,
  statusNow: CoverStatus = status,
) => {
  const child = childOf(childId, familyId);
  const whose = { child, childId, familyId };
  return Object.assign(new ChildCover(), {
    status,
    statusNow,
    child,
    isIfBornAsExpected: child.birthDate === null,
    gaps: gaps.map((gap) => Object.assign(new Gap(), { ...gap, ...whose })),
  });
};

/** As it is computed now: nothing was noted since the needed time ended, or that has not ended. */
const coverAsItIs = (childOf: ChildSeen, { familyId, status, children }: CoverRow) => ({
  status,
  statusNow: status,
  notedAfterwards: [],
  children: children.map((each) => childCoverOf(childOf, familyId, each)),
});

const coverAsItWas = (
  childOf: ChildSeen,
  now: CoverRow,
  { status, children, notes }: RowFrom<typeof SettledRow>,
) => {
  const statuses = new Map(now.children.map((each) => [each.childId, each.status]));
  return {
    status,
    statusNow: now.status,
    notedAfterwards: notes.map((note) => Object.assign(new NotedAfterwards(), note)),
    children: children.map((each) =>
      childCoverOf(childOf, now.familyId, each, statuses.get(each.childId) ?? 'NOT_NEEDED'),
    ),
  };
};

const coverOf = (childOf: ChildSeen, row: CoverRow) => {
  const { neededFrom, neededTo, familyId, day, settled } = row;
  const cover = settled ? coverAsItWas(childOf, row, settled) : coverAsItIs(childOf, row);
  return Object.assign(new ChildcareCover(), { neededFrom, neededTo, familyId, day, ...cover });
};

/**
 * The cover of each milestone by its id, in one statement. Missing are those not known here with the family that was
 * handed over. Their times must be measurable.
 */
export const coversOf = async (
  db: Database,
  milestones: readonly AskedMilestone[],
): Promise<ReadonlyMap<string, ChildcareCover>> => {
  if (milestones.length === 0) return new Map();
  const rows = await rowsOf(db, CoverRow, COVER_OF_ASKED, [
    milestones.map((each) => each.id),
    milestones.map(({ familyId }) => familyId),
    milestones.map(({ startsAt }) => startsAt),
    milestones.map(({ endsAt }) => endsAt),
    milestones.map(({ travelMinutes }) => travelMinutes),
  ]);
  const childOf = childrenIn(db, rows);
  return new Map(rows.map((row) => [row.milestoneId, coverOf(childOf, row)]));
};

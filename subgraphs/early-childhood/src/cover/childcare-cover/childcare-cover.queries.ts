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
import { coverOfEach, GAPS_AS_JSON, GapRow, IN_ORDER, notLookedAtDuring } from './child-cover.queries.ts';
import { ChildNotLookedAt, NotLookedAtReason } from './child-not-looked-at.ts';
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

/** The child travels along, so that its name costs no further statement. */
const ChildCoverRow = rowOf({
  status: ['child_cover.status', z.enum(CoverStatus)],
  gaps: [GAPS_AS_JSON, GapRow.type.array()],
  child: ['to_jsonb(child_cover.child)', z.unknown()],
});
type ChildCoverRow = RowFrom<typeof ChildCoverRow>;

const CHILDREN_AS_JSON = `coalesce(jsonb_agg(${ChildCoverRow.json} order by ${IN_ORDER}), '[]')`;

/** Of a child that was merged meanwhile, the record that stays. A value, not a join: each is one search by its key. */
const CHILD_NOW = `(
  select to_jsonb(child) from children child where child.id = (
    select coalesce(merged_into, id) from children where id = (told ->> 'childId')::uuid))`;

const SETTLED_CHILDREN = `
  select jsonb_agg(
    jsonb_build_object('status', told -> 'status', 'gaps', told -> 'gaps', 'child', ${CHILD_NOW}) order by place)
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
  where note.milestone_id = settled.milestone_id and step.at >= settled.needed_to`;

const SettledRow = rowOf({
  status: ['settled.status', z.enum(CoverStatus)],
  children: [`coalesce((${SETTLED_CHILDREN}), '[]')`, ChildCoverRow.type.array()],
  notes: [`coalesce((${NOTES}), '[]')`, NoteRow.type.array()],
});

/** The child travels along here too. */
const NotLookedAtRow = rowOf({
  reason: [
    "case when child.birth_date is null then 'EXPECTED_AFTERWARDS' else 'SIX_OR_OVER' end",
    z.enum(NotLookedAtReason),
  ],
  child: ['to_jsonb(child)', z.unknown()],
});

const CoverRow = rowOf({
  milestoneId: ['milestone.milestone_id', id],
  familyId: ['milestone.family_id', id],
  neededFrom: ['lower(needed)', instant],
  neededTo: ['upper(needed)', instant],
  status: ['cover_status', z.enum(CoverStatus)],
  children: ['told', ChildCoverRow.type.array()],
  notLookedAt: [notLookedAtDuring('milestone', NotLookedAtRow.json), NotLookedAtRow.type.array()],
  settled: [
    `case when settled.milestone_id is not null then ${SettledRow.json} end`,
    SettledRow.type.nullable(),
  ],
});
type CoverRow = RowFrom<typeof CoverRow>;

/** A cover was settled for the times that the milestone had when it was over. */
const COVER_OF_ASKED = `
  select ${CoverRow.columns}
  from (${coverOfEach(KNOWN_AMONG_ASKED, CHILDREN_AS_JSON)}) milestone
  left join settled_covers settled on settled.milestone_id = milestone.milestone_id
    and settled.needed_from = lower(needed) and settled.needed_to = upper(needed)`;

const childCoverOf = (
  db: Database,
  familyId: string,
  { status, gaps, child: row }: ChildCoverRow,
  statusNow: CoverStatus = status,
) => {
  const child = asSeenFrom(recordFromJson(db, Child, row), familyId);
  const whose = { child, childId: child.id, familyId };
  return Object.assign(new ChildCover(), {
    status,
    statusNow,
    child,
    isIfBornAsExpected: child.birthDate === null,
    gaps: gaps.map((gap) => Object.assign(new Gap(), { ...gap, ...whose })),
  });
};

/** As it is computed now: nothing was noted since the needed time ended, or that has not ended. */
const coverAsItIs = (db: Database, { familyId, status, children }: CoverRow) => ({
  status,
  statusNow: status,
  notedAfterwards: [],
  children: children.map((each) => childCoverOf(db, familyId, each)),
});

const ChildId = z.object({ id });

const coverAsItWas = (
  db: Database,
  now: CoverRow,
  { status, children, notes }: RowFrom<typeof SettledRow>,
) => {
  const statuses = new Map(now.children.map((each) => [ChildId.parse(each.child).id, each.status]));
  return {
    status,
    statusNow: now.status,
    notedAfterwards: notes.map((note) => Object.assign(new NotedAfterwards(), note)),
    children: children.map((each) => {
      const statusNow = statuses.get(ChildId.parse(each.child).id) ?? 'NOT_NEEDED';
      return childCoverOf(db, now.familyId, each, statusNow);
    }),
  };
};

/** One whose care was looked at before another day of birth was known is among the children, and not here as well. */
const notLookedAtOf = (
  db: Database,
  { familyId, notLookedAt }: CoverRow,
  children: readonly ChildCover[],
): ChildNotLookedAt[] => {
  const lookedAt = new Set(children.map(({ child }) => child.id));
  return notLookedAt
    .map(({ reason, child }) => ({ reason, child: asSeenFrom(recordFromJson(db, Child, child), familyId) }))
    .filter(({ child }) => !lookedAt.has(child.id))
    .map((each) => Object.assign(new ChildNotLookedAt(), each));
};

const coverOf = (db: Database, row: CoverRow) => {
  const { neededFrom, neededTo, settled } = row;
  const cover = settled ? coverAsItWas(db, row, settled) : coverAsItIs(db, row);
  const notLookedAt = notLookedAtOf(db, row, cover.children);
  return Object.assign(new ChildcareCover(), { neededFrom, neededTo, ...cover, notLookedAt });
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
  return new Map(rows.map((row) => [row.milestoneId, coverOf(db, row)]));
};

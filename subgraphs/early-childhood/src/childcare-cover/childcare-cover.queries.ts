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
import { Child } from '../families/child.ts';
import { coverOfEach } from './child-cover.queries.ts';
import type { MilestoneTimes } from './childcare-cover.rules.ts';
import { ChildCover, ChildcareCover, Gap } from './childcare-cover.ts';
import { CoverStatus } from './cover-status.ts';

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

const GapRow = rowOf({
  startsAt: ['lower(gap)', instantInJson],
  endsAt: ['upper(gap)', instantInJson],
});

/** The child travels along, so that its name costs no further statement. */
const ChildCoverRow = rowOf({
  status: ['child_cover.status', z.enum(CoverStatus)],
  gaps: [
    `(select coalesce(jsonb_agg(${GapRow.json} order by gap), '[]') from unnest(gaps) gap)`,
    GapRow.type.array(),
  ],
  child: ['to_jsonb(child_cover.child)', z.unknown()],
});
type ChildCoverRow = RowFrom<typeof ChildCoverRow>;

const CHILDREN_AS_JSON = `
  coalesce(jsonb_agg(${ChildCoverRow.json} order by child_cover.birth_date, child_cover.id), '[]')`;

const CoverRow = rowOf({
  milestoneId: ['milestone_id', id],
  familyId: ['family_id', id],
  neededFrom: ['lower(needed)', instant],
  neededTo: ['upper(needed)', instant],
  status: ['cover_status', z.enum(CoverStatus)],
  children: ['told', ChildCoverRow.type.array()],
});
type CoverRow = RowFrom<typeof CoverRow>;

const COVER_OF_ASKED = `
  select ${CoverRow.columns} from (${coverOfEach(KNOWN_AMONG_ASKED, CHILDREN_AS_JSON)}) milestone`;

const childCoverOf = (db: Database, familyId: string, { status, gaps, child: row }: ChildCoverRow) => {
  const child = recordFromJson(db, Child, row);
  const whose = { child, childId: child.id, familyId };
  return Object.assign(new ChildCover(), {
    status,
    child,
    gaps: gaps.map((gap) => Object.assign(new Gap(), { ...gap, ...whose })),
  });
};

const coverOf = (db: Database, { familyId, status, neededFrom, neededTo, children }: CoverRow) =>
  Object.assign(new ChildcareCover(), {
    status,
    neededFrom,
    neededTo,
    children: children.map((each) => childCoverOf(db, familyId, each)),
  });

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

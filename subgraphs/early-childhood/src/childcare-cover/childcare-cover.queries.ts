import type { Database } from '@relais/platform/database/database.ts';
import { Temporal } from 'temporal-polyfill';
import { Child } from '../families/child.ts';
import { coverOfEach } from './child-cover.queries.ts';
import type { MilestoneTimes } from './childcare-cover.rules.ts';
import { ChildCover, ChildcareCover, Gap } from './childcare-cover.ts';
import type { CoverStatus } from './cover-status.ts';

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

const GAPS_AS_JSON = `(
  select coalesce(jsonb_agg(jsonb_build_object('startsAt', lower(gap), 'endsAt', upper(gap)) order by gap), '[]')
  from unnest(gaps) gap)`;

/** The child travels along, so that its name costs no further statement. */
const CHILDREN_AS_JSON = `
  coalesce(jsonb_agg(
    jsonb_build_object('status', child_cover.status, 'gaps', ${GAPS_AS_JSON}, 'child', to_jsonb(child_cover.child))
    order by child_cover.birth_date, child_cover.id), '[]')`;

const COVER_OF_ASKED = `
  select milestone_id as "milestoneId", lower(needed) as "neededFrom", upper(needed) as "neededTo",
    cover_status as status, told as children
  from (${coverOfEach(KNOWN_AMONG_ASKED, CHILDREN_AS_JSON)}) milestone`;

type ChildRow = {
  readonly id: string;
  readonly family_id: string;
  readonly first_name: string | null;
  readonly last_name: string;
  readonly birth_date: string | null;
  readonly expected_date: string | null;
  readonly may_be_collected_by: string[];
  readonly care_alerts: string[];
  readonly vaccination_checked_on: string | null;
  readonly joined_on: string | null;
  readonly left_on: string | null;
  readonly merged_into: string | null;
  readonly version: number;
};

type ChildCoverRow = {
  readonly status: CoverStatus;
  readonly gaps: readonly { readonly startsAt: string; readonly endsAt: string }[];
  readonly child: ChildRow;
};

type CoverRow = {
  readonly milestoneId: string;
  readonly familyId: string;
  readonly neededFrom: Date;
  readonly neededTo: Date;
  readonly status: CoverStatus;
  readonly children: readonly ChildCoverRow[];
};

const dayOrNull = (text: string | null): Temporal.PlainDate | null =>
  text === null ? null : Temporal.PlainDate.from(text);

const childOf = (row: ChildRow): Child =>
  Object.assign(new Child(), {
    id: row.id,
    familyId: row.family_id,
    firstName: row.first_name,
    lastName: row.last_name,
    birthDate: dayOrNull(row.birth_date),
    expectedDate: dayOrNull(row.expected_date),
    mayBeCollectedBy: row.may_be_collected_by,
    careAlerts: row.care_alerts,
    vaccinationCheckedOn: dayOrNull(row.vaccination_checked_on),
    joinedOn: dayOrNull(row.joined_on),
    leftOn: dayOrNull(row.left_on),
    mergedInto: row.merged_into,
    version: row.version,
  } satisfies Omit<Child, never>);

const gapsOf = (familyId: string, child: Child, { gaps }: ChildCoverRow): Gap[] =>
  gaps.map(({ startsAt, endsAt }) =>
    Object.assign(new Gap(), {
      startsAt: new Date(startsAt),
      endsAt: new Date(endsAt),
      child,
      childId: child.id,
      familyId,
    }),
  );

const childCoverOf = (familyId: string, row: ChildCoverRow): ChildCover => {
  const child = childOf(row.child);
  return Object.assign(new ChildCover(), { status: row.status, child, gaps: gapsOf(familyId, child, row) });
};

const coverOf = ({ familyId, status, neededFrom, neededTo, children }: CoverRow): ChildcareCover =>
  Object.assign(new ChildcareCover(), {
    status,
    neededFrom,
    neededTo,
    children: children.map((each) => childCoverOf(familyId, each)),
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
  const rows: CoverRow[] = await db.query(COVER_OF_ASKED, [
    milestones.map(({ id }) => id),
    milestones.map(({ familyId }) => familyId),
    milestones.map(({ startsAt }) => startsAt),
    milestones.map(({ endsAt }) => endsAt),
    milestones.map(({ travelMinutes }) => travelMinutes),
  ]);
  return new Map(rows.map((row) => [row.milestoneId, coverOf(row)]));
};

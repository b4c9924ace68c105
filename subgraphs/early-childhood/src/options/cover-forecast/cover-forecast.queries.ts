import type { Database } from '@relais/platform/database/database.ts';
import { id, instant, type RowFrom, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import { z } from 'zod';
import {
  coverOfEach,
  GAPS_AS_JSON,
  GapRow,
  IN_ORDER,
} from '../../cover/childcare-cover/child-cover.queries.ts';
import type { MilestoneTimes } from '../../cover/childcare-cover/childcare-cover.rules.ts';
import { CoverStatus } from '../../cover/childcare-cover/cover-status.ts';

/** A time at which something might take place. */
export type ForecastAsked = MilestoneTimes & { readonly familyId: string };

/** As if it were a milestone: what is asked for has a number in place of an id. */
const ASKED = `
  select number as milestone_id, coalesce(family.merged_into, family.id) as family_id,
    might.starts_at, might.ends_at, might.travel_minutes
  from unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[], $4::integer[]) with ordinality
    as might (family_id, starts_at, ends_at, travel_minutes, number)
  join families family on family.id = might.family_id`;

const ChildRow = rowOf({
  childId: ['child_cover.id', id],
  firstName: ['(child_cover.child).first_name', z.string().nullable()],
  isIfBornAsExpected: ['(child_cover.child).birth_date is null', z.boolean()],
  status: ['child_cover.status', z.enum(CoverStatus)],
  gaps: [GAPS_AS_JSON, GapRow.type.array()],
});

const ForecastRow = rowOf({
  number: ['milestone_id::integer', z.int()],
  familyId: ['family_id', id],
  neededFrom: ['lower(needed)', instant],
  neededTo: ['upper(needed)', instant],
  status: ['cover_status', z.enum(CoverStatus)],
  children: ['told', ChildRow.type.array()],
});
export type ForecastRow = RowFrom<typeof ForecastRow>;

const CHILDREN = `coalesce(jsonb_agg(${ChildRow.json} order by ${IN_ORDER}), '[]')`;
const FORECAST = `select ${ForecastRow.columns} from (${coverOfEach(ASKED, CHILDREN)}) milestone`;

/** The cover that any number of times would have, in one statement; `null` of a family that is not known. */
export const coversThatWouldBe = async (
  db: Database,
  asked: readonly ForecastAsked[],
): Promise<(ForecastRow | null)[]> => {
  const rows = await rowsOf(db, ForecastRow, FORECAST, [
    asked.map(({ familyId }) => familyId),
    asked.map(({ startsAt }) => startsAt),
    asked.map(({ endsAt }) => endsAt),
    asked.map(({ travelMinutes }) => travelMinutes),
  ]);
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  return asked.map((_each, index) => byNumber.get(index + 1) ?? null);
};

import type { Database } from '@relais/platform/database/database.ts';
import { id, instant, type RowFrom, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import { countRows } from '@relais/platform/graphql/counted.ts';
import { numberedIn } from '@relais/platform/sight/parameters.ts';
import type { SeenFilter } from '@relais/platform/sight/sight.ts';
import { z } from 'zod';
import { CoverStatus } from './cover-status.ts';
import type { WithoutCareOrder } from './milestone-without-care.ts';

export type WithoutCareWanted = {
  readonly from: Date;
  readonly to: Date;
  readonly districtId: string | null;
  /** A family whose district the reader may not know is found by none. */
  readonly districtTold: SeenFilter;
  readonly order: WithoutCareOrder;
  readonly seen: SeenFilter;
};

const WithoutCareRow = rowOf({
  id: ['lacking.id', id],
  familyId: ['lacking.family_id', id],
  startsAt: ['lacking.starts_at', instant],
  endsAt: ['lacking.ends_at', instant],
  travelMinutes: ['lacking.travel_minutes', z.int()],
  status: ['lacking.status', z.enum(CoverStatus)],
  rank: ['lacking.rank', z.int()],
});
export type WithoutCareRow = RowFrom<typeof WithoutCareRow>;

const RANK = "array_position(array['UNCOVERED', 'UNKNOWN', 'PARTIAL'], published.status)";

/** By the cover that was told last: it is told anew in the transaction of whatever changes it. */
const lackingText = (wanted: WithoutCareWanted, values: unknown[]): string => {
  const { from, to, districtId, districtTold, order, seen } = wanted;
  const add = (value: unknown): string => `$${values.push(value)}`;
  const addReader = numberedIn(values);
  const inDistrict = districtId
    ? `exists (select from families family where family.id = milestone.family_id
        and family.district_id = ${add(districtId)}::uuid and ${districtTold('family.id', addReader)})`
    : 'true';
  return `
    select milestone.id, milestone.family_id, date_trunc('milliseconds', milestone.starts_at) as starts_at,
      milestone.ends_at, milestone.travel_minutes, published.status,
      ${order === 'WORST_FIRST' ? RANK : '0'} as rank
    from known_milestones milestone join published_covers published on published.milestone_id = milestone.id
    where milestone.starts_at >= ${add(from)}::timestamptz and milestone.starts_at < ${add(to)}::timestamptz
      and milestone.status in ('PLANNED', 'CONFIRMED')
      and published.status in ('UNCOVERED', 'PARTIAL', 'UNKNOWN')
      and ${seen('milestone.family_id', addReader)} and ${inDistrict}`;
};

export type WithoutCarePosition = Readonly<Record<'rank' | 'startsAt' | 'id', string>>;

export const milestonesWithoutCare = (
  db: Database,
  wanted: WithoutCareWanted,
  { after, rows }: { readonly after: WithoutCarePosition | null; readonly rows: number },
): Promise<WithoutCareRow[]> => {
  const values: unknown[] = [];
  const lacking = lackingText(wanted, values);
  const add = (value: unknown): string => `$${values.push(value)}`;
  const rest = after
    ? `where (lacking.rank, lacking.starts_at, lacking.id)
        > (${add(after.rank)}::integer, ${add(after.startsAt)}::timestamptz, ${add(after.id)}::uuid)`
    : '';
  const text = `select ${WithoutCareRow.columns} from (${lacking}) lacking ${rest}
    order by lacking.rank, lacking.starts_at, lacking.id limit ${add(rows)}`;
  return rowsOf(db, WithoutCareRow, text, values);
};

export const countWithoutCare = (db: Database, wanted: WithoutCareWanted): Promise<number> => {
  const values: unknown[] = [];
  return countRows(db, lackingText(wanted, values), values);
};

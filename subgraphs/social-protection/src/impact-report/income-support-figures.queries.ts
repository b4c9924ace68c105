import type { Database } from '@relais/platform/database/database.ts';
import { id, type RowFrom, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import { districtOn, registeredBy } from '@relais/platform/statistics/district-on.ts';
import { startOfDay } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

/** The newest state of each RSA file that held on the day and was known by its end, as `benefitsStatus(asOf)` takes it. */
const RSA_FILES = `
  select distinct on (entitlements.id) family_id, state
  from entitlements join entitlement_states state on state.entitlement_id = entitlements.id
  where scheme = 'RSA' and from_on <= $1::date and state.recorded_at < $2
    and (mistaken_at is null or mistaken_at >= $2)
  order by entitlements.id, state.version desc`;

const incomeSupportRow = rowOf({
  districtId: ['district_id', id.nullable()],
  families: ['count(*)::int', z.int()],
  /** Of one source only; which of two sources counts is judged family by family. */
  receiving: ['count(*) filter (where is_open and not is_disputed)::int', z.int()],
  disputedIds: ["coalesce(array_agg(id) filter (where is_disputed), '{}')", z.array(id)],
});

export type IncomeSupportRow = RowFrom<typeof incomeSupportRow>;

const INCOME_SUPPORT = `
  select ${incomeSupportRow.columns}
  from (
    select known_families.id, is_open, is_disputed, ${districtOn('known_families', '$1::date')} as district_id
    from known_families
    left join (
      select family_id, bool_or(state = 'OPEN') as is_open, count(*) > 1 as is_disputed
      from (${RSA_FILES}) file group by family_id
    ) support on support.family_id = known_families.id
    where known_families.merged_into is null and ${registeredBy('known_families', '$1::date')}
  ) family
  group by district_id`;

/** The families known on a day, by the district of that day, those who received income support, and those with several files: the rules decide these. */
export const incomeSupportOn = (db: Database, day: Temporal.PlainDate): Promise<IncomeSupportRow[]> =>
  rowsOf(db, incomeSupportRow, INCOME_SUPPORT, [day.toString(), startOfDay(day.add({ days: 1 }))]);

import type { Database } from '@relais/platform/database/database.ts';
import { startOfDay } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';
import type { IncomeSupportRow } from './income-support-figures.rules.ts';

/** The newest state of each RSA file that held on the day and was known by its end, as `benefitsStatus(asOf)` takes it. */
const RSA_FILES = `
  select distinct on (entitlements.id) family_id, state
  from entitlements join entitlement_states state on state.entitlement_id = entitlements.id
  where scheme = 'RSA' and from_on <= $1 and state.recorded_at < $2
  order by entitlements.id, state.version desc`;

const INCOME_SUPPORT = `
  select district_id as "districtId", count(*)::int as families,
    count(*) filter (where is_open and not is_disputed)::int as receiving,
    coalesce(array_agg(known_families.id) filter (where is_disputed), '{}') as "disputedIds"
  from known_families
  left join (
    select family_id, bool_or(state = 'OPEN') as is_open, count(*) > 1 as is_disputed
    from (${RSA_FILES}) file group by family_id
  ) support on support.family_id = known_families.id
  where known_families.merged_into is null
  group by district_id`;

/** The families of every district, those who received income support on a day, and those with several files: the rules decide these. */
export const incomeSupportOn = (db: Database, day: Temporal.PlainDate): Promise<IncomeSupportRow[]> =>
  db.query(INCOME_SUPPORT, [day.toString(), startOfDay(day.add({ days: 1 }))]);

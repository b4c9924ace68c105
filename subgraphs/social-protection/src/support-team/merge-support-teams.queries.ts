import { rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { z } from 'zod';

/** The days on which a professional is not in the survivor's team already; of these, those without a lead of its own. */
const DAYS_TO_ADD = `
  select moved.*, free.days - led.days as plain_days, free.days * led.days as lead_days
  from support_team_members moved
  cross join lateral (
    select datemultirange(daterange(moved.from_on, moved.to_on)) - coalesce(range_agg(daterange(from_on, to_on)), '{}') as days
    from support_team_members where family_id = $2 and professional_id = moved.professional_id
  ) free
  cross join lateral (
    select case when moved.is_lead
      then datemultirange(daterange(null, null)) - coalesce(range_agg(daterange(from_on, to_on)), '{}')
      else '{}' end as days
    from support_team_members where family_id = $2 and is_lead
  ) led
  where moved.family_id = $1`;

/** Only handed on. */
const ToldRow = rowOf({ told: ['told', z.array(z.unknown()).nullable()] });

const STRETCHES = `
  select jsonb_agg(jsonb_build_object('id', member.id, 'professional_id', professional_id, 'is_lead', part.is_lead,
    'from_on', lower(part.days), 'to_on', upper(part.days), 'version', version + 1, 'recorded_at', recorded_at,
    'recorded_by', recorded_by)) as told
  from (${DAYS_TO_ADD}) member
  cross join lateral (
    select true as is_lead, unnest(lead_days) as days union all select false, unnest(plain_days)
  ) part`;

/** The first stretch of a membership keeps its id. */
const ADD = `
  insert into support_team_members
    (id, family_id, professional_id, is_lead, from_on, to_on, version, recorded_at, recorded_by)
  select case row_number() over (partition by id order by from_on) when 1 then id else gen_random_uuid() end,
    $2, professional_id, is_lead, from_on, to_on, version, recorded_at, recorded_by
  from jsonb_to_recordset($1::jsonb) as added (id uuid, professional_id uuid, is_lead boolean, from_on date, to_on date,
    version integer, recorded_at timestamptz, recorded_by text)`;

/**
 * One team of two: nobody is in it twice on a day and one leads. The survivor's lead stays lead; on the days of both, the
 * duplicate's lead is a member without the lead.
 */
export const mergeSupportTeams = async (
  tx: Transaction,
  familyId: string,
  survivorId: string,
): Promise<void> => {
  const [stretches] = await rowsOf(tx, ToldRow, STRETCHES, [familyId, survivorId]);
  await tx.query(
    'delete from support_team_members where family_id = $1 and not isempty(daterange(from_on, to_on))',
    [familyId],
  );
  await tx.query(ADD, [JSON.stringify(stretches?.told ?? []), survivorId]);
};

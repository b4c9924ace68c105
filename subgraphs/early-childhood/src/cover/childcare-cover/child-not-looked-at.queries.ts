import type { Database } from '@relais/platform/database/database.ts';
import { id, recordFromJson, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import { z } from 'zod';
import { asSeenFrom, Child } from '../../families/families/child.ts';
import { AGE_FROM, childrenDuring } from './child-cover.queries.ts';
import { ChildNotLookedAt, NotLookedAtReason } from './child-not-looked-at.ts';

/** A family, and the local day of a milestone. */
export type DayOfFamily = { readonly familyId: string; readonly day: string };

export const nameOfDay = ({ familyId, day }: DayOfFamily): string => `${familyId} ${day}`;

/** The child travels along. */
const NotLookedAtRow = rowOf({
  reason: [
    "case when child.birth_date is null then 'EXPECTED_AFTERWARDS' else 'SIX_OR_OVER' end",
    z.enum(NotLookedAtReason),
  ],
  child: ['to_jsonb(child)', z.unknown()],
});

/** Those of a family whose care is not looked at for their age: too old for it that day, or expected after it. */
const NOT_LOOKED_AT = `(
  select coalesce(jsonb_agg(${NotLookedAtRow.json} order by ${AGE_FROM}, child.id), '[]')
  from ${childrenDuring('asked')}
  where child.expected_date > asked.day
    or child.birth_date + interval '6 years' <= asked.day
      and child.birth_date + interval '18 years' > asked.day)`;

const DayRow = rowOf({
  familyId: ['asked.family_id', id],
  day: ['asked.day', z.iso.date()],
  children: [NOT_LOOKED_AT, NotLookedAtRow.type.array()],
});

const OF_DAYS = `select ${DayRow.columns} from unnest($1::uuid[], $2::date[]) as asked (family_id, day)`;

/** Of each family and day, eldest first: asked of the few covers of which somebody wants to know it. */
export const childrenNotLookedAt = async (
  db: Database,
  days: readonly DayOfFamily[],
): Promise<ChildNotLookedAt[][]> => {
  const rows = await rowsOf(db, DayRow, OF_DAYS, [
    days.map(({ familyId }) => familyId),
    days.map(({ day }) => day),
  ]);
  const byDay = new Map(
    rows.map(({ familyId, children, ...row }) => [
      nameOfDay({ familyId, ...row }),
      children.map(({ reason, child }) =>
        Object.assign(new ChildNotLookedAt(), {
          reason,
          child: asSeenFrom(recordFromJson(db, Child, child), familyId),
        }),
      ),
    ]),
  );
  return days.map((asked) => byDay.get(nameOfDay(asked)) ?? []);
};

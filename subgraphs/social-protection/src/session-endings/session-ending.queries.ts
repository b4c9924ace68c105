import type { Database } from '@relais/platform/database/database.ts';
import { id, instant, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import type { TimelinePosition } from '@relais/platform/graphql/timeline.ts';
import { z } from 'zod';

/** By name, of whom the directory knows one. */
const EndingRow = rowOf({
  id: ['ending.id', id],
  endedAt: ['ending.ended_at', instant],
  person: ['coalesce(person.name, ending.sub)', z.string()],
  endedBy: ['coalesce(ender.name, ending.ended_by_sub)', z.string()],
});

const LISTED = `
  select ${EndingRow.columns}
  from session_endings ending
  left join professionals person on person.sub = ending.sub
  left join professionals ender on ender.sub = ending.ended_by_sub
  where ($1::text is null or ending.ended_by_agency = $1)
    and ($2::timestamptz is null or (ending.ended_at, ending.id) < ($2::timestamptz, $3::uuid))
  order by ending.ended_at desc, ending.id desc limit $4`;

/** A page of those that people of this agency ended, newest first; of all agencies when `null`. */
export const sessionEndingsOf = (
  db: Database,
  agency: string | null,
  after: TimelinePosition | null,
  count: number,
) => rowsOf(db, EndingRow, LISTED, [agency, after?.at, after?.id, count]);

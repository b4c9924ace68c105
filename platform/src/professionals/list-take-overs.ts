import { z } from 'zod';
import type { Database } from '../database/database.ts';
import { id, instant, rowOf, rowsOf } from '../database/rows.ts';
import type { TimelinePosition } from '../graphql/timeline.ts';

/** By whose names it is told: of who is no longer in the directory, by the sign-in. */
const TakenRow = rowOf({
  id: ['taking.id', id],
  reason: ['taking.reason', z.string()],
  takenAt: ['taking.taken_at', instant],
  families: ['cardinality(taking.family_ids)', z.int()],
  fromProfessional: ['coalesce(former.name, taking.from_sub)', z.string()],
  toProfessional: ['coalesce(successor.name, taking.to_sub)', z.string().nullable()],
  takenBy: ['coalesce(taker.name, taking.taken_by_sub)', z.string()],
});

const OF_AGENCY = `
  select ${TakenRow.columns}
  from take_overs taking
  left join professionals former on former.sub = taking.from_sub
  left join professionals successor on successor.sub = taking.to_sub
  left join professionals taker on taker.sub = taking.taken_by_sub
  where taking.agency = $1 and ($2::timestamptz is null or (taking.taken_at, taking.id) < ($2::timestamptz, $3::uuid))
  order by taking.taken_at desc, taking.id desc limit $4`;

/** A page of what the administrators of an agency handed on, newest first. */
export const takeOversOfAgency = (
  db: Database,
  agency: string,
  after: TimelinePosition | null,
  count: number,
) => rowsOf(db, TakenRow, OF_AGENCY, [agency, after?.at, after?.id, count]);

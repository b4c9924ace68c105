import type { Database } from '@relais/platform/database/database.ts';
import { id, instant, type RowFrom, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import { countRows } from '@relais/platform/graphql/counted.ts';
import { numberedIn } from '@relais/platform/sight/parameters.ts';
import type { SeenFilter } from '@relais/platform/sight/sight.ts';
import type { JobSeekerStatus } from './job-seeker.ts';
import type { JobSeekerOrder } from './job-seeker-order.ts';

export type JobSeekersWanted = {
  readonly advisorId: string;
  readonly now: Date;
  readonly today: string;
  readonly statuses: readonly JobSeekerStatus[];
  readonly search: string;
  readonly order: JobSeekerOrder;
  readonly seen: SeenFilter;
};

/** Where a file stands in the list, to the millisecond, as cursors tell it. */
const PlaceRow = rowOf({ id: ['file.id', id], at: ['file.place', instant] });
export type PlaceInList = RowFrom<typeof PlaceRow>;

/** Who has no milestone ahead stands behind all who have one. */
const NEVER = "'9999-12-31T00:00:00Z'::timestamptz";

const orders = {
  NEXT_MILESTONE_FIRST: { direction: 'asc', behind: '>' },
  NEWEST_FIRST: { direction: 'desc', behind: '<' },
} as const satisfies Record<JobSeekerOrder, object>;

type AddValue = (value: unknown) => string;

const placeText = ({ order, now }: JobSeekersWanted, add: AddValue): string =>
  order === 'NEWEST_FIRST'
    ? "job_seeker.registered_on::timestamp at time zone 'Europe/Paris'"
    : `coalesce((select min(milestone.starts_at) from milestones milestone
        where milestone.job_seeker_id = job_seeker.id and milestone.starts_at > ${add(now)}::timestamptz
          and milestone.status in ('PLANNED', 'CONFIRMED')), ${NEVER})`;

const listText = (wanted: JobSeekersWanted, values: unknown[]): string => {
  const add: AddValue = (value) => `$${values.push(value)}`;
  const { advisorId, today, statuses, search, seen } = wanted;
  const sought = `upper(${add(search.trim())}::text)`;
  return `
    select job_seeker.id, ${placeText(wanted, add)} as place
    from job_seekers job_seeker left join known_families known on known.id = job_seeker.family_id
    where job_seeker.advisor_id = ${add(advisorId)}
      and case when job_seeker.closed_on <= ${add(today)}::date then 'CLOSED' else 'OPEN' end
        = any(${add(statuses)}::text[])
      and (${sought} = '' or strpos(upper(known.reference), ${sought}) > 0
        or starts_with(job_seeker.rome_code, ${sought}))
      and ${seen('job_seeker.family_id', numberedIn(values))}`;
};

/** A page of an advisor's own job seekers, and one more. */
export const placesInList = (
  db: Database,
  wanted: JobSeekersWanted,
  { after, rows }: { readonly after: PlaceInList | null; readonly rows: number },
): Promise<PlaceInList[]> => {
  const values: unknown[] = [];
  const { direction, behind } = orders[wanted.order];
  const list = listText(wanted, values);
  const add: AddValue = (value) => `$${values.push(value)}`;
  const rest = after
    ? `where (file.place, file.id) ${behind} (${add(after.at)}::timestamptz, ${add(after.id)}::uuid)`
    : '';
  const text = `select ${PlaceRow.columns} from (${list}) file ${rest}
    order by file.place ${direction}, file.id ${direction} limit ${add(rows)}`;
  return rowsOf(db, PlaceRow, text, values);
};

export const countJobSeekers = (db: Database, wanted: JobSeekersWanted): Promise<number> => {
  const values: unknown[] = [];
  return countRows(db, listText(wanted, values), values);
};

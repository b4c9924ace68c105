import type { Database } from '@relais/platform/database/database.ts';
import { id, instant, type RowFrom, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import { numberedIn } from '@relais/platform/sight/parameters.ts';
import type { SeenFilter } from '@relais/platform/sight/sight.ts';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { CareKind } from '../../centres/centres/care-kind.ts';
import { isOpenRequest } from '../care-requests/care-request.queries.ts';
import { judgedOn, PRIORITY_FACTS, PRIORITY_SCORE } from './priority.queries.ts';

export type WaitingListFilter = {
  readonly centreId: string | null;
  readonly districtId: string | null;
  /** A family whose district the reader may not know is found by none. */
  readonly districtTold: SeenFilter;
  readonly kind: CareKind | null;
  readonly minAgeMonths: number | null;
  readonly maxAgeMonths: number | null;
  readonly firstDayFrom: Temporal.PlainDate | null;
  readonly firstDayTo: Temporal.PlainDate | null;
};

/** Where a request stands in the list of a day. */
const RankRow = rowOf({
  id: ['id', id],
  score: ['score', z.number()],
  submittedAt: ['submitted_at', instant],
});
export type Rank = RowFrom<typeof RankRow>;

/** Who is expected has an age on the first day too. */
const BORN = 'coalesce(child.birth_date, child.expected_date)';

/** A need that is over waits for nothing. One text per set of filters, so that each finds its index. */
const listText = ({ centreId, kind }: WaitingListFilter, inDistrict: string | null, seen: string): string => `
  with waiting as materialized (
    select request.id, request.submitted_at, ${PRIORITY_FACTS}
    from care_requests request
    join families family on family.id = request.family_id
    join children child on child.id = request.child_id
    where ${isOpenRequest('request')}
      and request.last_day >= $1::date
      and ${centreId ? 'request.ranked_centre_ids @> array[$3::uuid]' : '$3::uuid is null'}
      and ${inDistrict ?? '$4::uuid is null'}
      and ${kind ? 'request.kind = $5' : '$5::text is null'}
      and ($6::integer is null or ${BORN} + make_interval(months => $6) <= request.first_day)
      and ($7::integer is null or ${BORN} + make_interval(months => $7) > request.first_day)
      and ($8::date is null or request.first_day >= $8)
      and ($9::date is null or request.first_day <= $9)
      and ${seen}
  ), ranked as (
    select id, submitted_at, (${PRIORITY_SCORE})::double precision as score from waiting
  )
  select ${RankRow.columns} from ranked
  where $10::double precision is null or (-score, submitted_at, id) > (-$10, $11::timestamptz, $12::uuid)
  order by -score, submitted_at, id
  limit $13`;

type Page = { readonly after: Rank | null; readonly rows: number; readonly today: Temporal.PlainDate };

/** Open requests in the order of their priority on a day; the longest waiting of equals first. */
export const waitingRequests = (
  db: Database,
  filter: WaitingListFilter,
  page: Page,
  seen: SeenFilter,
): Promise<Rank[]> => {
  const parameters: unknown[] = [
    ...judgedOn(page.today),
    filter.centreId,
    filter.districtId,
    filter.kind,
    filter.minAgeMonths,
    filter.maxAgeMonths,
    filter.firstDayFrom?.toString() ?? null,
    filter.firstDayTo?.toString() ?? null,
    page.after?.score ?? null,
    page.after?.submittedAt ?? null,
    page.after?.id ?? null,
    page.rows,
  ];
  const add = numberedIn(parameters);
  const seenHere = seen('request.family_id', add);
  const inDistrict = filter.districtId
    ? `family.district_id = $4::uuid and ${filter.districtTold('family.id', add)}`
    : null;
  return rowsOf(db, RankRow, listText(filter, inDistrict, seenHere), parameters);
};

import type { Database } from '@relais/platform/database/database.ts';
import { id, instant, type RowFrom, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import { countRows } from '@relais/platform/graphql/counted.ts';
import type { SeenFilter } from '@relais/platform/sight/sight.ts';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { CareKind } from '../../centres/centres/care-kind.ts';
import { settingsOn } from '../../centres/city-settings/city-settings.queries.ts';
import type { Settings } from '../../centres/city-settings/city-settings.rules.ts';
import { ageCountsFrom } from '../../families/families/age.rules.ts';
import { idsOfNamed } from '../../families/families/family-search.queries.ts';
import { isOpenRequest } from '../care-requests/care-request.queries.ts';
import type { CareRequestStatus } from '../care-requests/care-request-status.ts';
import { isNotRight, rightFor } from './kept-priority.queries.ts';
import { judgedOn, PRIORITY_FACTS, priorityScore } from './priority.queries.ts';

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
  readonly statuses: readonly CareRequestStatus[] | null;
  readonly careRequestIds: readonly string[] | null;
  /** Part of a family’s name or of an adult’s, or a reference. */
  readonly search: string | null;
};

/** Where a request stands in the list of a day. */
const RankRow = rowOf({
  id: ['id', id],
  score: ['score', z.number()],
  submittedAt: ['submitted_at', instant],
});
export type Rank = RowFrom<typeof RankRow>;

const AGE_FROM = ageCountsFrom('child');

type Filtered = {
  readonly filter: WaitingListFilter;
  /** SQL: what the reader sees, and that a family lives in the district, if only these are asked for. */
  readonly seen: string;
  readonly inDistrict: string | null;
  /** SQL: the parameter that says what a kept score must be right for. */
  readonly right: string;
};

/** A need that is over waits for nothing. One text per set of filters, so that each finds its index. */
const conditions = ({ filter, inDistrict, seen }: Filtered): string => `
  ${isOpenRequest('request')}
    and request.last_day >= $1::date
    and ${filter.centreId ? 'request.ranked_centre_ids @> array[$3::uuid]' : '$3::uuid is null'}
    and ${inDistrict ?? '$4::uuid is null'}
    and ${filter.kind ? 'request.kind = $5' : '$5::text is null'}
    and ${filter.minAgeMonths === null ? '$6::integer is null' : `${AGE_FROM} + make_interval(months => $6) <= request.first_day`}
    and ${filter.maxAgeMonths === null ? '$7::integer is null' : `${AGE_FROM} + make_interval(months => $7) > request.first_day`}
    and ($8::date is null or request.first_day >= $8)
    and ($9::date is null or request.first_day <= $9)
    and ${seen}`;

const FAMILY = 'join families family on family.id = request.family_id';
const CHILD = 'join children child on child.id = request.child_id';

/** What is not asked about is not joined: PostgreSQL plans this list each time, which takes longer than a page of it. */
const from = ({ filter: { minAgeMonths, maxAgeMonths } }: Filtered, isFamilyRead: boolean): string => `
  from kept_priorities kept
  join care_requests request on request.id = kept.care_request_id
  ${isFamilyRead ? FAMILY : ''} ${minAgeMonths === null && maxAgeMonths === null ? '' : CHILD}`;

const comesAfter = (score: string, submittedAt: string, requestId: string): string =>
  `($10::double precision is null
    or (-${score}, ${submittedAt}, ${requestId}) > (-$10, $11::timestamptz, $12::uuid))`;

/** Those whose kept score is right for the day come in its order, as far as the page goes; the others are judged. */
const listText = (filtered: Filtered, settings: Settings): string => `
  with kept_first as (
    select request.id, kept.submitted_at, kept.score ${from(filtered, filtered.inDistrict !== null)}
    where kept.right_for = ${filtered.right} and ${conditions(filtered)}
      and ${comesAfter('kept.score', 'kept.submitted_at', 'kept.care_request_id')}
    order by -kept.score, kept.submitted_at, kept.care_request_id
    limit $13
  ), waiting as materialized (
    select request.id, request.submitted_at, ${PRIORITY_FACTS} ${from(filtered, true)}
    where ${isNotRight('kept', filtered.right)} and ${conditions(filtered)}
  ), judged as (
    select id, submitted_at, (${priorityScore(settings)})::double precision as score from waiting
  ), ranked as (
    select * from kept_first
    union all select * from judged where ${comesAfter('score', 'submitted_at', 'id')}
  )
  select ${RankRow.columns} from ranked order by -score, submitted_at, id limit $13`;

type Page = { readonly after: Rank | null; readonly rows: number; readonly today: Temporal.PlainDate };

type AddValue = (value: unknown) => string;

const parametersOf = (filter: WaitingListFilter, today: Temporal.PlainDate): unknown[] => [
  ...judgedOn(today),
  filter.centreId,
  filter.districtId,
  filter.kind,
  filter.minAgeMonths,
  filter.maxAgeMonths,
  filter.firstDayFrom?.toString() ?? null,
  filter.firstDayTo?.toString() ?? null,
];

/** SQL: the filters that few ask for, which are in the statement only then. */
const rarely = ({ statuses, careRequestIds, search }: WaitingListFilter, add: AddValue): string[] => {
  const named = search === null ? null : (idsOfNamed(search, add) ?? 'select null::uuid');
  return [
    statuses ? `request.status = any(${add(statuses)}::text[])` : 'true',
    careRequestIds ? `request.id = any(${add(careRequestIds)}::uuid[])` : 'true',
    named ? `request.family_id in (${named})` : 'true',
  ];
};

const filtered = (filter: WaitingListFilter, seen: SeenFilter, add: AddValue): Omit<Filtered, 'right'> => ({
  filter,
  seen: [seen('request.family_id', add), ...rarely(filter, add)].join(' and '),
  inDistrict: filter.districtId
    ? `family.district_id = $4::uuid and ${filter.districtTold('family.id', add)}`
    : null,
});

/** Open requests in the order of their priority on a day; the longest waiting of equals first. */
export const waitingRequests = async (
  db: Database,
  filter: WaitingListFilter,
  { after, rows, today }: Page,
  seen: SeenFilter,
): Promise<Rank[]> => {
  const parameters = [
    ...parametersOf(filter, today),
    after?.score ?? null,
    after?.submittedAt ?? null,
    after?.id ?? null,
    rows,
  ];
  const add = (value: unknown): string => `$${parameters.push(value)}`;
  const where = filtered(filter, seen, add);
  const settings = await settingsOn(db, today);
  const text = listText({ ...where, right: add(rightFor(today, settings)) }, settings);
  return rowsOf(db, RankRow, text, parameters);
};

/** How many wait on all pages. */
export const countWaiting = (
  db: Database,
  filter: WaitingListFilter,
  today: Temporal.PlainDate,
  seen: SeenFilter,
): Promise<number> => {
  const parameters = parametersOf(filter, today);
  const where = { ...filtered(filter, seen, (value) => `$${parameters.push(value)}`), right: '' };
  // Which fact counts how is the same for all, but every parameter has to be used.
  const text = `select ${from(where, where.inDistrict !== null)} where ${conditions(where)} and $2::timestamptz is not null`;
  return countRows(db, text, parameters);
};

import type { Database } from '@relais/platform/database/database.ts';
import { id, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { numberedIn } from '@relais/platform/sight/parameters.ts';
import { keptOut } from '@relais/platform/sight/relations.ts';
import type { SeenFilter } from '@relais/platform/sight/sight.ts';
import { z } from 'zod';
import { ageCountsFrom } from '../../families/families/age.rules.ts';
import { isLapsed, type SoughtChild, shownUntil } from './registration-request.rules.ts';
import { RegistrationRequest, RegistrationRequestStatus } from './registration-request.ts';

export const lockRegistrationRequest = (
  tx: Transaction,
  requestId: string,
): Promise<RegistrationRequest | null> =>
  tx.findOne(RegistrationRequest, { where: { id: requestId }, lock: { mode: 'for_no_key_update' } });

/** Whose requests: `null` is everybody's. The wall says the same. What is kept no longer is absent, though its job be late. */
export type WantedRequests = {
  readonly sentBy: string | null;
  readonly statuses: readonly RegistrationRequestStatus[];
  readonly now: Date;
};

export type PlaceInRequests = { readonly at: Date; readonly id: string };

/** One that waited for too long has lapsed, though the job that writes it down be late. */
const ASKED_FOR = (statuses: string, now: string): string => `(
  request.status = any(${statuses}) and request.kept_until > ${now}
  or request.status = 'WAITING' and request.kept_until <= ${now} and 'LAPSED' = any(${statuses})
    and request.kept_until > cast(${now} as timestamptz) - interval '30 days')`;

const asItStands = (request: RegistrationRequest, now: Date): RegistrationRequest => {
  if (request.status !== 'WAITING' || !isLapsed(request, now)) return request;
  const { keptUntil } = request;
  const ended = { status: 'LAPSED', told: null, answeredAt: keptUntil, keptUntil: shownUntil(keptUntil) };
  return Object.assign(new RegistrationRequest(), request, ended);
};

const wanted = (db: Database, { sentBy, statuses, now }: WantedRequests) => {
  const query = db
    .createQueryBuilder(RegistrationRequest, 'request')
    .where(ASKED_FOR(':statuses', ':now'), { statuses, now });
  return sentBy === null ? query : query.andWhere('request.sentBy = :sentBy', { sentBy });
};

/** A page, oldest first. */
export const registrationRequestsOf = async (
  db: Database,
  asked: WantedRequests,
  after: PlaceInRequests | null,
  count: number,
): Promise<RegistrationRequest[]> => {
  const query = wanted(db, asked);
  if (after)
    query.andWhere(
      "(date_trunc('milliseconds', request.sentAt), request.id) > (:at::timestamptz, :id::uuid)",
      after,
    );
  const found = await query
    .orderBy("date_trunc('milliseconds', request.sentAt)")
    .addOrderBy('request.id')
    .limit(count)
    .getMany();
  return found.map((request) => asItStands(request, asked.now));
};

const COUNTED = rowOf({ id: ['request.id', id] });

/** SQL: all of them, to be counted. */
export const ALL_REQUESTS = `
  select ${COUNTED.columns} from registration_requests request
  where ${ASKED_FOR('$1', '$3')} and ($2::text is null or request.sent_by = $2)`;

const EVERY_STATUS = Object.values(RegistrationRequestStatus);

export const keptRequest = async (
  db: Database,
  requestId: string,
  now: Date,
): Promise<RegistrationRequest | null> => {
  const asked = { sentBy: null, statuses: EVERY_STATUS, now };
  const request = await wanted(db, asked).andWhere('request.id = :requestId', { requestId }).getOne();
  return request && asItStands(request, now);
};

const FoundRow = rowOf({ familyId: ['home.family_id', id] });

/** Both families of a child in shared residence; the surname may be the child's or that of any of their adults. */
const alikeText = (isTold: string): string => `
  select distinct ${FoundRow.columns}
  from unnest($1::text[], $2::date[]) sought (surname, day)
  join children child on ${ageCountsFrom('child')} = sought.day and child.merged_into is null
  left join shared_residences shared on shared.child_id = child.id
  cross join lateral (values (child.family_id), (shared.other_family_id)) home (family_id)
  where home.family_id is not null
    and (searchable(child.last_name) = searchable(sought.surname) or exists (
      select from adults where adults.family_id = home.family_id
        and searchable(adults.last_name) = searchable(sought.surname)))
    and ${isTold}
  order by home.family_id`;

/** The files that may be those of the family that is about to be registered. */
export const filesOf = async (
  tx: Transaction,
  sought: readonly SoughtChild[],
  mayBeTold: SeenFilter,
): Promise<string[]> => {
  const parameters: unknown[] = [sought.map(({ surname }) => surname), sought.map(({ day }) => day)];
  const isTold = mayBeTold('home.family_id', numberedIn(parameters));
  const rows = await rowsOf(tx, FoundRow, alikeText(isTold), parameters);
  return rows.map(({ familyId }) => familyId);
};

const KeptOutRow = rowOf({ isKeptOut: ['kept.out', z.boolean()] });

/** Whether somebody else is kept from a file: they are not told that it exists. */
export const isKeptOut = async (
  tx: Transaction,
  familyId: string,
  { sub, now, today }: { readonly sub: string; readonly now: Date; readonly today: string },
): Promise<boolean> => {
  const values: unknown[] = [familyId];
  const given: Record<string, string> = {};
  const asker = {
    sub: [sub, 'text'],
    today: [today, 'date'],
    now: [now, 'timestamptz'],
    agencyKind: ['', 'text'],
  } as const;
  const text = keptOut.sql('$1::uuid', (what) => {
    const [value, type] = asker[what];
    given[what] ??= `$${values.push(value)}::${type}`;
    return given[what];
  });
  const sql = `select ${KeptOutRow.columns} from (select ${text} as out) kept`;
  const [row] = await rowsOf(tx, KeptOutRow, sql, values);
  return row?.isKeptOut ?? true;
};

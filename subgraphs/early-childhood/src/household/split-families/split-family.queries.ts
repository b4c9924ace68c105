import type { Acting } from '@relais/platform/acting.ts';
import { movingAsService } from '@relais/platform/database/asking.ts';
import { id as anId, hasRows, type RowFrom, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { copyRestriction } from '@relais/platform/followers/follower.queries.ts';
import { newId } from '@relais/platform/ids.ts';
import { takenOver } from '@relais/platform/known-families/taken-over.messages.ts';
import { copyObjections } from '@relais/platform/objections/objection.queries.ts';
import { IsNull } from 'typeorm';
import { z } from 'zod';
import { isDue, notBilledFrom } from '../../care/bookings/left-to-pay.queries.ts';
import { AddressProtection } from '../../families/family-addresses/address-protection.ts';
import { requestIsOpen } from '../../requests/care-requests/care-request.rules.ts';
import { CareRequestStatus } from '../../requests/care-requests/care-request-status.ts';
import { lockMembers } from '../merged-families/merge-families.queries.ts';

const OPEN_STATUSES = Object.values(CareRequestStatus).filter(requestIsOpen);

const CareRow = rowOf({
  placements: [
    `(select count(*)::int from placements where child_id = any($2::uuid[]) and family_id = $1 and starts_on <= ends_on
      and ends_on >= (cast($3 as timestamptz) at time zone 'Europe/Paris')::date)`,
    z.int(),
  ],
  openCareRequests: [
    `(select count(*)::int from care_requests where child_id = any($2::uuid[]) and family_id = $1 and status = any($4))`,
    z.int(),
  ],
  bookingsToCome: [
    `(select count(*)::int from bookings where child_id = any($2::uuid[]) and family_id = $1
      and status in ('HELD', 'CONFIRMED') and ends_at > $3)`,
    z.int(),
  ],
  bookingsForMilestones: [
    `(select count(*)::int from bookings where child_id = any($2::uuid[]) and family_id = $1
      and status in ('HELD', 'CONFIRMED') and ends_at > $3 and milestone_id is not null)`,
    z.int(),
  ],
});
export type CareOfChildren = RowFrom<typeof CareRow>;

/** How much care of these children is the family's from now on. */
export const careOfChildren = async (
  tx: Transaction,
  familyId: string,
  childIds: readonly string[],
  now: Date,
): Promise<CareOfChildren> => {
  const parameters = [familyId, childIds, now, OPEN_STATUSES];
  const [care] = await rowsOf(tx, CareRow, `select ${CareRow.columns}`, parameters);
  if (!care) throw new Error('a count answered no row');
  return care;
};

/** Also a child who is registered elsewhere and lives there by turns; in one order, so that two who hold each other's do not wait for ever. */
const HOLD_CHILDREN = `
  select from children
  where family_id = $1 or id in (select child_id from shared_residences where other_family_id = $1)
  order by id for update`;

/** Everybody who may leave, held until commit: care that is being written for one of them is there before they go, or waits. */
export const holdMembers = async (tx: Transaction, familyId: string): Promise<void> => {
  await tx.query(HOLD_CHILDREN, [familyId]);
  await lockMembers(tx, [familyId]);
};

const OPEN_OFFER = `
  select from care_offers offer join care_requests request on request.id = offer.care_request_id
  where offer.status = 'OPEN' and request.family_id = $1 and request.child_id = any($2::uuid[]) limit 1`;

const OPEN_FOR_MILESTONE = `
  select from care_requests
  where family_id = $1 and milestone_id is not null and status = any($2) limit 1`;

/**
 * What has to be answered before: a place that waits for a word of both, and what is asked for a milestone, of which nobody here knows with
 * which of the two it goes. Of children who are held.
 */
export const unansweredIn = async (
  tx: Transaction,
  familyId: string,
  childIds: readonly string[],
): Promise<'OFFER_WAITS' | 'MILESTONE_REQUEST_WAITS' | null> => {
  if (await hasRows(tx, OPEN_OFFER, [familyId, childIds])) return 'OFFER_WAITS';
  return (await hasRows(tx, OPEN_FOR_MILESTONE, [familyId, OPEN_STATUSES]))
    ? 'MILESTONE_REQUEST_WAITS'
    : null;
};

const FileRow = rowOf({ id: ['id', anId] });
const FILES = `
  select ${FileRow.columns} from families where id = $1 or merged_into = $1
  union
  select families.id from care_steps step join families on families.reference = step.facts ->> 'reference'
  where step.family_id = $1 and step.kind = 'MERGE_UNDONE'`;

/** The file, those that were merged into it, and those that were and are files of their own again. */
export const filesOf = async (tx: Transaction, familyId: string): Promise<string[]> =>
  (await rowsOf(movingAsService(tx), FileRow, FILES, [familyId])).map(({ id }) => id);

/** Why a home is protected is in the words of one of two who part: the other's file says only that it is. */
const TAKEN_OVER = takenOver.AT_A_SPLIT.fr;

/** What binds the whole file binds both: to whom it is restricted, what it objects to sharing, that its home is protected. */
export const copyWhatBinds = async (
  tx: Transaction,
  familyId: string,
  newFamilyId: string,
  { user, now }: Acting,
): Promise<void> => {
  await copyRestriction(tx, familyId, newFamilyId);
  await copyObjections(tx, familyId, newFamilyId);
  const whole = movingAsService(tx);
  const protections = await whole.findBy(AddressProtection, { familyId, endedAt: IsNull() });
  const anew = { basis: 'SAID_BY_FAMILY', reason: TAKEN_OVER, beganAt: now, beganBy: user.sub } as const;
  const copies = protections
    .slice(0, 1)
    .map((each) => ({ ...each, ...anew, id: newId(), familyId: newFamilyId, version: 1 }));
  if (copies.length > 0) await whole.insert(AddressProtection, copies);
};

/** What belongs to a child and names its family; care that is over is paid by the family that had it. */
const MOVE_OF_CHILDREN = [
  'update children set family_id = $2, version = version + 1 where family_id = $1 and id = any($3::uuid[])',
  'update shared_residences set other_family_id = $2, version = version + 1 where other_family_id = $1 and child_id = any($3::uuid[])',
  'update residence_periods set family_id = $2 where family_id = $1 and child_id = any($3::uuid[])',
  'update care_requests set family_id = $2 where family_id = $1 and child_id = any($3::uuid[])',
] as const;

const moves = (now: string): string =>
  `ends_at > ${now} and status <> 'ABSENT' and not cancelled_after_start and left_at is null`;

/** What is due already is owed by the family that had it: an absence, care cancelled after it began, a child that has left. */
const MOVE_BOOKINGS = `
  update bookings set family_id = $2
  where family_id = $1 and child_id = any($3::uuid[]) and ${moves('$4')}`;

const LeftToPayRow = rowOf({ count: ['count(*)::int', z.int()] });
const LEFT_TO_PAY = `
  select ${LeftToPayRow.columns} from bookings
  where family_id = $1 and child_id = any($2::uuid[]) and ${isDue('bookings')}
    and starts_at >= ${notBilledFrom('$3::timestamptz')} and not (${moves('$3')})`;

/** How many stays of children who leave the file goes on paying. */
export const countLeftToPay = async (
  tx: Transaction,
  familyId: string,
  childIds: readonly string[],
  now: Date,
): Promise<number> => {
  const [row] = await rowsOf(tx, LeftToPayRow, LEFT_TO_PAY, [familyId, childIds, now]);
  return row?.count ?? 0;
};

/** A contract that is over was the family's that had it. */
const MOVE_PLACEMENTS = `
  update placements set family_id = $2 where family_id = $1 and child_id = any($3::uuid[])
    and ends_on >= (cast($4 as timestamptz) at time zone 'Europe/Paris')::date`;

/**
 * Whoever follows a milestone is shown the bookings that serve it: none of a child that has another file than its family. Whose a
 * milestone will be employment says later, and nothing where the family objects to that: then it serves none at all.
 */
const CUT_FROM_MILESTONES = `
  update bookings set milestone_id = null
  where family_id = $1 and ends_at > $3 and milestone_id is not null
    and not exists (select from known_milestones milestone
      where milestone.id = milestone_id and (milestone.family_id <> $1 or child_id <> all($2::uuid[])))`;

const MOVE_ADULTS =
  'update adults set family_id = $2, version = version + 1 where family_id = $1 and id = any($3::uuid[])';

/** The history of care that stays with the file stays with it. */
const STAYS = (subject: string) =>
  `(exists (select from bookings where bookings.id = ${subject} and bookings.family_id = $1)
    or exists (select from placements where placements.id = ${subject} and placements.family_id = $1))`;

const MOVE_HISTORY = `
  update care_steps set family_id = $2
  where family_id = $1 and (child_id = any($3::uuid[]) or subject_id = any($4::uuid[])) and not ${STAYS('subject_id')}`;

const MOVE_CORRECTIONS = `
  update corrections set family_id = $2
  where family_id = $1 and not ${STAYS('subject_id')} and subject_id in (
    select unnest($3::uuid[] || $4::uuid[])
    union all select id from bookings where child_id = any($3::uuid[])
    union all select id from placements where child_id = any($3::uuid[])
    union all select id from care_requests where child_id = any($3::uuid[])
    union all select id from own_arrangements where child_id = any($3::uuid[]))`;

/** A merge of before is not undone any more: what it kept of who leaves would be kept where they no longer are. */
const FORGET_MERGES = `
  delete from merge_journals
  where survivor = $1 or duplicate in (select id from families where merged_into = $1)`;

type Moved = {
  readonly from: string;
  readonly to: string;
  readonly adultIds: readonly string[];
  readonly childIds: readonly string[];
};

/** Gives the new file those who leave and all that follows them, whoever may read it. */
export const moveMembers = async (
  tx: Transaction,
  { from, to, adultIds, childIds }: Moved,
  now: Date,
): Promise<void> => {
  const whole = movingAsService(tx);
  for (const statement of MOVE_OF_CHILDREN) await whole.query(statement, [from, to, childIds]);
  // Before they move: of those that its family pays.
  await whole.query(CUT_FROM_MILESTONES, [from, childIds, now]);
  await whole.query(MOVE_BOOKINGS, [from, to, childIds, now]);
  await whole.query(MOVE_PLACEMENTS, [from, to, childIds, now]);
  await whole.query(MOVE_ADULTS, [from, to, adultIds]);
  await whole.query(MOVE_HISTORY, [from, to, childIds, adultIds]);
  await whole.query(MOVE_CORRECTIONS, [from, to, childIds, adultIds]);
  await whole.query(FORGET_MERGES, [from]);
};

import type { Database } from '@relais/platform/database/database.ts';
import { day, id, instant, type RowFrom, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import { z } from 'zod';
import { isCareOf } from '../../care/bookings/booking.queries.ts';
import { CareKind } from '../../centres/centres/care-kind.ts';
import { coverOfEach, IN_ORDER } from '../../cover/childcare-cover/child-cover.queries.ts';
import { isOpenRequest, isWaitingRequest } from '../../requests/care-requests/care-request.queries.ts';

const firstName = z.string().nullable();

const UncoveredRow = rowOf({
  familyId: ['family_id', id],
  milestoneId: ['milestone_id', id],
  advisorId: ['advisor_id', z.string().nullable()],
  startsAt: ['starts_at', instant],
  status: ['cover_status', z.enum(['UNCOVERED', 'PARTIAL', 'UNKNOWN'])],
  /** Of the children who lack care. */
  firstNames: ['told', firstName.array()],
});
export type UncoveredFacts = RowFrom<typeof UncoveredRow>;

/** A section and its centre, as histories call them. */
export const PLACE = "section.name || ', ' || centre.name";

const StrayRow = rowOf({
  familyId: ['milestone.family_id', id],
  bookingId: ['booking.id', id],
  advisorId: ['milestone.advisor_id', z.string().nullable()],
  startsAt: ['booking.starts_at', instant],
  isCalledOff: ["milestone.status = 'CANCELLED'", z.boolean()],
  firstName: ['child.first_name', firstName],
  place: [PLACE, z.string()],
});
export type StrayBooking = RowFrom<typeof StrayRow>;

const SuspendedRow = rowOf({
  familyId: ['support.family_id', id],
  since: ['support.starts_on::text', z.string()],
});
export type SuspendedSupport = RowFrom<typeof SuspendedRow>;

/** An earlier open request asks for the same times of the child: two files that were merged may have brought both. */
const IS_ASKED_TWICE = `exists (select from care_requests earlier
  where earlier.child_id = request.child_id and earlier.kind = request.kind
    and ${isOpenRequest('earlier')}
    and (earlier.submitted_at, earlier.id) < (request.submitted_at, request.id)
    and (earlier.first_day, earlier.last_day, earlier.weekly_pattern, earlier.stretches)
      = (request.first_day, request.last_day, request.weekly_pattern, request.stretches))`;

/** The end of the six months for which the word of a family holds. */
const CONFIRM_AT = `
  (date_trunc('day', request.confirmed_at at time zone 'Europe/Paris') + interval '6 months') at time zone 'Europe/Paris'`;
/** Two weeks before. */
const IS_TO_CONFIRM = `(${isWaitingRequest('request')} and ${CONFIRM_AT} - interval '14 days' <= $2)`;

const WaitingRow = rowOf({
  familyId: ['request.family_id', id],
  requestId: ['request.id', id],
  submittedAt: ['request.submitted_at', instant],
  kind: ['request.kind', z.enum(CareKind)],
  firstDay: ['request.first_day::text', day],
  /** Dated care: its first hour. */
  firstStart: ["(request.stretches -> 0 ->> 'startsAt')::timestamptz", instant.nullable()],
  firstName: ['child.first_name', firstName],
  /** The place that is held for it, which one, and until when. */
  offerId: ['offer.id', id.nullable()],
  expiresAt: ['offer.expires_at', instant.nullable()],
  place: [PLACE, z.string().nullable()],
  isAskedTwice: [IS_ASKED_TWICE, z.boolean()],
  /** No place is held for it, or it is not another solution that the family has. */
  isUnanswered: ["request.status = 'SUBMITTED' or offer.id is not null", z.boolean()],
  /** When the family is to say whether it needs the care still; absent while it is too early to ask. */
  toConfirmAt: [`case when ${IS_TO_CONFIRM} then ${CONFIRM_AT} end`, instant.nullable()],
});
export type WaitingRequest = RowFrom<typeof WaitingRow>;

const UPCOMING = `
  select id as milestone_id, family_id, starts_at, ends_at, travel_minutes, advisor_id
  from known_milestones
  where family_id = any($1::uuid[]) and ends_at > $2 and starts_at > $2 and status in ('PLANNED', 'CONFIRMED')`;

export const NAMES_OF_UNCOVERED = `
  jsonb_agg((child_cover.child).first_name order by ${IN_ORDER}) filter (where child_cover.status <> 'COVERED')`;

const UNCOVERED = `
  select ${UncoveredRow.columns}
  from (${coverOfEach(UPCOMING, NAMES_OF_UNCOVERED)}) milestone
  where cover_status in ('UNCOVERED', 'PARTIAL', 'UNKNOWN')`;

/** Bookings kept for a milestone that is called off or takes place at another time, travel included. */
const STRAY = `
  select ${StrayRow.columns}
  from known_milestones milestone
  join bookings booking on booking.milestone_id = milestone.id
  join children child on child.id = booking.child_id
  join sections section on section.id = booking.section_id
  join centres centre on centre.id = booking.centre_id
  where milestone.family_id = any($1::uuid[]) and booking.ends_at > $2 and booking.status in ('HELD', 'CONFIRMED')
    and ${isCareOf('booking', 'milestone.family_id')}
    and (milestone.status = 'CANCELLED'
      or booking.ends_at <= milestone.starts_at - make_interval(mins => milestone.travel_minutes)
      or booking.starts_at >= milestone.ends_at + make_interval(mins => milestone.travel_minutes))`;

/** Only where it counts: for the priority of a request, or for a place kept as a step back to work. */
const SUSPENDED = `
  select ${SuspendedRow.columns}
  from known_income_support support
  where support.family_id = any($1::uuid[]) and support.status = 'SUSPENDED'
    and support.starts_on <= $2::date and coalesce(support.ends_on >= $2::date, true)
    and (exists (select from care_requests request
        where request.family_id = support.family_id
          and ${isOpenRequest('request')})
      or exists (select from children child
        join placements placement on placement.child_id = child.id and placement.family_id = child.family_id
        where child.family_id = support.family_id and placement.is_insertion_contract
          and placement.ends_on >= greatest(placement.starts_on, $2::date)))`;

/** The service point owes an answer, or the family does while a place is held for it. */
const WAITING = `
  select ${WaitingRow.columns}
  from care_requests request
  join children child on child.id = request.child_id
  left join care_offers offer on offer.care_request_id = request.id and offer.status = 'OPEN'
  left join sections section on section.id = offer.section_id
  left join centres centre on centre.id = offer.centre_id
  where request.family_id = any($1::uuid[])
    and (request.status = 'SUBMITTED' or offer.id is not null or ${IS_TO_CONFIRM})`;

/** Their cover is computed now, not remembered. */
export const uncoveredMilestones = (
  db: Database,
  familyIds: string[],
  now: Date,
): Promise<UncoveredFacts[]> => rowsOf(db, UncoveredRow, UNCOVERED, [familyIds, now]);

export const waitingRequests = (db: Database, familyIds: string[], now: Date): Promise<WaitingRequest[]> =>
  rowsOf(db, WaitingRow, WAITING, [familyIds, now]);

export const strayBookings = (db: Database, familyIds: string[], now: Date): Promise<StrayBooking[]> =>
  rowsOf(db, StrayRow, STRAY, [familyIds, now]);

export const suspendedSupport = (
  db: Database,
  familyIds: string[],
  today: string,
): Promise<SuspendedSupport[]> => rowsOf(db, SuspendedRow, SUSPENDED, [familyIds, today]);

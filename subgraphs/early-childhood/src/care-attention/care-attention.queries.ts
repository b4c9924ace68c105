import type { Database } from '@relais/platform/database/database.ts';
import { coverOfEach } from '../childcare-cover/child-cover.queries.ts';
import type { CoverToTell } from './care-attention.rules.ts';

export type LackingMilestone = {
  readonly familyId: string;
  readonly milestoneId: string;
  readonly advisorId: string | null;
  readonly startsAt: Date;
  readonly status: CoverToTell;
};
export type StrayBooking = {
  readonly familyId: string;
  readonly bookingId: string;
  readonly advisorId: string | null;
  readonly startsAt: Date;
  readonly isCalledOff: boolean;
};
export type SuspendedSupport = { readonly familyId: string; readonly since: string };
export type WaitingRequest = {
  readonly familyId: string;
  readonly requestId: string;
  readonly submittedAt: Date;
  /** The place that is held for it, until when. */
  readonly offerId: string | null;
  readonly expiresAt: Date | null;
  /** An earlier open request asks for the same times of the child: two files that were merged may have brought both. */
  readonly isAskedTwice: boolean;
};

const UPCOMING = `
  select id as milestone_id, family_id, starts_at, ends_at, travel_minutes, advisor_id
  from known_milestones
  where family_id = any($1::uuid[]) and ends_at > $2 and starts_at > $2 and status in ('PLANNED', 'CONFIRMED')`;

const LACKING = `
  select family_id as "familyId", milestone_id as "milestoneId", advisor_id as "advisorId", starts_at as "startsAt",
    cover_status as status
  from (${coverOfEach(UPCOMING)}) milestone
  where cover_status in ('UNCOVERED', 'PARTIAL', 'UNKNOWN')`;

/** Bookings kept for a milestone that is called off or takes place at another time, travel included. */
const STRAY = `
  select milestone.family_id as "familyId", booking.id as "bookingId", milestone.advisor_id as "advisorId",
    booking.starts_at as "startsAt", milestone.status = 'CANCELLED' as "isCalledOff"
  from known_milestones milestone
  join bookings booking on booking.milestone_id = milestone.id
  where milestone.family_id = any($1::uuid[]) and booking.ends_at > $2 and booking.status in ('HELD', 'CONFIRMED')
    and (milestone.status = 'CANCELLED'
      or booking.ends_at <= milestone.starts_at - make_interval(mins => milestone.travel_minutes)
      or booking.starts_at >= milestone.ends_at + make_interval(mins => milestone.travel_minutes))`;

/** Only where it counts: for the priority of a request, or for a place kept as a step back to work. */
const SUSPENDED = `
  select support.family_id as "familyId", support.starts_on::text as since
  from known_income_support support
  where support.family_id = any($1::uuid[]) and support.status = 'SUSPENDED'
    and support.starts_on <= $2::date and coalesce(support.ends_on >= $2::date, true)
    and (exists (select from care_requests request
        where request.family_id = support.family_id
          and request.status in ('SUBMITTED', 'OFFERED', 'ALTERNATIVE_PROPOSED', 'ACCEPTED'))
      or exists (select from children child
        join placements placement on placement.child_id = child.id and placement.family_id = child.family_id
        where child.family_id = support.family_id and placement.is_insertion_contract
          and placement.ends_on >= greatest(placement.starts_on, $2::date)))`;

/** The service point owes an answer, or the family does while a place is held for it. */
const WAITING = `
  select request.family_id as "familyId", request.id as "requestId", request.submitted_at as "submittedAt",
    offer.id as "offerId", offer.expires_at as "expiresAt",
    exists (select from care_requests earlier
      where earlier.child_id = request.child_id and earlier.kind = request.kind
        and earlier.status in ('SUBMITTED', 'OFFERED', 'ALTERNATIVE_PROPOSED', 'ACCEPTED')
        and (earlier.submitted_at, earlier.id) < (request.submitted_at, request.id)
        and (earlier.first_day, earlier.last_day, earlier.weekly_pattern, earlier.stretches)
          = (request.first_day, request.last_day, request.weekly_pattern, request.stretches)) as "isAskedTwice"
  from care_requests request
  left join care_offers offer on offer.care_request_id = request.id and offer.status = 'OPEN'
  where request.family_id = any($1::uuid[]) and (request.status = 'SUBMITTED' or offer.id is not null)`;

/** Their cover is computed now, not remembered. */
export const lackingMilestones = (
  db: Database,
  familyIds: string[],
  now: Date,
): Promise<LackingMilestone[]> => db.query(LACKING, [familyIds, now]);

export const waitingRequests = (db: Database, familyIds: string[]): Promise<WaitingRequest[]> =>
  db.query(WAITING, [familyIds]);

export const strayBookings = (db: Database, familyIds: string[], now: Date): Promise<StrayBooking[]> =>
  db.query(STRAY, [familyIds, now]);

export const suspendedSupport = (
  db: Database,
  familyIds: string[],
  today: string,
): Promise<SuspendedSupport[]> => db.query(SUSPENDED, [familyIds, today]);

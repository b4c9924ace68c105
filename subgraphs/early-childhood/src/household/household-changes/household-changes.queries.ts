import type { ActingUser } from '@relais/platform/acting.ts';
import { instant, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { RelaisError } from '@relais/platform/errors.ts';
import { Any, IsNull, Not } from 'typeorm';
import { z } from 'zod';
import { Booking } from '../../care/bookings/booking.ts';
import { Placement } from '../../care/placements/placement.ts';
import { Adult } from '../../families/families/adult.ts';
import type { CountedAge } from '../../families/families/age.rules.ts';
import { Child } from '../../families/families/child.ts';
import { lockFamily } from '../../families/families/family.queries.ts';
import type { Family } from '../../families/families/family.ts';
import { requestIsOpen } from '../../requests/care-requests/care-request.rules.ts';
import { CareRequest } from '../../requests/care-requests/care-request.ts';
import { CareRequestStatus } from '../../requests/care-requests/care-request-status.ts';
import { type AgedCare, doesCareFit } from './household-changes.rules.ts';

type Member = { readonly familyId: string; readonly mergedInto: string | null };
type ById = {
  readonly where: { readonly id: string };
  readonly lock?: { readonly mode: 'for_no_key_update' };
};
export type LockedMember<Row> = { readonly family: Family; readonly member: Row };

/**
 * The member, locked after the family, so that its changes follow one another and bookings wait; whoever was merged, as who
 * stays.
 */
const lockedWith = async <Row extends Member>(
  tx: Transaction,
  id: string,
  acting: ActingUser,
  find: (asked: ById) => Promise<Row | null>,
): Promise<LockedMember<Row> | null> => {
  const byId = { where: { id } };
  const found = await find(byId);
  if (!found) return null;
  if (found.mergedInto) return lockedWith(tx, found.mergedInto, acting, find);
  const family = await lockFamily(tx, found.familyId, acting);
  if (!family) return null;
  const member = await find({ ...byId, lock: { mode: 'for_no_key_update' } });
  if (member?.familyId === family.id) return { family, member };
  throw new RelaisError('TRY_AGAIN', 'This person was just moved to another file.');
};

export const lockAdult = (
  tx: Transaction,
  id: string,
  acting: ActingUser,
): Promise<LockedMember<Adult> | null> => lockedWith(tx, id, acting, (asked) => tx.findOne(Adult, asked));

export const lockChild = (
  tx: Transaction,
  id: string,
  acting: ActingUser,
): Promise<LockedMember<Child> | null> => lockedWith(tx, id, acting, (asked) => tx.findOne(Child, asked));

export const countOtherAdults = (tx: Transaction, { id, familyId }: Adult): Promise<number> =>
  tx.countBy(Adult, { familyId, leftOn: IsNull(), mergedInto: IsNull(), id: Not(id) });

export type CareToCome = {
  readonly bookingsToCome: Booking[];
  readonly placementsToCome: Placement[];
  readonly openCareRequests: CareRequest[];
};

/** Enough to see what it is about: a placement alone has a year of bookings. */
const MOST_SHOWN = 20;

const OPEN_STATUSES = Object.values(CareRequestStatus).filter(requestIsOpen);

/** The places kept for a child from now on, and the requests that may lead to one. */
export const careToComeOf = async (tx: Transaction, childId: string, now: Date): Promise<CareToCome> => ({
  bookingsToCome: await tx
    .createQueryBuilder(Booking, 'booking')
    .where("booking.child_id = :childId and booking.status in ('HELD', 'CONFIRMED')", { childId })
    .andWhere('booking.ends_at > :now', { now })
    .orderBy('booking.startsAt')
    .limit(MOST_SHOWN)
    .getMany(),
  placementsToCome: await tx
    .createQueryBuilder(Placement, 'placement')
    .where('placement.child_id = :childId and placement.ends_on >= placement.starts_on', { childId })
    .andWhere(`placement.ends_on >= (cast(:now as timestamptz) at time zone 'Europe/Paris')::date`, { now })
    .orderBy('placement.startsOn')
    .limit(MOST_SHOWN)
    .getMany(),
  openCareRequests: await tx.find(CareRequest, {
    where: { childId, status: Any(OPEN_STATUSES) },
    order: { submittedAt: 'ASC' },
    take: MOST_SHOWN,
  }),
});

const agedCare = rowOf({
  startsAt: ['starts_at', instant],
  minAgeMonths: ['section.min_age_months', z.int()],
  maxAgeMonths: ['section.max_age_months', z.int()],
  places: ['section.places', z.int()],
});

/** A place that a commission granted is kept in mind until it is offered; what is offered holds bookings. */
const AGED_CARE = `
  select ${agedCare.columns}
  from (
    select starts_at, section_id from bookings
    where child_id = $1 and status in ('HELD', 'CONFIRMED') and ends_at > $2
    union all
    select request.first_day::timestamp at time zone 'Europe/Paris', decided.section_id
    from care_requests request
    join lateral (
      select section_id from commission_decisions where care_request_id = request.id
      order by decided_at desc, id desc limit 1) decided on decided.section_id is not null
    where request.child_id = $1 and request.status in ('SUBMITTED', 'ALTERNATIVE_PROPOSED')) care
  join sections section on section.id = care.section_id`;

/** When a child is expected from now on, and in sections of which ages: what was booked, offered and granted. */
const agesOfCareToCome = async (tx: Transaction, childId: string, now: Date): Promise<AgedCare[]> => {
  const rows = await rowsOf(tx, agedCare, AGED_CARE, [childId, now]);
  return rows.map(({ startsAt, ...section }) => ({ care: { startsAt }, section }));
};

/** Asks about care that was agreed by another day than that from which the child's age counts now. */
export const careQuestion = async (
  tx: Transaction,
  childId: string,
  age: CountedAge,
  now: Date,
): Promise<'CARE_NO_LONGER_FITS' | null> =>
  doesCareFit(age, await agesOfCareToCome(tx, childId, now)) ? null : 'CARE_NO_LONGER_FITS';

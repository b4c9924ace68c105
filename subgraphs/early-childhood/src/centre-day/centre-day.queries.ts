import type { Database } from '@relais/platform/database/database.ts';
import { startOfDay } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';
import { bookingsDuring } from '../bookings/booking.queries.ts';
import type { Booking } from '../bookings/booking.ts';
import { Section } from '../centres/section.ts';
import { Child } from '../families/child.ts';

/** A section, and why its centre is closed on the day asked for. */
export type SectionOnDay = { readonly section: Section; readonly closureReason: string | null };

type ChildFacts = Pick<Child, 'firstName' | 'lastName' | 'mayBeCollectedBy' | 'careAlerts'>;
/** A booking that takes a place, and what those who receive the child need to know. */
export type StayOnDay = { readonly booking: Booking; readonly child: ChildFacts };

const CLOSURE_REASON = `(
  select reason from closures
  where closures.centre_id = section.centre_id and cast(:day as date) between starts_on and ends_on
  order by starts_on, id limit 1)`;

export const sectionsOnDay = async (
  db: Database,
  centreIds: string[],
  day: Temporal.PlainDate,
): Promise<SectionOnDay[]> => {
  const { entities, raw } = await db
    .createQueryBuilder(Section, 'section')
    .addSelect(CLOSURE_REASON, 'closureReason')
    .where('section.centre_id = any(:centreIds)', { centreIds, day: day.toString() })
    .orderBy('section.minAgeMonths')
    .addOrderBy('section.name')
    .addOrderBy('section.id')
    .getRawAndEntities<{ closureReason: string | null }>();
  return entities.map((section, index) => ({ section, closureReason: raw[index]?.closureReason ?? null }));
};

export const staysOnDay = async (
  db: Database,
  centreIds: string[],
  day: Temporal.PlainDate,
): Promise<StayOnDay[]> => {
  const midnights = { startsAt: startOfDay(day), endsAt: startOfDay(day.add({ days: 1 })) };
  const { entities, raw } = await bookingsDuring(db, midnights)
    .innerJoin(Child, 'child', 'child.id = booking.child_id')
    .addSelect('child.first_name', 'firstName')
    .addSelect('child.last_name', 'lastName')
    .addSelect('child.may_be_collected_by', 'mayBeCollectedBy')
    .addSelect('child.care_alerts', 'careAlerts')
    .andWhere("booking.centre_id = any(:centreIds) and booking.status <> 'CANCELLED'", { centreIds })
    .orderBy('booking.startsAt')
    .addOrderBy('child.last_name')
    .addOrderBy('booking.id')
    .getRawAndEntities<ChildFacts>();
  return entities.flatMap((booking, index) => {
    const child = raw[index];
    return child ? [{ booking, child }] : [];
  });
};

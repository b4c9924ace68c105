import type { Database } from '@relais/platform/database/database.ts';
import { recordFromJson } from '@relais/platform/database/rows.ts';
import { namedIn } from '@relais/platform/sight/parameters.ts';
import type { AddParameter, SeenFilter } from '@relais/platform/sight/sight.ts';
import { startOfDay } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';
import { bookingsDuring } from '../../care/bookings/booking.queries.ts';
import type { Booking } from '../../care/bookings/booking.ts';
import type { Centre } from '../../centres/centres/centre.ts';
import { Closure } from '../../centres/centres/closure.ts';
import { Section } from '../../centres/centres/section.ts';
import { CareAlerts } from '../../families/families/care-alerts.ts';
import { Child } from '../../families/families/child.ts';

/** A section, and the closures of its centre on the day asked for. */
export type SectionOnDay = { readonly section: Section; readonly closures: readonly Closure[] };

type ChildFacts = Pick<Child, 'firstName' | 'lastName' | 'mayBeCollectedBy' | 'collectorPhones'> & {
  readonly careAlerts: string[];
  readonly adults: string[];
  readonly birthDate: string | null;
  readonly walksSince: string | null;
  readonly isFamiliarisation: boolean;
};
/** A booking that takes a place, and what those who receive the child need to know. */
export type StayOnDay = {
  readonly booking: Booking;
  readonly child: ChildFacts;
  /** Whether who asks may read the care of one of its families. */
  readonly isSeen: boolean;
};

export type CentreDayFacts = {
  readonly centre: Centre;
  readonly date: Temporal.PlainDate;
  readonly sections: readonly SectionOnDay[];
  /** By time of arrival. */
  readonly stays: readonly StayOnDay[];
  /** Whoever receives the children is shown all who come, others those they see: the places are taken all the same. */
  readonly isReceiving: boolean;
};

const CLOSURES = `(
  select coalesce(jsonb_agg(to_jsonb(closures) order by starts_on, id), '[]') from closures
  where closures.centre_id = section.centre_id and cast(:day as date) between starts_on and ends_on)`;

/** Under shared residence those of both families: which of them has the child that day is for the calendar to say. */
const ADULTS = `array(
  select concat_ws(' ', adult.first_name, adult.last_name) from adults adult
  where adult.merged_into is null
    and adult.family_id = any(array(
      select child.family_id union all select other_family_id from shared_residences where child_id = child.id))
    and (adult.joined_on is null or adult.joined_on <= :day) and (adult.left_on is null or adult.left_on > :day)
  order by adult.last_name, adult.first_name, adult.id)`;

/** By its hours, as `isFamiliarisation` does: a closure may have taken a part of it. */
const IS_FAMILIARISATION = `exists (
  select from placements contract, jsonb_array_elements(contract.familiarisation) stay
  where contract.id = booking.placement_id
    and cast(stay ->> 'startsAt' as timestamptz) <= booking.starts_at
    and cast(stay ->> 'endsAt' as timestamptz) >= booking.ends_at)`;

/** A child is seen by who sees any of its families. */
const isSeenBy = (seen: SeenFilter, add: AddParameter): string => `exists (
  select from (
    select child.family_id as id union all select other_family_id from shared_residences where child_id = child.id
  ) home where ${seen('home.id', add)})`;

export const sectionsOnDay = async (
  db: Database,
  centreIds: string[],
  day: Temporal.PlainDate,
): Promise<SectionOnDay[]> => {
  const { entities, raw } = await db
    .createQueryBuilder(Section, 'section')
    .addSelect(CLOSURES, 'closures')
    .where('section.centre_id = any(:centreIds)', { centreIds, day: day.toString() })
    .orderBy('section.minAgeMonths')
    .addOrderBy('section.name')
    .addOrderBy('section.id')
    .getRawAndEntities<{ closures: unknown[] }>();
  return entities.map((section, index) => ({
    section,
    closures: (raw[index]?.closures ?? []).map((closure) => recordFromJson(db, Closure, closure)),
  }));
};

export const staysOnDay = async (
  db: Database,
  centreIds: string[],
  day: Temporal.PlainDate,
  seen: SeenFilter,
): Promise<StayOnDay[]> => {
  const reader = {};
  const midnights = { startsAt: startOfDay(day), endsAt: startOfDay(day.add({ days: 1 })) };
  const { entities, raw } = await bookingsDuring(db, midnights)
    .innerJoin(Child, 'child', 'child.id = booking.child_id')
    .leftJoin(CareAlerts, 'care', 'care.child_id = booking.child_id')
    .addSelect('child.first_name', 'firstName')
    .addSelect('child.last_name', 'lastName')
    .addSelect('child.birth_date::text', 'birthDate')
    .addSelect('child.walks_since::text', 'walksSince')
    .addSelect('child.may_be_collected_by', 'mayBeCollectedBy')
    .addSelect('child.collector_phones', 'collectorPhones')
    .addSelect("coalesce(care.alerts, '{}')", 'careAlerts')
    .addSelect(ADULTS, 'adults')
    .addSelect(IS_FAMILIARISATION, 'isFamiliarisation')
    .addSelect(isSeenBy(seen, namedIn(reader)), 'isSeen')
    .andWhere("booking.centre_id = any(:centreIds) and booking.status <> 'CANCELLED'", { centreIds })
    .setParameters({ day: day.toString(), ...reader })
    .orderBy('booking.startsAt')
    .addOrderBy('child.last_name')
    .addOrderBy('booking.id')
    .getRawAndEntities<ChildFacts & Pick<StayOnDay, 'isSeen'>>();
  return entities.flatMap((booking, index) => {
    const row = raw[index];
    if (!row) return [];
    const { isSeen, ...child } = row;
    return [{ booking, child, isSeen }];
  });
};

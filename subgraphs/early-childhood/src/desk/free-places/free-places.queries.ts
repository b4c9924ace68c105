import type { Database } from '@relais/platform/database/database.ts';
import { id, instant, recordFromJson, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import type { Period } from '@relais/platform/time/periods.rules.ts';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { BookingStatus } from '../../care/bookings/booking-status.ts';
import { CareKind } from '../../centres/centres/care-kind.ts';
import { Centre } from '../../centres/centres/centre.ts';
import { placeOn } from '../../centres/centres/centre-terms.rules.ts';
import type { SectionOfCentre } from '../../centres/centres/section.ts';
import { Section } from '../../centres/centres/section.ts';
import type { DayStay } from '../centre-day/centre-day.rules.ts';

export type SectionsWanted = {
  readonly ageMonths: number | null;
  readonly districtId: string | null;
  readonly careKind: CareKind | null;
};

const SectionRow = rowOf({
  section: ['to_jsonb(section)', z.unknown()],
  centre: ['to_jsonb(centre)', z.unknown()],
});

const SECTIONS = `
  select ${SectionRow.columns}
  from sections section join centres centre on centre.id = section.centre_id
  where ($1::integer is null or centre.terms <> '[]' or (section.min_age_months <= $1 and section.max_age_months > $1))
    and ($2::uuid is null or centre.district_id = $2)
    and ($3::text is null or centre.terms <> '[]' or $3 = any(centre.care_kinds))
  order by centre.name, section.min_age_months, section.id`;

/** Whether the section takes such children on a day: what was ever changed of its centre is dated. */
export const isWanted = (
  place: SectionOfCentre,
  day: Temporal.PlainDate,
  { ageMonths, careKind }: SectionsWanted,
): boolean => {
  const { centre, section } = placeOn(place, day);
  const isOfAge =
    ageMonths === null || (section.minAgeMonths <= ageMonths && ageMonths < section.maxAgeMonths);
  return isOfAge && (careKind === null || centre.careKinds.includes(careKind));
};

/** The sections of the city that may take such children; of centres that were ever changed, all. */
export const sectionsWanted = async (
  db: Database,
  { ageMonths, districtId, careKind }: SectionsWanted,
): Promise<SectionOfCentre[]> => {
  const rows = await rowsOf(db, SectionRow, SECTIONS, [ageMonths, districtId, careKind]);
  return rows.map(({ section, centre }) => ({
    section: recordFromJson(db, Section, section),
    centre: recordFromJson(db, Centre, centre),
  }));
};

const StayRow = rowOf({
  centreId: ['centre_id', id],
  sectionId: ['section_id', id],
  childId: ['child_id', id],
  kind: ['kind', z.enum(CareKind)],
  status: ['status', z.enum(BookingStatus)],
  startsAt: ['starts_at', instant],
  endsAt: ['ends_at', instant],
});

const STAYS = `
  select ${StayRow.columns} from bookings
  where centre_id = any($1::uuid[]) and status <> 'CANCELLED'
    and starts_at > $2::timestamptz - interval '24 hours' and starts_at < $3 and ends_at > $2`;

/** What takes places in these centres meanwhile. */
export const staysIn = (
  db: Database,
  centreIds: readonly string[],
  { startsAt, endsAt }: Period,
): Promise<(DayStay & { readonly centreId: string })[]> =>
  rowsOf(db, StayRow, STAYS, [centreIds, startsAt, endsAt]);

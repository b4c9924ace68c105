import { newId } from '@relais/platform/ids.ts';
import { dayOf, instantAt, isoWeekday } from '@relais/platform/time/civil-time.ts';
import type pg from 'pg';
import type { Temporal } from 'temporal-polyfill';
import { insertRows } from '../../src/demo/insert-rows.ts';
import type { SeenBooking } from './journal.ts';

export type HotSection = {
  readonly id: string;
  readonly places: number;
  /** Kept for emergencies in the first hour of each opening. */
  readonly kept?: number;
};
/** While a centre is open, on one day. */
export type Opening = { readonly startsAt: string; readonly endsAt: string };
export type HotCentre = {
  readonly id: string;
  readonly authorisedPlaces: number;
  readonly sections: readonly HotSection[];
  readonly openings: readonly Opening[];
};

/** Few places that all want: what the clients book, and what is recounted. */
export type HotCity = {
  readonly centres: readonly HotCentre[];
  readonly childIds: readonly string[];
  readonly milestoneIds: readonly string[];
  /** Training of one family each, on several days or at several hours of one. */
  readonly series: readonly { readonly seriesId: string; readonly milestoneIds: readonly string[] }[];
  /** Requests for one stretch each, to which places are offered. */
  readonly requestIds: readonly string[];
  /** Bookings of a past day in a centre of their own, of which is known who came, and is put right. */
  readonly attended: readonly SeenBooking[];
  /** The day from which centres have other places. */
  readonly changesFrom: string;
};

export type HotCitySize = {
  readonly centres: number;
  readonly weekdays: readonly number[];
  readonly weeks: number;
  readonly families: number;
  readonly milestones: number;
};

/** Sections together have more places than the centre, and 115 % is one more: every limit comes to bear. */
const AUTHORISED_PLACES = 7;
const SECTION_PLACES = [
  { places: 4, kept: 1 },
  { places: 4, kept: 0 },
] as const;
/** In which the first section keeps a place for emergencies. */
const FIRST_HOUR = { from: '08:00', to: '09:00' } as const;
const HOURS = { from: '08:00', to: '12:00' } as const;
const HOUR_MS = 3_600_000;

/** Long-term care may start on the next Monday, so all kinds may be booked from then on. */
const nextMonday = (): Temporal.PlainDate => {
  const today = dayOf(new Date());
  return today.add({ days: 8 - isoWeekday(today) });
};

const openDays = ({ weekdays, weeks }: HotCitySize): Temporal.PlainDate[] => {
  const monday = nextMonday();
  return Array.from({ length: weeks }, (_, week) =>
    weekdays.map((weekday) => monday.add({ days: week * 7 + weekday - 1 })),
  ).flat();
};

const openingOf = (day: Temporal.PlainDate): Opening => ({
  startsAt: instantAt(day, HOURS.from).toISOString(),
  endsAt: instantAt(day, HOURS.to).toISOString(),
});

const address = { street: '1 rue de la Preuve', postal_code: '44000', city: 'Nantes' };
const position = { latitude: 47.22, longitude: -1.55 };

const centreFacts = {
  kind: 'MULTI_PURPOSE',
  operator: 'MUNICIPAL',
  ...address,
  ...position,
  authorised_places: AUTHORISED_PLACES,
  facilities: [],
  care_kinds: ['LONG_TERM', 'SHORT_TERM', 'FLEXIBLE', 'EMERGENCY'],
  is_avip: false,
};

/** One more than are fought for: the last one is that of the past day. */
const plantCentres = async (client: pg.ClientBase, size: HotCitySize): Promise<HotCentre[]> => {
  const districtId = newId();
  await insertRows(client, 'districts', [{ id: districtId, number: 99, name: 'La Preuve', ...position }]);
  const openings = openDays(size).map(openingOf);
  const centres = Array.from({ length: size.centres + 1 }, () => ({
    id: newId(),
    authorisedPlaces: AUTHORISED_PLACES,
    sections: SECTION_PLACES.map((section) => ({ id: newId(), ...section })),
    openings,
  }));
  const opening_hours = size.weekdays.map((weekday) => ({ weekday, ...HOURS }));
  const keptIn = (sections: readonly HotSection[]) =>
    sections.flatMap(({ id: sectionId, kept: places = 0 }) =>
      places > 0 ? size.weekdays.map((weekday) => ({ weekday, ...FIRST_HOUR, sectionId, places })) : [],
    );
  const rows = centres.map(({ id, sections }, index) => ({
    id,
    emergency_places: keptIn(sections),
    name: `Preuve ${index + 1}`,
    district_id: districtId,
    opening_hours,
    ...centreFacts,
  }));
  await insertRows(client, 'centres', rows);
  const sections = centres.flatMap((centre) =>
    centre.sections.map(({ id, places }) => ({ id, places, centre_id: centre.id, name: 'Les grands' })),
  );
  const ages = { min_age_months: 2, max_age_months: 72 };
  await insertRows(
    client,
    'sections',
    sections.map((section) => ({ ...section, ...ages })),
  );
  return centres;
};

/** Families with two children each. */
const plantFamilies = async (client: pg.ClientBase, count: number) => {
  const families = Array.from({ length: count }, () => ({
    id: newId(),
    display_name: 'Preuve',
    household_kind: 'LONE_PARENT',
    registered_at: new Date(),
    version: 1,
  }));
  const born = dayOf(new Date()).subtract({ years: 2 }).toString();
  const children = families.flatMap(({ id: family_id }) =>
    ['Tom', 'Ada'].map((first_name) => ({
      id: newId(),
      family_id,
      first_name,
      last_name: 'Preuve',
      birth_date: born,
      may_be_collected_by: [],
      version: 1,
    })),
  );
  await insertRows(client, 'families', families);
  await insertRows(
    client,
    'family_homes',
    families.map(({ id: family_id }) => ({ family_id, ...address })),
  );
  await insertRows(client, 'children', children);
  return { familyIds: families.map(({ id }) => id), children };
};

type Planted = { readonly familyId: string; readonly seriesId: string | null; readonly place: number };

/** One hour each, at the opening of one day or another, as employment would have told it. */
const milestoneRow = ({ familyId, seriesId, place }: Planted, openings: readonly Opening[]) => {
  const opening = openings[place % openings.length]?.startsAt ?? '';
  const startsAt = new Date(Date.parse(opening) + (place % 3) * HOUR_MS);
  const endsAt = new Date(startsAt.getTime() + HOUR_MS);
  const told = { travel_minutes: 0, status: 'PLANNED', version: 1, series_id: seriesId };
  return { id: newId(), family_id: familyId, starts_at: startsAt, ends_at: endsAt, ...told };
};

const MILESTONES_OF_A_SERIES = 3;

/** Half of the families have one milestone each, the others a series. */
const plantMilestones = async (
  client: pg.ClientBase,
  familyIds: readonly string[],
  openings: readonly Opening[],
): Promise<Pick<HotCity, 'milestoneIds' | 'series'>> => {
  const half = Math.ceil(familyIds.length / 2);
  const single = familyIds
    .slice(0, half)
    .map((familyId, place) => milestoneRow({ familyId, seriesId: null, place }, openings));
  const series = familyIds.slice(half).map((familyId, number) => {
    const seriesId = newId();
    const rows = Array.from({ length: MILESTONES_OF_A_SERIES }, (_, place) =>
      milestoneRow({ familyId, seriesId, place: number + place }, openings),
    );
    return { seriesId, rows };
  });
  await insertRows(client, 'known_milestones', [...single, ...series.flatMap(({ rows }) => rows)]);
  return {
    milestoneIds: single.map(({ id }) => id),
    series: series.map(({ seriesId, rows }) => ({ seriesId, milestoneIds: rows.map(({ id }) => id) })),
  };
};

type Child = { readonly id: string; readonly family_id: string };

const REQUESTS = 30;

/** An hour and a half each, somewhere in the openings. */
const plantRequests = async (
  client: pg.ClientBase,
  children: readonly Child[],
  openings: readonly Opening[],
): Promise<string[]> => {
  const rows = children.slice(-REQUESTS).map(({ id: child_id, family_id }, place) => {
    const startsAt = new Date(
      Date.parse(openings[place % openings.length]?.startsAt ?? '') + (place % 2) * HOUR_MS,
    );
    const day = dayOf(startsAt).toString();
    const stretch = { startsAt, endsAt: new Date(startsAt.getTime() + 1.5 * HOUR_MS) };
    return {
      ...{ id: newId(), child_id, family_id, kind: 'SHORT_TERM', status: 'SUBMITTED', version: 1 },
      ...{ first_day: day, last_day: day, weekly_pattern: [], stretches: [stretch], alternatives: [] },
      ...{ ranked_centre_ids: [], facilities: [], submitted_at: new Date(), confirmed_at: new Date() },
    };
  });
  await insertRows(client, 'care_requests', rows);
  return rows.map(({ id }) => id);
};

/** As many as a section holds beside what it keeps for emergencies, two weeks before the first day that is fought for. */
const plantAttended = async (
  client: pg.ClientBase,
  children: readonly Child[],
  centre: HotCentre,
): Promise<SeenBooking[]> => {
  const [opening] = centre.openings;
  const [section] = centre.sections;
  if (!opening || !section) return [];
  const day = dayOf(new Date(opening.startsAt)).subtract({ weeks: 2 });
  const { startsAt } = openingOf(day);
  const endsAt = new Date(Date.parse(startsAt) + HOUR_MS).toISOString();
  const attended = children
    .slice(0, section.places - (section.kept ?? 0))
    .map(({ id: childId, family_id }) => ({
      ...{
        id: newId(),
        version: 1,
        status: 'ATTENDED',
        childId,
        sectionId: section.id,
        startsAt,
        endsAt,
        family_id,
      },
    }));
  const rows = attended.map(({ id, version, status, childId, family_id }) => ({
    ...{ id, version, status, family_id, child_id: childId, section_id: section.id, centre_id: centre.id },
    ...{ kind: 'SHORT_TERM', starts_at: startsAt, ends_at: endsAt },
  }));
  await insertRows(client, 'bookings', rows);
  return attended.map(({ family_id: _family, ...booking }) => booking);
};

/** Writes the city into the migrated database of early-childhood. */
export const plantHotCity = async (client: pg.ClientBase, size: HotCitySize): Promise<HotCity> => {
  const all = await plantCentres(client, size);
  const centres = all.slice(0, size.centres);
  const { familyIds, children } = await plantFamilies(client, size.families);
  const openings = centres[0]?.openings ?? [];
  const milestones = await plantMilestones(client, familyIds.slice(0, size.milestones), openings);
  const requestIds = await plantRequests(client, children, openings);
  const quiet = all.at(-1);
  const attended = quiet ? await plantAttended(client, children, quiet) : [];
  const lastDay = openDays(size).at(-1) ?? nextMonday();
  return {
    ...{ centres, childIds: children.map(({ id }) => id), ...milestones, requestIds, attended },
    changesFrom: lastDay.toString(),
  };
};

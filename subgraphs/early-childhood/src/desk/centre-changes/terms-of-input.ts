import type { Transaction } from '@relais/platform/database/transaction.ts';
import { saidOr } from '@relais/platform/database/would-change.ts';
import { newId } from '@relais/platform/ids.ts';
import type { Temporal } from 'temporal-polyfill';
import type { CareKind } from '../../centres/centres/care-kind.ts';
import type { Centre } from '../../centres/centres/centre.ts';
import type { CentreKind, Facility } from '../../centres/centres/centre-kind.ts';
import type {
  CentreTerms,
  HoursInTerms,
  SectionPlacesInTerms,
  SectionTerms,
} from '../../centres/centres/centre-terms.rules.ts';
import { Section } from '../../centres/centres/section.ts';
import type {
  EmergencyPlacesInput,
  HourlyPlacesInput,
  KeptPlacesInput,
  OpeningHoursInput,
  SectionInput,
} from './centre-terms-input.ts';

const minutes = (time: Temporal.PlainTime): string => time.toString({ smallestUnit: 'minute' });

export const hoursOf = ({ weekday, from, to }: OpeningHoursInput): HoursInTerms => ({
  weekday,
  from: minutes(from),
  to: minutes(to),
});

export const placesOf = (line: HourlyPlacesInput | KeptPlacesInput) => ({
  ...hoursOf(line),
  places: line.places,
});

const keptOf = (line: EmergencyPlacesInput): SectionPlacesInTerms => ({
  ...placesOf(line),
  sectionId: line.sectionId,
});

/** A section without an id is a new one. */
const sectionOf = ({ id, name, minAgeMonths, maxAgeMonths, places, staff }: SectionInput): SectionTerms => ({
  id: id ?? newId(),
  name: name.trim(),
  minAgeMonths,
  maxAgeMonths,
  places,
  staff: staff ?? null,
});

/** What may be said of a centre; what is absent stays. */
export type SaidTerms = {
  readonly kind?: CentreKind | null;
  readonly authorisedPlaces?: number | null;
  readonly placesByHour?: readonly HourlyPlacesInput[] | null;
  readonly emergencyPlaces?: readonly EmergencyPlacesInput[] | null;
  readonly openingHours?: readonly OpeningHoursInput[] | null;
  readonly facilities?: readonly Facility[] | null;
  readonly careKinds?: readonly CareKind[] | null;
  readonly isAvip?: boolean | null;
  readonly sections?: readonly SectionInput[] | null;
};

const distinct = <Each>(each: readonly Each[]): Each[] => [...new Set(each)];

/** Lines that are said with their section; these are in one order with what is said of them. */
const keptWithSections = (
  said: SaidTerms,
  sections: readonly SectionTerms[],
): ReadonlyMap<string, readonly SectionPlacesInTerms[]> =>
  new Map(
    (said.sections ?? []).flatMap(({ emergencyPlaces }, index) => {
      const sectionId = sections[index]?.id;
      if (!emergencyPlaces || !sectionId) return [];
      return [[sectionId, emergencyPlaces.map((line) => ({ ...placesOf(line), sectionId }))]];
    }),
  );

/**
 * What is kept for emergencies: what is said with a section, else what is said of all, else what was kept of the sections that stay.
 * Absent where nothing is.
 */
const keptFor = (
  held: CentreTerms,
  said: SaidTerms,
  sections: readonly SectionTerms[],
): Pick<CentreTerms, 'emergencyPlaces'> => {
  const there = new Set(sections.map(({ id }) => id));
  const withSections = keptWithSections(said, sections);
  const ofAll =
    said.emergencyPlaces?.map(keptOf) ??
    (held.emergencyPlaces ?? []).filter(({ sectionId }) => there.has(sectionId));
  const emergencyPlaces = [
    ...ofAll.filter(({ sectionId }) => !withSections.has(sectionId)),
    ...[...withSections.values()].flat(),
  ];
  return emergencyPlaces.length > 0 ? { emergencyPlaces } : {};
};

const saidOfCentre = (held: CentreTerms, said: SaidTerms, from: Temporal.PlainDate) => ({
  from: from.toString(),
  kind: saidOr(held.kind, said.kind ?? undefined),
  authorisedPlaces: saidOr(held.authorisedPlaces, said.authorisedPlaces ?? undefined),
  placesByHour: saidOr(held.placesByHour, said.placesByHour?.map(placesOf)),
  openingHours: saidOr(held.openingHours, said.openingHours?.map(hoursOf)),
  facilities: distinct(saidOr(held.facilities, said.facilities ?? undefined)),
  careKinds: distinct(saidOr(held.careKinds, said.careKinds ?? undefined)),
  isAvip: saidOr(held.isAvip, said.isAvip ?? undefined),
});

/** The terms that hold from a day, where these held before. */
export const saidTerms = (held: CentreTerms, said: SaidTerms, from: Temporal.PlainDate): CentreTerms => {
  const sections = saidOr(held.sections, said.sections?.map(sectionOf));
  return { ...saidOfCentre(held, said, from), ...keptFor(held, said, sections), sections };
};

/** Before anything of a centre was changed it was as its records say. */
const ALWAYS = '0001-01-01';

/** All terms of a centre; one that was never changed has those of its records. */
export const allTermsOf = (centre: Centre, sections: readonly Section[]): readonly CentreTerms[] => {
  if (centre.terms.length > 0) return centre.terms;
  const { kind, authorisedPlaces, placesByHour, openingHours, facilities, careKinds, isAvip } = centre;
  const emergencyPlaces = centre.emergencyPlaces.map(keptOf);
  return [
    {
      ...{ from: ALWAYS, kind, authorisedPlaces, facilities, careKinds, isAvip },
      placesByHour: placesByHour.map(placesOf),
      ...(emergencyPlaces.length > 0 && { emergencyPlaces }),
      openingHours: openingHours.map(hoursOf),
      sections: sections.map((section) => sectionOf(section)),
    },
  ];
};

/** Records of sections that are new, so that what is booked can name them; until their day they are in no terms. */
export const insertNewSections = async (
  tx: Transaction,
  centreId: string,
  sections: readonly SectionTerms[],
  known: readonly Section[],
): Promise<Section[]> => {
  const ids = new Set(known.map(({ id }) => id));
  const added = sections
    .filter(({ id }) => !ids.has(id))
    .map((section) => tx.create(Section, { ...section, centreId }));
  if (added.length > 0) await tx.insert(Section, added);
  return added;
};

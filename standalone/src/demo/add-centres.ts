import { nantesCentres, nantesSections } from '@relais/early-childhood/seeds/nantes-centres.ts';
import type pg from 'pg';
import type { DemoCentre } from './care-desk.ts';
import { idsOf } from './demo-ids.ts';
import { insertRows } from './insert-rows.ts';

/** So that the ids of added centres differ from those of every family. */
const CENTRES = 95_000_000;

type SeedCentre = (typeof nantesCentres)[number];

const centreRow = ({ centre, id, round }: { centre: SeedCentre; id: string; round: number }) => ({
  id,
  name: `${centre.name} ${round}`,
  kind: centre.kind,
  operator: centre.operator,
  street: centre.street,
  postal_code: centre.postalCode,
  city: centre.city,
  latitude: centre.latitude,
  longitude: centre.longitude,
  district_id: centre.districtId,
  authorised_places: centre.authorisedPlaces,
  opening_hours: centre.openingHours,
  facilities: centre.facilities,
  care_kinds: centre.careKinds,
  is_avip: centre.isAvip,
});

const sectionsOf = (centre: SeedCentre, newId: () => string) =>
  nantesSections
    .filter(({ centreId }) => centreId === centre.id)
    .map((section) => ({ ...section, id: newId() }));

/** As many centres as the city, to begin with; this many from a city as large as 112 centres for 100,000 families. */
export const centresFor = (families: number): number =>
  Math.max(nantesCentres.length, Math.ceil((families * 112) / 100_000));

/** The city's centres again and again, under other names: a large city needs places for its children, too. */
export const addCentres = async (
  client: pg.ClientBase,
  seed: number,
  { first, count }: { readonly first: number; readonly count: number },
): Promise<DemoCentre[]> => {
  const newId = idsOf(seed, CENTRES + first);
  const centres = Array.from({ length: Math.ceil(count / nantesCentres.length) }, (_, round) =>
    nantesCentres.map((centre) => ({
      centre,
      id: newId(),
      sections: sectionsOf(centre, newId),
      round: first + round + 1,
    })),
  )
    .flat()
    .slice(0, count);
  await insertRows(client, 'centres', centres.map(centreRow));
  const sectionRows = centres.flatMap(({ id, sections }) =>
    sections.map((section) => ({
      id: section.id,
      centre_id: id,
      name: section.name,
      min_age_months: section.minAgeMonths,
      max_age_months: section.maxAgeMonths,
      places: section.places,
    })),
  );
  await insertRows(client, 'sections', sectionRows);
  return centres.map(({ centre, id, sections }) => ({ ...centre, id, sections, closures: [] }));
};

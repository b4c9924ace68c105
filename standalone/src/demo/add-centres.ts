import { nantesCentres, nantesSections } from '@relais/early-childhood/seeds/nantes-centres.ts';
import type pg from 'pg';
import type { DemoCentre } from './care-desk.ts';
import { idsOf } from './demo-ids.ts';
import { insertRows } from './insert-rows.ts';

/** So that the ids of added centres differ from those of every family. */
const CENTRES = 95_000_000;

type SeedCentre = (typeof nantesCentres)[number];

const centreRow = (centre: SeedCentre, id: string, round: number) => ({
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

/** Another set of the city's centres: a large city needs places for its children, too. */
export const addCentres = async (
  client: pg.ClientBase,
  seed: number,
  round: number,
): Promise<DemoCentre[]> => {
  const newId = idsOf(seed, CENTRES + round);
  const centres = nantesCentres.map((centre) => ({
    centre,
    id: newId(),
    sections: sectionsOf(centre, newId),
  }));
  await insertRows(
    client,
    'centres',
    centres.map(({ centre, id }) => centreRow(centre, id, round)),
  );
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

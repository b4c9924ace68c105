import type { Database } from '@relais/platform/database/database.ts';
import { newId } from '@relais/platform/ids.ts';
import { Temporal } from 'temporal-polyfill';
import { District } from '../districts/district.ts';
import { Centre } from './centre.ts';
import { Closure } from './closure.ts';
import { Section } from './section.ts';
import { onWorkingDays } from './weekly-hours.builder.ts';

/** Beyond the real ones, which a test may have planted. */
let districtsMade = 100;

export const givenDistrict = (
  db: Database,
  facts: Partial<Omit<District, 'position'>> = {},
): Promise<District> => {
  districtsMade += 1;
  return db.save(
    db.create(District, {
      id: newId(),
      number: districtsMade,
      name: 'Nantes Nord',
      latitude: 47.2575,
      longitude: -1.56547,
      ...facts,
    }),
  );
};

/** A centre of 10 places, open on working days from 08:00 to 18:00, in a district of its own unless told. */
export const givenCentre = async (
  db: Database,
  facts: Partial<Omit<Centre, 'position'>> = {},
): Promise<Centre> =>
  db.save(
    db.create(Centre, {
      id: newId(),
      name: 'Les Ribambelles',
      kind: 'MULTI_PURPOSE',
      operator: 'MUNICIPAL',
      address: { street: '12 rue de la Prairie-Haute', postalCode: '44300', city: 'Nantes' },
      latitude: 47.2575,
      longitude: -1.56547,
      districtId: facts.districtId ?? (await givenDistrict(db)).id,
      authorisedPlaces: 10,
      openingHours: onWorkingDays('08:00', '18:00'),
      facilities: ['MEALS'],
      careKinds: ['LONG_TERM', 'SHORT_TERM', 'FLEXIBLE', 'EMERGENCY'],
      isAvip: false,
      terms: [],
      placesByHour: [],
      emergencyPlaces: [],
      ...facts,
    }),
  );

/** A section for all ages with 10 places, in a centre of its own unless told. */
export const givenSection = async (db: Database, facts: Partial<Section> = {}): Promise<Section> =>
  db.save(
    db.create(Section, {
      id: newId(),
      centreId: facts.centreId ?? (await givenCentre(db)).id,
      name: 'Les grands',
      minAgeMonths: 2,
      maxAgeMonths: 72,
      places: 10,
      ...facts,
    }),
  );

export const givenClosure = (
  db: Database,
  centreId: string,
  [startsOn, endsOn]: readonly [string, string],
  part: Partial<Pick<Closure, 'opensAt' | 'closesAt'>> = {},
): Promise<Closure> =>
  db.save(
    db.create(Closure, {
      id: newId(),
      centreId,
      startsOn: Temporal.PlainDate.from(startsOn),
      endsOn: Temporal.PlainDate.from(endsOn),
      reason: 'Journée pédagogique',
      ...part,
    }),
  );

import type { Database } from '@relais/platform/database/database.ts';
import { givenFollowers } from '@relais/platform/followers/followers.builder.ts';
import { newId } from '@relais/platform/ids.ts';
import { Temporal } from 'temporal-polyfill';
import { Adult } from './adult.ts';
import { Child } from './child.ts';
import { Family } from './family.ts';

/** A family that the caseworker and the advisor of the tests follow. */
export const givenFamily = async (
  db: Database,
  facts: Partial<Omit<Family, 'position'>> = {},
): Promise<Family> => {
  const family = await db.save(
    db.create(Family, {
      id: newId(),
      displayName: 'Lefort',
      householdKind: 'LONE_PARENT',
      address: { street: '3 rue des Alouettes', postalCode: '44300', city: 'Nantes' },
      latitude: null,
      longitude: null,
      districtId: null,
      addressSince: null,
      registeredAt: new Date('2026-01-05T09:00:00Z'),
      registeredBy: null,
      mergedInto: null,
      version: 1,
      ...facts,
    }),
  );
  await givenFollowers(db, family.id);
  return family;
};

/** An adult, in a family of its own unless told. */
export const givenAdult = async (db: Database, facts: Partial<Adult> = {}): Promise<Adult> =>
  db.save(
    db.create(Adult, {
      id: newId(),
      familyId: facts.familyId ?? (await givenFamily(db)).id,
      firstName: 'Awa',
      lastName: 'Lefort',
      birthDate: null,
      phone: null,
      preferredLanguage: 'fr',
      needsInterpreter: false,
      joinedOn: null,
      leftOn: null,
      mergedInto: null,
      version: 1,
      ...facts,
    }),
  );

/** A child born on 1 June 2024, in a family of its own unless told. */
export const givenChild = async (db: Database, facts: Partial<Child> = {}): Promise<Child> =>
  db.save(
    db.create(Child, {
      id: newId(),
      familyId: facts.familyId ?? (await givenFamily(db)).id,
      firstName: 'Tom',
      lastName: 'Lefort',
      birthDate: Temporal.PlainDate.from('2024-06-01'),
      expectedDate: null,
      mayBeCollectedBy: [],
      careAlerts: [],
      vaccinationCheckedOn: null,
      joinedOn: null,
      leftOn: null,
      mergedInto: null,
      version: 1,
      ...facts,
    }),
  );

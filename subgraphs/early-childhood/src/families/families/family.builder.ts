import type { Database } from '@relais/platform/database/database.ts';
import { givenFollowers } from '@relais/platform/followers/followers.builder.ts';
import { newId } from '@relais/platform/ids.ts';
import { Temporal } from 'temporal-polyfill';
import { FamilyHome } from '../family-addresses/family-home.ts';
import { Adult } from './adult.ts';
import { CareAlerts } from './care-alerts.ts';
import { Child } from './child.ts';
import { Family } from './family.ts';

/** A family that the caseworker and the advisor of the tests follow. */
export const givenFamily = async (
  db: Database,
  facts: Partial<Family & Omit<FamilyHome, 'familyId'>> = {},
): Promise<Family> => {
  const { address, latitude = null, longitude = null, ...known } = facts;
  const family = await db.save(
    db.create(Family, {
      id: newId(),
      displayName: 'Lefort',
      householdKind: 'LONE_PARENT',
      districtId: null,
      addressSince: null,
      registeredAt: new Date('2026-01-05T09:00:00Z'),
      registeredBy: null,
      splitFromFamilyId: null,
      mergedInto: null,
      version: 1,
      ...known,
    }),
  );
  // Where a file lived that was merged is among the addresses of the one that stays.
  if (family.mergedInto) return family;
  await db.insert(FamilyHome, {
    familyId: family.id,
    address: address ?? { street: '3 rue des Alouettes', postalCode: '44300', city: 'Nantes' },
    latitude,
    longitude,
  });
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
export const givenChild = async (
  db: Database,
  { careAlerts = [], ...facts }: Partial<Child> & { readonly careAlerts?: readonly string[] } = {},
): Promise<Child> => {
  const child = await db.save(
    db.create(Child, {
      id: newId(),
      familyId: facts.familyId ?? (await givenFamily(db)).id,
      firstName: 'Tom',
      lastName: 'Lefort',
      birthDate: Temporal.PlainDate.from('2024-06-01'),
      expectedDate: null,
      mayBeCollectedBy: [],
      collectorPhones: {},
      vaccinationCheckedOn: null,
      walksSince: null,
      joinedOn: null,
      leftOn: null,
      mergedInto: null,
      version: 1,
      ...facts,
    }),
  );
  if (careAlerts.length > 0) await db.insert(CareAlerts, { childId: child.id, alerts: [...careAlerts] });
  return child;
};

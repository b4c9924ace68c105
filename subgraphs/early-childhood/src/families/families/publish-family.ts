import { readingAsService } from '@relais/platform/database/asking.ts';
import { store } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { publicationOf, publishAll } from '@relais/platform/events/publish.ts';
import { publishedEvent } from '@relais/platform/events/published-event.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { z } from 'zod';
import { familiesProtected } from '../family-addresses/address-protection.queries.ts';
import { formerAddressesOf } from '../family-addresses/family-address.queries.ts';
import { addressSinceOf, type FamilyAddress, isCorrected } from '../family-addresses/family-address.ts';
import type { Adult } from './adult.ts';
import { adultsMergedInFamilies, adultsOfFamilies } from './family.queries.ts';
import { Family } from './family.ts';

export const familyChangedEvent = publishedEvent({
  type: 'relais.family.changed.v1',
  description:
    'A family was registered, split off another or merged into another, or its reference, adults or district changed. Never names of the family, addresses or children.',
  subject: { kind: 'FAMILY', id: 'familyId' },
  about: 'familyId',
  data: z.object({
    familyId: z.uuid().describe('The family.'),
    reference: z.string().describe('What professionals call it by.'),
    version: z.int().positive().describe('Rises with every change of the family; an older one is ignored.'),
    adultIds: z.array(z.uuid()).describe('All its adults.'),
    districtId: z
      .uuid()
      .nullable()
      .describe('The district it lives in, when known; never that of a protected address.'),
    registeredOn: z.iso.date().describe('The day the service point registered it.'),
    homes: z
      .array(
        z.object({
          districtId: z
            .uuid()
            .nullable()
            .describe('The district, when known; never that of a protected address.'),
          from: z.iso.date().describe('First day there.'),
        }),
      )
      .describe(
        'The districts it has lived in, oldest first, so that a past day is counted where it lived then.',
      ),
    registeredBy: z
      .object({ sub: z.string().min(1), name: z.string(), role: z.string(), agency: z.string() })
      .optional()
      .describe(
        'Who registered it, as the sign-in named them then, and follows it first; absent where that was not kept.',
      ),
    splitFrom: z
      .uuid()
      .optional()
      .describe(
        'The family whose file this one was split off: what is kept of its adults is this one’s, and what that family objects to binds both.',
      ),
    mergedInto: z
      .uuid()
      .optional()
      .describe(
        'The family that stays, when this one was registered twice: all that is kept for this one is its.',
      ),
    mergedAdults: z
      .array(z.object({ adultId: z.uuid(), mergedInto: z.uuid() }))
      .optional()
      .describe('With `mergedInto`: adults registered twice, and who each of them is from now on.'),
  }),
  example: {
    familyId: '0190d8a4-7f1e-7c11-9b5a-3c1d6a0f0001',
    reference: 'NAN-0000042',
    version: 3,
    adultIds: ['0190d8a4-7f1e-7c11-9b5a-3c1d6a0f0a01', '0190d8a4-7f1e-7c11-9b5a-3c1d6a0f0a02'],
    districtId: '0190d8a4-7f1e-7c11-9b5a-3c1d6a0fd001',
    registeredOn: '2026-01-12',
    homes: [{ districtId: '0190d8a4-7f1e-7c11-9b5a-3c1d6a0fd001', from: '2026-01-12' }],
    registeredBy: {
      sub: 'caseworker-17',
      name: 'Solène Haddad-Morin',
      role: 'CASEWORKER',
      agency: 'departement-44',
    },
  },
});

const mergerOf = ({ mergedInto }: Family, twice: readonly Adult[]) =>
  mergedInto && {
    mergedInto,
    mergedAdults: twice
      .filter(({ familyId }) => familyId === mergedInto)
      .map((adult) => ({ adultId: adult.id, mergedInto: adult.mergedInto ?? '' })),
  };

/** The districts of a family by their first days; an address that was corrected never held. */
const homesOf = (family: Family, former: readonly FamilyAddress[], isHidden: boolean) =>
  [
    ...former.filter((address) => address.familyId === family.id && !isCorrected(address)),
    { districtId: family.districtId, fromDay: addressSinceOf(family) },
  ]
    .map(({ districtId, fromDay }) => ({
      districtId: isHidden ? null : districtId,
      from: fromDay.toString(),
    }))
    .sort((one, other) => one.from.localeCompare(other.from));

/** Tells the other agencies who these families are now; never more than ids, reference and districts. */
export const publishFamilies = async (tx: Transaction, families: readonly Family[]): Promise<void> => {
  const familyIds = families.map(({ id }) => id);
  const adults = await adultsOfFamilies(tx, familyIds);
  const former = await formerAddressesOf(readingAsService(tx), familyIds);
  const hidden = await familiesProtected(tx, familyIds);
  const twice = await adultsMergedInFamilies(
    tx,
    families.flatMap(({ mergedInto }) => mergedInto ?? []),
  );
  await publishAll(
    tx,
    families.map((family) =>
      publicationOf(familyChangedEvent, family.id, {
        familyId: family.id,
        reference: family.reference,
        version: family.version,
        adultIds: adults.filter(({ familyId }) => familyId === family.id).map((adult) => adult.id),
        districtId: hidden.has(family.id) ? null : family.districtId,
        registeredOn: dayOf(family.registeredAt).toString(),
        homes: homesOf(family, former, hidden.has(family.id)),
        ...(family.registeredBy && { registeredBy: family.registeredBy }),
        ...(family.splitFromFamilyId && { splitFrom: family.splitFromFamilyId }),
        ...mergerOf(family, twice),
      }),
    ),
  );
};

export const publishFamily = (tx: Transaction, family: Family): Promise<void> =>
  publishFamilies(tx, [family]);

/** Stores what changes of the family, which its caller holds, or only that something of it did, and tells of it. */
export const familyChanged = async (
  tx: Transaction,
  family: Family,
  changes: Partial<Omit<Family, 'id' | 'version'>> = {},
): Promise<Family> => {
  const changed = await store(tx, Family, family, changes);
  await publishFamily(tx, changed);
  return changed;
};

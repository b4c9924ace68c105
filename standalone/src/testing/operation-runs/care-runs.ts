import { maud, type OperationRuns, zoe } from './operation-run.ts';

const WEDNESDAY = { startsAt: '2026-03-04T09:00:00+01:00', endsAt: '2026-03-04T12:00:00+01:00' };
const THURSDAY = { startsAt: '2026-03-05T09:00:00+01:00', endsAt: '2026-03-05T12:00:00+01:00' };

/** A family comes to a caseworker, who leads its support team from then on. */
export const registrationRuns: OperationRuns = [
  ['look-up-family', { as: zoe, variables: () => ({ surname: 'Lefort', childBirthDate: '2024-06-01' }) }],
  [
    'register-family',
    {
      as: maud,
      variables: () => ({
        input: {
          family: {
            householdKind: 'LONE_PARENT',
            address: { street: '3 rue des Alouettes', postalCode: '44300', city: 'Nantes' },
            position: { latitude: 47.24, longitude: -1.54 },
          },
          adults: [{ firstName: 'Awa', lastName: 'Lefort' }],
          children: [{ firstName: 'Tom', lastName: 'Lefort', birthDate: '2024-06-01' }],
        },
      }),
      learn: ({ registerFamily: { family } }) => ({
        family: family.id,
        reference: family.reference,
        adult: family.adults[0].id,
        child: family.children[0].id,
      }),
    },
  ],
  [
    'register-family',
    {
      as: maud,
      variables: () => ({
        input: {
          family: {
            householdKind: 'LONE_PARENT',
            address: { street: '3 rue des Alouettes', postalCode: '44300', city: 'Nantes' },
          },
          adults: [{ firstName: 'Awa', lastName: 'Le Fort' }],
        },
      }),
      learn: ({ registerFamily: { family } }) => ({
        duplicate: family.id,
        duplicateAdult: family.adults[0].id,
        duplicateReference: family.reference,
      }),
    },
  ],
  ...(['family', 'duplicate'] as const).map((file, index): OperationRuns[number] => [
    'record-resources',
    {
      as: maud,
      variables: (known) => ({
        input: { familyId: known[file], year: 2023, yearlyAmountCents: index, dependentChildren: 1 },
      }),
      learn: ({ recordResources: { resources } }) => ({ [`resourcesOf-${file}`]: resources.id }),
    },
  ]),
  [
    'merge-families',
    {
      as: zoe,
      variables: ({ family, adult, duplicate, duplicateAdult }) => ({
        input: {
          survivorId: family,
          survivorVersion: 1,
          duplicateId: duplicate,
          duplicateVersion: 1,
          sameAdults: [{ keep: adult, drop: duplicateAdult }],
        },
      }),
      learn: ({ mergeFamilies: { family } }) => ({ familyVersion: family.version }),
    },
  ],
  [
    'undo-merge',
    {
      as: zoe,
      variables: ({ duplicateReference, familyVersion }) => ({
        input: {
          reference: duplicateReference,
          version: familyVersion,
          reason: 'Deux familles du même nom',
          preview: true,
        },
      }),
    },
  ],
  [
    'choose-resources',
    {
      as: maud,
      variables: (known) => ({ input: { resourcesId: known['resourcesOf-family'], version: 2 } }),
    },
  ],
  ['find-family', { as: maud, variables: () => ({ search: 'lefort' }) }],
  [
    'districts',
    { as: maud, variables: () => ({}), learn: ({ districts }) => ({ district: districts[0].id }) },
  ],
  [
    'serve-district',
    {
      as: zoe,
      variables: ({ district }) => ({
        input: { districtId: district, version: 0, servedFrom: '2026-01-05', turnTo: 'la mairie annexe' },
      }),
    },
  ],
  ['centres', { as: zoe, variables: () => ({ from: '2026-03-02', to: '2026-04-30' }) }],
];

/** Care is found, booked, moved, given back and attended. */
export const careRuns: OperationRuns = [
  [
    'care-options',
    {
      as: zoe,
      variables: ({ child }) => ({ need: { childId: child, kind: 'SHORT_TERM', ...WEDNESDAY } }),
      learn: ({ careOptions: { options } }) => ({
        section: options[0].section.id,
        centre: options[0].centre.id,
      }),
    },
  ],
  [
    'book-care',
    {
      as: zoe,
      variables: ({ child, section }) => ({
        input: { childId: child, sectionId: section, kind: 'SHORT_TERM', ...THURSDAY },
      }),
      learn: ({ bookCare: { booking } }) => ({ returned: booking.id }),
    },
  ],
  [
    'cancel-booking',
    {
      as: zoe,
      variables: ({ returned }) => ({ input: { bookingId: returned, version: 1, reason: 'Enfant malade' } }),
    },
  ],
  [
    'book-care',
    {
      as: zoe,
      variables: ({ child, section }) => ({
        input: { childId: child, sectionId: section, kind: 'SHORT_TERM', ...WEDNESDAY },
      }),
      learn: ({ bookCare: { booking } }) => ({ booking: booking.id }),
    },
  ],
  [
    'move-booking',
    {
      as: zoe,
      variables: ({ booking }) => ({
        input: { bookingId: booking, version: 1, ...WEDNESDAY, startsAt: '2026-03-04T09:30:00+01:00' },
      }),
    },
  ],
  [
    'record-own-arrangement',
    { as: zoe, variables: ({ child }) => ({ input: { childId: child, kind: 'FAMILY', dated: THURSDAY } }) },
  ],
  ['care-offers', { as: zoe, variables: () => ({ status: ['OPEN', 'ACCEPTED'] }) }],
  [
    'milestones-without-care',
    { as: zoe, variables: () => ({ from: '2026-03-01T00:00:00+01:00', to: '2026-04-01T00:00:00+02:00' }) },
  ],
  [
    'free-places',
    {
      as: zoe,
      variables: () => ({
        from: '2026-03-05T09:00:00+01:00',
        to: '2026-03-05T12:00:00+01:00',
        ageMonths: 30,
      }),
    },
  ],
  ['care-desk', { as: zoe, variables: () => ({}) }],
  ['care-news', { as: zoe, variables: () => ({ since: '2026-03-01T00:00:00+01:00' }) }],
  ['centre-day', { as: zoe, variables: ({ centre }) => ({ id: centre, date: '2026-03-04' }) }],
  ['centre-children', { as: zoe, variables: ({ centre }) => ({ id: centre, date: '2026-03-04' }) }],
  ['centre-week', { as: zoe, variables: ({ centre }) => ({ id: centre, date: '2026-03-04' }) }],
  [
    'record-attendance',
    {
      as: zoe,
      at: '2026-03-04T12:30:00+01:00',
      variables: ({ booking }) => ({ input: { bookingId: booking, version: 2, outcome: 'ATTENDED' } }),
    },
  ],
  ...(['ABSENT', 'ATTENDED'] as const).map((outcome, index): OperationRuns[number] => [
    'correct-attendance',
    {
      as: zoe,
      variables: ({ booking }) => ({
        input: { bookingId: booking, version: 3 + index, outcome, reason: 'Erreur de saisie' },
      }),
    },
  ]),
  [
    'record-attendances',
    {
      as: zoe,
      variables: ({ booking }) => ({
        input: {
          lines: [
            {
              id: '0190d8a4-7f1e-7c11-9b5a-3c1d6a0f2046',
              bookingId: booking,
              kind: 'LEFT',
              at: '2026-03-04T12:20:00+01:00',
            },
          ],
        },
      }),
    },
  ],
];

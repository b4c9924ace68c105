import { hana, maud, type OperationRuns, zoe } from './operation-run.ts';

/** The city votes, and takes back what has not begun. */
const settingsRuns: OperationRuns = [
  ['district', { as: maud, variables: ({ district }) => ({ id: district }) }],
  ['fee-scale', { as: maud, variables: () => ({ on: '2026-03-02' }) }],
  [
    'city-settings',
    {
      as: zoe,
      variables: () => ({}),
      learn: ({ settings }) => ({ settingsVersion: settings.version }),
    },
  ],
  [
    'change-city-settings',
    {
      as: hana,
      variables: ({ settingsVersion }) => ({
        input: {
          ...{ version: settingsVersion, from: '2026-09-01', emergencyNoticeHours: 3 },
          reason: 'Délibération du 27 février 2026',
        },
      }),
      learn: ({ changeCitySettings: { citySettings } }) => ({ settingsVersion: citySettings.version }),
    },
  ],
  [
    'withdraw-city-settings',
    {
      as: hana,
      variables: ({ settingsVersion }) => ({
        input: { version: settingsVersion, reason: 'Délibération retirée' },
      }),
    },
  ],
  ['city-settings-history', { as: zoe, variables: () => ({}) }],
  [
    'load-school-terms',
    {
      as: hana,
      variables: () => ({
        input: { preview: true, terms: [{ startsOn: '2027-09-01', endsOn: '2027-10-22' }] },
      }),
    },
  ],
  ['served-impact-reports', { as: zoe, variables: () => ({ from: '2025-10-01', to: '2025-12-31' }) }],
];

const HOURS = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:00', to: '18:00' }));

/** A centre opens, is run for a day, and is to close for good. */
const centreRuns: OperationRuns = [
  [
    'open-centre',
    {
      as: hana,
      variables: () => ({
        input: {
          ...{
            name: 'Les Petits Voisins',
            kind: 'MICRO_CRECHE',
            operator: 'ASSOCIATIVE',
            from: '2026-03-04',
          },
          ...{
            authorisedPlaces: 12,
            careKinds: ['EMERGENCY', 'SHORT_TERM', 'FLEXIBLE'],
            openingHours: HOURS,
          },
          address: { street: '5 rue des Voisins', postalCode: '44300', city: 'Nantes' },
          position: { latitude: 47.241, longitude: -1.541 },
          sections: [{ name: 'Les petits', places: 12, minAgeMonths: 3, maxAgeMonths: 47, staff: 3 }],
        },
      }),
      learn: ({ openCentre: { centre } }) => ({
        opened: centre.id,
        openedSection: centre.sections[0].id,
        openedVersion: centre.version,
      }),
    },
  ],
  [
    'choose-staff-ratio',
    {
      as: hana,
      variables: ({ opened }) => ({ input: { centreId: opened, from: '2026-03-05', ratio: 'ONE_FOR_SIX' } }),
    },
  ],
  [
    'record-staff-present',
    {
      as: zoe,
      variables: ({ opened }) => ({
        input: {
          ...{ centreId: opened, adults: 3 },
          ...{ startsAt: '2026-03-04T08:00:00+01:00', endsAt: '2026-03-04T12:00:00+01:00' },
        },
      }),
    },
  ],
  [
    'close-centre-for-good',
    {
      as: hana,
      variables: ({ opened, openedVersion }) => ({
        input: {
          ...{ centreId: opened, version: openedVersion, preview: true },
          ...{ from: '2026-07-01', reason: 'Fin du bail' },
        },
      }),
    },
  ],
  [
    'import-centres',
    {
      as: hana,
      variables: () => ({
        input: {
          source: 'ville',
          rows: [{ sourceId: '17', name: 'Crèche du Port', street: '1 quai du Port', city: 'Nantes' }],
        },
      }),
    },
  ],
  ['incomplete-centres', { as: zoe, variables: () => ({ source: 'ville' }) }],
];

const TUESDAYS = {
  ...{ firstDay: '2026-03-10', lastDay: '2026-06-30' },
  pattern: [{ weekday: 2, from: '09:00', to: '12:00' }],
};

const offered = (name: string, version: number): OperationRuns[number] => [
  'offer-place',
  {
    as: zoe,
    variables: ({ flexible, openedSection }) => ({
      input: { careRequestId: flexible, version, sectionId: openedSection },
    }),
    learn: ({ offerPlace: { careOffer } }) => ({ [name]: careOffer.id }),
  },
];

/** A place of flexible hours is declined, taken back, accepted at last; then a week is sent and a closure comes and goes. */
const flexibleRuns: OperationRuns = [
  [
    'submit-care-request',
    {
      as: maud,
      variables: ({ homeChild }) => ({ input: { childId: homeChild, kind: 'FLEXIBLE', weekly: TUESDAYS } }),
      learn: ({ submitCareRequest: { careRequest } }) => ({ flexible: careRequest.id }),
    },
  ],
  offered('declined', 1),
  [
    'decline-offer',
    {
      as: zoe,
      variables: ({ declined }) => ({ input: { offerId: declined, version: 1, reason: 'Trop loin' } }),
    },
  ],
  offered('takenBack', 3),
  [
    'withdraw-offer',
    {
      as: zoe,
      variables: ({ takenBack }) => ({
        input: { offerId: takenBack, version: 1, reason: 'Erreur de section' },
      }),
    },
  ],
  offered('accepted', 5),
  ['accept-offer', { as: zoe, variables: ({ accepted }) => ({ offerId: accepted, version: 1 }) }],
  [
    'admit-child',
    {
      as: zoe,
      variables: ({ flexible }) => ({ input: { careRequestId: flexible, version: 7 } }),
      learn: ({ admitChild: { placement } }) => ({ byTheWeek: placement.id }),
    },
  ],
  [
    'send-week-hours',
    {
      as: zoe,
      variables: ({ byTheWeek }) => ({
        input: {
          ...{ placementId: byTheWeek, version: 1, monday: '2026-03-16' },
          hours: [{ weekday: 3, from: '09:00', to: '12:00' }],
        },
      }),
    },
  ],
  ...(['change-placement', 'renew-placement'] as const).map((file): OperationRuns[number] => [
    file,
    {
      as: zoe,
      variables: ({ byTheWeek }) => ({
        input: {
          ...{ placementId: byTheWeek, version: 2, preview: true },
          ...(file === 'renew-placement'
            ? { lastDay: '2026-07-31' }
            : { from: '2026-04-01', reason: 'Autres horaires' }),
          weeklyPattern: [{ weekday: 4, from: '09:00', to: '12:00' }],
        },
      }),
    },
  ]),
  [
    'close-centre',
    {
      as: zoe,
      variables: ({ opened }) => ({
        input: { centreIds: [opened], from: '2026-03-24', to: '2026-03-24', reason: 'Travaux' },
      }),
      learn: ({ closeCentre: { closures } }) => ({ works: closures[0].id }),
    },
  ],
  [
    'care-lost-to-closure',
    {
      as: zoe,
      variables: ({ works }) => ({ closure: works }),
      learn: ({ careLostToClosure: { edges } }) => ({
        lost: edges[0].node.booking.id,
        backup: edges[0].node.options[0].section.id,
      }),
    },
  ],
  [
    'book-backups',
    {
      as: zoe,
      variables: ({ lost, backup }) => ({
        input: {
          choices: [
            {
              ...{ id: '0190d8a4-7f1e-7c11-9b5a-3c1d6a0f2047', bookingId: lost, sectionId: backup },
              ...{
                kind: 'SHORT_TERM',
                startsAt: '2026-03-24T09:00:00+01:00',
                endsAt: '2026-03-24T12:00:00+01:00',
              },
            },
          ],
        },
      }),
    },
  ],
  ['withdraw-closure', { as: zoe, variables: ({ works }) => ({ input: { closureId: works } }) }],
  [
    'suspend-placement',
    {
      as: zoe,
      variables: ({ byTheWeek }) => ({
        input: { placementId: byTheWeek, version: 2, from: '2026-04-14', reason: 'Stage de la mère annulé' },
      }),
    },
  ],
  [
    'resume-placement',
    {
      as: zoe,
      variables: ({ byTheWeek }) => ({ input: { placementId: byTheWeek, version: 3, from: '2026-04-28' } }),
    },
  ],
  [
    'care-records',
    {
      as: zoe,
      variables: ({ lost, byTheWeek, accepted }) => ({
        booking: lost,
        placement: byTheWeek,
        offer: accepted,
      }),
    },
  ],
  ['commission', { as: zoe, variables: ({ commission }) => ({ id: commission }) }],
];

/** What the city settles, its centres, and places of flexible hours in one of them. */
export const cityRuns: OperationRuns = [...settingsRuns, ...centreRuns, ...flexibleRuns];

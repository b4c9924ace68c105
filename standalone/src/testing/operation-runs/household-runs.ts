import { ali, maud, type OperationRun, type OperationRuns, zoe } from './operation-run.ts';

const WEEKLY = { weekday: 2, from: '17:00', to: '19:00', startsOn: '2026-03-02', endsOn: '2026-06-30' };

const recordArrangement: OperationRun = {
  as: zoe,
  variables: ({ child }) => ({ input: { childId: child, kind: 'FAMILY', weekly: WEEKLY } }),
  learn: ({ recordOwnArrangement }) => ({ arrangement: recordOwnArrangement.ownArrangement.id }),
};

/** A couple that came together separates. */
const separationRuns: OperationRuns = [
  [
    'register-family',
    {
      as: maud,
      variables: () => ({
        input: {
          family: {
            householdKind: 'COUPLE',
            address: { street: '5 rue des Saules', postalCode: '44300', city: 'Nantes' },
          },
          adults: [
            { firstName: 'Inès', lastName: 'Morvan' },
            { firstName: 'Karim', lastName: 'Belaïd' },
          ],
          children: [{ firstName: 'Lila', lastName: 'Belaïd', birthDate: '2024-05-02' }],
        },
      }),
      learn: ({ registerFamily: { family } }) => ({
        couple: family.id,
        leavingAdult: family.adults[1].id,
      }),
    },
  ],
  [
    'split-family',
    {
      as: maud,
      variables: ({ couple, leavingAdult }) => ({
        input: {
          familyId: couple,
          version: 1,
          adultIds: [leavingAdult],
          family: {
            householdKind: 'LONE_PARENT',
            address: { street: '8 rue du Port', postalCode: '44000', city: 'Nantes' },
          },
        },
      }),
    },
  ],
];

/** The family moves, its own arrangements change, and a child leaves it. */
export const householdRuns: OperationRuns = [
  [
    'change-address',
    {
      as: zoe,
      variables: ({ family, familyVersion }) => ({
        input: {
          familyId: family,
          version: familyVersion,
          since: '2026-03-02',
          address: { street: '12 rue des Hêtres', postalCode: '44300', city: 'Nantes' },
        },
      }),
    },
  ],
  [
    'protect-address',
    {
      as: zoe,
      variables: ({ family }) => ({
        input: { familyId: family, basis: 'SAID_BY_FAMILY', reason: 'Menaces de l’ancien conjoint' },
      }),
      learn: ({ protectAddress }) => ({ addressProtection: protectAddress.addressProtection.id }),
    },
  ],
  [
    'end-address-protection',
    {
      as: zoe,
      variables: ({ addressProtection }) => ({
        input: { addressProtectionId: addressProtection, version: 1, reason: 'La famille a déménagé' },
      }),
    },
  ],
  ['record-own-arrangement', recordArrangement],
  [
    'end-own-arrangement',
    {
      as: zoe,
      variables: ({ arrangement }) => ({
        input: { ownArrangementId: arrangement, version: 1, from: '2026-05-31' },
      }),
    },
  ],
  [
    'remove-own-arrangement',
    {
      as: zoe,
      variables: ({ arrangement }) => ({ input: { ownArrangementId: arrangement, version: 2 } }),
    },
  ],
  ...separationRuns,
];

/** The family of the request to register moves away within the week. */
const closeRun: OperationRuns[number] = [
  'close-family-file',
  {
    as: zoe,
    variables: ({ toRegister }) => ({ input: { familyId: toRegister, version: 1, reason: 'MOVED_AWAY' } }),
  },
];

/** Last of all: from then on there is no child to care for. */
export const departureRuns: OperationRuns = [
  [
    'record-child-departure',
    { as: zoe, variables: ({ child }) => ({ childId: child, version: 1, leftOn: '2026-04-10' }) },
  ],
];

const TOLD = {
  adults: [{ firstName: 'Awa', lastName: 'Sissoko', phone: '06 39 98 12 34' }],
  children: [{ firstName: 'Issa', lastName: 'Sissoko', birthDate: '2024-11-05' }],
};
const ADDRESS = { street: '3 rue des Ormes', postalCode: '44300', city: 'Nantes' };

/** A mother without a file comes to an advisor, who may not make one. */
export const requestToRegisterRuns: OperationRuns = [
  [
    'request-registration',
    {
      as: ali,
      variables: () => ({
        input: { ...TOLD, address: ADDRESS, consentSaid: true, wantedCare: 'Deux matins par semaine' },
      }),
      learn: ({ requestRegistration }) => ({ toRegister: requestRegistration.registrationRequest.id }),
    },
  ],
  ['registration-requests', { as: zoe, variables: () => ({ status: ['WAITING'] }) }],
  [
    'complete-registration-request',
    {
      as: zoe,
      variables: ({ toRegister }) => ({
        input: {
          ...{ registrationRequestId: toRegister, version: 1 },
          registration: { ...TOLD, family: { householdKind: 'LONE_PARENT', address: ADDRESS } },
        },
      }),
    },
  ],
  closeRun,
];

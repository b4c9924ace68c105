import { ali, maud, type OperationRuns, pascal, zoe } from './operation-run.ts';

const ADDRESS = { street: '14 rue des Marronniers', postalCode: '44300', city: 'Nantes' };
const HOME = {
  householdKind: 'LONE_PARENT',
  address: ADDRESS,
  position: { latitude: 47.24, longitude: -1.54 },
};

/** A second family grows: somebody moves in, a child is born, and what was noted wrongly is put right. */
const householdGrowsRuns: OperationRuns = [
  [
    'register-family',
    {
      as: maud,
      variables: () => ({
        input: {
          family: HOME,
          adults: [{ firstName: 'Sara', lastName: 'Benali' }],
          children: [{ firstName: 'Adam', lastName: 'Benali', birthDate: '2024-02-10' }],
        },
      }),
      learn: ({ registerFamily: { family } }) => ({
        home: family.id,
        homeChild: family.children[0].id,
      }),
    },
  ],
  [
    'add-adult',
    {
      as: maud,
      variables: ({ home }) => ({
        input: { familyId: home, adult: { firstName: 'Yanis', lastName: 'Benali' } },
      }),
      learn: ({ addAdult: { adult } }) => ({ homeAdult: adult.id }),
    },
  ],
  [
    'correct-adult',
    {
      as: maud,
      variables: ({ homeAdult }) => ({ input: { adultId: homeAdult, version: 1, phone: '06 39 98 77 11' } }),
      learn: ({ correctAdult: { adult } }) => ({ adultVersion: adult.version }),
    },
  ],
  [
    'add-child',
    {
      as: maud,
      variables: ({ home }) => ({
        input: { familyId: home, child: { lastName: 'Benali', expectedDate: '2026-03-10' } },
      }),
      learn: ({ addChild: { child } }) => ({ expected: child.id }),
    },
  ],
  [
    'record-birth',
    {
      as: maud,
      variables: ({ expected }) => ({
        input: { childId: expected, version: 1, firstName: 'Nour', birthDate: '2026-03-01' },
      }),
    },
  ],
  [
    'correct-child',
    {
      as: maud,
      variables: ({ homeChild }) => ({
        input: {
          ...{ childId: homeChild, version: 1 },
          collectors: [{ name: 'Fatou Benali', phone: '06 39 98 00 12' }],
        },
      }),
      learn: ({ correctChild: { child } }) => ({ childVersion: child.version }),
    },
  ],
  [
    'record-walking',
    {
      as: zoe,
      variables: ({ homeChild, childVersion }) => ({
        input: { childId: homeChild, version: childVersion, walksSince: '2025-04-01' },
      }),
    },
  ],
  [
    'family-by-id',
    {
      as: maud,
      variables: ({ home }) => ({ id: home }),
      learn: ({ familyById }) => ({ homeVersion: familyById.version }),
    },
  ],
  [
    'change-household',
    {
      as: maud,
      variables: ({ home, homeVersion }) => ({
        input: { familyId: home, version: homeVersion, householdKind: 'COUPLE' },
      }),
    },
  ],
  [
    'record-adult-departure',
    {
      as: maud,
      variables: ({ homeAdult, adultVersion }) => ({
        input: { adultId: homeAdult, version: adultVersion, leftOn: '2026-03-04' },
      }),
    },
  ],
  [
    'household-members',
    { as: maud, variables: ({ homeAdult, homeChild }) => ({ adult: homeAdult, child: homeChild }) },
  ],
  [
    'join-support-team',
    {
      as: maud,
      variables: ({ home, paul }) => ({ input: { familyId: home, professional: { id: paul } } }),
      learn: ({ joinSupportTeam: { member } }) => ({ colleague: member.id }),
    },
  ],
  [
    'leave-support-team',
    { as: maud, variables: ({ colleague }) => ({ input: { memberId: colleague, version: 1 } }) },
  ],
];

/** A child lives with its father every second week, until it does no more; his file is closed, and open again. */
const residenceRuns: OperationRuns = [
  [
    'register-family',
    {
      as: maud,
      variables: () => ({
        input: {
          family: { ...HOME, address: { ...ADDRESS, street: '2 quai de la Fosse' } },
          adults: [{ firstName: 'Karim', lastName: 'Benali' }],
        },
      }),
      learn: ({ registerFamily: { family } }) => ({ fathers: family.id }),
    },
  ],
  [
    'share-residence',
    {
      as: maud,
      variables: ({ home, homeChild, fathers }) => ({
        input: {
          ...{ childId: homeChild, otherFamilyId: fathers },
          rule: {
            ...{ kind: 'EVERY_SECOND_WEEK', firstFamilyId: home, holidays: 'LIKE_TERMS' },
            ...{ startsOn: '2026-03-09', weekday: 1, time: '18:00' },
          },
        },
      }),
      learn: ({ shareResidence: { child } }) => ({ residenceVersion: child.sharedResidence.version }),
    },
  ],
  [
    'change-residence-exceptions',
    {
      as: maud,
      variables: ({ homeChild, fathers, residenceVersion }) => ({
        input: {
          ...{ childId: homeChild, version: residenceVersion },
          added: [
            {
              ...{ startsAt: '2026-03-14T08:00:00+01:00', endsAt: '2026-03-15T18:00:00+01:00' },
              familyId: fathers,
            },
          ],
        },
      }),
      learn: ({ changeResidenceExceptions: { child } }) => ({
        residenceVersion: child.sharedResidence.version,
      }),
    },
  ],
  [
    'end-shared-residence',
    {
      as: maud,
      variables: ({ home, homeChild, residenceVersion }) => ({
        input: {
          ...{ childId: homeChild, version: residenceVersion },
          ...{ familyId: home, endsAt: '2026-03-16T08:00:00+01:00' },
        },
      }),
    },
  ],
  [
    'close-family-file',
    {
      as: zoe,
      variables: ({ fathers }) => ({ input: { familyId: fathers, version: 1, reason: 'MOVED_AWAY' } }),
      learn: ({ closeFamilyFile: { closing } }) => ({ closingVersion: closing.version }),
    },
  ],
  [
    'reopen-family-file',
    {
      as: zoe,
      variables: ({ fathers, closingVersion }) => ({ input: { familyId: fathers, version: closingVersion } }),
    },
  ],
];

const SATURDAY = { startsAt: '2026-03-07T09:00:00+01:00', endsAt: '2026-03-07T12:00:00+01:00' };

/** The grandmother comes in the afternoon, and not in the morning as was noted. */
const arrangementRuns: OperationRuns = [
  [
    'record-own-arrangement',
    {
      as: maud,
      variables: ({ homeChild }) => ({ input: { childId: homeChild, kind: 'FAMILY', dated: SATURDAY } }),
      learn: ({ recordOwnArrangement }) => ({ grandmother: recordOwnArrangement.ownArrangement.id }),
    },
  ],
  [
    'correct-own-arrangement',
    {
      as: maud,
      variables: ({ grandmother }) => ({
        input: {
          ...{ ownArrangementId: grandmother, version: 1, kind: 'FAMILY' },
          dated: { startsAt: '2026-03-07T14:00:00+01:00', endsAt: '2026-03-07T18:00:00+01:00' },
        },
      }),
    },
  ],
];

const TOLD = {
  adults: [{ firstName: 'Mariam', lastName: 'Koné', phone: '06 39 98 55 34' }],
  children: [{ firstName: 'Aya', lastName: 'Koné', birthDate: '2024-09-05' }],
  address: { street: '9 rue des Ormes', postalCode: '44300', city: 'Nantes' },
  ...{ consentSaid: true, wantedCare: 'Le mercredi' },
};

/** Two requests to register that come to nothing, each in its way. */
const unregisteredRuns: OperationRuns = [
  ...(['refused', 'withdrawn'] as const).map((name): OperationRuns[number] => [
    'request-registration',
    {
      as: ali,
      variables: () => ({ input: { ...TOLD, wantedCare: `Le mercredi (${name})` } }),
      learn: ({ requestRegistration }) => ({ [name]: requestRegistration.registrationRequest.id }),
    },
  ]),
  ['registration-request', { as: ali, variables: ({ refused }) => ({ id: refused }) }],
  [
    'refuse-registration-request',
    {
      as: zoe,
      variables: ({ refused }) => ({
        input: { registrationRequestId: refused, version: 1, reason: 'Habite à Rezé' },
      }),
    },
  ],
  [
    'withdraw-registration-request',
    { as: ali, variables: ({ withdrawn }) => ({ input: { registrationRequestId: withdrawn, version: 1 } }) },
  ],
];

/** What changes in the life of a family, and in who follows it. */
export const lifeRuns: OperationRuns = [
  ...householdGrowsRuns,
  ...residenceRuns,
  ...arrangementRuns,
  ...unregisteredRuns,
  ['family-lookups', { as: pascal, variables: () => ({}) }],
  ['referrals', { as: zoe, variables: () => ({ box: 'RECEIVED' }) }],
  ['entitlement', { as: maud, variables: ({ entitlement }) => ({ id: entitlement }) }],
];

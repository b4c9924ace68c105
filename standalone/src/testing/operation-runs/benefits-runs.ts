import { hana, maud, type OperationRuns, odile, zoe } from './operation-run.ts';

const RESOURCES = { year: 2024, yearlyAmountCents: 9_600_00, dependentChildren: 1 };

/** Benefits are put on record, a team forms around the family, and an agency asks another for help. */
export const benefitsRuns: OperationRuns = [
  [
    'support-team',
    {
      as: maud,
      variables: ({ reference }) => ({ reference, first: 10 }),
      learn: ({ family: { supportTeam } }) => ({ lead: supportTeam[0].id }),
    },
  ],
  [
    'request-membership',
    {
      // The service point knows every family; others name it by the handle of a lookup.
      as: zoe,
      variables: ({ family }) => ({ input: { familyId: family, reason: 'Suivie pour son RSA' } }),
      learn: ({ requestMembership: { request } }) => ({ membershipRequest: request.id }),
    },
  ],
  ['membership-requests', { as: maud, variables: () => ({ box: 'TO_ANSWER', first: 20 }) }],
  [
    'answer-membership-request',
    {
      as: maud,
      variables: ({ membershipRequest }) => ({
        input: { requestId: membershipRequest, version: 1, answer: 'GRANTED' },
      }),
    },
  ],
  [
    'join-support-team',
    {
      as: maud,
      variables: ({ family, paul }) => ({
        input: {
          familyId: family,
          professional: { id: paul },
        },
      }),
      learn: ({ joinSupportTeam: { member } }) => ({ successor: member.id }),
    },
  ],
  [
    'hand-over-lead',
    {
      as: maud,
      variables: ({ lead, successor }) => ({ input: { memberId: lead, version: 1, toMemberId: successor } }),
    },
  ],
  [
    'open-entitlement',
    {
      as: maud,
      variables: ({ family }) => ({
        input: { familyId: family, scheme: 'RSA', state: 'OPEN', from: '2026-01-01' },
      }),
      learn: ({ openEntitlement: { entitlement } }) => ({ entitlement: entitlement.id }),
    },
  ],
  [
    'change-entitlement-state',
    {
      as: maud,
      variables: ({ entitlement }) => ({
        input: { entitlementId: entitlement, version: 1, state: 'SUSPENDED', from: '2026-03-01' },
      }),
    },
  ],
  [
    'import-entitlements',
    {
      as: maud,
      variables: ({ reference }) => ({
        input: {
          rows: [
            {
              familyReference: reference,
              scheme: 'ASF',
              source: 'CAF',
              state: 'OPEN',
              from: '2026-01-01',
              monthlyAmountCents: 199_18,
              statedOn: '2026-02-28',
            },
          ],
        },
      }),
    },
  ],
  [
    'record-resources',
    { as: maud, variables: ({ family }) => ({ input: { familyId: family, ...RESOURCES } }) },
  ],
  ['benefits-as-of', { as: maud, variables: ({ reference }) => ({ reference, asOf: '2026-03-02' }) }],
  [
    'benefits-on-a-day',
    { as: maud, variables: ({ reference }) => ({ reference, on: '2026-01-15', asOf: '2026-03-02' }) },
  ],
  [
    'open-entitlement',
    {
      as: maud,
      variables: ({ family }) => ({
        input: { familyId: family, scheme: 'HOUSING_AID', state: 'OPEN', from: '2026-02-01' },
      }),
      learn: ({ openEntitlement: { entitlement } }) => ({ mistaken: entitlement.id }),
    },
  ],
  [
    'correct-mistaken-entitlement',
    {
      as: maud,
      variables: ({ mistaken }) => ({
        input: { entitlementId: mistaken, version: 1, reason: 'Saisi dans le mauvais dossier' },
      }),
    },
  ],
  [
    'send-referral',
    {
      as: maud,
      variables: ({ family }) => ({
        input: { familyId: family, target: 'SERVICE_POINT', message: 'Une place le mardi' },
      }),
      learn: ({ sendReferral: { referral } }) => ({ referral: referral.id }),
    },
  ],
  [
    'correct-referral',
    {
      as: maud,
      variables: ({ referral }) => ({
        input: { referralId: referral, version: 1, message: 'Une place le jeudi', reason: 'Mauvais jour' },
      }),
    },
  ],
  [
    'mark-referral-seen',
    { as: zoe, variables: ({ referral }) => ({ input: { referralId: referral, version: 2 } }) },
  ],
  [
    'answer-referral',
    {
      as: zoe,
      variables: ({ referral }) => ({
        input: { referralId: referral, version: 3, decision: 'ACCEPTED' },
      }),
    },
  ],
  [
    'record-objection',
    {
      as: maud,
      variables: ({ family, adult }) => ({
        input: { familyId: family, category: 'BENEFITS', agency: 'JOB_SEARCH', saidByAdultId: adult },
      }),
      learn: ({ recordObjection: { objection } }) => ({ objection: objection.id }),
    },
  ],
  [
    'lift-objection',
    {
      as: maud,
      variables: ({ objection, adult }) => ({
        input: { objectionId: objection, version: 1, saidByAdultId: adult, reason: 'Malentendu' },
      }),
    },
  ],
  [
    'write-note',
    {
      as: maud,
      variables: ({ family }) => ({
        input: { familyId: family, audience: 'SUPPORT_TEAM', text: 'Préfère être appelée le matin' },
      }),
      learn: ({ writeNote: { note } }) => ({ note: note.id }),
    },
  ],
  [
    'correct-note',
    {
      as: maud,
      variables: ({ note }) => ({
        input: { noteId: note, version: 1, text: 'Préfère être appelée le soir', reason: 'Mal entendu' },
      }),
    },
  ],
  [
    'record-information-given',
    {
      as: maud,
      variables: ({ family, adult }) => ({
        input: { familyId: family, adultId: adult, subjects: ['SHARING', 'OBJECTION'], language: 'fr' },
      }),
      learn: ({ recordInformationGiven }) => ({
        informationGiven: recordInformationGiven.informationGiven.id,
      }),
    },
  ],
  [
    'correct-information-given',
    {
      as: maud,
      variables: ({ informationGiven }) => ({
        input: { informationGivenId: informationGiven, language: 'ar', reason: 'L’entretien était en arabe' },
      }),
    },
  ],
  [
    'add-task',
    {
      as: maud,
      variables: ({ family }) => ({
        input: { familyId: family, title: 'Demander l’attestation CAF', dueOn: '2026-03-09' },
      }),
      learn: ({ addTask: { task } }) => ({ task: task.id }),
    },
  ],
  ['benefits-desk', { as: maud, variables: () => ({}) }],
  ['benefits-news', { as: maud, variables: () => ({ since: '2026-03-01T00:00:00+01:00' }) }],
  ['my-tasks', { as: maud, variables: () => ({ first: 20 }) }],
  ['complete-task', { as: maud, variables: ({ task }) => ({ input: { taskId: task, version: 1 } }) }],
  [
    'correct-task',
    {
      as: maud,
      variables: ({ task }) => ({
        input: { taskId: task, version: 2, isStillToDo: true, reason: 'Cochée par erreur' },
      }),
    },
  ],
  [
    'take-over-families',
    {
      as: odile,
      variables: ({ paul }) => ({
        input: { fromProfessional: paul, toProfessional: 'maud', reason: 'Départ en formation' },
      }),
    },
  ],
  ['family-take-overs', { as: odile, variables: () => ({ first: 20 }) }],
  [
    'restrict-file',
    {
      as: hana,
      variables: ({ family, paul }) => ({
        input: {
          familyId: family,
          reason: 'Famille d’un collègue',
          named: [{ sub: 'zoe' }],
          barred: [{ id: paul }],
        },
      }),
      learn: ({ restrictFile: { restriction } }) => ({ restriction: restriction.id }),
    },
  ],
  [
    'change-restriction',
    {
      as: hana,
      variables: ({ restriction }) => ({
        input: {
          ...{ restrictionId: restriction, version: 1, reason: 'Deux coordinatrices suivent la famille' },
          named: [{ sub: 'zoe' }, { sub: 'hana' }],
        },
      }),
      learn: ({ changeRestriction: { restriction } }) => ({ restriction: restriction.id }),
    },
  ],
  ['restrictions', { as: hana, variables: () => ({ first: 20 }) }],
  [
    'lift-restriction',
    {
      as: hana,
      variables: ({ restriction }) => ({
        input: { restrictionId: restriction, version: 1, reason: 'Le collègue a quitté la ville' },
      }),
    },
  ],
  ['support-team', { as: maud, variables: ({ reference }) => ({ reference, first: 10 }) }],
  ['my-families', { as: maud, variables: () => ({ first: 20 }) }],
];

import { ali, lea, maud, nina, type OperationRun, type OperationRuns, zoe } from './operation-run.ts';

const FRIDAY = { startsAt: '2026-03-06T10:00:00+01:00', endsAt: '2026-03-06T11:00:00+01:00' };
const FRIDAY_LATER = { startsAt: '2026-03-06T14:00:00+01:00', endsAt: '2026-03-06T15:00:00+01:00' };
const WORKSHOP = { kind: 'WORKSHOP', title: 'Atelier CV', travelMinutes: 0 };

/** Its version rises with every change of the file. */
const readFile: OperationRun = {
  as: lea,
  variables: ({ jobSeeker }) => ({ id: jobSeeker }),
  learn: ({ jobSeeker: { version } }) => ({ version }),
};

const schedule = (name: string, milestone: object): OperationRun => ({
  as: lea,
  variables: ({ jobSeeker }) => ({ input: { jobSeekerId: jobSeeker, ...milestone } }),
  learn: ({ scheduleMilestone }) => ({ [name]: scheduleMilestone.milestone.id }),
});

const cover: OperationRuns = [
  ['milestone-options', { as: lea, variables: ({ interview }) => ({ id: interview }) }],
  [
    'cover-milestone',
    {
      as: lea,
      variables: ({ interview }) => ({ input: { milestoneId: interview, milestoneVersion: 3 } }),
    },
  ],
  [
    'uncover-milestone',
    {
      as: lea,
      variables: ({ interview }) => ({
        input: { milestoneId: interview, reason: 'La grand-mère garde Noam.', preview: true },
      }),
    },
  ],
  [
    'cover-milestone-series',
    {
      as: lea,
      variables: ({ series }) => ({ input: { seriesId: series, version: 9, exceptDays: ['2026-03-19'] } }),
    },
  ],
  [
    'uncover-milestone-series',
    {
      as: lea,
      variables: ({ series }) => ({
        input: { seriesId: series, version: 9, reason: 'La grand-mère garde Noam.' },
      }),
    },
  ],
  [
    'advisor-week',
    {
      as: lea,
      variables: () => ({ from: '2026-03-02T00:00:00+01:00', to: '2026-03-30T00:00:00+02:00' }),
      learn: ({ milestones }) => ({ uncovered: milestones.edges[0].node.id }),
    },
  ],
];

/** An adult is sent to an advisor and looks for work: an interview, a training course, fewer hours meanwhile. */
export const jobSearchRuns: OperationRuns = [
  [
    'send-referral',
    {
      as: maud,
      variables: ({ family }) => ({
        input: {
          ...{ familyId: family, target: 'ADVISOR', addressee: { sub: 'lea' } },
          message: 'Cherche un emploi à temps partiel',
        },
      }),
      learn: ({ sendReferral: { referral } }) => ({ jobReferral: referral.id }),
    },
  ],
  [
    'answer-referral',
    {
      as: lea,
      variables: ({ jobReferral }) => ({
        input: { referralId: jobReferral, version: 1, decision: 'ACCEPTED' },
      }),
    },
  ],
  [
    'open-job-seeker-file',
    {
      as: lea,
      variables: ({ adult }) => ({ input: { adultId: adult, category: 1, romeCode: 'D1106' } }),
      learn: ({ openJobSeekerFile: { jobSeeker } }) => ({ jobSeeker: jobSeeker.id }),
    },
  ],
  [
    'agree-engagement-contract',
    {
      as: lea,
      variables: ({ jobSeeker }) => ({
        input: { jobSeekerId: jobSeeker, version: 1, signedOn: '2026-03-02', weeklyHours: 15 },
      }),
    },
  ],
  [
    'schedule-milestone',
    schedule('interview', { kind: 'INTERVIEW', title: 'Entretien', travelMinutes: 30, ...FRIDAY }),
  ],
  [
    'move-milestone',
    {
      as: lea,
      variables: ({ interview }) => ({ input: { milestoneId: interview, version: 1, ...FRIDAY_LATER } }),
    },
  ],
  [
    'confirm-milestone',
    { as: lea, variables: ({ interview }) => ({ input: { milestoneId: interview, version: 2 } }) },
  ],
  ['schedule-milestone', schedule('workshop', { ...WORKSHOP, ...FRIDAY })],
  [
    'cancel-milestone',
    { as: lea, variables: ({ workshop }) => ({ input: { milestoneId: workshop, version: 1 } }) },
  ],
  ['bookings-of-cancelled-milestones', { as: zoe, variables: () => ({ first: 20 }) }],
  [
    'schedule-milestone-series',
    {
      as: lea,
      variables: ({ jobSeeker }) => ({
        input: {
          jobSeekerId: jobSeeker,
          kind: 'TRAINING_SESSION',
          title: 'Formation',
          firstDay: '2026-03-09',
          lastDay: '2026-03-27',
          weekdays: [1, 4],
          from: '09:00',
          to: '12:00',
          travelMinutes: 20,
        },
      }),
      learn: ({ scheduleMilestoneSeries: { milestones } }) => ({ series: milestones[0].seriesId }),
    },
  ],
  [
    'move-milestone-series',
    {
      as: lea,
      variables: ({ series }) => ({
        input: { seriesId: series, version: 6, from: '09:30', to: '12:30', fromDay: '2026-03-23' },
      }),
    },
  ],
  [
    'cancel-milestone-series',
    {
      as: lea,
      variables: ({ series }) => ({ input: { seriesId: series, version: 8, fromDay: '2026-03-26' } }),
    },
  ],
  ...cover,
  ['job-seeker-file', readFile],
  [
    'cover-forecast',
    {
      as: lea,
      variables: ({ jobSeeker }) => ({
        jobSeekerId: jobSeeker,
        startsAt: '2026-03-17T10:00:00+01:00',
        endsAt: '2026-03-17T11:30:00+01:00',
        travelMinutes: 30,
        from: '2026-03-16',
        to: '2026-03-20',
      }),
    },
  ],
  [
    'reduce-weekly-hours',
    {
      as: lea,
      variables: ({ jobSeeker, version, uncovered }) => ({
        input: {
          jobSeekerId: jobSeeker,
          version,
          milestoneId: uncovered,
          isLoneParent: true,
          weeklyHours: 8,
          startsOn: '2026-03-02',
          endsOn: '2026-05-31',
        },
      }),
    },
  ],
];

/** She comes to the interview, finds work, and is asked a month later how it goes. */
export const returnRuns: OperationRuns = [
  [
    'record-milestone-outcome',
    {
      as: lea,
      at: '2026-03-06T15:30:00+01:00',
      variables: ({ interview }) => ({ input: { milestoneId: interview, version: 3, outcome: 'EXCUSED' } }),
    },
  ],
  [
    'correct-milestone-outcome',
    {
      as: lea,
      variables: ({ interview }) => ({
        input: {
          ...{ milestoneId: interview, version: 4, outcome: 'ATTENDED' },
          reason: 'Elle est venue : l’absence était celle d’une autre personne',
        },
      }),
    },
  ],
  ['job-seeker-file', readFile],
  [
    'record-return-to-work',
    {
      as: lea,
      variables: ({ jobSeeker, version }) => ({
        input: {
          jobSeekerId: jobSeeker,
          version,
          kind: 'EMPLOYMENT',
          startsOn: '2026-03-06',
          title: 'Boulangère',
          contract: 'PERMANENT',
          weeklyHours: 28,
          closesFile: false,
        },
      }),
      learn: ({ recordReturnToWork: { returnToWork } }) => ({ returnToWork: returnToWork.id }),
    },
  ],
  [
    'return-to-work',
    {
      as: lea,
      variables: ({ returnToWork }) => ({ id: returnToWork, isLoneParent: true, childrenUnder12: 1 }),
    },
  ],
  [
    'correct-return-to-work',
    {
      as: lea,
      variables: ({ returnToWork }) => ({
        input: { returnId: returnToWork, version: 1, weeklyHours: 30, reason: 'Le contrat dit 30 heures' },
      }),
    },
  ],
  [
    'record-series-outcome',
    {
      as: lea,
      at: '2026-03-25T09:00:00+01:00',
      variables: ({ series }) => ({
        input: { seriesId: series, version: 9, outcome: 'ATTENDED', exceptDays: ['2026-03-19'] },
      }),
    },
  ],
  ['job-search-desk', { as: lea, variables: () => ({}) }],
  ['job-search-news', { as: lea, variables: () => ({ since: '2026-03-01T00:00:00+01:00' }) }],
  ['my-job-seekers', { as: lea, variables: () => ({}) }],
  ['due-follow-ups', { as: lea, at: '2026-04-10T09:00:00+02:00', variables: () => ({}) }],
  [
    'record-follow-up',
    {
      as: lea,
      variables: ({ returnToWork }) => ({
        input: { returnId: returnToWork, point: 'ONE_MONTH', outcome: 'GOES_ON' },
      }),
      learn: ({ recordFollowUp: { followUp } }) => ({ followUp: followUp.id }),
    },
  ],
  [
    'correct-follow-up',
    {
      as: lea,
      variables: ({ followUp }) => ({
        input: { followUpId: followUp, version: 1, outcome: 'CHANGED', reason: 'Elle a changé de magasin' },
      }),
    },
  ],
  ['job-seeker-file', readFile],
  [
    'change-advisor',
    {
      as: lea,
      variables: ({ jobSeeker, version }) => ({
        input: { jobSeekerId: jobSeeker, version, advisorId: 'ali' },
      }),
    },
  ],
  ['job-seeker-file', { ...readFile, as: maud, learn: ({ jobSeeker: { version } }) => ({ version }) }],
  [
    'change-job-seeker-category',
    {
      as: ali,
      variables: ({ jobSeeker, version }) => ({
        input: { jobSeekerId: jobSeeker, version, category: 2 },
      }),
      learn: ({ changeJobSeekerCategory: { jobSeeker } }) => ({ version: jobSeeker.version }),
    },
  ],
  [
    'close-job-seeker-file',
    {
      as: ali,
      variables: ({ jobSeeker, version }) => ({
        input: { jobSeekerId: jobSeeker, version, reason: 'EMPLOYMENT_FOUND' },
      }),
    },
  ],
  [
    'take-over-job-seekers',
    {
      as: nina,
      variables: () => ({
        input: { fromProfessional: 'ali', toProfessional: 'lea', reason: 'Congé de formation' },
      }),
    },
  ],
  [
    'take-over-job-seekers',
    { as: nina, variables: () => ({ input: { fromProfessional: 'lea', reason: 'Départ' } }) },
  ],
  [
    'job-seekers-at-desk',
    {
      as: ali,
      variables: () => ({}),
      learn: ({ jobSeekersAtDesk: { edges } }) => ({
        version: edges[0].node.version,
        jobSeeker: edges[0].node.id,
      }),
    },
  ],
  [
    'take-job-seeker',
    {
      as: ali,
      variables: ({ jobSeeker, version }) => ({ input: { jobSeekerId: jobSeeker, version } }),
    },
  ],
  ['job-seeker-take-overs', { as: nina, variables: () => ({ first: 20 }) }],
];

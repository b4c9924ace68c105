import { maud, type OperationRuns, zoe } from './operation-run.ts';

const MORNING = { startsAt: '2026-03-20T09:00:00+01:00', endsAt: '2026-03-20T12:00:00+01:00' };
const WEEK = {
  firstDay: '2026-03-16',
  lastDay: '2026-07-31',
  pattern: [
    { weekday: 2, from: '09:00', to: '12:00' },
    { weekday: 4, from: '09:00', to: '16:00' },
  ],
};

/** A dated need for which no place is free: changed, helped otherwise, withdrawn; another is refused. */
const datedRuns: OperationRuns = [
  [
    'submit-care-request',
    {
      as: maud,
      variables: ({ child }) => ({ input: { childId: child, kind: 'SHORT_TERM', stretches: [MORNING] } }),
      learn: ({ submitCareRequest: { careRequest } }) => ({ dated: careRequest.id }),
    },
  ],
  [
    'change-care-request',
    {
      as: maud,
      variables: ({ dated, centre }) => ({
        input: { careRequestId: dated, version: 1, rankedCentreIds: [centre] },
      }),
    },
  ],
  [
    'propose-alternative',
    {
      as: zoe,
      variables: ({ dated }) => ({
        input: { careRequestId: dated, version: 2, text: 'Assistante maternelle', phone: '02 40 00 00 00' },
      }),
      learn: ({ proposeAlternative: { careRequest } }) => ({ alternative: careRequest.alternatives[0].id }),
    },
  ],
  [
    'propose-alternative',
    {
      as: zoe,
      variables: ({ dated, alternative }) => ({
        input: {
          ...{ careRequestId: dated, version: 3, replacesId: alternative },
          ...{ text: 'Assistante maternelle', phone: '02 40 00 00 01' },
        },
      }),
    },
  ],
  [
    'withdraw-care-request',
    { as: maud, variables: ({ dated }) => ({ input: { careRequestId: dated, version: 4 } }) },
  ],
  [
    'submit-care-request',
    {
      as: maud,
      variables: ({ child }) => ({ input: { childId: child, kind: 'SHORT_TERM', stretches: [MORNING] } }),
      learn: ({ submitCareRequest: { careRequest } }) => ({ repeated: careRequest.id }),
    },
  ],
  [
    'submit-care-request',
    {
      as: maud,
      variables: ({ child }) => ({
        input: { childId: child, kind: 'FLEXIBLE', weekly: { ...WEEK, lastDay: '2027-02-28' } },
      }),
      learn: ({ submitCareRequest: { careRequest } }) => ({ unsure: careRequest.id }),
    },
  ],
  [
    'refuse-care-request',
    {
      as: zoe,
      variables: ({ repeated }) => ({ input: { careRequestId: repeated, version: 1, reason: 'Doublon' } }),
    },
  ],
];

/** What was granted is offered, accepted and begun; then an absence, a closed day, and the end. */
const placeRuns: OperationRuns = [
  [
    'offer-place',
    {
      as: zoe,
      variables: ({ weekly, granted }) => ({
        input: { careRequestId: weekly, version: 3, sectionId: granted },
      }),
      learn: ({ offerPlace: { careOffer } }) => ({ offer: careOffer.id }),
    },
  ],
  ['accept-offer', { as: zoe, variables: ({ offer }) => ({ offerId: offer, version: 1 }) }],
  [
    'admit-child',
    {
      as: zoe,
      variables: ({ weekly }) => ({ input: { careRequestId: weekly, version: 5 } }),
      learn: ({ admitChild: { placement } }) => ({ admitted: placement.id }),
    },
  ],
  [
    'change-familiarisation',
    {
      as: zoe,
      variables: ({ admitted }) => ({
        input: {
          ...{ placementId: admitted, version: 1, reason: 'La mère commence le 18', preview: true },
          familiarisation: [{ startsAt: '2026-03-17T09:00:00+01:00', endsAt: '2026-03-17T10:30:00+01:00' }],
        },
      }),
    },
  ],
  [
    'announce-absence',
    {
      as: zoe,
      variables: ({ admitted }) => ({
        input: {
          placementId: admitted,
          version: 1,
          from: '2026-03-24',
          to: '2026-03-24',
          reason: 'Vacances',
        },
      }),
      learn: ({ announceAbsence: { placement } }) => ({ absence: placement.pauses[0].id }),
    },
  ],
  [
    'correct-announced-absence',
    {
      as: zoe,
      variables: ({ admitted, absence }) => ({
        input: { placementId: admitted, version: 2, pauseId: absence, reason: 'La famille reste à Nantes' },
      }),
    },
  ],
  [
    'change-centre',
    {
      as: zoe,
      variables: ({ centre }) => ({
        input: { centreId: centre, version: 1, from: '2026-09-01', isAvip: true, preview: true },
      }),
    },
  ],
  [
    'close-centre',
    {
      as: zoe,
      variables: ({ centre }) => ({
        input: { centreIds: [centre], from: '2026-04-06', to: '2026-04-06', reason: 'Lundi de Pâques' },
      }),
    },
  ],
  [
    'end-placement',
    {
      as: zoe,
      variables: ({ admitted }) => ({
        input: { placementId: admitted, version: 3, lastDay: '2026-03-31', reason: 'Déménagement' },
      }),
    },
  ],
];

/** A family asks for care; a long-term request is ranked, judged and decided in a commission. */
export const requestRuns: OperationRuns = [
  ...datedRuns,
  [
    'submit-care-request',
    {
      as: maud,
      variables: ({ child, centre }) => ({
        input: { childId: child, kind: 'LONG_TERM', weekly: WEEK, rankedCentreIds: [centre] },
      }),
      learn: ({ submitCareRequest: { careRequest } }) => ({ weekly: careRequest.id }),
    },
  ],
  ['waiting-list', { as: zoe, variables: ({ centre }) => ({ filter: { centreId: centre } }) }],
  [
    'request-options',
    {
      as: zoe,
      variables: ({ weekly }) => ({ id: weekly }),
      learn: ({ careRequest: { options } }) => ({ granted: options.week.options[0].section.id }),
    },
  ],
  [
    'would-serve-best',
    {
      as: zoe,
      variables: ({ granted }) => ({
        id: granted,
        place: { week: { lines: WEEK.pattern, firstDay: WEEK.firstDay, lastDay: WEEK.lastDay } },
      }),
    },
  ],
  [
    'schedule-commission',
    {
      as: zoe,
      variables: () => ({ input: { heldOn: '2026-03-04' } }),
      learn: ({ scheduleCommission: { commission } }) => ({ commission: commission.id }),
    },
  ],
  [
    'record-commission-decision',
    {
      as: zoe,
      variables: ({ commission, weekly }) => ({
        input: {
          commissionId: commission,
          careRequestId: weekly,
          version: 1,
          decision: 'REFUSED',
          reason: 'Aucune place avant la rentrée',
        },
      }),
      learn: ({ recordCommissionDecision: { commissionDecision } }) => ({ decision: commissionDecision.id }),
    },
  ],
  [
    'correct-commission-decision',
    {
      as: zoe,
      variables: ({ decision, granted }) => ({
        input: {
          ...{ commissionDecisionId: decision, version: 2, reason: 'Ligne confondue avec la suivante' },
          ...{ decision: 'GRANTED', sectionId: granted },
        },
      }),
    },
  ],
  [
    'close-commission',
    { as: zoe, variables: ({ commission }) => ({ input: { commissionId: commission, version: 1 } }) },
  ],
  ['admission-commissions', { as: maud, variables: () => ({ from: '2026-03-01', to: '2026-03-31' }) }],
  ...placeRuns,
];

/** Half a year later the family is asked whether it needs the care still, and says yes, then finds another solution. */
export const confirmationRuns: OperationRuns = [
  [
    'record-request-notice',
    {
      as: maud,
      at: '2026-08-25T09:00:00+02:00',
      variables: ({ unsure }) => ({ input: { careRequestId: unsure, version: 1 } }),
    },
  ],
  [
    'confirm-care-request',
    { as: maud, variables: ({ unsure }) => ({ input: { careRequestId: unsure, version: 2 } }) },
  ],
  [
    'withdraw-care-request',
    { as: maud, variables: ({ unsure }) => ({ input: { careRequestId: unsure, version: 3 } }) },
  ],
];

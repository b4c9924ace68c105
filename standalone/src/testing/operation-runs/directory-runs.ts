import { leaver, maud, type OperationRuns, odile } from './operation-run.ts';

/** An administrator keeps the directory, from which the others name their colleagues. */
export const directoryRuns: OperationRuns = [
  ['me', { as: odile, variables: () => ({}) }],
  [
    'record-professional',
    {
      as: odile,
      variables: () => ({ input: { sub: 'paul', name: 'Paul Riou', role: 'CASEWORKER' } }),
      learn: ({ recordProfessional: { professional } }) => ({ paul: professional.id }),
    },
  ],
  [
    'record-professional',
    {
      as: odile,
      variables: () => ({ input: { sub: 'rita', name: 'Rita Salaün', role: 'CASEWORKER' } }),
      learn: ({ recordProfessional: { professional } }) => ({ rita: professional.id }),
    },
  ],
  [
    'change-professional',
    {
      as: odile,
      variables: ({ paul }) => ({ input: { professionalId: paul, version: 1, phone: '02 99 00 44 17' } }),
    },
  ],
  [
    'record-absence',
    {
      as: odile,
      variables: ({ paul, rita }) => ({
        input: {
          professionalId: rita,
          version: 1,
          from: '2026-03-02',
          to: '2026-03-16',
          standIn: { id: paul },
        },
      }),
    },
  ],
  [
    'record-departure',
    {
      as: odile,
      variables: ({ rita }) => ({ input: { professionalId: rita, version: 2, on: '2026-09-01' } }),
    },
  ],
  // Of somebody who has signed in by now, and does so again.
  ['me', { as: leaver, variables: () => ({}) }],
  ['revoke-sessions', { as: odile, variables: () => ({ input: { sub: 'leaver' } }) }],
  ['session-endings', { as: odile, variables: () => ({ first: 5, after: null }) }],
  ['professionals', { as: maud, variables: () => ({ search: 'riou', role: 'CASEWORKER' }) }],
];

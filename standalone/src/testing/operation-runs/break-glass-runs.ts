import { nora, type OperationRuns, pascal } from './operation-run.ts';

const MONDAY_AT_NINE = '2026-03-02T09:00:00+01:00';
const again = { ...nora, auth_time: new Date(MONDAY_AT_NINE).getTime() / 1_000 };

/** A caseworker whom nobody knows of here opens the file for some minutes, and answers for it. */
export const breakGlassRuns: OperationRuns = [
  [
    'look-up-family',
    {
      as: nora,
      variables: () => ({ surname: 'Lefort', childBirthDate: '2024-06-01' }),
      learn: ({ lookUpFamily: { lookup } }) => ({ handle: lookup.handle }),
    },
  ],
  [
    'break-glass',
    {
      as: again,
      at: MONDAY_AT_NINE,
      variables: ({ handle }) => ({
        input: { handle, reason: 'Tom est seul à la permanence, sa mère ne répond pas' },
      }),
      learn: ({ breakGlass: { access } }) => ({ breakGlass: access.id }),
    },
  ],
  [
    'end-break-glass',
    { as: nora, variables: ({ breakGlass }) => ({ input: { breakGlassId: breakGlass, version: 1 } }) },
  ],
  ['break-glasses', { as: pascal, variables: () => ({ reviewed: false }) }],
  [
    'review-break-glass',
    {
      as: pascal,
      variables: ({ breakGlass }) => ({
        input: { breakGlassId: breakGlass, version: 2, finding: 'JUSTIFIED' },
      }),
    },
  ],
];

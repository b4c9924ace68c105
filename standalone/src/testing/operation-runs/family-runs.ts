import { Temporal } from 'temporal-polyfill';
import { familyFileVariables } from '../../operations.ts';
import { maud, type OperationRuns } from './operation-run.ts';

/** What all three agencies know of the family, each by its owner. */
export const familyRuns: OperationRuns = [
  [
    'family-file',
    {
      as: maud,
      variables: ({ reference }) =>
        familyFileVariables(String(reference), Temporal.PlainDate.from('2026-03-04')),
    },
  ],
  ['family-timeline', { as: maud, variables: ({ reference }) => ({ reference }) }],
  ['family-ripple', { as: maud, variables: ({ reference }) => ({ reference }) }],
  ['placement-estimate', { as: maud, variables: ({ reference }) => ({ reference }) }],
];

import { Temporal } from 'temporal-polyfill';
import { familyFileVariables } from '../../operations.ts';
import { maud, type OperationRuns, pascal, zoe } from './operation-run.ts';

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
  ['family-accesses', { as: maud, variables: ({ reference }) => ({ reference }) }],
  ['access-logs', { as: pascal, variables: ({ reference }) => ({ reference, sub: maud.sub }) }],
  ['log-sealing', { as: pascal, variables: () => ({}) }],
  ['family-ripple', { as: maud, variables: ({ reference }) => ({ reference }) }],
  ['impact-report', { as: zoe, variables: () => ({ from: '2025-10-01', to: '2025-12-31' }) }],
  ['placement-estimate', { as: maud, variables: ({ reference }) => ({ reference }) }],
];

import { expect, it } from '@jest/globals';
import { missingMost, soonestFirst } from './incomplete.rules.ts';

const centre = (name: string, ...missing: ('PLACES' | 'SECTIONS' | 'ADDRESS')[]) => ({ name, missing });
const centres = [
  centre('Les Loulous', 'PLACES', 'SECTIONS'),
  centre('Éveil', 'SECTIONS'),
  centre('Arc-en-ciel', 'SECTIONS'),
];

it('shows first what is soonest a centre, then by name', () => {
  expect(soonestFirst(centres).map(({ name }) => name)).toEqual(['Arc-en-ciel', 'Éveil', 'Les Loulous']);
});

it('counts what is missing most', () => {
  expect(missingMost(centres)).toEqual([
    ['SECTIONS', 3],
    ['PLACES', 1],
  ]);
  expect(missingMost([])).toEqual([]);
});

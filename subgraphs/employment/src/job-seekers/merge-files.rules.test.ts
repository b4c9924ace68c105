import { expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { planFiles } from './merge-files.rules.ts';

const file = (id: string, from: string, to: string | null) => ({
  id,
  registeredOn: Temporal.PlainDate.from(from),
  closedOn: to === null ? null : Temporal.PlainDate.from(to),
});
const stays = (...into: [from: string, into: string][]) => into.map(([from, to]) => ({ from, into: to }));

it.each([
  [
    'stand beside each other on other days',
    [file('s', '2025-01-01', '2025-06-01')],
    [file('g', '2025-06-01', null)],
    stays(),
    ['g'],
  ],
  [
    'do, when the other comes first',
    [file('s', '2025-06-01', null)],
    [file('g', '2025-01-01', '2025-06-01')],
    stays(),
    ['g'],
  ],
  [
    'do, when one lasted no day',
    [file('s', '2025-03-01', '2025-03-01')],
    [file('g', '2025-01-01', null)],
    stays(),
    ['g'],
  ],
  [
    'do, when the other lasted no day',
    [file('s', '2025-01-01', null)],
    [file('g', '2025-03-01', '2025-03-01')],
    stays(),
    ['g'],
  ],
  [
    'are taken over by the open one that stays',
    [file('s', '2025-01-01', null)],
    [file('g', '2025-02-01', null)],
    stays(['g', 's']),
    [],
  ],
  [
    'take over the closed ones when open',
    [file('s', '2025-01-01', '2025-06-01')],
    [file('g', '2025-02-01', null)],
    stays(['s', 'g']),
    ['g'],
  ],
  [
    'are taken over by the newest that stays when all are closed',
    [file('s', '2025-01-01', '2025-03-01'), file('t', '2025-03-01', '2025-09-01')],
    [file('g', '2025-02-01', '2025-04-01')],
    stays(['g', 't']),
    [],
  ],
])('files of an adult registered twice %s', (_case, ofStaying, ofGoing, takenOver, kept) => {
  expect(planFiles(ofStaying, ofGoing)).toEqual({ takenOver, kept });
});

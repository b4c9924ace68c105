import { expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { closingRefusal } from './closed-file.rules.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const today = day('2026-03-02');
const born = (text: string) => ({ birthDate: day(text), expectedDate: null });
const six = born('2020-03-02');
const young = born('2020-03-03');
const expected = { birthDate: null, expectedDate: day('2026-05-01') };
const file = { version: 2, isClosed: false, children: [six] };
const asked = { version: 2, reason: 'YOUNGEST_TURNED_SIX' } as const;

it.each([
  [null, file, asked],
  [null, { ...file, children: [] }, asked],
  [null, { ...file, children: [young, expected] }, { ...asked, reason: 'MOVED_AWAY' }],
  ['CHILD_UNDER_SIX', { ...file, children: [six, young] }, asked],
  ['CHILD_UNDER_SIX', { ...file, children: [expected] }, asked],
  ['STALE_VERSION', { ...file, version: 3 }, asked],
  ['CLOSED_ALREADY', { ...file, isClosed: true, version: 3 }, asked],
] as const)('closing a file is answered %s', (refusal, of, as) => {
  expect(closingRefusal(of, as, today)).toBe(refusal);
});

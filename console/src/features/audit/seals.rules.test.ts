import { expect, it } from '@jest/globals';
import type { Known } from '../../graph/known.rules.ts';
import { isLate, isWrong, type Sealing, type Verdict, witnessesOf } from './seals.rules.ts';

const ASKED = Date.parse('2026-11-30T08:20:00Z');
const seal = (number: number, sealedAt = '2026-11-30T08:18:00Z') => ({
  number,
  head: `head ${number}`,
  sealedAt,
});
const sealing = (kept: Sealing['kept'] = [], newest = [seal(3), seal(2)]): Sealing => ({
  seals: 3,
  unsealedRows: 0,
  unsealedSince: null,
  newest,
  kept,
});
const known = (value: Sealing): Known<Sealing> => ({ is: 'known', isPartial: false, value });
const toldAt = '2026-11-30T08:05:00Z';

const keeps = (number: number, more: Partial<Sealing['kept'][number]> = {}) =>
  known(
    sealing([
      { source: 'early-childhood', number, head: `head ${number}`, toldAt, isContradicted: false, ...more },
    ]),
  );

it.each<[string, Known<Sealing>, Verdict, boolean]>([
  ['the newest head', keeps(3), 'AGREES', false],
  ['one before it, which was the newest until now', keeps(2), 'AGREES', false],
  ['another head', keeps(3, { head: 'another' }), 'DIFFERS', true],
  ['two heads of one seal', keeps(3, { isContradicted: true }), 'CONTRADICTED', true],
  ['a seal that is gone', keeps(4), 'CUT', true],
  [
    'a seal that came while the others were read',
    keeps(4, { toldAt: '2026-11-30T08:19:30Z' }),
    'NEWER',
    false,
  ],
  ['one far back', keeps(1), 'BEHIND', true],
  ['nothing yet', known(sealing()), 'NOTHING', false],
  ['what is not known', { is: 'away' }, 'UNKNOWN', false],
])('says of a log by who keeps %s', (_what, keeper, verdict, wrong) => {
  const all = { care: known(sealing()), jobSearch: keeper, benefits: keeps(3) };
  const witnesses = witnessesOf('care', sealing(), all, ASKED);
  expect(witnesses.map(({ keeper: by, verdict: says }) => [by, says])).toEqual([
    ['jobSearch', verdict],
    ['benefits', 'AGREES'],
  ]);
  expect(witnesses.map(isWrong)).toEqual([wrong, false]);
});

it('agrees with nobody who has kept nothing of it for a quarter of an hour', () => {
  const own = sealing([], [seal(3, '2026-11-30T08:01:00Z'), seal(2, '2026-11-30T07:56:00Z')]);
  const all = { care: known(own), jobSearch: keeps(2), benefits: keeps(3) };
  const witnesses = witnessesOf('care', own, all, ASKED);
  expect(witnesses.map(({ verdict }) => verdict)).toEqual(['LAGGING', 'AGREES']);
  expect(witnesses[0]?.kept).toMatchObject({ number: 2, toldAt });
});

it('is late once three seals had not come when it was answered', () => {
  expect([
    isLate({ unsealedSince: '2026-11-30T08:04:00Z' }, ASKED),
    isLate({ unsealedSince: '2026-11-30T08:06:00Z' }, ASKED),
    isLate({ unsealedSince: null }, ASKED),
  ]).toEqual([true, false, false]);
});

import { expect, it } from '@jest/globals';
import {
  decisionOn,
  mayBeRefusedHere,
  mayHold,
  type Options,
  offerOf,
  placesOf,
  sittingsOf,
  turnOf,
  waits,
  whoseOf,
} from './waiting.rules.ts';

const section = { id: 's', name: 'Moyens' };
const centre = { id: 'c', name: 'Les Loulous' };
const reasons = [
  { contribution: 20, sentence: 'À 800 m.' },
  { contribution: 0, sentence: 'Inconnu.' },
];
const lines = [{ weekday: 2, from: '08:00', to: '12:00' }];
const span = { startsAt: '2026-12-01T08:00:00Z', endsAt: '2026-12-01T12:00:00Z' };

const weekly = (isWholeWeek: boolean): Options => ({
  week: {
    firstDay: '2027-01-04',
    lastDay: '2027-06-30',
    options: [{ isWholeWeek, weeklyHours: 4, section, centre, lines, reasons }],
  },
  stretches: [],
});

const dated = (isWholeTime: boolean): Options => ({
  week: null,
  stretches: [{ ...span, options: [{ ...span, isWholeTime, section, centre, reasons }] }],
});

const asked = { id: 'r', version: 3 };

it('shows what speaks for a place, and nothing else', () => {
  expect(placesOf(weekly(true))[0]).toMatchObject({
    reasons: ['À 800 m.'],
    isWhole: true,
    week: { hours: 4 },
  });
  expect(placesOf(dated(true))[0]).toMatchObject({ stretches: [span], week: undefined });
});

it('holds the whole by its section, and a part by saying which', () => {
  const whole = { id: 'o', careRequestId: 'r', version: 3, sectionId: 's' };
  const offers = (options: Options, isOnly = true) =>
    placesOf(options).map((place) => offerOf(asked, place, 'o', isOnly));
  expect(offers(weekly(true))).toEqual([whole]);
  expect(offers(weekly(false))).toEqual([{ ...whole, weeklyPattern: lines }]);
  expect(offers(dated(true))).toEqual([whole]);
  expect(offers(dated(true), false)).toEqual([{ ...whole, stretches: [span] }]);
  expect(offers(dated(false))).toEqual([{ ...whole, stretches: [span] }]);
});

it('offers to what waits, and leaves long-term care to the commission', () => {
  expect([waits({ status: 'SUBMITTED' }), waits({ status: 'OFFERED' })]).toEqual([true, false]);
  expect(mayBeRefusedHere({ status: 'SUBMITTED', kind: 'FLEXIBLE' })).toBe(true);
  expect(mayBeRefusedHere({ status: 'SUBMITTED', kind: 'LONG_TERM' })).toBe(false);
  expect(mayBeRefusedHere({ status: 'PLACED', kind: 'FLEXIBLE' })).toBe(false);
});

const decided = (decision: string, sectionId?: string, commission = 'k') => ({
  decision,
  section: sectionId ? { id: sectionId } : null,
  commission: { id: commission },
});
const longTerm = (...commissionDecisions: ReturnType<typeof decided>[]) => ({
  kind: 'LONG_TERM',
  status: 'SUBMITTED',
  commissionDecisions,
});

it('holds regular care where a commission granted it last, any other anywhere', () => {
  const place = { section };
  expect(mayHold({ ...longTerm(), kind: 'FLEXIBLE', commissionDecisions: null }, place)).toBe(true);
  expect(mayHold({ ...longTerm(), kind: 'FLEXIBLE', status: 'OFFERED' }, place)).toBe(false);
  expect(mayHold(longTerm(), place)).toBe(false);
  expect(mayHold(longTerm(decided('GRANTED', 's')), place)).toBe(true);
  expect(mayHold(longTerm(decided('GRANTED', 'elsewhere')), place)).toBe(false);
  expect(mayHold(longTerm(decided('POSTPONED'), decided('GRANTED', 's')), place)).toBe(false);
  expect(decisionOn({ commissionDecisions: null })).toBeUndefined();
});

it('says what has to happen before a place of regular care is held', () => {
  const commission = (id: string, heldOn: string, status = 'SCHEDULED') => ({ id, heldOn, status });
  const today = '2026-11-30';
  const all = [
    commission('later', '2026-12-20'),
    commission('next', '2026-12-10'),
    commission('closed', '2026-11-30', 'CLOSED'),
    commission('k', '2026-11-30'),
    commission('old', '2026-11-02'),
  ];
  const sittings = sittingsOf(all, today);
  expect([sittings.sitting?.id, sittings.next?.id]).toEqual(['k', 'next']);
  const nothing = sittingsOf([], today);
  expect([
    turnOf({ ...longTerm(), kind: 'FLEXIBLE' }, sittings),
    turnOf({ ...longTerm(), status: 'OFFERED' }, sittings),
    turnOf(longTerm(decided('GRANTED', 's')), sittings),
    turnOf(longTerm(), sittings),
    turnOf(longTerm(decided('POSTPONED', undefined, 'old')), sittings),
    turnOf(longTerm(decided('POSTPONED')), sittings),
    turnOf(longTerm(), nothing),
  ]).toEqual(['none', 'none', 'granted', 'decide', 'decide', 'wait', 'no-commission']);
});

it('names the child and its family, or what of it is shared', () => {
  expect([
    whoseOf({ child: { firstName: 'Lina' }, family: { displayName: 'Famille Roy' } }),
    whoseOf({ child: { firstName: 'Lina' }, family: null }),
    whoseOf({ child: { firstName: null }, family: null }),
  ]).toEqual(['Lina, Famille Roy', 'Lina', '']);
});

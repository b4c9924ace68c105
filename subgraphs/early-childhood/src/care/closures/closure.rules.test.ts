import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { closureProblem, isTooMuch, MOST_STRETCHES, openStretches } from './closure.rules.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const time = (text: string) => Temporal.PlainTime.from(text);
const today = day('2026-03-02');
const asked = {
  centreIds: ['one'],
  allMunicipal: false,
  days: { startsOn: today, endsOn: today },
  reason: 'Panne de chauffage',
};

describe('days on which a centre is to be closed', () => {
  it('may be today, and all municipal centres instead of some', () => {
    expect(closureProblem(asked, today)).toBeNull();
    expect(closureProblem({ ...asked, opensAt: time('10:00'), closesAt: time('14:30') }, today)).toBeNull();
    expect(closureProblem({ ...asked, centreIds: [], allMunicipal: true }, today)).toBeNull();
  });

  it.each([
    ['REASON_MISSING', { reason: ' ' }],
    ['CENTRES_OR_ALL', { allMunicipal: true }],
    ['CENTRES_OR_ALL', { centreIds: [] }],
    ['PERIOD_ENDS_BEFORE_IT_STARTS', { days: { startsOn: day('2026-03-04'), endsOn: day('2026-03-03') } }],
    ['IN_THE_PAST', { days: { startsOn: day('2026-03-01'), endsOn: today } }],
    ['HOUR_NOT_ON_THE_HALF_HOUR', { closesAt: time('14:10') }],
    ['HOUR_NOT_ON_THE_HALF_HOUR', { opensAt: time('14:00:30') }],
    ['CLOSES_BEFORE_IT_OPENS', { opensAt: time('14:00'), closesAt: time('14:00') }],
  ])('are refused: %s', (problem, spoilt) => {
    expect(closureProblem({ ...asked, ...spoilt }, today)).toBe(problem);
  });

  it('are half a year of one centre, or a month of forty, at most', () => {
    expect(isTooMuch(1, { startsOn: today, endsOn: day('2026-09-01') })).toBe(false);
    expect(isTooMuch(1, { startsOn: today, endsOn: day('2026-09-02') })).toBe(true);
    expect(isTooMuch(40, { startsOn: today, endsOn: day('2026-04-01') })).toBe(false);
    expect(isTooMuch(40, { startsOn: today, endsOn: day('2026-04-02') })).toBe(true);
  });
});

describe('the days that are not closed yet', () => {
  const march = (from: number, to: number) => ({
    startsOn: day('2026-03-01').with({ day: from }),
    endsOn: day('2026-03-01').with({ day: to }),
  });
  const days = { startsOn: day('2026-03-10'), endsOn: day('2026-03-20') };
  const texts = (closures: ReturnType<typeof march>[]) =>
    openStretches(days, closures).map(({ startsOn, endsOn }) => `${startsOn.day}-${endsOn.day}`);

  it.each([
    ['are all of them without a closure', [], ['10-20']],
    ['lie around one in their midst', [march(12, 14)], ['10-11', '15-20']],
    ['follow one that began before', [march(2, 12)], ['13-20']],
    ['precede one that goes on', [march(19, 31)], ['10-18']],
    ['are none where all are closed', [march(15, 31), march(1, 14)], []],
    ['are single days between two', [march(18, 19), march(11, 16)], ['10-10', '17-17', '20-20']],
    ['heed closures within one another', [march(11, 18), march(12, 13)], ['10-10', '19-20']],
  ])('%s', (_, closures, open) => {
    expect(texts(closures)).toEqual(open);
  });

  it('are cut into the most stretches by every other day', () => {
    const halfYear = { startsOn: today, endsOn: today.add({ days: 183 }) };
    const everyOther = Array.from({ length: 92 }, (_, index) => today.add({ days: 2 * index }));
    const closures = everyOther.map((closed) => ({ startsOn: closed, endsOn: closed }));
    expect(isTooMuch(1, halfYear)).toBe(false);
    expect(openStretches(halfYear, closures)).toHaveLength(MOST_STRETCHES);
  });
});

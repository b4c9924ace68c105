import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { demandsToCount, laterDemandOf, withAdvisedDay } from './advised-day.rules.ts';
import { judgedPlaces, rankedOptions } from './care-options.rules.ts';
import type { CentreFacts, Fullness } from './option-facts.ts';
import { centreWith, fullnessWith, needWith } from './testing/option-facts.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const TUESDAY = { closures: [{ startsOn: day('2026-03-03'), endsOn: day('2026-03-03') }] };
const everyDay = (from = '08:00') => ({
  openingHours: [2, 3, 4, 5].map((weekday) => ({ weekday, from, to: '18:00' })),
});

const advised = (
  centre: Partial<CentreFacts>,
  { facts = needWith(), fullOn = {} as Record<string, Partial<Fullness>> } = {},
) => {
  const [miss] = rankedOptions(judgedPlaces(facts, [centreWith(centre)]), () => fullnessWith()).nearestMisses;
  if (!miss) throw new Error('no miss');
  const counted = demandsToCount(laterDemandOf(facts), miss);
  const { obstacles } = withAdvisedDay(miss, counted, (_id, on) => fullnessWith(fullOn[on.toString()]));
  return obstacles.map(({ told: { key, parameters } }) => [key, parameters?.day]);
};

describe('the day that a miss advises', () => {
  it('is one on which the centre opens at those hours', () => {
    expect(advised({ ...TUESDAY, ...everyDay() })).toEqual([['CENTRE_CLOSED', '2026-03-04']]);
    expect(advised(TUESDAY)).toEqual([['CENTRE_CLOSED', '2026-03-10']]);
    const wednesdays = { openingHours: [{ weekday: 3, from: '08:00', to: '18:00' }] };
    expect(advised(wednesdays)).toEqual([['OPEN_ON_ANOTHER_DAY', '2026-03-04']]);
    expect(advised({ openingHours: [{ weekday: 3, from: '10:00', to: '18:00' }] })).toEqual([
      ['CLOSED_ON_THAT_WEEKDAY', undefined],
    ]);
  });

  it('is one on which a place is free and the child is not elsewhere', () => {
    const full = { weekMinutesLeft: 0 };
    const fullOn = { '2026-03-04': full, '2026-03-05': full };
    expect(advised({ ...TUESDAY, ...everyDay() }, { fullOn })).toEqual([['CENTRE_CLOSED', '2026-03-06']]);
    const allFull = { ...fullOn, '2026-03-06': full };
    expect(advised({ ...TUESDAY, ...everyDay() }, { fullOn: allFull })).toEqual([
      ['CENTRE_CLOSED_THEN', undefined],
    ]);
    const wednesday = {
      startsAt: new Date('2026-03-04T10:00:00+01:00'),
      endsAt: new Date('2026-03-04T11:00:00+01:00'),
    };
    const facts = needWith({}, { busy: [wednesday] });
    expect(advised({ ...TUESDAY, ...everyDay() }, { facts })).toEqual([['CENTRE_CLOSED', '2026-03-05']]);
  });

  it('respects the notice of long-term care, and is none when another thing stays in the way', () => {
    const facts = needWith({ kind: 'LONG_TERM' });
    expect(advised({}, { facts })).toEqual([['STARTS_BEFORE_NEXT_MONDAY', '2026-03-10']]);
    expect(advised({ ...TUESDAY, careKinds: ['EMERGENCY'] })).toEqual([
      ['CARE_KIND_NOT_OFFERED', undefined],
      ['CENTRE_CLOSED_THEN', undefined],
    ]);
  });

  it('stands with what another day can lift, and leaves the rest as it was said', () => {
    const facts = needWith();
    const [miss] = rankedOptions(judgedPlaces(facts, [centreWith({ ...TUESDAY, ...everyDay() })]), () =>
      fullnessWith(),
    ).nearestMisses;
    if (!miss) throw new Error('no miss');
    const counted = demandsToCount(laterDemandOf(facts), miss);
    const tooOld = {
      reason: 'CHILD_TOO_OLD',
      told: { key: 'CHILD_TOO_OLD', parameters: { months: 36 } },
    } as const;
    const obstacles = [...miss.obstacles, tooOld];
    const answered = withAdvisedDay({ ...miss, obstacles }, counted, () => fullnessWith()).obstacles;
    expect(answered.map(({ told }) => told)).toEqual([
      { key: 'CENTRE_CLOSED', parameters: { day: '2026-03-04' } },
      tooOld.told,
    ]);
  });
});

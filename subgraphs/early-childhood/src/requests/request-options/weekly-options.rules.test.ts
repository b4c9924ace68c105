import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import type { CentreFacts, ChildFacts, Fullness } from '../../options/care-options/option-facts.ts';
import {
  centreWith,
  during,
  fullnessWith,
  needWith,
  sectionWith,
} from '../../options/care-options/testing/option-facts.ts';
import { weeklyDemandOf } from './weekly-demand.rules.ts';
import { rankedWeek, rankedWithoutPlaces } from './weekly-options.rules.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const time = (text: string) => Temporal.PlainTime.from(text);
const line = (from: string, to: string) => ({ weekday: 2, from: time(from), to: time(to) });
/** Tuesdays 3 and 10 March 2026: three hours in the morning, one in the evening. */
const demandOf = (child: Partial<ChildFacts> = {}) => {
  const days = { startsOn: day('2026-03-03'), endsOn: day('2026-03-10') };
  const pattern = [line('09:00', '12:00'), line('17:00', '18:00')];
  const demand = weeklyDemandOf({ asked: needWith({}, child), pattern, days });
  if (!demand) throw new Error('no stay');
  return demand;
};
/** A centre with one section, both of that name. */
const centre = (id: string, facts: Partial<CentreFacts> = {}): CentreFacts =>
  centreWith({ id, sections: [sectionWith({ id, centreId: id })], ...facts });

const NORTH = { latitude: 47.2875 };
const FAR_NORTH = { latitude: 47.3175 };
const MORNINGS: Partial<CentreFacts> = { openingHours: [{ weekday: 2, from: '08:00', to: '12:00' }] };
const CLOSED = { openingHours: [] };
const FULL: Partial<Fullness> = { everyone: [during('08:00', '18:00')] };

const ranked = (centres: readonly CentreFacts[], { demand = demandOf(), full = [] as string[] } = {}) => {
  const { candidates, misses } = rankedWithoutPlaces(demand, centres);
  return rankedWeek(demand, candidates, misses, (centreId) =>
    fullnessWith(full.includes(centreId) ? FULL : {}),
  );
};
const ids = (places: readonly { section: { id: string } }[]) => places.map(({ section }) => section.id);

describe('the options for a week', () => {
  it('are whole weeks first, then parts; within each the better, the nearer, then always the same', () => {
    const { options } = ranked([
      centre('part', MORNINGS),
      centre('d', FAR_NORTH),
      centre('c', NORTH),
      centre('b'),
      centre('a'),
    ]);
    expect(ids(options)).toEqual(['a', 'b', 'c', 'd', 'part']);
    expect(options.map(({ isWholeWeek }) => isWholeWeek)).toEqual([true, true, true, true, false]);
  });

  it('have no distance for a child without a known address', () => {
    expect(
      ids(ranked([centre('b', FAR_NORTH), centre('a')], { demand: demandOf({ home: null }) }).options),
    ).toEqual(['a', 'b']);
  });

  it('tell the share of the week that fits and the share that the centre is open', () => {
    const told = (facts: Partial<CentreFacts>) =>
      ranked([centre('a', facts)]).options[0]?.reasons.map(
        ({ criterion, value, told: { key, parameters } }) => [
          criterion,
          value,
          key,
          ...(parameters ? [parameters] : []),
        ],
      );
    expect(told({})).toEqual(
      expect.arrayContaining([
        ['WHOLE_TIME', 1, 'WHOLE_TIME'],
        ['OPENING_HOURS', 1, 'OPEN_WHOLE_TIME'],
      ]),
    );
    expect(told(MORNINGS)).toEqual(
      expect.arrayContaining([
        ['WHOLE_TIME', 0.75, 'SHARE_OF_TIME', { percent: 75 }],
        ['OPENING_HOURS', 0.75, 'OPEN_PART_OF_TIME', { percent: 75 }],
      ]),
    );
  });
});

describe('the nearest misses of a week', () => {
  it('are not asked for when a whole week fits', () => {
    expect(ranked([centre('a'), centre('full'), centre('closed', CLOSED)], { full: ['full'] })).toMatchObject(
      {
        options: [{ section: { id: 'a' } }],
        nearestMisses: [],
      },
    );
  });

  it('come with parts: fewest obstacles first (one for each line that finds a section full), then the nearer, then always the same', () => {
    const tooYoung = { sections: [sectionWith({ id: 'young', centreId: 'young', minAgeMonths: 36 })] };
    const { options, nearestMisses } = ranked(
      [
        centre('part', MORNINGS),
        centre('young', { ...tooYoung, careKinds: [] }),
        centre('far', { ...CLOSED, ...FAR_NORTH }),
        centre('d', CLOSED),
        centre('c', CLOSED),
        centre('full'),
      ],
      { full: ['full'] },
    );
    expect(ids(options)).toEqual(['part']);
    expect(ids(nearestMisses)).toEqual(['c', 'd', 'far', 'full', 'young']);
  });
});

import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { kilometresBetween } from '../../centres/districts/place.rules.ts';
import { bornOn, expectedOn } from '../../families/families/age.builder.ts';
import { demandOf } from './care-fit.rules.ts';
import { candidateCentres, judgedPlaces, rankedOptions } from './care-options.rules.ts';
import type { CentreFacts, ChildFacts, Fullness, NeedFacts } from './option-facts.ts';
import { reasonsOf, scoreOf, weights } from './ranking.rules.ts';
import { centreWith, during, fullnessWith, needWith, sectionWith } from './testing/option-facts.ts';

const TUESDAY = Temporal.PlainDate.from('2026-03-03');

const reasons = (facts: NeedFacts = needWith(), centre: Partial<CentreFacts> = {}, stretch = facts.need) =>
  reasonsOf(demandOf(facts), { centre: centreWith(centre), section: sectionWith(), stretch });

const reason = (criterion: string, ...asked: Parameters<typeof reasons>) => {
  const found = reasons(...asked).find((each) => each.criterion === criterion);
  return [found?.told.key, found?.value];
};

describe('the score of an option', () => {
  it('is the sum of its reasons, each its weight × value, and all weights are 100', () => {
    const all = reasons();
    expect(Object.values(weights).reduce<number>((sum, weight) => sum + weight, 0)).toBe(100);
    expect(all.map(({ criterion }) => criterion)).toEqual(Object.keys(weights));
    expect(all.every(({ weight, value, contribution }) => contribution === weight * value)).toBe(true);
    expect(scoreOf(all)).toBe(70);
  });

  it('counts how much of the time fits and is open', () => {
    expect(reason('WHOLE_TIME')).toEqual(['WHOLE_TIME', 1]);
    expect(reason('WHOLE_TIME', needWith(), {}, { ...needWith().need, ...during('09:00', '10:00') })).toEqual(
      ['PART_OF_TIME', 0.33],
    );
    expect(reason('OPENING_HOURS', needWith(during('06:00', '10:00')))).toEqual(['OPEN_PART_OF_TIME', 0.5]);
  });

  it.each([
    ['DISTANCE_WITHIN', 0, 1],
    ['DISTANCE_WITHIN', 0.011, 0.8],
    ['DISTANCE_WITHIN', 0.04, 0.4],
    ['DISTANCE_BEYOND', 0.1, 0],
  ])('counts distance in bands: %s at %s° north', (key, degrees, value) => {
    expect(reason('DISTANCE', needWith(), { latitude: 47.2575 + degrees })).toEqual([key, value]);
  });

  it('does not punish a home that is not on the map', () => {
    expect(reason('DISTANCE', needWith({}, { home: null }))).toEqual(['DISTANCE_UNKNOWN', 0.5]);
  });

  it('counts a centre that the child knows, needed facilities and the family’s choices', () => {
    expect(reason('KNOWN_CENTRE')).toEqual(['CENTRE_NEW', 0]);
    expect(reason('KNOWN_CENTRE', needWith({}, { knownCentreIds: ['centre'] }))).toEqual(['CENTRE_KNOWN', 1]);
    expect(reason('FACILITIES')).toEqual(['FACILITIES_NOT_NEEDED', 1]);
    expect(reason('FACILITIES', needWith({ facilities: ['MEALS'] }))).toEqual(['FACILITIES_THERE', 1]);
    expect(reason('RANKED_CHOICE')).toEqual(['CHOICE_NOT_GIVEN', 0]);
    expect(reason('RANKED_CHOICE', needWith({ rankedCentreIds: ['other'] }))).toEqual(['CHOICE_OTHER', 0]);
    const eighth = ['1', '2', '3', '4', '5', '6', '7', 'centre'];
    expect(reason('RANKED_CHOICE', needWith({ rankedCentreIds: eighth }))).toEqual(['CHOICE_RANKED', 0.2]);
  });

  it('counts how long the child can stay, in one band that gives no birth date away', () => {
    const ageTold = (child: Partial<ChildFacts>, section: Parameters<typeof sectionWith>[0] = {}) => {
      const facts = needWith({}, child);
      const candidate = { centre: centreWith(), section: sectionWith(section), stretch: facts.need };
      const found = reasonsOf(demandOf(facts), candidate).find(({ criterion }) => criterion === 'AGE');
      return [found?.told.key, found?.value];
    };
    const told = (text: string, section?: Parameters<typeof sectionWith>[0]) =>
      ageTold(bornOn(text), section);
    expect(told('2024-06-01')).toEqual(['AGE_FITS', 1]);
    expect(ageTold(expectedOn('2025-09-01'))).toEqual(['AGE_FITS_AS_EXPECTED', 1]);
    expect(told('2024-09-04', { maxAgeMonths: 24 })).toEqual(['AGE_FITS', 1]);
    expect(told('2024-09-03', { maxAgeMonths: 24 })).toEqual(['AGE_FITS_SHORTLY', 0.4]);
    expect(told('2020-09-03', { maxAgeMonths: 99 })).toEqual(['AGE_FITS_SHORTLY', 0.4]);
  });

  it('measures the Earth', () => {
    const [nantes, paris] = [
      { latitude: 47.2184, longitude: -1.5536 },
      { latitude: 48.8566, longitude: 2.3522 },
    ];
    expect(kilometresBetween(nantes, paris)).toBeCloseTo(343, 0);
  });
});

describe('ranked options', () => {
  const inCentre = (id: string, facts: Partial<CentreFacts> = {}) =>
    centreWith({ id, sections: [sectionWith({ id, centreId: id })], ...facts });
  const rank = (centres: CentreFacts[], full: Record<string, Partial<Fullness>> = {}, facts = needWith()) => {
    const { options, nearestMisses } = rankedOptions(judgedPlaces(facts, centres), (id) =>
      fullnessWith(full[id]),
    );
    return {
      options: options.map(({ section }) => section.id),
      misses: nearestMisses.map(({ section, obstacles }) => [
        section.id,
        ...obstacles.map(({ told: { key, parameters } }) => [key, ...Object.values(parameters ?? {})]),
      ]),
    };
  };

  it('come by whole time, score, distance and id', () => {
    const centres = [
      inCentre('b'),
      inCentre('partly', {}),
      inCentre('nearby', { latitude: 47.26 }),
      inCentre('far', { latitude: 47.3 }),
      inCentre('a'),
    ];
    const full = { partly: { everyone: [during('09:00', '10:00')] } };
    expect(rank(centres, full)).toEqual({ options: ['a', 'b', 'nearby', 'far', 'partly'], misses: [] });
    expect(rank(centres, full, needWith({}, { home: null })).options).toEqual([
      'a',
      'b',
      'far',
      'nearby',
      'partly',
    ]);
  });

  it('are joined by the nearest misses when none fits whole, with what would make them fit', () => {
    const centres = [
      inCentre('two', { careKinds: [], facilities: [] }),
      inCentre('hours', { latitude: 47.26, openingHours: [{ weekday: 2, from: '13:00', to: '18:00' }] }),
      inCentre('weekday', { latitude: 47.27, openingHours: [] }),
      inCentre('full'),
      inCentre('week'),
    ];
    const full = { full: { planned: [during('08:00', '12:00')] }, week: { weekMinutesLeft: 0 } };
    const at = (time: string) => during(time, time).startsAt.getTime();
    expect(rank(centres, full, needWith({ facilities: ['MEALS'] }))).toEqual({
      options: [],
      misses: [
        ['full', ['CENTRE_FULL', at('08:00'), at('12:00')]],
        ['week', ['CENTRE_WEEK_FULL']],
        ['hours', ['CLOSED_AT_THAT_TIME', at('13:00'), at('18:00')]],
        ['weekday', ['CLOSED_ON_THAT_WEEKDAY']],
        ['two', ['CARE_KIND_NOT_OFFERED'], ['FACILITY_MISSING', 'MEALS']],
      ],
    });
  });

  it('that fit in part come with the misses', () => {
    const full = { partly: { everyone: [during('09:00', '10:00')] } };
    expect(rank([inCentre('partly'), inCentre('closed', { openingHours: [] })], full)).toEqual({
      options: ['partly'],
      misses: [['closed', ['CLOSED_ON_THAT_WEEKDAY']]],
    });
  });

  it('tell which age, or that closure or notice stand in the way', () => {
    const closed = inCentre('closed', {
      closures: [{ startsOn: TUESDAY, endsOn: TUESDAY }],
    });
    const forOlder = centreWith({ sections: [sectionWith({ minAgeMonths: 24 })] });
    const forYounger = centreWith({ sections: [sectionWith({ maxAgeMonths: 12 })] });
    expect(rank([closed]).misses).toEqual([['closed', ['CENTRE_CLOSED_THEN']]]);
    expect(rank([forOlder]).misses).toEqual([['section', ['CHILD_TOO_YOUNG', 24, '2026-06-01']]]);
    expect(rank([forYounger]).misses).toEqual([['section', ['CHILD_TOO_OLD', 12]]]);
    expect(rank([forOlder], {}, needWith({}, expectedOn('2026-01-01'))).misses).toEqual([
      ['section', ['TOO_YOUNG_AS_EXPECTED', 24, '2028-01-01']],
    ]);
    expect(rank([centreWith()], {}, needWith({ kind: 'LONG_TERM' })).misses).toEqual([
      ['section', ['LONG_TERM_NOT_BEFORE', '2026-03-09']],
    ]);
  });

  it('need places counted only where nothing lasting stands in the way', () => {
    const centres = [inCentre('open'), inCentre('closed', { openingHours: [] })];
    expect(candidateCentres(judgedPlaces(needWith(), centres)).map(({ id }) => id)).toEqual(['open']);
  });
});

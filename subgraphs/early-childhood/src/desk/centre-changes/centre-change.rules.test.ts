import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import type { CentreTerms } from '../../centres/centres/centre-terms.rules.ts';
import { bornOn } from '../../families/families/age.builder.ts';
import {
  type BookedStay,
  type CentreInQuestion,
  idsProblem,
  isFiness,
  isSiret,
  losingTheirPlace,
  termsProblem,
} from './centre-change.rules.ts';

const section = { id: 'a', name: 'Les grands', minAgeMonths: 2, maxAgeMonths: 72, places: 2, staff: null };
const good: CentreTerms = {
  from: '2026-03-16',
  kind: 'MULTI_PURPOSE',
  authorisedPlaces: 2,
  placesByHour: [],
  openingHours: [
    { weekday: 2, from: '08:00', to: '12:00' },
    { weekday: 2, from: '13:00', to: '18:00' },
  ],
  facilities: [],
  careKinds: ['SHORT_TERM', 'EMERGENCY'],
  isAvip: false,
  sections: [section],
};
const hours = (weekday: number, from: string, to: string) => ({ weekday, from, to });
const fewer = (from: string, to: string) => ({ ...hours(2, from, to), places: 1 });
const kept = (from: string, to: string, places = 1) => ({ ...hours(2, from, to), sectionId: 'a', places });

describe('what a centre can be', () => {
  it.each<[string | null, Partial<CentreTerms>]>([
    [null, {}],
    [null, { placesByHour: [{ ...hours(2, '08:00', '08:30'), places: 0 }] }],
    ['SECTION_MISSING', { sections: [] }],
    ['NAME_MISSING', { sections: [{ ...section, name: ' ' }] }],
    ['PLACES_OUT_OF_RANGE', { authorisedPlaces: 0 }],
    ['PLACES_OUT_OF_RANGE', { authorisedPlaces: 501 }],
    ['PLACES_OUT_OF_RANGE', { sections: [{ ...section, places: 3 }] }],
    ['PLACES_OUT_OF_RANGE', { sections: [{ ...section, places: 0 }] }],
    [null, { kind: 'MICRO_CRECHE', authorisedPlaces: 12 }],
    ['MICRO_CRECHE_TOO_LARGE', { kind: 'MICRO_CRECHE', authorisedPlaces: 13 }],
    ['HOURS_NOT_POSSIBLE', { openingHours: [] }],
    ['HOURS_NOT_POSSIBLE', { openingHours: [hours(0, '08:00', '12:00')] }],
    ['HOURS_NOT_POSSIBLE', { openingHours: [hours(8, '08:00', '12:00')] }],
    ['HOURS_NOT_POSSIBLE', { openingHours: [hours(1, '12:00', '12:00')] }],
    ['HOURS_NOT_POSSIBLE', { openingHours: [hours(1, '08:15', '12:00')] }],
    ['HOURS_NOT_POSSIBLE', { openingHours: [hours(1, '08:00', '12:10')] }],
    ['HOURS_NOT_POSSIBLE', { openingHours: [hours(1, '08:00', '12:00'), hours(1, '11:30', '13:00')] }],
    [null, { openingHours: [hours(1, '08:00', '12:00'), hours(1, '12:00', '13:00')] }],
    ['HOURS_NOT_POSSIBLE', { placesByHour: [{ ...hours(2, '09:00', '08:30'), places: 0 }] }],
    ['HOURLY_PLACES_NOT_FEWER', { placesByHour: [{ ...hours(2, '08:00', '08:30'), places: 2 }] }],
    ['HOURLY_PLACES_NOT_FEWER', { placesByHour: [{ ...hours(2, '08:00', '08:30'), places: -1 }] }],
    [null, { emergencyPlaces: [kept('08:00', '12:00', 2), kept('12:00', '12:30', 1)] }],
    ['UNKNOWN_SECTION', { emergencyPlaces: [{ ...kept('08:00', '12:00', 1), sectionId: 'z' }] }],
    ['EMERGENCY_PLACES_NOT_POSSIBLE', { emergencyPlaces: [kept('08:00', '12:00', 0)] }],
    ['EMERGENCY_PLACES_NOT_POSSIBLE', { emergencyPlaces: [kept('08:00', '12:00', 3)] }],
    ['EMERGENCY_PLACES_NOT_POSSIBLE', { emergencyPlaces: [kept('08:10', '12:00', 1)] }],
    ['EMERGENCY_PLACES_NOT_POSSIBLE', { emergencyPlaces: [kept('08:00', '12:00'), kept('11:30', '13:00')] }],
    [null, { emergencyPlaces: [kept('08:00', '12:00', 2)], placesByHour: [fewer('12:00', '13:00')] }],
    [
      'EMERGENCY_PLACES_NOT_POSSIBLE',
      { emergencyPlaces: [kept('08:00', '12:00', 2)], placesByHour: [fewer('11:00', '13:00')] },
    ],
    [
      'EMERGENCY_PLACES_NOT_POSSIBLE',
      {
        sections: [section, { ...section, id: 'b' }],
        emergencyPlaces: [kept('08:00', '12:00', 1), { ...kept('09:00', '10:00', 2), sectionId: 'b' }],
      },
    ],
    ['CARE_KIND_MISSING', { careKinds: [] }],
    ['SECTION_TWICE', { sections: [section, section] }],
    ['AGES_NOT_POSSIBLE', { sections: [{ ...section, minAgeMonths: -1 }] }],
    ['AGES_NOT_POSSIBLE', { sections: [{ ...section, minAgeMonths: 72 }] }],
    ['AGES_NOT_POSSIBLE', { sections: [{ ...section, maxAgeMonths: 73 }] }],
    ['AGES_NOT_POSSIBLE', { sections: [{ ...section, staff: -1 }] }],
  ])('%s: %j', (problem, facts) => {
    expect(termsProblem({ ...good, ...facts })).toBe(problem);
  });

  it('keeps the hours that it has, on the half-hour or not, and takes no others that are not', () => {
    const held = { openingHours: [hours(1, '07:45', '18:15')] };
    const problem = (
      openingHours: ReturnType<typeof hours>[],
      placesByHour: CentreTerms['placesByHour'] = [],
    ) => termsProblem({ ...good, openingHours, placesByHour }, held);

    expect(problem([hours(1, '07:45', '18:15'), hours(2, '07:45', '17:00')])).toBeNull();
    expect(problem([hours(1, '07:45', '18:15')], [{ ...hours(1, '07:45', '08:30'), places: 1 }])).toBeNull();
    expect(problem([hours(1, '07:45', '18:45')])).toBe('HOURS_NOT_POSSIBLE');
    expect(problem([hours(1, '07:15', '18:15')])).toBe('HOURS_NOT_POSSIBLE');
  });
});

describe('ids of the national registers', () => {
  it('are checked by their digits', () => {
    expect(isSiret('73282932000074')).toBe(true);
    expect(isSiret('73282932000075')).toBe(false);
    expect(isSiret('7328293200007')).toBe(false);
    // An establishment of La Poste, whose digits sum up to a multiple of five.
    expect(isSiret('35600000049837')).toBe(true);
    expect(isSiret('35600000049838')).toBe(false);
    expect(isFiness('440012345')).toBe(true);
    expect(isFiness('2A0012345')).toBe(true);
    expect(isFiness('44001234')).toBe(false);
    expect(idsProblem({ siret: null, finess: null })).toBeNull();
    expect(idsProblem({ siret: '1', finess: null })).toBe('SIRET_NOT_VALID');
    expect(idsProblem({ siret: null, finess: '1' })).toBe('FINESS_NOT_VALID');
    expect(idsProblem({ siret: '73282932000074', finess: '440012345' })).toBeNull();
  });
});

const inQuestion = (facts: Partial<CentreTerms> = {}): CentreInQuestion => ({
  centre: {
    ...good,
    placesByHour: [],
    emergencyPlaces: [],
    openingHours: [],
    terms: [{ ...good, from: '0001-01-01', ...facts }],
  },
  sections: [section, { ...section, id: 'b' }],
  closures: [],
});

let number = 0;
const stay = (facts: Partial<BookedStay> = {}, [from, to] = ['09:00', '11:00']): BookedStay => {
  number += 1;
  return {
    id: `booking-${String(number).padStart(3, '0')}`,
    childId: `child-${number}`,
    sectionId: 'a',
    kind: 'SHORT_TERM',
    startsAt: new Date(`2026-03-17T${from}:00+01:00`),
    endsAt: new Date(`2026-03-17T${to}:00+01:00`),
    bookedAt: new Date('2026-03-01T10:00:00Z'),
    isSettled: false,
    ...bornOn('2024-03-01'),
    ...facts,
  };
};
const lost = (stays: BookedStay[], after: Partial<CentreTerms>, before: Partial<CentreTerms> = {}) =>
  losingTheirPlace(stays, inQuestion(before), inQuestion(after)).map(({ id }) => id);

describe('the bookings that lose their place', () => {
  const bigger = { authorisedPlaces: 9, sections: [{ ...section, places: 9 }] };

  it('are none while all fit, and what was booked last where not', () => {
    const [one, other] = [stay(), stay()];
    const earlier = stay({ bookedAt: new Date('2026-02-01T10:00:00Z') });
    expect(lost([one, other], {}, bigger)).toEqual([]);
    expect(lost([one, other, earlier], {}, bigger)).toEqual([other.id]);
    expect(lost([one, other, earlier], { ...bigger, authorisedPlaces: 2 }, bigger)).toEqual([other.id]);
  });

  it('are not those that have begun or are before the change: they keep their places, and take of the week', () => {
    const [one, running] = [stay(), stay({ bookedAt: new Date('2026-03-09T10:00:00Z'), isSettled: true })];
    const single = { authorisedPlaces: 1, sections: [{ ...section, places: 1 }] };
    expect(lost([one, running], single, bigger)).toEqual([one.id]);
    expect(lost([running], { ...single, careKinds: ['EMERGENCY'] }, bigger)).toEqual([]);
  });

  it('are those of a section that is gone, of a kind that is not offered, outside hours, or of another age', () => {
    const later = stay({}, ['16:00', '18:00']);
    const booked = stay();
    const four = { ...bigger, sections: [...bigger.sections, { ...section, id: 'b' }] };
    const [inOther, unknown] = [stay({ sectionId: 'b' }), stay({ sectionId: 'z' })];
    expect(lost([inOther], bigger, four)).toEqual([inOther.id]);
    expect(lost([unknown], bigger, four)).toEqual([]);
    expect(lost([booked], { ...bigger, careKinds: ['EMERGENCY'] }, bigger)).toEqual([booked.id]);
    expect(lost([later, booked], { ...bigger, openingHours: [hours(2, '08:00', '12:00')] }, bigger)).toEqual([
      later.id,
    ]);
    const young = [{ ...section, places: 9, maxAgeMonths: 12 }];
    expect(lost([booked], { ...bigger, sections: young }, bigger)).toEqual([booked.id]);
  });

  it('are those that exceed what a week allows, closed days apart, first to last', () => {
    const emergencies = [
      stay({ kind: 'EMERGENCY' }, ['08:00', '12:00']),
      stay({ kind: 'EMERGENCY' }, ['08:00', '10:00']),
    ];
    const oneHour = {
      ...bigger,
      authorisedPlaces: 2,
      sections: [section],
      openingHours: [hours(2, '08:00', '12:00')],
    };
    expect(lost(emergencies, { ...oneHour, authorisedPlaces: 2 }, bigger)).toEqual([]);
    const short = { ...oneHour, placesByHour: [{ ...hours(2, '10:00', '12:00'), places: 1 }] };
    const three = [...emergencies, stay({ kind: 'EMERGENCY' }, ['08:00', '08:30'])];
    expect(lost(three, short, bigger)).toHaveLength(1);
    const closed = {
      startsOn: Temporal.PlainDate.from('2026-03-17'),
      endsOn: Temporal.PlainDate.from('2026-03-17'),
    };
    const until = (time: string) => ({ ...closed, closesAt: Temporal.PlainTime.from(time) });
    const lostWith = (closures: CentreInQuestion['closures']) =>
      losingTheirPlace(emergencies, inQuestion(bigger), { ...inQuestion(oneHour), closures }).length;
    expect([lostWith([]), lostWith([until('11:00')]), lostWith([until('10:30')])]).toEqual([0, 0, 1]);
    const after = { ...inQuestion(bigger), closures: [closed] };
    const [first, second] = [stay({}, ['10:00', '11:00']), stay({}, ['09:00', '11:00'])];
    expect(losingTheirPlace([first, second], inQuestion(bigger), after).map(({ id }) => id)).toEqual([
      second.id,
      first.id,
    ]);
  });
});

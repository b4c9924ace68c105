import { expect, it } from '@jest/globals';
import {
  type Keeping,
  keptDrafts,
  keptLines,
  keptOf,
  keptOn,
  keptToCome,
  lackOfKept,
  newKept,
  termsOn,
  withWeekday,
} from './kept.rules.ts';

const small = { id: 's', name: 'Les petits', places: 10 };
const big = { id: 'b', name: 'Les grands', places: 12 };
const line = (sectionId: string, weekday: number, places = 1, from = '08:00:00') => ({
  sectionId,
  weekday,
  from,
  to: '12:00:00',
  places,
});

const centre: Keeping = {
  sections: [small, big],
  emergencyPlaces: [line('s', 1), line('s', 2), line('s', 3, 2), line('b', 1, 1, '09:00:00')],
  toCome: [
    {
      from: '2027-01-04',
      sections: [small, big],
      emergencyPlaces: [line('b', 1, 1, '09:00:00'), line('s', 3, 2), line('s', 2), line('s', 1)],
    },
    { from: '2027-02-01', sections: [small], emergencyPlaces: [line('s', 1)] },
  ],
};

it('says what is kept on a day: as today until something else is decided from then on', () => {
  expect(termsOn(centre, '2027-01-03')).toBe(centre);
  expect(termsOn(centre, '2027-01-04')).toBe(centre.toCome[0]);
  expect(termsOn(centre, '2027-03-01')).toBe(centre.toCome[1]);
});

it('tells only of changes of what is kept, in whatever order the lines come', () => {
  expect(keptToCome(centre).map(({ from }) => from)).toEqual(['2027-02-01']);
});

it('tells it section by section, the most places first, and by hour of a day', () => {
  expect(keptOf(centre).map(({ section, places, lines }) => [section.id, places, lines.length])).toEqual([
    ['s', 2, 1],
    ['s', 1, 2],
    ['b', 1, 1],
  ]);
  const twice = { ...centre, emergencyPlaces: [line('s', 1, 1, '10:00:00'), line('s', 1), line('b', 1)] };
  expect(keptOn(twice, 's', 1).map(({ from }) => from)).toEqual(['08:00:00', '10:00:00']);
  expect(keptOn(twice, 's', 2)).toEqual([]);
});

it('is written on with the weekdays of the same hours together, and sent line by line', () => {
  const drafts = keptDrafts(centre);
  expect(drafts).toEqual([
    { sectionId: 's', weekdays: [1, 2], from: '08:00', to: '12:00', places: '1' },
    { sectionId: 's', weekdays: [3], from: '08:00', to: '12:00', places: '2' },
    { sectionId: 'b', weekdays: [1], from: '09:00', to: '12:00', places: '1' },
  ]);
  expect(keptLines(drafts)).toHaveLength(4);
  expect(keptLines(drafts)[0]).toEqual({ sectionId: 's', weekday: 1, from: '08:00', to: '12:00', places: 1 });
});

it('asks for a section, weekdays, hours in their order and a number of places, and for something that is another', () => {
  const draft = newKept('s');
  expect(withWeekday(withWeekday(draft, 6), 1).weekdays).toEqual([2, 3, 4, 5, 6]);
  const then = { ...centre, emergencyPlaces: [] };
  expect([
    lackOfKept([], centre),
    lackOfKept([draft], then),
    lackOfKept([newKept('')], then),
    lackOfKept([{ ...draft, weekdays: [] }], then),
    lackOfKept([{ ...draft, to: '08:00' }], then),
    lackOfKept([draft, { ...draft, places: '0' }], then),
    lackOfKept([{ ...draft, places: '1,5' }], then),
    lackOfKept([], then),
    lackOfKept(keptDrafts(centre), centre),
  ]).toEqual([
    undefined,
    undefined,
    'SECTION',
    'WEEKDAYS',
    'HOURS',
    'PLACES',
    'PLACES',
    'NOTHING',
    'NOTHING',
  ]);
});

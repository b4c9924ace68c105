import { expect, it } from '@jest/globals';
import type { MissReason } from './care-miss-reason.ts';
import { nearestMisses } from './care-options.rules.ts';
import { centreWith, sectionWith } from './testing/option-facts.ts';

const HOME = { latitude: 47.2575, longitude: -1.56547 };
const missIn = (centreId: string, id: string, reasons: readonly MissReason[], latitude = 47.2575) => ({
  centre: centreWith({ id: centreId, latitude }),
  section: sectionWith({ id, centreId }),
  obstacles: reasons.map((reason) => ({ reason })),
});
const idsOf = (...[misses, options = [], home = HOME]: Partial<Parameters<typeof nearestMisses>>) =>
  nearestMisses(misses ?? [], options, home).map(({ section }) => section.id);

it('names what can be changed first, then what time brings, and an age that has passed last', () => {
  const misses = [
    missIn('a', 'too old', ['CHILD_TOO_OLD']),
    missIn('b', 'too young', ['CHILD_TOO_YOUNG']),
    missIn('c', 'two things', ['CARE_KIND_NOT_OFFERED', 'CENTRE_CLOSED']),
    missIn('d', 'far', ['SECTION_FULL'], 47.3),
    missIn('e', 'near', ['SECTION_FULL']),
  ];
  expect(idsOf(misses)).toEqual(['near', 'far', 'two things', 'too young', 'too old']);
  expect(idsOf(misses, [], null)).toEqual(['far', 'near', 'two things', 'too young', 'too old']);
});

it('names each centre once, and none where a part of the need fits', () => {
  const misses = [
    missIn('a', 'for babies', ['CHILD_TOO_OLD']),
    missIn('a', 'full', ['SECTION_FULL']),
    missIn('b', 'closed', ['CENTRE_CLOSED']),
  ];
  expect(idsOf(misses)).toEqual(['closed', 'full']);
  expect(idsOf(misses, [missIn('b', 'option', [])])).toEqual(['full']);
});

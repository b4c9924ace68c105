import type { Section } from '../../../centres/centres/section.ts';
import { bornOn } from '../../../families/families/age.builder.ts';
import type { CareNeed, CentreFacts, ChildFacts, Fullness, NeedFacts } from '../option-facts.ts';

/** Tuesday 3 March 2026 in Nantes. */
export const onTuesday = (time: string): Date => new Date(`2026-03-03T${time}:00+01:00`);

export const during = (from: string, to: string) => ({ startsAt: onTuesday(from), endsAt: onTuesday(to) });

export const sectionWith = (facts: Partial<Section> = {}): Section => ({
  id: 'section',
  centreId: 'centre',
  name: 'Les grands',
  minAgeMonths: 2,
  maxAgeMonths: 72,
  places: 10,
  staff: null,
  ...facts,
});

/** Open on Tuesdays from 08:00 to 18:00, where the child lives. */
export const centreWith = (facts: Partial<CentreFacts> = {}): CentreFacts => ({
  id: 'centre',
  latitude: 47.2575,
  longitude: -1.56547,
  openingHours: [{ weekday: 2, from: '08:00', to: '18:00' }],
  facilities: ['MEALS'],
  careKinds: ['LONG_TERM', 'SHORT_TERM', 'FLEXIBLE', 'EMERGENCY'],
  closures: [],
  sections: [sectionWith()],
  ...facts,
});

/** A child of 21 months who needs care from 09:00 to 12:00, asked the day before. */
export const needWith = (need: Partial<CareNeed> = {}, child: Partial<ChildFacts> = {}): NeedFacts => ({
  now: new Date('2026-03-02T10:00:00+01:00'),
  need: {
    childId: 'child',
    familyId: null,
    kind: 'SHORT_TERM',
    ...during('09:00', '12:00'),
    facilities: [],
    rankedCentreIds: [],
    ...need,
  },
  child: {
    ...bornOn('2024-06-01'),
    home: { latitude: 47.2575, longitude: -1.56547 },
    isHomeProtected: false,
    knownCentreIds: [],
    busy: [],
    ...child,
  },
});

export const fullnessWith = (facts: Partial<Fullness> = {}): Fullness => ({
  everyone: [],
  planned: [],
  sections: [],
  weekMinutesLeft: 10_000,
  ...facts,
});

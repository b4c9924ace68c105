import { describe, expect, it } from '@jest/globals';
import { onWorkingDays } from '../../centres/centres/weekly-hours.builder.ts';
import type { WeeklyHours } from '../../centres/centres/weekly-hours.ts';
import { expectedOn } from '../../families/families/age.builder.ts';
import type { NeedFacts } from '../../options/care-options/option-facts.ts';
import { explanationOf, type PlaceFacts } from './offer-explanation.rules.ts';

const stay = (date: string, from: string, to: string) => ({
  startsAt: new Date(`${date}T${from}:00+01:00`),
  endsAt: new Date(`${date}T${to}:00+01:00`),
});
const tuesday = stay('2026-03-10', '08:00', '12:00');
const thursday = stay('2026-03-12', '08:00', '12:00');

const asked: NeedFacts = {
  now: new Date('2026-03-02T10:00:00+01:00'),
  child: {
    ...expectedOn('2026-01-01'),
    home: null,
    isHomeProtected: false,
    knownCentreIds: ['berceaux'],
    busy: [],
  },
  need: {
    ...tuesday,
    childId: 'noam',
    familyId: null,
    kind: 'SHORT_TERM',
    facilities: [],
    rankedCentreIds: [],
  },
};
const HOURS = onWorkingDays('08:00', '18:00');
const placeWith = (openingHours: readonly WeeklyHours[]) => ({
  centre: { id: 'berceaux', latitude: 47.2, longitude: -1.5, openingHours },
  section: { minAgeMonths: 15, maxAgeMonths: 30 },
});
const explained = (facts: Partial<PlaceFacts> = {}) =>
  explanationOf({
    asked,
    place: placeWith(HOURS),
    requested: [tuesday, thursday],
    offered: [tuesday, thursday],
    ...facts,
  });
const statementOf = (facts: Partial<PlaceFacts>, criterion: string) => {
  const reason = explained(facts).reasons.find((each) => each.criterion === criterion);
  return [reason?.value, reason?.contribution, reason?.told];
};

describe('why a place is offered', () => {
  it('is told by every criterion, which add up to the score', () => {
    const { score, reasons } = explained();
    expect(reasons.map(({ criterion, contribution }) => `${criterion} ${contribution}`)).toEqual([
      'WHOLE_TIME 40',
      'OPENING_HOURS 5',
      'AGE 5',
      'DISTANCE 10',
      'KNOWN_CENTRE 20',
      'FACILITIES 0',
      'RANKED_CHOICE 0',
    ]);
    expect(score).toBe(80);
  });

  it('counts all stays: which share is offered, and for which the centre is open', () => {
    const quarter = [stay('2026-03-12', '08:00', '10:00')];
    const part = { key: 'SHARE_OF_TIME', parameters: { percent: 25 } };
    expect(statementOf({ offered: quarter }, 'WHOLE_TIME')).toEqual([0.25, 10, part]);
    const openingHours = onWorkingDays('07:00', '09:00').filter(({ weekday }) => weekday === 2);
    const eighth = { key: 'OPEN_PART_OF_TIME', parameters: { percent: 13 } };
    expect(statementOf({ place: placeWith(openingHours) }, 'OPENING_HOURS')).toEqual([0.13, 0.65, eighth]);
  });

  it('tells nothing of time when the request has none left', () => {
    const none = { key: 'SHARE_OF_TIME', parameters: { percent: 0 } };
    expect(statementOf({ requested: [] }, 'WHOLE_TIME')).toEqual([0, 0, none]);
  });
});

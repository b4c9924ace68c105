import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { exceptionRefusal, type RuleAsked, residenceRefusal } from './share-residence.rules.ts';

const asked = {
  ...{ familyId: 'first', otherFamilyId: 'second', sharedWith: null, calendar: [] },
  ...{ rule: null, hasRule: false },
};
const day = (text: string) => Temporal.PlainDate.from(text);
const rule: RuleAsked = {
  ...{ startsOn: day('2026-03-02'), endsOn: null, weekday: 5 },
  holidays: 'HALVES',
  ...{ hasHalves: true, families: ['first', 'second', 'first'] },
};
const ruled = (facts: Partial<RuleAsked>) => ({ rule: { ...rule, ...facts } });
const week = (familyId: string) => ({
  familyId,
  startsAt: new Date('2026-03-02T08:00:00Z'),
  endsAt: new Date('2026-03-09T08:00:00Z'),
});

describe('shared residence', () => {
  it.each([
    ['without a calendar', {}],
    ['with both families', { calendar: [week('first'), week('second')] }],
    ['said again', { sharedWith: 'second' }],
    ['by a rule', { rule }],
    ['by another rule', { rule, hasRule: true }],
    ['by a rule of the day of its first handing over', ruled({ endsOn: day('2026-03-06') })],
    ['by a rule without a word on holidays', ruled({ hasHalves: false, holidays: 'NOT_SAID' })],
  ])('is possible %s', (_case, facts) => {
    expect(residenceRefusal({ ...asked, ...facts })).toBeNull();
  });

  it.each([
    ['with the family itself', { otherFamilyId: 'first' }, 'SAME_FAMILY'],
    ['with a third family', { sharedWith: 'third' }, 'SHARED_WITH_ANOTHER_FAMILY'],
    ['with time at a third family', { calendar: [week('third')] }, 'PERIOD_OF_ANOTHER_FAMILY'],
    [
      'with time of no length',
      { calendar: [{ ...week('first'), endsAt: week('first').startsAt }] },
      'ENDS_BEFORE_IT_STARTS',
    ],
    ['by a rule of a third family', ruled({ families: ['third'] }), 'PERIOD_OF_ANOTHER_FAMILY'],
    ['from an eighth day of the week', ruled({ weekday: 8 }), 'WEEKDAY_UNKNOWN'],
    ['from a day before Monday', ruled({ weekday: 0 }), 'WEEKDAY_UNKNOWN'],
    [
      'by a rule that is over before its first handing over',
      ruled({ endsOn: day('2026-03-05') }),
      'ENDS_BEFORE_IT_STARTS',
    ],
    ['by halves of nobody', ruled({ hasHalves: false }), 'HALVES_MISSING'],
    ['by halves where holidays are like terms', ruled({ holidays: 'LIKE_TERMS' }), 'HALVES_NOT_FOR_THIS'],
    ['by a rule and a calendar', { rule, calendar: [week('first')] }, 'RULE_OR_CALENDAR'],
    ['by a calendar over a rule', { hasRule: true, calendar: [week('first')] }, 'RULE_HOLDS'],
  ])('is not possible %s', (_case, facts, refusal) => {
    expect(residenceRefusal({ ...asked, ...facts })).toBe(refusal);
  });
});

describe('exceptions to a rule', () => {
  const known = [{ ...week('first'), id: 'one' }];
  const later = {
    ...week('second'),
    startsAt: week('second').endsAt,
    endsAt: new Date('2026-03-16T08:00:00Z'),
  };
  const facts = {
    ...{ families: ['first', 'second'], added: [later], removedIds: [], known },
    rulesSince: new Date('2026-03-01T08:00:00Z'),
    besideRules: [],
  };
  it.each([
    ['are possible beside others', {}, null],
    [
      'are possible in the place of one that is taken back',
      { added: [week('second')], removedIds: ['one'] },
      null,
    ],
    ['need a rule', { rulesSince: null }, 'NO_RULE'],
    ['are taken back when they are known', { removedIds: ['two'] }, 'UNKNOWN_EXCEPTION'],
    ['are of the two families', { added: [week('third')] }, 'PERIOD_OF_ANOTHER_FAMILY'],
    ['last', { added: [{ ...later, endsAt: later.startsAt }] }, 'ENDS_BEFORE_IT_STARTS'],
    ['begin after the rule', { rulesSince: new Date('2026-03-10T08:00:00Z') }, 'BEFORE_THE_RULE'],
    ['are none from a calendar without a rule', { besideRules: [later] }, 'NO_RULE'],
    ['do not overlap', { added: [week('second')] }, 'PERIODS_OVERLAP'],
    ['are not the rule', { added: Array.from({ length: 101 }, () => later) }, 'TOO_MANY_EXCEPTIONS'],
  ])('%s', (_case, changed, refusal) => {
    expect(exceptionRefusal({ ...facts, ...changed })).toBe(refusal);
  });
});

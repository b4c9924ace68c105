import { describe, expect, it } from '@jest/globals';
import { payer } from './paying-family.rules.ts';

const at = (hour: number) => new Date(Date.UTC(2026, 2, 2, hour));
const calendar = [
  { familyId: 'first', startsAt: at(0), endsAt: at(12) },
  { familyId: 'second', startsAt: at(12), endsAt: at(18) },
];
const facts = {
  ...{ told: null, ofMilestone: null, registered: 'first', familyIds: ['first', 'second'] },
  ...{ confirmed: false, care: { startsAt: at(13), endsAt: at(15) }, calendar },
};
const before = { startsAt: at(8), endsAt: at(10) };
const across = { startsAt: at(11), endsAt: at(13) };
const after = { startsAt: at(19), endsAt: at(20) };

describe('care of a child of two families', () => {
  it.each([
    ['is paid by the family whose day it is', {}, 'second'],
    ['is paid by the one with which the child is when it begins', { care: across }, 'first'],
    ['is paid by who is told, on its own day', { told: 'second' }, 'second'],
    ['is paid by who is told, on a day of nobody', { told: 'second', care: after }, 'second'],
    ['is paid by who is told, once that is confirmed', { told: 'first', confirmed: true }, 'first'],
    ['for a milestone is paid by its family on its day', { ofMilestone: 'second' }, 'second'],
    [
      'for a milestone is paid by whose day it is once confirmed',
      { ofMilestone: 'first', confirmed: true },
      'second',
    ],
    [
      'for a milestone is paid by its family on a day of nobody',
      { ofMilestone: 'second', care: after },
      'second',
    ],
    ['is paid by the family of its file when nobody knows', { care: after, confirmed: true }, 'first'],
    ['told to be of a third family is left to others to refuse', { told: 'third' }, 'third'],
  ])('%s', (_case, changed, familyId) => {
    expect(payer({ ...facts, ...changed })).toEqual({ familyId });
  });

  it.each([
    ['for a family on a day of the other', { told: 'first' }, 'OTHER_PARENTS_DAY'],
    ['for a family that has a part of it', { told: 'second', care: across }, 'OTHER_PARENTS_DAY'],
    ['for a milestone on a day of the other', { ofMilestone: 'second', care: before }, 'OTHER_PARENTS_DAY'],
    ['for nobody, and nobody knows whose day it is', { care: after }, 'WHOSE_DAY_UNKNOWN'],
  ])('is asked about %s', (_case, changed, question) => {
    expect(payer({ ...facts, ...changed })).toEqual({ question });
  });
});

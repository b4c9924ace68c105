import { describe, expect, it } from '@jest/globals';
import { residenceRefusal } from './share-residence.rules.ts';

const asked = { familyId: 'first', otherFamilyId: 'second', sharedWith: null, calendar: [] };
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
  ])('is not possible %s', (_case, facts, refusal) => {
    expect(residenceRefusal({ ...asked, ...facts })).toBe(refusal);
  });
});

import { expect, it } from '@jest/globals';
import { kindOfLeaving, lackOfSplit, newSplit, splitInput, toggled } from './split.rules.ts';

const adults = [{ id: 'one' }, { id: 'other' }];
const whole = { ...newSplit('Nantes'), adultIds: ['one'], street: ' 3 rue Kervégan ', postalCode: '44000' };

it('needs somebody who leaves, somebody who stays and where they go', () => {
  expect(lackOfSplit(newSplit('Nantes'), adults)).toBe('WHO_LEAVES');
  expect(lackOfSplit({ ...whole, adultIds: ['one', 'other'] }, adults)).toBe('WHO_STAYS');
  expect(lackOfSplit({ ...whole, postalCode: ' ' }, adults)).toBe('ADDRESS');
  expect(lackOfSplit(whole, adults)).toBeUndefined();
});

it('takes somebody along, and back again', () => {
  expect(toggled(['one'], 'other')).toEqual(['one', 'other']);
  expect(toggled(['one', 'other'], 'one')).toEqual(['other']);
});

it('takes one adult who leaves for a lone parent, unless told otherwise', () => {
  expect(kindOfLeaving(whole)).toBe('LONE_PARENT');
  expect(kindOfLeaving({ ...whole, adultIds: ['one', 'other'] })).toBe('COUPLE');
  expect(kindOfLeaving({ ...whole, householdKind: 'COUPLE' })).toBe('COUPLE');
});

it('is sent with the version that was seen', () => {
  expect(splitInput({ ...whole, childIds: ['child'] }, { id: 'family', version: 4 })).toEqual({
    familyId: 'family',
    version: 4,
    adultIds: ['one'],
    childIds: ['child'],
    family: {
      householdKind: 'LONE_PARENT',
      districtId: null,
      address: { street: '3 rue Kervégan', postalCode: '44000', city: 'Nantes' },
    },
  });
  expect(splitInput({ ...whole, districtId: 'd' }, { id: 'family', version: null })).toMatchObject({
    version: 0,
    family: { districtId: 'd' },
  });
});

import { expect, it } from '@jest/globals';
import {
  type ChildDraft,
  type Draft,
  draftOf,
  inputOf,
  isRecent,
  isSameQuestion,
  lackOf,
  newAdult,
  newChild,
  toAsk,
} from './register.rules.ts';

const keys = () => {
  let last = 0;
  return () => {
    last += 1;
    return `k${last}`;
  };
};

const begun = draftOf({ surname: 'Le Bihan', birthDate: '2025-03-01' }, keys());
const [adult = newAdult('', ''), [child = newChild('', '')]] = [begun.adults[0], begun.children];
const whole: Draft = {
  ...begun,
  adults: [{ ...adult, firstName: 'Zoé' }],
  children: [{ ...child, firstName: 'Noam' }],
  street: '3, rue Kervégan',
  postalCode: '44000',
};

it('begins with what was asked', () => {
  expect(begun).toMatchObject({
    adults: [{ key: 'k1', lastName: 'Le Bihan', language: 'fr' }],
    children: [{ key: 'k2', lastName: 'Le Bihan', date: '2025-03-01', isExpected: false }],
    city: 'Nantes',
  });
});

it('says what is missing before it asks', () => {
  const ofChild = (more: Partial<ChildDraft>): Draft => ({
    ...whole,
    children: [{ ...child, firstName: 'Noam', ...more }],
  });
  expect([
    lackOf(whole),
    lackOf(begun),
    lackOf({ ...whole, adults: [{ ...adult, firstName: 'Zoé', lastName: ' ' }] }),
    lackOf(ofChild({ firstName: '' })),
    lackOf(ofChild({ lastName: '' })),
    lackOf(ofChild({ firstName: '', isExpected: true })),
    lackOf(ofChild({ date: '' })),
    lackOf({ ...whole, street: '' }),
    lackOf({ ...whole, children: [] }),
  ]).toEqual([
    undefined,
    'ADULT_NAME',
    'ADULT_NAME',
    'CHILD_NAME',
    'CHILD_NAME',
    undefined,
    'CHILD_DATE',
    'ADDRESS',
    undefined,
  ]);
});

it('registers what was typed', () => {
  const sent = { id: 'i', confirmed: false };
  expect(inputOf(whole, sent)).toEqual({
    ...sent,
    family: {
      householdKind: 'LONE_PARENT',
      districtId: null,
      address: { street: '3, rue Kervégan', postalCode: '44000', city: 'Nantes' },
    },
    adults: [
      {
        id: 'k1',
        firstName: 'Zoé',
        lastName: 'Le Bihan',
        phone: null,
        preferredLanguage: 'fr',
        needsInterpreter: false,
      },
    ],
    children: [
      { id: 'k2', firstName: 'Noam', lastName: 'Le Bihan', birthDate: '2025-03-01', expectedDate: null },
    ],
  });
  const two = {
    ...whole,
    districtId: 'd',
    adults: [adult, { ...adult, phone: ' 06 39 98 00 01 ' }],
    children: [{ ...child, firstName: '', isExpected: true }],
  };
  expect(inputOf(two, sent)).toMatchObject({
    family: { householdKind: 'COUPLE', districtId: 'd' },
    adults: [{}, { phone: '06 39 98 00 01' }],
    children: [{ firstName: null, birthDate: null, expectedDate: '2025-03-01' }],
  });
  expect(inputOf({ ...two, householdKind: 'LONE_PARENT' }, sent).family.householdKind).toBe('LONE_PARENT');
});

it('is asked anew when the name or the birth is another one, or after some minutes', () => {
  const asked = { surname: 'Le Bihan', birthDate: '2025-03-01' };
  expect(toAsk(whole)).toEqual(asked);
  expect(toAsk({ ...whole, children: [{ ...child, isExpected: true }] })).toBeUndefined();
  expect(isSameQuestion(asked, { ...asked, surname: ' le bihan ' })).toBe(true);
  expect(isSameQuestion(asked, { ...asked, surname: 'Le Gall' })).toBe(false);
  expect(isSameQuestion(asked, { ...asked, birthDate: '2025-03-02' })).toBe(false);
  expect([isRecent(0, 599_999), isRecent(0, 600_000)]).toEqual([true, false]);
});

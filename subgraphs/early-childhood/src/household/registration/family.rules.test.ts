import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import {
  type AdultFacts,
  adultRefusal,
  type ChildFacts,
  childRefusal,
  displayNameOf,
  type FamilyFacts,
  familyRefusal,
} from './family.rules.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const today = day('2026-03-02');

const adult = (facts: Partial<AdultFacts> = {}): AdultFacts => ({
  firstName: 'Awa',
  lastName: 'Lefort',
  preferredLanguage: 'fr',
  ...facts,
});
const child = (facts: Partial<ChildFacts> = {}): ChildFacts => ({
  firstName: 'Tom',
  lastName: 'Lefort',
  birthDate: day('2024-06-01'),
  ...facts,
});
const expected = (date: string, facts: Partial<ChildFacts> = {}): ChildFacts => ({
  lastName: 'Lefort',
  expectedDate: day(date),
  ...facts,
});
const family = (facts: Partial<FamilyFacts> = {}): FamilyFacts => ({
  householdKind: 'COUPLE',
  address: { street: '3 rue des Alouettes', postalCode: '44300', city: 'Nantes' },
  ...facts,
});

describe('an adult', () => {
  it.each<[string | null, Partial<AdultFacts>]>([
    [null, {}],
    [null, { birthDate: day('2026-03-02'), phone: '06 12 34 56 78', preferredLanguage: 'pt-BR' }],
    ['NAME_MISSING', { firstName: ' ' }],
    ['NAME_MISSING', { lastName: '' }],
    ['NAME_MISSING', { lastName: '\u200B' }],
    [null, { lastName: 'a'.repeat(150) }],
    ['NAME_TOO_LONG', { firstName: 'a'.repeat(151) }],
    ['BIRTH_DATE_IN_THE_FUTURE', { birthDate: day('2026-03-03') }],
    ['PHONE_NOT_UNDERSTOOD', { phone: '12' }],
    ['LANGUAGE_NOT_UNDERSTOOD', { preferredLanguage: 'French' }],
  ])('answers %s', (reason, facts) => expect(adultRefusal(adult(facts), today)).toBe(reason));
});

describe('a child', () => {
  it.each<[string | null, ChildFacts]>([
    [null, child()],
    [null, expected('2026-06-01')],
    ['BIRTH_OR_EXPECTED_DATE_NEEDED', child({ birthDate: null })],
    ['BIRTH_OR_EXPECTED_DATE_NEEDED', child({ expectedDate: day('2026-06-01') })],
    ['NAME_MISSING', child({ firstName: null })],
    ['NAME_MISSING', expected('2026-06-01', { lastName: ' ' })],
    ['NAME_TOO_LONG', child({ lastName: 'a'.repeat(5_000) })],
    [null, expected('2026-06-01', { firstName: ' ' })],
    ['TOO_MUCH_TEXT', child({ collectors: [{ name: 'x'.repeat(501) }] })],
    [
      'TOO_MUCH_TEXT',
      child({
        mayBeCollectedBy: Array.from({ length: 20 }, (_, number) => `a${number}`),
        collectors: Array.from({ length: 20 }, (_, number) => ({ name: `b${number}` })),
      }),
    ],
    ['NAME_MISSING', child({ collectors: [{ name: ' ' }] })],
    ['PHONE_NOT_UNDERSTOOD', child({ collectors: [{ name: 'Nadia', phone: 'le soir' }] })],
    ['TOO_MUCH_TEXT', child({ mayBeCollectedBy: Array.from({ length: 31 }, String) })],
    ['TOO_MUCH_TEXT', child({ careAlerts: ['a'.repeat(501)] })],
    [null, child({ careAlerts: ['a'.repeat(500)], vaccinationCheckedOn: day('2026-03-02') })],
    ['VACCINATION_IN_THE_FUTURE', child({ vaccinationCheckedOn: day('2026-03-03') })],
    ['BIRTH_DATE_IN_THE_FUTURE', child({ birthDate: day('2026-03-03') })],
    ['EXPECTED_DATE_NOT_PLAUSIBLE', expected('2027-02-01')],
    ['EXPECTED_DATE_NOT_PLAUSIBLE', expected('2025-12-01')],
    ['NOT_A_CHILD', child({ birthDate: day('2008-03-02') })],
    [null, child({ birthDate: day('2008-03-03') })],
  ])('answers %s', (reason, facts) => expect(childRefusal(facts, today)).toBe(reason));
});

describe('a family', () => {
  it.each<[string | null, Partial<FamilyFacts>]>([
    [null, {}],
    [null, { displayName: 'Lefort', position: { latitude: 47.2, longitude: -1.5 } }],
    ['NAME_MISSING', { displayName: ' ' }],
    ['ADDRESS_NOT_UNDERSTOOD', { address: { street: '', postalCode: '44300', city: 'Nantes' } }],
    ['ADDRESS_NOT_UNDERSTOOD', { address: { street: '3 rue', postalCode: '44300', city: ' ' } }],
    ['ADDRESS_NOT_UNDERSTOOD', { address: { street: '3 rue', postalCode: '4430', city: 'Nantes' } }],
    ['POSITION_NOT_ON_THE_MAP', { position: { latitude: 91, longitude: 0 } }],
    ['POSITION_NOT_ON_THE_MAP', { position: { latitude: 0, longitude: 181 } }],
  ])('answers %s', (reason, facts) => expect(familyRefusal(family(facts), [adult()])).toBe(reason));

  it('has an adult', () => expect(familyRefusal(family(), [])).toBe('ADULT_MISSING'));

  it('is named after its adults', () => {
    expect(displayNameOf([{ lastName: 'Lefort ' }, { lastName: 'Diallo' }, { lastName: 'Lefort' }])).toBe(
      'Lefort - Diallo',
    );
  });
});

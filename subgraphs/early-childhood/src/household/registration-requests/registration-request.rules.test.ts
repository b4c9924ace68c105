import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import {
  dueOf,
  handleOn,
  handleUntil,
  requestRefusal,
  shownUntil,
  soughtChildren,
  standingRefusal,
  type ToldFacts,
  waitsUntil,
} from './registration-request.rules.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const TODAY = day('2026-03-02');
const ada = { firstName: 'Ada', lastName: 'Sow', preferredLanguage: 'fr' };
const lou = { firstName: 'Lou', lastName: 'Sow', birthDate: day('2024-06-01') };
const told: ToldFacts = { consentSaid: true, adults: [ada], children: [lou], wantedCare: 'Deux matins' };
const address = { street: '1 rue des Ormes', postalCode: '44000', city: 'Nantes' };

describe('a request to register', () => {
  it.each<[string | null, Partial<ToldFacts>]>([
    [null, {}],
    [null, { address }],
    ['CONSENT_MISSING', { consentSaid: false, adults: [] }],
    ['ADULT_MISSING', { adults: [] }],
    ['CHILD_MISSING', { children: [] }],
    ['WANTED_CARE_MISSING', { wantedCare: ' \n' }],
    ['NAME_MISSING', { adults: [ada, { ...ada, firstName: ' ' }] }],
    ['PHONE_NOT_UNDERSTOOD', { adults: [{ ...ada, phone: '12' }] }],
    ['BIRTH_DATE_IN_THE_FUTURE', { children: [lou, { ...lou, birthDate: day('2026-03-03') }] }],
    ['ADDRESS_NOT_UNDERSTOOD', { address: { ...address, postalCode: '4400' } }],
  ])('is answered %s with %j', (refusal, otherwise) => {
    expect(requestRefusal({ ...told, ...otherwise }, TODAY)).toBe(refusal);
  });

  it('is answered or taken back while it waits, as it was read', () => {
    const now = new Date('2026-03-02T10:00:00+01:00');
    const request = { status: 'WAITING', version: 1, keptUntil: waitsUntil(now) } as const;
    expect(standingRefusal(request, 1, now)).toBeNull();
    expect(standingRefusal({ ...request, version: 2 }, 1, now)).toBe('STALE_VERSION');
    expect(standingRefusal({ ...request, status: 'REFUSED' }, 1, now)).toBe('ALREADY_ANSWERED');
    expect(standingRefusal(request, 1, request.keptUntil)).toBe('LAPSED');
    expect(standingRefusal({ ...request, status: 'LAPSED' }, 1, now)).toBe('LAPSED');
  });

  it('shows what stands for the file for 14 days', () => {
    const answeredAt = new Date('2026-03-02T10:00:00+01:00');
    const until = handleUntil(answeredAt);
    expect(until).toEqual(new Date('2026-03-16T00:00:00+01:00'));
    expect(handleOn({ handle: 'h', answeredAt }, new Date(until.getTime() - 1))).toBe('h');
    expect(handleOn({ handle: 'h', answeredAt }, until)).toBeNull();
    expect(handleOn({ handle: null, answeredAt: null }, answeredAt)).toBeNull();
  });

  it('waits for 90 days, and is shown for 30 more', () => {
    const now = new Date('2026-03-02T10:00:00+01:00');
    expect(waitsUntil(now)).toEqual(new Date('2026-05-31T00:00:00+02:00'));
    expect(shownUntil(now)).toEqual(new Date('2026-04-01T00:00:00+02:00'));
    const keptUntil = waitsUntil(now);
    expect(dueOf({ status: 'WAITING', keptUntil }, new Date(keptUntil.getTime() - 1))).toBeNull();
    expect(dueOf({ status: 'WAITING', keptUntil }, keptUntil)).toBe('LAPSE');
    expect(dueOf({ status: 'WITHDRAWN', keptUntil }, keptUntil)).toBe('DELETE');
  });
});

it('is sought by each last name of the household, once, and each day of a child', () => {
  const expected = { lastName: 'sow ', expectedDate: day('2026-08-20') };
  const adults = [ada, { lastName: 'Ba' }];
  expect(soughtChildren(adults, [lou, expected, { lastName: 'Ba' }])).toEqual([
    { surname: 'Sow', day: '2024-06-01' },
    { surname: 'Ba', day: '2024-06-01' },
    { surname: 'Sow', day: '2026-08-20' },
    { surname: 'Ba', day: '2026-08-20' },
  ]);
});

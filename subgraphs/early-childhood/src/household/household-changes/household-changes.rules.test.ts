import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { bornOn } from '../../families/families/age.builder.ts';
import {
  adultDepartureRefusal,
  childCorrectionRefusal,
  childDepartureRefusal,
  doesCareFit,
} from './household-changes.rules.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const today = day('2026-03-02');
const leaving = { leftOn: today, joinedOn: null };

describe('an adult who leaves', () => {
  it.each([
    ['today', {}, null],
    ['long ago', { leftOn: day('2026-01-01') }, null],
    ['on the day of joining', { joinedOn: today }, null],
    ['tomorrow', { leftOn: day('2026-03-03') }, 'LEAVES_ON_A_COMING_DAY'],
    ['before joining', { leftOn: day('2026-01-01'), joinedOn: day('2026-01-02') }, 'LEAVES_BEFORE_JOINING'],
    ['as the last one', { otherAdults: 0 }, 'LAST_ADULT'],
    ['not at all, after all', { leftOn: null, otherAdults: 0 }, null],
  ])('%s', (_case, facts, refusal) => {
    expect(adultDepartureRefusal({ ...leaving, otherAdults: 1, ...facts }, today)).toBe(refusal);
  });
});

describe('a child who leaves', () => {
  it.each([
    ['without care to come', {}, null],
    ['with care to come', { careToCome: 1 }, 'CARE_TO_COME'],
    ['one of its two families', { isShared: true }, 'SHARED_RESIDENCE'],
    ['tomorrow', { leftOn: day('2026-03-03') }, 'LEAVES_ON_A_COMING_DAY'],
    ['not at all, after all', { leftOn: null, isShared: true, careToCome: 1 }, null],
  ])('%s', (_case, facts, refusal) => {
    expect(childDepartureRefusal({ ...leaving, isShared: false, careToCome: 0, ...facts }, today)).toBe(
      refusal,
    );
  });
});

describe('correcting a child', () => {
  const overdue = { firstName: null, lastName: 'Diallo', expectedDate: day('2025-06-01') };
  const grown = { firstName: 'Tom', lastName: 'Diallo', birthDate: day('2000-01-01') };

  it('is not hindered by what passed with time, unless the day itself is given', () => {
    expect(childCorrectionRefusal(overdue, false, today)).toBeNull();
    expect(childCorrectionRefusal(grown, false, today)).toBeNull();
    expect(childCorrectionRefusal(overdue, true, today)).toBe('EXPECTED_DATE_NOT_PLAUSIBLE');
    expect(childCorrectionRefusal(grown, true, today)).toBe('NOT_A_CHILD');
    expect(childCorrectionRefusal({ ...grown, lastName: '' }, false, today)).toBe('NAME_MISSING');
  });
});

describe('booked care fits a child', () => {
  const section = { minAgeMonths: 12, maxAgeMonths: 36, places: 2 };
  const on = (text: string) => ({ section, care: { startsAt: new Date(`${text}T09:00:00+01:00`) } });
  it.each([
    ['of the age of the section', [on('2026-03-03'), on('2026-12-03')], true],
    ['who has none', [], true],
    ['not when it is too old for some of it', [on('2026-03-03'), on('2027-06-01')], false],
    ['not when it is too young', [on('2025-05-01')], false],
  ])('%s', (_case, care, fits) => {
    expect(doesCareFit(bornOn('2024-06-01').age, care)).toBe(fits);
  });
});

import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { countedAge } from './age.rules.ts';

const day = Temporal.PlainDate.from('2026-06-01');

describe('the age of a child', () => {
  it('counts from its birth', () =>
    expect(countedAge({ birthDate: day, expectedDate: null })).toEqual({ since: day, isExpected: false }));

  it('counts from the day on which it is expected, as long as it is', () =>
    expect(countedAge({ birthDate: null, expectedDate: day })).toEqual({ since: day, isExpected: true }));

  it('is not guessed', () =>
    expect(() => countedAge({ birthDate: null, expectedDate: null })).toThrow('born or expected'));
});

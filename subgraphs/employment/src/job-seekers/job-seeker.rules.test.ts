import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import {
  advisorRefusal,
  categoryRefusal,
  closingRefusal,
  fileRefusal,
  isSameFile,
  statusOn,
} from './job-seeker.rules.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

describe('the status of a file', () => {
  it.each([
    [null, 'OPEN'],
    ['2026-03-11', 'OPEN'],
    ['2026-03-10', 'CLOSED'],
    ['2026-03-09', 'CLOSED'],
  ])('closed on %s is, on 10 March, %s', (closedOn, expected) => {
    expect(statusOn({ closedOn: closedOn ? day(closedOn) : null }, day('2026-03-10'))).toBe(expected);
  });
});

describe('a new file', () => {
  const file = { category: 1, romeCode: 'K1303', registeredOn: day('2026-03-10') };

  it.each([
    [{}, null],
    [{ category: 10 }, null],
    [{ category: 0 }, 'CATEGORY_OUT_OF_RANGE'],
    [{ category: 11 }, 'CATEGORY_OUT_OF_RANGE'],
    [{ romeCode: null }, null],
    [{ romeCode: 'A0000' }, null],
    [{ romeCode: 'N9999' }, null],
    [{ romeCode: 'O1303' }, 'MALFORMED_ROME_CODE'],
    [{ romeCode: 'k1303' }, 'MALFORMED_ROME_CODE'],
    [{ romeCode: 'K13034' }, 'MALFORMED_ROME_CODE'],
    [{ romeCode: 'K1303\n' }, 'MALFORMED_ROME_CODE'],
    [{ registeredOn: day('1967-07-13') }, null],
    [{ registeredOn: day('1967-07-12') }, 'REGISTERED_TOO_EARLY'],
    [{ registeredOn: day('2026-03-11') }, 'REGISTERED_IN_THE_FUTURE'],
  ])('with %j is refused with %s', (given, expected) => {
    expect(fileRefusal({ ...file, ...given }, day('2026-03-10'))).toBe(expected);
  });
});

describe('a file sent again', () => {
  const file = {
    adultId: 'a',
    category: 1,
    statisticalCategory: 'A' as const,
    romeCode: 'K1303',
    advisorId: 'me',
    registeredOn: day('2026-03-10'),
  };

  it('is the same with the same content', () => {
    expect(isSameFile(file, { ...file, registeredOn: day('2026-03-10') })).toBe(true);
  });

  it.each([
    [{ adultId: 'b' }],
    [{ category: 2 }],
    [{ statisticalCategory: null }],
    [{ romeCode: null }],
    [{ advisorId: 'you' }],
    [{ registeredOn: day('2026-03-09') }],
  ])('is another with %j', (given) => {
    expect(isSameFile(file, { ...file, ...given })).toBe(false);
  });
});

describe('the end of a file', () => {
  it.each([
    ['2026-03-02', null],
    ['2026-03-01', 'CLOSES_BEFORE_REGISTRATION'],
    ['2026-06-10', null],
    ['2026-06-11', 'CLOSES_TOO_FAR_AHEAD'],
  ])(
    'on %s, of one registered on 2 March and asked on 10 March, is refused with %s',
    (closedOn, expected) => {
      const file = { registeredOn: day('2026-03-02') };
      expect(closingRefusal(file, day(closedOn), day('2026-03-10'))).toBe(expected);
    },
  );
});

describe('another advisor', () => {
  it.each([
    [{}, null],
    [{ sub: 'advisor-lea' }, 'SAME_ADVISOR'],
    [{ role: 'CASEWORKER' as const }, 'UNSUITABLE_ADVISOR'],
    [{ departedOn: day('2026-03-10') }, 'DEPARTED_PROFESSIONAL'],
    [null, 'UNKNOWN_PROFESSIONAL'],
  ])('%j is refused with %s', (given, expected) => {
    const tom = { sub: 'advisor-tom', role: 'EMPLOYMENT_ADVISOR' as const, departedOn: null };
    const advisor = given && { ...tom, ...given };
    expect(advisorRefusal({ advisorId: 'advisor-lea' }, advisor, day('2026-03-10'))).toBe(expected);
  });
});

describe('another category', () => {
  const file = { category: 1, statisticalCategory: 'A' as const };
  it.each([
    [{ category: 2 }, null],
    [{ statisticalCategory: null }, null],
    [{}, 'SAME_CATEGORY'],
    [{ category: 0 }, 'CATEGORY_OUT_OF_RANGE'],
    [{ category: 11 }, 'CATEGORY_OUT_OF_RANGE'],
  ])('%j is refused with %s', (given, expected) => {
    expect(categoryRefusal(file, { ...file, ...given })).toBe(expected);
  });
});

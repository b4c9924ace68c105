import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import {
  askedFrom,
  type Confirmed,
  confirmationDueOn,
  confirmRefusal,
  hasLapsed,
  lapseAt,
  lapsesOn,
  noticeRefusal,
} from './confirmation.rules.ts';

const at = (text: string) => new Date(`${text}:00+01:00`);
const request = (facts: Partial<Confirmed> = {}): Confirmed => ({
  status: 'SUBMITTED',
  version: 2,
  lastDay: Temporal.PlainDate.from('2026-12-31'),
  confirmedAt: at('2026-03-02T10:00'),
  noticeSentAt: null,
  ...facts,
});
const asked = { version: 2, hasChildLeft: false };
const NOTICE = { noticeSentAt: new Date('2026-08-25T10:00:00+02:00') };

describe('the word of a family', () => {
  it('holds for six months, and is asked for two weeks before', () => {
    expect(String(confirmationDueOn(request()))).toBe('2026-09-02');
    expect(String(askedFrom(request()))).toBe('2026-08-19');
  });

  it('makes a request lapse thirty days after a notice, never without one nor before it is due', () => {
    expect([lapsesOn(request()), lapseAt(request())]).toEqual([null, null]);
    expect(String(lapsesOn(request(NOTICE)))).toBe('2026-09-24');
    const early = request({ noticeSentAt: new Date('2026-03-10T10:00:00+01:00') });
    expect(String(lapsesOn(early))).toBe('2026-09-02');
    expect(lapseAt(request(NOTICE))).toEqual(new Date('2026-09-24T00:00:00+02:00'));
  });

  it.each([
    [true, NOTICE, '2026-09-24T00:00:00+02:00'],
    [true, { ...NOTICE, status: 'ALTERNATIVE_PROPOSED' }, '2026-09-24T00:00:00+02:00'],
    [false, NOTICE, '2026-09-23T23:59:59+02:00'],
    [false, {}, '2027-09-24T00:00:00+02:00'],
    [false, { ...NOTICE, status: 'OFFERED' }, '2026-10-24T00:00:00+02:00'],
  ] as const)('has lapsed: %s', (expected, facts, now) => {
    expect(hasLapsed(request(facts), new Date(now))).toBe(expected);
  });

  it.each([
    [null, {}],
    [null, { status: 'ALTERNATIVE_PROPOSED' }],
    [null, { ...NOTICE, status: 'LAPSED' }],
    ['STALE_VERSION', { version: 3 }],
    ['NOT_WAITING', { status: 'OFFERED' }],
    ['NOT_WAITING', { status: 'WITHDRAWN' }],
    ['NEED_OVER', { ...NOTICE, status: 'LAPSED', lastDay: Temporal.PlainDate.from('2026-03-01') }],
  ] as const)('can be noted: %s', (refusal, facts) => {
    expect(confirmRefusal(request(facts), asked, at('2026-03-02T10:00'))).toBe(refusal);
  });

  it('makes no request wait again for a child who left', () => {
    const left = { version: 2, hasChildLeft: true };
    const lapsed = request({ ...NOTICE, status: 'LAPSED' });
    expect(confirmRefusal(lapsed, left, at('2026-03-02T10:00'))).toBe('NOT_WAITING');
  });

  it.each([
    [null, {}, '2026-08-19T08:00:00+02:00'],
    ['NOT_DUE_YET', {}, '2026-08-18T08:00:00+02:00'],
    ['NOTICE_SENT_ALREADY', NOTICE, '2026-09-01T08:00:00+02:00'],
    ['NOT_WAITING', { status: 'LAPSED' }, '2026-09-01T08:00:00+02:00'],
    ['STALE_VERSION', { version: 3 }, '2026-09-01T08:00:00+02:00'],
  ] as const)('can be asked for: %s', (refusal, facts, now) => {
    expect(noticeRefusal(request(facts), 2, new Date(now))).toBe(refusal);
  });
});

import { describe, expect, it } from '@jest/globals';
import { endOf, isOpenAt, lettersToGo, ofFile, worthTelling } from './emergency.rules.ts';

const at = (time: string): number => Date.parse(`2026-11-30T${time}:00Z`);
const until = '2026-11-30T10:15:00Z';

it('counts how much of the reason is missing, blanks aside', () => {
  expect(lettersToGo('')).toBe(30);
  expect(lettersToGo(`  ${'a b   '.repeat(5)}`)).toBe(11);
  expect(lettersToGo('Enfant seul devant la structure, mère injoignable')).toBe(0);
});

describe('an emergency', () => {
  it('is open until its end, or until it was ended', () => {
    expect(isOpenAt({ until, endedAt: null }, at('10:14'))).toBe(true);
    expect(isOpenAt({ until, endedAt: null }, at('10:15'))).toBe(false);
    expect(isOpenAt({ until, endedAt: '2026-11-30T10:05:00Z' }, at('10:06'))).toBe(false);
    expect(endOf({ until, endedAt: null })).toBe(until);
    expect(endOf({ until, endedAt: '2026-11-30T10:05:00Z' })).toBe('2026-11-30T10:05:00Z');
  });

  it('is found by its file, and by its id once its family is named no more', () => {
    const one = { id: 'one', until, endedAt: null, family: { reference: 'NAN-000001' } };
    const over = { id: 'two', until: '2026-11-30T09:00:00Z', endedAt: null, family: null };
    const all = [over, one];
    expect(ofFile(all, { reference: 'NAN-000001', remembered: undefined }, at('10:05'))).toBe(one);
    expect(ofFile(all, { reference: 'NAN-000002', remembered: 'two' }, at('10:05'))).toBe(over);
    expect(ofFile(all, { reference: 'NAN-000002', remembered: undefined }, at('10:05'))).toBeUndefined();
  });

  it('says nothing of a file that is read otherwise once it is over', () => {
    const over = { id: 'one', until, endedAt: null, family: { reference: 'NAN-000001' } };
    expect(ofFile([over], { reference: 'NAN-000001', remembered: undefined }, at('10:15'))).toBeUndefined();
    expect(ofFile([over], { reference: 'NAN-000001', remembered: 'one' }, at('10:15'))).toBe(over);
  });

  it('is told while it waits for its review, and for two weeks after', () => {
    const waiting = { until: '2026-01-01T10:00:00Z', endedAt: null, finding: null };
    const judged = { until, endedAt: null, finding: 'JUSTIFIED' };
    const long = { ...waiting, finding: 'JUSTIFIED' };
    expect(worthTelling([waiting, judged, long], at('10:20'))).toEqual([waiting, judged]);
  });
});

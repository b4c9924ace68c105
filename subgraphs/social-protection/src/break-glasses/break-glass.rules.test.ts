import { describe, expect, it } from '@jest/globals';
import { aBreakGlass } from './break-glass.builder.ts';
import {
  askingRefusal,
  breakGlassRefusal,
  endRefusal,
  followerBy,
  isOpenAt,
  reviewRefusal,
  untilFrom,
} from './break-glass.rules.ts';

const at = (text: string) => new Date(`2026-03-10T${text}Z`);
const began = at('09:00:00');
const access = aBreakGlass({ beganAt: began, until: untilFrom(began) });

describe('a file that was opened in an emergency', () => {
  it.each([
    ['09:00:00', true],
    ['09:14:59.999', true],
    ['09:15:00', false],
    ['09:15:00.001', false],
  ])('is read at %s: %s', (time, isOpen) => {
    expect(isOpenAt(access, at(time))).toBe(isOpen);
    expect(followerBy(access, at(time)) !== null).toBe(isOpen);
  });

  it('is read no longer once it was ended', () => {
    expect(isOpenAt({ ...access, endedAt: at('09:01:00') }, at('09:02:00'))).toBe(false);
  });

  it('is told with the moment of its end, and with days for whoever knows of days only', () => {
    const late = aBreakGlass({
      beganAt: new Date('2026-03-10T22:50:00Z'),
      until: new Date('2026-03-10T23:05:00Z'),
    });
    expect(followerBy(late, late.beganAt)).toEqual({
      ...{ sub: 'nora', relation: 'BREAK_GLASS', from: '2026-03-10', to: '2026-03-12' },
      until: '2026-03-10T23:05:00.000Z',
    });
  });
});

describe('breaking the glass', () => {
  const asking = (given: object) =>
    askingRefusal({
      reason: access.reason,
      user: { auth_time: began.getTime() / 1_000 },
      now: began,
      ...given,
    });

  it.each<[string, object, string | null]>([
    ['a fresh sign-in and a reason', {}, null],
    ['a sign-in of long ago', { now: at('09:05:01') }, 'SIGN_IN_AGAIN'],
    ['a token that says nothing of it', { user: {} }, 'SIGN_IN_AGAIN'],
    ['a reason of 29 characters', { reason: 'x'.repeat(29) }, 'REASON_TOO_SHORT'],
    ['a reason of 30 characters', { reason: 'x'.repeat(30) }, null],
    ['blanks', { reason: `x${' '.repeat(40)}x` }, 'REASON_TOO_SHORT'],
    ['a book', { reason: 'x'.repeat(4_001) }, 'TEXT_TOO_LONG'],
  ])('with %s', (_what, given, refusal) => {
    expect(asking(given)).toBe(refusal);
  });

  it('waits for the review of the last one of the same person, and is for who does not see the family', () => {
    const situation = { sub: 'nora', ofFamily: [], isSeen: false };
    const [waiting, reviewed] = [aBreakGlass(), aBreakGlass({ finding: 'JUSTIFIED' })];
    expect(breakGlassRefusal(situation)).toBeNull();
    expect(breakGlassRefusal({ ...situation, ofFamily: [reviewed] })).toBeNull();
    expect(breakGlassRefusal({ ...situation, ofFamily: [aBreakGlass({ sub: 'paul' })] })).toBeNull();
    expect(breakGlassRefusal({ ...situation, ofFamily: [reviewed, waiting], isSeen: true })).toBe(
      'NOT_REVIEWED_YET',
    );
    expect(breakGlassRefusal({ ...situation, isSeen: true })).toBe('SEEN_ALREADY');
  });
});

describe('ending it before time', () => {
  it('is for what is still read, as it was seen', () => {
    expect(endRefusal(access, 1, began)).toBeNull();
    expect(endRefusal(access, 2, began)).toBe('STALE_VERSION');
    expect(endRefusal(access, 1, access.until)).toBe('OVER_ALREADY');
  });
});

describe('reviewing it', () => {
  const review = (given: object = {}, said: object = {}) =>
    reviewRefusal(
      { ...access, ...given },
      { version: 1, finding: 'JUSTIFIED', remark: null, ...said },
      access.until,
    );

  it('is for what is over and was not reviewed, as it was seen', () => {
    expect(review()).toBeNull();
    expect(review({ finding: 'JUSTIFIED' })).toBe('REVIEWED_ALREADY');
    expect(review({ until: at('09:15:01') })).toBe('STILL_OPEN');
    expect(review({ version: 2 })).toBe('STALE_VERSION');
  });

  it('says what was not justified', () => {
    expect(review({}, { finding: 'NOT_JUSTIFIED' })).toBe('REMARK_NEEDED');
    expect(review({}, { finding: 'NOT_JUSTIFIED', remark: ' ' })).toBe('EMPTY_TEXT');
    expect(review({}, { finding: 'NOT_JUSTIFIED', remark: 'It was the neighbour’s file' })).toBeNull();
    expect(review({}, { remark: 'x'.repeat(4_001) })).toBe('TEXT_TOO_LONG');
  });
});

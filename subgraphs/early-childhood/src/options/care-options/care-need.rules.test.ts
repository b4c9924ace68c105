import { describe, expect, it } from '@jest/globals';
import { Gap } from '../../cover/childcare-cover/childcare-cover.ts';
import { kindByNotice, neededPart, needOfGap } from './care-need.rules.ts';
import { during, onTuesday } from './testing/option-facts.ts';

describe('a need', () => {
  const now = onTuesday('07:00');

  it('is an emergency when known less than two days ahead', () => {
    expect(kindByNotice(new Date('2026-03-05T06:59:00+01:00'), now)).toBe('EMERGENCY');
    expect(kindByNotice(new Date('2026-03-05T07:00:00+01:00'), now)).toBe('SHORT_TERM');
  });

  it('is what can be booked of it', () => {
    expect(neededPart(during('09:10', '12:00'), now)).toEqual(during('09:00', '12:00'));
    const untilMidnight = { startsAt: onTuesday('20:00'), endsAt: new Date('2026-03-04T00:00:00+01:00') };
    expect(neededPart(untilMidnight, now)).toEqual(untilMidnight);
  });

  it.each([
    ['ENDS_BEFORE_IT_STARTS', during('10:00', '10:00')],
    ['NOT_WITHIN_ONE_DAY', { startsAt: onTuesday('20:00'), endsAt: new Date('2026-03-04T00:10:00+01:00') }],
    ['OVER_ALREADY', during('05:00', '06:30')],
  ])('may be none: %s', (problem, asked) => {
    expect(neededPart(asked, now)).toEqual({ problem });
  });

  it('of a gap is what can still be booked of it, at the kind that its notice allows', () => {
    const gap = { childId: 'tom', familyId: 'martin' };
    const asGap = (from: string, to: string) => Object.assign(new Gap(), gap, during(from, to));
    expect(needOfGap(asGap('09:10', '12:00'), now)).toMatchObject({
      ...gap,
      ...during('09:00', '12:00'),
      kind: 'EMERGENCY',
    });
    expect(needOfGap(asGap('05:00', '06:30'), now)).toBeNull();
  });
});

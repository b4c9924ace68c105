import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import {
  adultsNeeded,
  type CountedStay,
  isThreeOn,
  presenceOf,
  staffingDuring,
  walksOn,
} from './adults-needed.rules.ts';

const group = (walking: number, notWalking: number, three = 0) => [
  ...Array.from({ length: walking }, (_, index) => ({ walks: true, isThree: index < three })),
  ...Array.from({ length: notWalking }, () => ({ walks: false, isThree: false })),
];
const at = (time: string) => new Date(`2026-03-03T${time}:00+01:00`);

describe('the adults that children need', () => {
  it.each([
    ['CRECHE', 'BY_WALKING', group(0, 0), 0],
    ['CRECHE', 'BY_WALKING', group(1, 0), 2],
    ['CRECHE', 'BY_WALKING', group(0, 10), 2],
    ['CRECHE', 'BY_WALKING', group(0, 11), 3],
    ['CRECHE', 'BY_WALKING', group(16, 0), 2],
    ['CRECHE', 'BY_WALKING', group(17, 0), 3],
    ['CRECHE', 'BY_WALKING', group(8, 10), 3],
    ['CRECHE', 'BY_WALKING', group(8, 11), 4],
    ['MULTI_PURPOSE', 'ONE_FOR_SIX', group(6, 12), 3],
    ['MULTI_PURPOSE', 'ONE_FOR_SIX', group(7, 12), 4],
    ['MICRO_CRECHE', 'ONE_FOR_SIX', group(0, 3), 1],
    ['MICRO_CRECHE', 'ONE_FOR_SIX', group(0, 4), 2],
    ['KINDERGARTEN', 'BY_WALKING', group(30, 0, 30), 2],
    ['KINDERGARTEN', 'BY_WALKING', group(31, 0, 31), 3],
    ['KINDERGARTEN', 'BY_WALKING', group(15, 6, 15), 2],
    ['KINDERGARTEN', 'BY_WALKING', group(18, 12, 15), 4],
    ['FAMILY_CRECHE', 'BY_WALKING', group(3, 9), null],
  ] as const)('in a %s by %s', (kind, ratio, children, adults) => {
    expect(adultsNeeded(children, { kind, ratio })).toBe(adults);
  });

  it('walk once somebody said so, and are three from their birthday on', () => {
    const [day, before] = [Temporal.PlainDate.from('2026-03-03'), Temporal.PlainDate.from('2026-03-02')];
    expect([walksOn(null, day), walksOn(day, day), walksOn(day, before)]).toEqual([false, true, false]);
    const born = Temporal.PlainDate.from('2023-03-03');
    expect([isThreeOn(null, day), isThreeOn(born, day), isThreeOn(born, before)]).toEqual([
      false,
      true,
      false,
    ]);
  });
});

describe('half an hour', () => {
  const stay = (facts: Partial<CountedStay> = {}): CountedStay => ({
    ...{ status: 'CONFIRMED', startsAt: at('09:00'), endsAt: at('12:00'), arrivedAt: null, leftAt: null },
    child: { walks: false, isThree: false },
    ...facts,
  });
  const centre = { kind: 'MICRO_CRECHE', ratio: 'BY_WALKING' } as const;
  const during = (...stays: CountedStay[]) =>
    staffingDuring({ startsAt: at('11:30'), endsAt: at('12:00') }, stays, centre);

  it('counts who is there as was noted, and who is expected where nothing was', () => {
    expect(presenceOf(stay({ status: 'ABSENT' }))).toBeNull();
    expect(presenceOf(stay({ status: 'HELD' }))).toBeNull();
    expect(presenceOf(stay({ arrivedAt: at('12:10') }))).toBeNull();
    expect(presenceOf(stay({ status: 'ATTENDED', arrivedAt: at('08:50'), leftAt: at('11:00') }))).toEqual({
      ...{ startsAt: at('08:50'), endsAt: at('11:00') },
    });
    expect(during()).toEqual({ children: 0, notWalking: 0, adultsNeeded: 0 });
    expect(during(stay(), stay({ status: 'ATTENDED', leftAt: at('11:20') }))).toMatchObject({ children: 1 });
  });

  it('is told by the moment that takes most adults', () => {
    const walking = { walks: true, isThree: false };
    const leaving = stay({ status: 'ATTENDED', leftAt: at('11:40') });
    const coming = stay({
      startsAt: at('11:30'),
      arrivedAt: at('11:40'),
      status: 'ATTENDED',
      child: walking,
    });
    expect(during(stay(), stay(), leaving)).toEqual({ children: 3, notWalking: 3, adultsNeeded: 1 });
    expect(during(stay(), stay(), leaving, coming)).toEqual({ children: 3, notWalking: 3, adultsNeeded: 1 });
    expect(during(stay(), stay(), stay(), leaving, coming)).toMatchObject({ children: 4, adultsNeeded: 2 });
    expect(
      staffingDuring({ startsAt: at('11:30'), endsAt: at('12:00') }, [stay()], {
        ...centre,
        kind: 'FAMILY_CRECHE',
      }),
    ).toEqual({ children: 1, notWalking: 1, adultsNeeded: null });
    const later = stay({ startsAt: at('11:40') });
    expect(
      staffingDuring({ startsAt: at('11:30'), endsAt: at('12:00') }, [stay(), later], {
        ...centre,
        kind: 'FAMILY_CRECHE',
      }),
    ).toEqual({ children: 2, notWalking: 2, adultsNeeded: null });
  });
});

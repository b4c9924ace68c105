import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { onWorkingDays } from '../../centres/centres/weekly-hours.builder.ts';
import { bornOn, expectedOn } from '../../families/families/age.builder.ts';
import { type BookingFacts, cancelRefusal, isWithinHours, refusalReason } from './booking.rules.ts';
import type { BookingStatus } from './booking-status.ts';
import type { Stay } from './places.rules.ts';

const at = (time: string): Date => new Date(`2026-03-03T${time}:00+01:00`);
const day = (text: string) => Temporal.PlainDate.from(text);

const care = (facts: Partial<Stay> = {}): Stay => ({
  childId: 'tom',
  sectionId: 'big-ones',
  kind: 'SHORT_TERM',
  startsAt: at('09:00'),
  endsAt: at('12:00'),
  ...facts,
});

/** A Tuesday morning that can be booked; each test spoils one thing. */
const facts = (spoilt: Partial<BookingFacts> = {}): BookingFacts => ({
  now: new Date('2026-03-02T10:00:00+01:00'),
  care: care(),
  familyId: 'lefort',
  familiesOfChild: ['lefort'],
  milestoneFamilyId: undefined,
  ...bornOn('2024-06-01'),
  section: { minAgeMonths: 12, maxAgeMonths: 36, places: 2 },
  centre: {
    authorisedPlaces: 10,
    careKinds: ['SHORT_TERM', 'LONG_TERM', 'EMERGENCY'],
    openingHours: onWorkingDays('08:00', '18:00'),
  },
  closures: [],
  othersInCentre: [],
  othersOfChild: [],
  ...spoilt,
});

const inDays = (text: string) => ({
  startsAt: new Date(`${text}T09:00:00+01:00`),
  endsAt: new Date(`${text}T10:00:00+01:00`),
});

const others = (count: number, spoilt: Partial<Stay> = {}): Stay[] =>
  Array.from({ length: count }, (_, index) => care({ childId: `other-${index}`, ...spoilt }));

describe('care that nobody can mean', () => {
  const open = {
    authorisedPlaces: 10,
    careKinds: ['SHORT_TERM'],
    openingHours: onWorkingDays('06:00', '22:00'),
  } as const;
  it.each([
    ['lasts 12 hours', care({ startsAt: at('07:00'), endsAt: at('19:00') }), null],
    ['lasts 14 hours', care({ startsAt: at('07:00'), endsAt: at('21:00') }), 'STAY_TOO_LONG'],
    ['is two years ahead', care(inDays('2028-03-02')), null],
    ['is further ahead', care(inDays('2028-03-03')), 'TOO_FAR_AHEAD'],
  ])('%s', (_case, wanted, refusal) => {
    expect(
      refusalReason(
        facts({ care: wanted, centre: open, section: { minAgeMonths: 12, maxAgeMonths: 60, places: 2 } }),
      ),
    ).toBe(refusal);
  });
});

describe('care that can be booked', () => {
  it('is not refused', () => expect(refusalReason(facts())).toBeNull());

  it('may serve a milestone of either family of the child', () => {
    const shared = facts({
      familiesOfChild: ['lefort', 'martin'],
      familyId: 'martin',
      milestoneFamilyId: 'martin',
    });
    expect(refusalReason(shared)).toBeNull();
  });

  it('may be an emergency that starts at once', () => {
    expect(refusalReason(facts({ now: at('09:00'), care: care({ kind: 'EMERGENCY' }) }))).toBeNull();
  });

  it('may touch other care of the child and start when the section empties', () => {
    const before = others(2, { startsAt: at('08:00'), endsAt: at('09:00') });
    expect(refusalReason(facts({ othersInCentre: before }))).toBeNull();
  });

  it('may be long-term from next Monday on', () => {
    const monday = care({
      kind: 'LONG_TERM',
      startsAt: new Date('2026-03-09T09:00:00+01:00'),
      endsAt: new Date('2026-03-09T12:00:00+01:00'),
    });
    expect(refusalReason(facts({ care: monday }))).toBeNull();
  });

  it('may put an emergency in a full section, up to 115 % of the centre', () => {
    const emergency = care({ kind: 'EMERGENCY' });
    expect(refusalReason(facts({ care: emergency, othersInCentre: others(10) }))).toBeNull();
    expect(refusalReason(facts({ care: emergency, othersInCentre: others(11) }))).toBe('CENTRE_FULL');
  });
});

describe('care is refused', () => {
  it.each<[string, Partial<BookingFacts>]>([
    ['CHILD_OF_ANOTHER_FAMILY', { familyId: 'martin' }],
    ['UNKNOWN_MILESTONE', { milestoneFamilyId: null }],
    ['MILESTONE_OF_ANOTHER_FAMILY', { milestoneFamilyId: 'martin' }],
    ['ENDS_BEFORE_IT_STARTS', { care: care({ endsAt: at('09:00') }) }],
    ['NOT_ON_THE_HALF_HOUR', { care: care({ startsAt: at('09:15') }) }],
    ['NOT_ON_THE_HALF_HOUR', { care: care({ endsAt: at('11:59') }) }],
    ['STARTS_IN_THE_PAST', { now: at('09:01') }],
    ['STARTS_BEFORE_NEXT_MONDAY', { care: care({ kind: 'LONG_TERM' }) }],
    ['CARE_KIND_NOT_OFFERED', { care: care({ kind: 'FLEXIBLE' }) }],
    ['OUTSIDE_OPENING_HOURS', { care: care({ endsAt: at('18:30') }) }],
    ['OUTSIDE_OPENING_HOURS', { now: at('05:00'), care: care({ startsAt: at('07:30') }) }],
    ['CENTRE_CLOSED', { closures: [{ startsOn: day('2026-03-02'), endsOn: day('2026-03-03') }] }],
    [
      'CENTRE_CLOSED',
      {
        closures: [
          {
            startsOn: day('2026-03-03'),
            endsOn: day('2026-03-03'),
            closesAt: Temporal.PlainTime.from('11:30'),
          },
        ],
      },
    ],
    ['CHILD_TOO_YOUNG', expectedOn('2026-03-10')],
    ['CHILD_TOO_YOUNG', bornOn('2025-03-04')],
    ['CHILD_TOO_OLD', bornOn('2023-03-03')],
    ['CHILD_ALREADY_BOOKED', { othersOfChild: [care()] }],
    ['SECTION_FULL', { othersInCentre: others(2) }],
    ['CENTRE_FULL', { othersInCentre: others(10, { sectionId: 'small-ones' }) }],
  ])('as %s', (reason, spoilt) => expect(refusalReason(facts(spoilt))).toBe(reason));

  it('of an expected child by the age it will have if born as expected', () => {
    const section = { minAgeMonths: 3, maxAgeMonths: 36, places: 2 };
    expect(refusalReason(facts({ section, ...expectedOn('2025-12-04') }))).toBe('CHILD_TOO_YOUNG');
    expect(refusalReason(facts({ section, ...expectedOn('2025-12-03') }))).toBeNull();
  });

  it('under 10 weeks even where a section takes younger ones', () => {
    const section = { minAgeMonths: 0, maxAgeMonths: 36, places: 2 };
    expect(refusalReason(facts({ section, ...bornOn('2025-12-24') }))).toBe('CHILD_TOO_YOUNG');
    expect(refusalReason(facts({ section, ...bornOn('2025-12-23') }))).toBeNull();
  });

  it('from the 6th birthday even where a section takes older ones', () => {
    const section = { minAgeMonths: 0, maxAgeMonths: 90, places: 2 };
    expect(refusalReason(facts({ section, ...bornOn('2020-03-03') }))).toBe('CHILD_TOO_OLD');
    expect(refusalReason(facts({ section, ...bornOn('2020-03-04') }))).toBeNull();
  });
});

describe('opening hours', () => {
  it('do not reach over midnight', () => {
    const overnight = { startsAt: at('17:00'), endsAt: new Date('2026-03-04T09:00:00+01:00') };
    expect(isWithinHours(overnight, onWorkingDays('08:00', '18:00'))).toBe(false);
  });

  it('are those of the weekday', () => {
    const saturday = {
      startsAt: new Date('2026-03-07T09:00:00+01:00'),
      endsAt: new Date('2026-03-07T10:00:00+01:00'),
    };
    expect(isWithinHours(saturday, onWorkingDays('08:00', '18:00'))).toBe(false);
  });

  it('are local time on both sides of a change of clocks', () => {
    const summer = {
      startsAt: new Date('2026-03-30T06:00:00Z'),
      endsAt: new Date('2026-03-30T16:00:00Z'),
    };
    expect(isWithinHours(summer, onWorkingDays('08:00', '18:00'))).toBe(true);
  });
});

describe('a cancellation', () => {
  const booking = (status: BookingStatus) => ({ ...care(), status, version: 3 });
  const asked = { version: 3, reason: 'Entretien reporté' };
  const now = at('08:00');

  it.each<[string | null, Parameters<typeof cancelRefusal>]>([
    [null, [booking('CONFIRMED'), asked, now]],
    [null, [booking('HELD'), asked, now]],
    ['REASON_MISSING', [booking('CONFIRMED'), { ...asked, reason: ' ' }, now]],
    ['ALREADY_CANCELLED', [booking('CANCELLED'), asked, now]],
    ['ALREADY_ENDED', [booking('CONFIRMED'), asked, at('12:00')]],
    ['ALREADY_ATTENDED', [booking('ATTENDED'), asked, now]],
    ['STALE_VERSION', [booking('CONFIRMED'), { ...asked, version: 2 }, now]],
  ])('answers %s', (reason, [stored, cancellation, instant]) => {
    expect(cancelRefusal(stored, cancellation, instant)).toBe(reason);
  });
});

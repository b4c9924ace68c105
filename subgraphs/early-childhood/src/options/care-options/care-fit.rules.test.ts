import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { usualSettings } from '../../centres/city-settings/city-settings.rules.ts';
import { bornOn, expectedOn } from '../../families/families/age.builder.ts';
import { demandOf, fitOf, lastingMisses, neededPart, needOfGap } from './care-fit.rules.ts';
import type { CentreFacts, Fullness } from './option-facts.ts';
import {
  centreWith,
  during,
  fullnessWith,
  needWith,
  onTuesday,
  sectionWith,
} from './testing/option-facts.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const opening = (opensAt: string) => {
  const days = {
    startsOn: Temporal.PlainDate.from('2026-03-03'),
    endsOn: Temporal.PlainDate.from('2026-03-03'),
  };
  return { closures: [{ ...days, opensAt: Temporal.PlainTime.from(opensAt) }] };
};
const closure = (startsOn: string, endsOn: string): Partial<CentreFacts> => ({
  closures: [{ startsOn: day(startsOn), endsOn: day(endsOn) }],
});

describe('a need', () => {
  const now = onTuesday('07:00');

  it('is what can be booked of it', () => {
    const planned = { kind: 'SHORT_TERM' } as const;
    expect(neededPart({ ...planned, ...during('09:10', '12:00') }, now)).toEqual(during('09:00', '12:00'));
    const untilMidnight = { startsAt: onTuesday('20:00'), endsAt: new Date('2026-03-04T00:00:00+01:00') };
    expect(neededPart({ ...planned, ...untilMidnight }, now)).toEqual(untilMidnight);
  });

  it('starts with the half-hour that runs when it cannot wait', () => {
    const running = during('06:10', '08:00');
    const at = onTuesday('06:50');
    expect(neededPart({ kind: 'EMERGENCY', ...running }, at)).toEqual(during('06:30', '08:00'));
    expect(neededPart({ kind: 'FLEXIBLE', ...running }, at)).toEqual(during('07:00', '08:00'));
  });

  it.each([
    ['ENDS_BEFORE_IT_STARTS', during('10:00', '10:00')],
    ['NOT_WITHIN_ONE_DAY', { startsAt: onTuesday('20:00'), endsAt: new Date('2026-03-04T00:10:00+01:00') }],
    ['OVER_ALREADY', during('05:00', '06:30')],
  ])('may be none: %s', (problem, asked) => {
    expect(neededPart({ kind: 'SHORT_TERM', ...asked }, now)).toEqual({ problem });
  });

  it('of a gap is what can still be booked of it, at the kind that its notice allows', () => {
    const gap = { childId: 'tom', familyId: 'martin' };
    const asGap = (from: string, to: string) => ({ ...gap, ...during(from, to) });
    expect(needOfGap(asGap('09:10', '12:00'), now, usualSettings)).toMatchObject({
      ...gap,
      ...during('09:00', '12:00'),
      kind: 'EMERGENCY',
    });
    expect(needOfGap(asGap('05:00', '06:30'), now, usualSettings)).toBeNull();
  });
});

describe('what keeps a section from being an option for good', () => {
  const misses = (
    facts = needWith(),
    centre: Partial<CentreFacts> = {},
    section: Parameters<typeof sectionWith>[0] = {},
  ) => lastingMisses(demandOf(facts), centreWith(centre), sectionWith(section));

  it('is nothing in the ordinary case', () => {
    expect(misses()).toEqual([]);
  });

  it.each([
    ['STARTS_BEFORE_NEXT_MONDAY', needWith({ kind: 'LONG_TERM' }), {}, {}],
    ['CHILD_ALREADY_BOOKED', needWith({}, { busy: [during('08:00', '13:00')] }), {}, {}],
    ['CARE_KIND_NOT_OFFERED', needWith(), { careKinds: ['EMERGENCY'] as const }, {}],
    ['OUTSIDE_OPENING_HOURS', needWith(during('18:00', '19:00')), {}, {}],
    ['CENTRE_CLOSED', needWith(), closure('2026-03-03', '2026-03-03'), {}],
    ['CENTRE_CLOSED', needWith(), opening('12:00'), {}],
    ['CHILD_TOO_YOUNG', needWith({}, expectedOn('2026-01-01')), {}, {}],
    ['CHILD_TOO_YOUNG', needWith({}, bornOn('2025-12-24')), {}, { minAgeMonths: 0 }],
    ['CHILD_TOO_YOUNG', needWith(), {}, { minAgeMonths: 22 }],
    ['CHILD_TOO_OLD', needWith(), {}, { maxAgeMonths: 21 }],
    ['CHILD_TOO_OLD', needWith({}, bornOn('2020-03-03')), {}, { maxAgeMonths: 99 }],
    ['FACILITY_MISSING', needWith({ facilities: ['GARDEN'] }), {}, {}],
  ] as const)('can be %s', (reason, facts, centre, section) => {
    expect(misses(facts, centre, section)).toEqual([reason]);
  });

  it.each([
    ['long-term care from next Monday', needWith({ kind: 'LONG_TERM' }), {}, {}, '2026-02-27T10:00:00Z'],
    ['the day after a closure', needWith(), closure('2026-03-01', '2026-03-02'), {}],
    ['the day before a closure', needWith(), closure('2026-03-04', '2026-03-06'), {}],
    ['a day of which a part is closed', needWith(), opening('11:30'), {}],
    ['10 weeks to the day', needWith({}, bornOn('2025-12-23')), {}, {}],
    ['the last day before the 6th birthday', needWith({}, bornOn('2020-03-04')), {}, {}],
  ])('is nothing for %s', (_case, facts, centre, section, now = '2026-03-02T10:00:00Z') => {
    expect(misses({ ...facts, now: new Date(now) }, centre, section)).toEqual([]);
  });
});

describe('the stretch a section can take', () => {
  it('ends where the centre closes, or begins where it opens, on that day', () => {
    const need = demandOf(needWith());
    expect(fitOf(need, centreWith(opening('10:30')), sectionWith(), fullnessWith({}))).toEqual({
      stretch: during('10:30', '12:00'),
    });
  });

  const stretchOf = (fullness: Partial<Fullness> = {}, need = needWith()) =>
    fitOf(demandOf(need), centreWith(), sectionWith(), fullnessWith(fullness));
  const emergency = needWith({ kind: 'EMERGENCY' });
  const sectionFull = (from: string, to: string) => ({
    sections: [
      { sectionId: 'section', ...during(from, to) },
      { sectionId: 'another', ...during('08:00', '18:00') },
    ],
  });

  it('is all of it when places are free', () => {
    expect(stretchOf()).toEqual({ stretch: during('09:00', '12:00') });
  });

  it('is the longest that is open, free and not booked elsewhere', () => {
    const early = needWith(during('06:00', '12:00'), { busy: [during('11:00', '12:00')] });
    expect(stretchOf(sectionFull('08:30', '09:00'), early)).toEqual({ stretch: during('09:00', '11:00') });
  });

  it.each([
    ['SECTION_FULL', sectionFull('09:00', '12:00')],
    ['CENTRE_FULL', { planned: [during('09:00', '12:00')] }],
    ['CENTRE_FULL', { everyone: [during('09:00', '12:00')] }],
  ])('is none: %s', (reason, fullness) => {
    expect(stretchOf(fullness)).toEqual({ reason, full: expect.objectContaining(during('09:00', '12:00')) });
  });

  it('is all of it for an emergency while 115 % are not reached', () => {
    const full = { ...sectionFull('09:00', '12:00'), planned: [during('09:00', '12:00')] };
    expect(stretchOf(full, emergency)).toEqual({ stretch: during('09:00', '12:00') });
    expect(stretchOf({ everyone: [during('08:00', '18:00')] }, emergency)).toMatchObject({
      reason: 'CENTRE_FULL',
    });
  });

  it('is none when the week has no hours left, or the child is booked all the while', () => {
    expect(stretchOf({ weekMinutesLeft: 179 })).toEqual({ reason: 'CENTRE_WEEK_FULL', full: undefined });
    const booked = needWith(during('07:00', '12:00'), { busy: [during('08:00', '12:00')] });
    expect(stretchOf({}, booked)).toEqual({ reason: 'CHILD_ALREADY_BOOKED', full: undefined });
  });
});

describe('a day on which a centre is closed', () => {
  const closed = centreWith(closure('2026-03-03', '2026-03-03'));

  it('has no open part, within its usual hours and outside of them', () => {
    const within = demandOf(needWith());
    expect([within.openPartsOf(closed), within.isClosedIn(closed)]).toEqual([[], true]);
    const outside = demandOf(needWith(during('03:00', '04:00')));
    expect([outside.openPartsOf(closed), outside.isClosedIn(closed)]).toEqual([[], true]);
  });
});

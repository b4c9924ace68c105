import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { kindsOn, nextWorkingDay, partOf, toldOn } from './care-desk.rules.ts';
import { CareDeskKind } from './care-desk-kind.ts';

const all = Object.values(CareDeskKind);

describe('a desk', () => {
  it('has its own kinds, of those that are asked for', () => {
    expect(kindsOn('STAFF', all, null)).toEqual([
      ...['SECTION_AGE_ENDS', 'ARRIVAL', 'ABSENCE', 'STAFF_LACKING', 'CLOSURE'],
    ]);
    expect(kindsOn('STAFF', all, ['OFFER_OPEN', 'ARRIVAL'])).toEqual(['ARRIVAL']);
    expect(kindsOn('COORDINATORS', all, [])).toEqual([]);
    expect(new Set([...kindsOn('COORDINATORS', all, null), ...kindsOn('STAFF', all, null)])).toEqual(
      new Set(all),
    );
  });

  it('says what its reader can do', () => {
    expect(toldOn('COORDINATORS', 'SECTION_AGE_ENDS').actions).toEqual(['CHANGE_PLACEMENT']);
    expect(toldOn('STAFF', 'SECTION_AGE_ENDS')).toEqual({ subjectType: 'Placement', actions: [] });
    expect(toldOn('STAFF', 'OFFER_OPEN')).toEqual({ subjectType: '', actions: [] });
  });

  it('tells what comes on several days apart', () => {
    const startsAt = new Date('2026-03-03T23:30:00Z');
    expect([partOf({ kind: 'ABSENCE', startsAt }), partOf({ kind: 'ARRIVAL', startsAt })]).toEqual([
      ' 2026-03-04',
      '',
    ]);
  });

  it.each([
    ['2026-03-02', '2026-03-03'],
    ['2026-03-05', '2026-03-06'],
    ['2026-03-06', '2026-03-09'],
    ['2026-03-07', '2026-03-09'],
    ['2026-03-08', '2026-03-09'],
    // Easter Monday; the 1st of May, a Friday; Ascension, a Thursday; New Year’s Day, then a weekend.
    ['2026-04-03', '2026-04-07'],
    ['2026-04-30', '2026-05-04'],
    ['2026-05-13', '2026-05-15'],
    ['2026-12-31', '2027-01-04'],
  ])('of %s looks ahead to %s', (today, until) => {
    expect(nextWorkingDay(Temporal.PlainDate.from(today)).toString()).toBe(until);
  });
});

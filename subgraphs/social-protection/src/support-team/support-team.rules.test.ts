import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import {
  currentAndComing,
  handOverRefusal,
  hasDays,
  isMemberOn,
  isSameJoining,
  joinRefusal,
  leadsFrom,
  leaveRefusal,
} from './support-team.rules.ts';
import { aMember } from './support-team-member.builder.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const TODAY = day('2026-03-10');
const LEAD = { id: 'l', role: 'CASEWORKER' } as const;
const COORDINATOR = { id: 'c', role: 'CARE_COORDINATOR' } as const;
const ended = (to: string) => aMember({ to: day(to) });

describe('a membership', () => {
  it('holds from its first day to the day before its end', () => {
    const member = ended('2026-02-01');
    const on = ['2026-01-04', '2026-01-05', '2026-01-31', '2026-02-01'].map((each) =>
      isMemberOn(member, day(each)),
    );
    expect(on).toEqual([false, true, true, false]);
    expect(isMemberOn(aMember(), TODAY)).toBe(true);
  });

  it('that ended on its first day never counted', () => {
    expect([hasDays(ended('2026-01-05')), hasDays(ended('2026-01-06')), hasDays(aMember())]).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('is told to the others while it lasts', () => {
    const [over, lasting] = [ended('2026-03-10'), ended('2026-03-11')];
    const open = aMember();
    expect(currentAndComing([over, lasting, open], TODAY)).toEqual([lasting, open]);
  });
});

describe('joining', () => {
  const joining = { familyId: 'f', professionalId: 'p', isLead: false, from: TODAY };

  it.each([
    ['nobody else is there', {}, [], null],
    ['others are there', {}, [aMember()], null],
    ['the first day is 30 days ago', { from: day('2026-02-08') }, [], null],
    ['the first day is 31 days ago', { from: day('2026-02-07') }, [], 'FROM_TOO_LONG_AGO'],
    ['the first day lies ahead', { from: day('2026-03-11') }, [], 'FROM_IN_THE_FUTURE'],
    ['the professional is there', {}, [aMember({ professionalId: 'p' })], 'ALREADY_MEMBER'],
    ['the professional has left', {}, [{ ...ended('2026-03-10'), professionalId: 'p' }], null],
    [
      'the professional was there meanwhile',
      { from: day('2026-02-20') },
      [{ ...ended('2026-02-21'), professionalId: 'p' }],
      'ALREADY_MEMBER',
    ],
    ['another leads', { isLead: true }, [aMember({ isLead: true })], 'LEAD_IS_TAKEN'],
    ['nobody leads', { isLead: true }, [aMember()], null],
  ])('when %s', (_when, given, team, refusal) => {
    expect(joinRefusal({ ...joining, ...given }, COORDINATOR, team, TODAY)).toBe(refusal);
  });

  const led = [aMember({ isLead: true, professionalId: 'l' })];
  const caseworker = { id: 'p', role: 'CASEWORKER' } as const;
  it.each([
    ['the lead adds a colleague', LEAD, led, null],
    ['a coordinator adds somebody to a team that is led', COORDINATOR, led, 'ONLY_THE_LEAD_ADDS'],
    ['a coordinator adds somebody where nobody leads', COORDINATOR, [aMember()], null],
    [
      'a member adds somebody where nobody leads',
      LEAD,
      [aMember({ professionalId: 'l' })],
      'ONLY_THE_LEAD_ADDS',
    ],
    ['a caseworker takes a family that nobody follows', caseworker, [ended('2026-03-10')], null],
    ['a caseworker joins a family that is followed', caseworker, led, 'ASK_TO_JOIN'],
    ['a coordinator joins where nobody leads', { ...COORDINATOR, id: 'p' }, [], 'ASK_TO_JOIN'],
    ['an advisor joins', { id: 'p', role: 'EMPLOYMENT_ADVISOR' } as const, [], 'ASK_TO_JOIN'],
  ])('when %s', (_when, actor, team, refusal) => {
    expect(joinRefusal(joining, actor, team, TODAY)).toBe(refusal);
  });

  it('makes a caseworker the lead where nobody has led since', () => {
    const formerly = { ...ended('2026-03-01'), isLead: true };
    expect(leadsFrom('CASEWORKER', [aMember(), formerly], TODAY)).toBe(true);
    expect(leadsFrom('CASEWORKER', [formerly], day('2026-02-28'))).toBe(false);
    expect(leadsFrom('CASEWORKER', led, TODAY)).toBe(false);
    expect(leadsFrom('CARE_COORDINATOR', [], TODAY)).toBe(false);
  });

  it('again is the same when everything is', () => {
    const member = aMember({ ...joining });
    expect(isSameJoining(member, joining)).toBe(true);
    for (const other of [
      { familyId: 'g' },
      { professionalId: 'q' },
      { isLead: true },
      { from: day('2026-03-09') },
    ]) {
      expect(isSameJoining(member, { ...joining, ...other })).toBe(false);
    }
    expect(isSameJoining({ ...member, isLead: true }, joining)).toBe(true);
  });
});

describe('leaving', () => {
  const member = aMember({ professionalId: 'm' });
  const lead = aMember({ isLead: true, professionalId: 'l' });

  it.each([
    ['a member of a team', member, {}, [member, lead], null],
    ['a lead of others', lead, {}, [member, lead], 'HAND_OVER_FIRST'],
    ['a lead who is alone', lead, {}, [lead, ended('2026-02-01')], null],
    ['one seen in another version', member, { version: 2 }, [member], 'STALE_VERSION'],
    ['one who left', ended('2026-02-01'), {}, [], 'ALREADY_LEFT'],
    ['one before joining', member, { on: day('2026-01-04') }, [member], 'LEAVES_BEFORE_JOINING'],
    ['one tomorrow', member, { on: day('2026-03-11') }, [member], 'LEAVES_IN_THE_FUTURE'],
  ])('of %s', (_who, who, given, team, refusal) => {
    const self = { id: who.professionalId, role: 'CASEWORKER' } as const;
    expect(leaveRefusal(who, self, { version: 1, on: TODAY, ...given }, team, TODAY)).toBe(refusal);
  });

  it.each([
    ['the lead', LEAD, [member, lead], null],
    ['another member', { ...LEAD, id: 'o' }, [member, lead], 'ONLY_THE_LEAD_REMOVES'],
    ['a coordinator where somebody leads', COORDINATOR, [member, lead], 'ONLY_THE_LEAD_REMOVES'],
    ['a coordinator where nobody leads', COORDINATOR, [member], null],
  ])('is decided for a member by %s', (_whom, actor, team, refusal) => {
    expect(leaveRefusal(member, actor, { version: 1, on: TODAY }, team, TODAY)).toBe(refusal);
  });
});

describe('handing over', () => {
  const lead = aMember({ familyId: 'f', isLead: true });
  const next = aMember({ familyId: 'f' });

  it.each([
    ['from the lead to a member', lead, next, 1, null],
    ['seen in another version', lead, next, 2, 'STALE_VERSION'],
    ['to another family', lead, aMember(), 1, 'ANOTHER_FAMILY'],
    ['from one who does not lead', next, lead, 1, 'NOT_THE_LEAD'],
    ['from one who left', { ...lead, to: TODAY }, next, 1, 'ALREADY_LEFT'],
    ['to one who left', lead, { ...next, to: TODAY }, 1, 'ALREADY_LEFT'],
    ['to oneself', lead, lead, 1, 'LEAD_ALREADY'],
  ])('%s', (_how, from, to, version, refusal) => {
    expect(handOverRefusal(from, to, { id: from.professionalId }, version)).toBe(refusal);
  });

  it('is done by the lead alone', () => {
    expect(handOverRefusal(lead, next, { id: next.professionalId }, 1)).toBe('ONLY_THE_LEAD_HANDS_OVER');
  });
});

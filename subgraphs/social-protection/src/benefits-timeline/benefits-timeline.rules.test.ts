import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { aBreakGlass } from '../break-glasses/break-glass.builder.ts';
import { anEntitlementFile } from '../entitlements/entitlement-file.builder.ts';
import { aReferral } from '../referrals/referral.builder.ts';
import { aMember } from '../support-team/support-team-member.builder.ts';
import { behind, happenings, type TimelineFacts } from './benefits-timeline.rules.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const told = (given: Partial<TimelineFacts>, today = '2026-06-01') => {
  const nothing = {
    files: [],
    resources: [],
    team: [],
    referrals: [],
    tasks: [],
    broken: [],
    handedOn: [],
    information: [],
    parted: [],
  };
  const all = happenings({ ...nothing, ...given }, day(today));
  return all.map(({ kind, at }) => `${at.toISOString().slice(0, 10)} ${kind}`);
};

describe('the timeline tells', () => {
  it('each state that held, and what changed within one', () => {
    const file = anEntitlementFile({
      states: [
        { state: 'PENDING', from: '2026-01-05' },
        { state: 'SUSPENDED', from: '2026-02-05' },
        { state: 'OPEN', from: '2026-02-05' },
        { state: 'OPEN', from: '2026-04-05', monthlyAmountCents: 1 },
      ],
    });
    expect(told({ files: [file] })).toEqual([
      '2026-04-04 ENTITLEMENT_UPDATED',
      '2026-02-04 ENTITLEMENT_OPEN',
      '2026-01-04 ENTITLEMENT_PENDING',
    ]);
  });

  it('who joined, took the lead and left, not who only changed capacity', () => {
    const [from, to] = [day('2026-02-10'), day('2026-03-10')];
    const [maud, yann] = [{ professionalId: 'maud' }, { professionalId: 'yann' }];
    const team = [
      aMember({ ...maud, isLead: true, to: from }),
      aMember({ ...maud, from, to }),
      aMember({ ...yann, to: from }),
      aMember({ ...yann, from, isLead: true }),
    ];
    expect(told({ team }).sort()).toEqual([
      '2026-01-04 TEAM_LEAD_TAKEN',
      '2026-01-04 TEAM_MEMBER_JOINED',
      '2026-02-09 TEAM_LEAD_TAKEN',
      '2026-03-09 TEAM_MEMBER_LEFT',
    ]);
    expect(told({ team: [aMember({ from: day('2026-07-01') })] })).toEqual([]);
  });

  it('that it is two files again', () => {
    const parted = {
      ...{ id: 'p', familyId: 'f', isKept: false, staying: [] },
      partedAt: new Date('2026-03-10T09:00:00Z'),
    };
    expect(told({ parted: [parted] })).toEqual(['2026-03-10 FILES_PARTED']);
  });

  it('work that went to a colleague or to the desk', () => {
    const went = (toSub: string | null) => ({
      ...{ id: 'w', familyId: 'f', fromSub: 'maud', toSub, handedOnBy: 'admin' },
      handedOnAt: new Date('2026-03-10T09:00:00Z'),
    });
    expect(told({ handedOn: [went('yann')] })).toEqual(['2026-03-10 WORK_HANDED_ON']);
    expect(told({ handedOn: [went(null)] })).toEqual(['2026-03-10 WORK_TO_DESK']);
  });

  it('a referral, and how it ended', () => {
    const decided = (decision: 'ACCEPTED' | 'DECLINED') =>
      aReferral({ decision, decidedAt: new Date('2026-03-12T09:00:00Z') });
    expect(told({ referrals: [decided('ACCEPTED')] })).toEqual([
      '2026-03-12 REFERRAL_ACCEPTED',
      '2026-03-10 REFERRAL_SENT',
    ]);
    expect(told({ referrals: [decided('DECLINED')] })[0]).toBe('2026-03-12 REFERRAL_DECLINED');
    const takenBack = aReferral({ withdrawnAt: new Date('2026-03-11T09:00:00Z') });
    expect(told({ referrals: [takenBack] })[0]).toBe('2026-03-11 REFERRAL_WITHDRAWN');
    expect(told({ referrals: [aReferral()] })[0]).toBe('2026-04-08 REFERRAL_EXPIRED');
    expect(told({ referrals: [aReferral()] }, '2026-04-01')).toEqual(['2026-03-10 REFERRAL_SENT']);
  });

  it('resources recorded and tasks done', () => {
    const at = new Date('2026-03-10T09:00:00Z');
    const resources = {
      id: 'r',
      familyId: 'f',
      year: 2024,
      yearlyAmountCents: 1,
      dependentChildren: 1,
      aeehChildren: 0,
      source: 'CAF' as const,
      recordedAt: at,
      recordedBy: 'x',
      replaces: [],
      prevails: true,
      version: 1,
    };
    const task = {
      id: 't',
      familyId: 'f',
      title: 'Call',
      dueOn: day('2026-03-10'),
      assigneeSub: 'a',
      addedBySub: 'a',
      addedAt: at,
      doneAt: null,
      doneBySub: null,
      version: 1,
    };
    const chosen = { ...resources, id: 'q', replaces: ['a', 'b'] };
    expect(told({ resources: [resources, chosen], tasks: [task, { ...task, id: 's', doneAt: at }] })).toEqual(
      ['2026-03-10 TASK_DONE', '2026-03-10 RESOURCES_RECORDED', '2026-03-10 RESOURCES_CHOSEN'],
    );
  });

  it('who opened the file in an emergency, and that it was reviewed', () => {
    const reviewedAt = new Date('2026-03-12T09:00:00Z');
    expect(told({ broken: [aBreakGlass({ reviewedAt }), aBreakGlass()] })).toEqual([
      '2026-03-12 BREAK_GLASS_REVIEWED',
      '2026-03-10 GLASS_BROKEN',
      '2026-03-10 GLASS_BROKEN',
    ]);
  });
});

describe('a page of the timeline', () => {
  it('goes on behind each position, also within one instant', () => {
    const sentAt = new Date('2026-05-30T09:00:00Z');
    const referrals = [
      aReferral({ sentAt }),
      aReferral({ sentAt }),
      aReferral({ sentAt: new Date('2026-05-29') }),
    ];
    const nothing = {
      files: [],
      resources: [],
      team: [],
      tasks: [],
      broken: [],
      handedOn: [],
      information: [],
      parted: [],
    };
    const all = happenings({ ...nothing, referrals }, day('2026-06-01'));
    expect(behind(all, null)).toEqual(all);
    for (const [index, { at, id }] of all.entries()) {
      expect(behind(all, { at: at.toISOString(), id })).toEqual(all.slice(index + 1));
    }
  });
});

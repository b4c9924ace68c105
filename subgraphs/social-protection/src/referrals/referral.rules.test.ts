import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { aReferral } from './referral.builder.ts';
import {
  correctReferralRefusal,
  expiresOn,
  isPartyTo,
  isReminderDue,
  isSentAlready,
  mayStep,
  readingOf,
  readings,
  reasonRefusal,
  remindOn,
  sendRefusal,
  statusOf,
  stepRefusal,
  targetOf,
} from './referral.rules.ts';
import { ReferralStatus } from './referral-status.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const seenAt = new Date('2026-03-12T09:00:00Z');
const accepted = aReferral({ seenAt, decision: 'ACCEPTED' });
const coordinator = { sub: 'anne', role: 'CARE_COORDINATOR' };
const advisor = { sub: 'yann', role: 'EMPLOYMENT_ADVISOR' };

describe('the life of a referral', () => {
  it('follows from its dates', () => {
    const status = (on: string, given = {}) => statusOf(aReferral(given), day(on));
    expect(status('2026-03-10')).toBe('SENT');
    expect(status('2026-04-08')).toBe('SENT');
    expect(status('2026-04-09')).toBe('EXPIRED');
    expect(status('2026-04-08', { seenAt })).toBe('SEEN');
    expect(status('2026-04-09', { seenAt })).toBe('EXPIRED');
    expect(statusOf(accepted, day('2026-04-09'))).toBe('ACCEPTED');
    expect([remindOn(aReferral()), expiresOn(aReferral())].map(String)).toEqual(['2026-03-20', '2026-04-09']);
  });

  it('reminds of one that is undecided after ten days, until it expires', () => {
    const due = (on: string, given = {}) => isReminderDue(aReferral(given), day(on));
    expect(['2026-03-19', '2026-03-20', '2026-04-08', '2026-04-09'].map((on) => due(on))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(due('2026-03-20', { seenAt })).toBe(true);
    expect(isReminderDue(accepted, day('2026-03-20'))).toBe(false);
  });

  it('takes these steps and no other', () => {
    const statuses = Object.values(ReferralStatus);
    const steps = statuses.flatMap((from) =>
      statuses.filter((to) => mayStep(from, to)).map((to) => `${from} ${to}`),
    );
    expect(steps).toEqual(['SENT SEEN', 'SENT ACCEPTED', 'SENT DECLINED', 'SEEN ACCEPTED', 'SEEN DECLINED']);
  });
});

describe('who reads a file by a referral', () => {
  const reads = (given: Parameters<typeof aReferral>[0]) => {
    const { sub, from, to } = readingOf(aReferral(given)) ?? {};
    return [sub, from?.toString(), to?.toString()];
  };

  it('is who is named, or else who opened it, for thirty days', () => {
    const days = ['2026-03-10', '2026-04-09'];
    expect(reads({})).toEqual([undefined, undefined, undefined]);
    expect(reads({ seenAt, seenBySub: 'anne' })).toEqual(['anne', ...days]);
    expect(reads({ addresseeSub: 'zoe' })).toEqual(['zoe', ...days]);
    expect(reads({ addresseeSub: 'zoe', seenAt, seenBySub: 'zoe' })).toEqual(['zoe', ...days]);
  });

  it('is nobody once it is decided', () => {
    expect(readingOf({ ...accepted, addresseeSub: 'zoe' })).toBeNull();
    expect(readingOf(aReferral({ addresseeSub: 'zoe', decision: 'DECLINED' }))).toBeNull();
  });
});

describe('who a referral is for', () => {
  it('is everybody behind the target, or the one who is named', () => {
    expect(isPartyTo(aReferral(), coordinator)).toBe(true);
    expect(isPartyTo(aReferral({ addresseeSub: 'other' }), coordinator)).toBe(false);
    expect(isPartyTo(aReferral({ addresseeSub: 'anne' }), coordinator)).toBe(true);
    expect(isPartyTo(aReferral(), advisor)).toBe(false);
    expect(isPartyTo(aReferral({ senderSub: 'yann' }), advisor)).toBe(true);
    expect(isPartyTo(aReferral(), { sub: 'x', role: 'CASEWORKER' })).toBe(false);
    expect(['CARE_COORDINATOR', 'CASEWORKER', 'AUDITOR'].map(targetOf)).toEqual([
      'SERVICE_POINT',
      'SOCIAL_WORKER',
      null,
    ]);
  });
});

describe('what lets somebody read a referral', () => {
  it('is that it is theirs, else where they work, else that they follow the family', () => {
    const social = { target: 'SOCIAL_WORKER' } as const;
    const paul = { sub: 'paul', role: 'CASEWORKER' };
    expect(readings(aReferral({ ...social, senderSub: 'paul' }), paul)).toEqual(['own-referral:read']);
    expect(readings(aReferral({ ...social, addresseeSub: 'paul' }), paul)).toEqual(['own-referral:read']);
    expect(readings(aReferral(social), paul)).toEqual(['open-referral:read', 'every-referral:read']);
    expect(readings(aReferral({ ...social, addresseeSub: 'nora' }), paul)).toEqual(['every-referral:read']);
    expect(readings(aReferral(), paul)).toEqual(['every-referral:read']);
  });
});

describe('a referral', () => {
  it.each([
    ['the service point', { target: 'SERVICE_POINT', addresseeRole: null }, null],
    ['a coordinator', { target: 'SERVICE_POINT', addresseeRole: 'CARE_COORDINATOR' }, null],
    ['an advisor without a name', { target: 'ADVISOR', addresseeRole: null }, 'ADVISOR_NOT_NAMED'],
    ['a named advisor', { target: 'ADVISOR', addresseeRole: 'EMPLOYMENT_ADVISOR' }, null],
    [
      'a social worker named as an advisor',
      { target: 'ADVISOR', addresseeRole: 'CASEWORKER' },
      'ADDRESSEE_OF_ANOTHER_ROLE',
    ],
    [
      'the social service, which has nobody in the district',
      { target: 'SOCIAL_WORKER', addresseeRole: null, hasDistrictService: false },
      'NOBODY_OF_THE_DISTRICT',
    ],
    [
      'a named social worker, with nobody in the district',
      { target: 'SOCIAL_WORKER', addresseeRole: 'CASEWORKER', hasDistrictService: false },
      null,
    ],
    ['nobody, in no words', { target: 'SOCIAL_WORKER', addresseeRole: null, message: ' ' }, 'EMPTY_TEXT'],
  ] as const)('to %s', (_to, given, refusal) => {
    expect(sendRefusal({ message: 'Please', isRestricted: false, hasDistrictService: true, ...given })).toBe(
      refusal,
    );
  });

  it.each([
    ['for others', aReferral({ senderSub: 'yann' }), advisor, 'NOT_FOR_YOU'],
    ['changed meanwhile', aReferral({ version: 2 }), coordinator, 'STALE_VERSION'],
    ['decided', { ...accepted, version: 1 }, coordinator, 'FORBIDDEN_STEP'],
    ['open', aReferral(), coordinator, null],
  ])('that is %s', (_is, referral, reader, refusal) => {
    expect(stepRefusal(referral, { version: 1, to: 'DECLINED' }, reader, day('2026-03-11'))).toBe(refusal);
  });

  it('is declined with a reason and accepted without', () => {
    expect(reasonRefusal('DECLINED', 'No place')).toBeNull();
    expect(reasonRefusal('DECLINED', null)).toBe('REASON_NEEDED');
    expect(reasonRefusal('DECLINED', '')).toBe('EMPTY_TEXT');
    expect(reasonRefusal('DECLINED', 'x'.repeat(4_001))).toBe('TEXT_TOO_LONG');
    expect(reasonRefusal('ACCEPTED', null)).toBeNull();
    expect(reasonRefusal('ACCEPTED', 'Yes')).toBe('REASON_OF_AN_ACCEPTANCE');
  });
});

it.each([
  ['a referral that waits', {}, true],
  ['one that was seen', { seenAt: new Date('2026-03-11T09:00:00Z') }, true],
  ['not one that is answered', { decision: 'DECLINED' as const }, false],
  ['not one to somebody else', { addresseeSub: 'zoe' }, false],
  ['not one to another service', { target: 'SOCIAL_WORKER' as const }, false],
])('is sent already: %s', (_case, facts, expected) => {
  const day = Temporal.PlainDate.from('2026-03-12');
  const standing = aReferral({ target: 'SERVICE_POINT', addresseeSub: null, ...facts });
  expect(isSentAlready({ target: 'SERVICE_POINT', addresseeSub: null }, [standing], day)).toBe(expected);
});

describe('a referral that is put right', () => {
  const asked = { version: 1, reason: 'x', message: 'x' };
  const refusal = (given = {}, referral = aReferral(), on = '2026-03-12') =>
    correctReferralRefusal(referral, { ...asked, ...given }, day(on));

  it('waits for an answer, and says why', () => {
    expect(refusal()).toBeNull();
    expect(refusal({ version: 2 })).toBe('STALE_VERSION');
    expect(refusal({ reason: '' })).toBe('REASON_MISSING');
    expect(refusal({ message: '' })).toBe('EMPTY_TEXT');
    expect(refusal({}, accepted)).toBe('NOT_OPEN');
    expect(refusal({}, aReferral(), '2026-05-01')).toBe('NOT_OPEN');
  });

  it('once taken back is over for whom it was sent to', () => {
    const taken = aReferral({ withdrawnAt: seenAt, addresseeSub: 'yann' });
    expect(statusOf(taken, day('2026-03-12'))).toBe('WITHDRAWN');
    expect(readingOf(taken)).toBeNull();
    expect(refusal({}, taken)).toBe('NOT_OPEN');
  });
});

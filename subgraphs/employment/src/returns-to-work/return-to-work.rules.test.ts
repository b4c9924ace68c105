import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import {
  closingCorrected,
  closingReasonOf,
  correctReturnRefusal,
  isSameReturn,
  returnRefusal,
} from './return-to-work.rules.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

describe('a return to work', () => {
  const file = { registeredOn: day('2026-03-02') };
  const job = {
    kind: 'EMPLOYMENT' as const,
    startsOn: day('2026-03-02'),
    endsOn: null,
    title: 'Boulangère',
    weeklyHours: 35,
    contract: null,
    trainingHours: null,
  };

  it.each([
    [{}, null],
    [{ title: null, weeklyHours: null }, null],
    [{ weeklyHours: 1 }, null],
    [{ weeklyHours: 60 }, null],
    [{ weeklyHours: 0.5 }, 'HOURS_OUT_OF_RANGE'],
    [{ weeklyHours: 60.5 }, 'HOURS_OUT_OF_RANGE'],
    [{ startsOn: day('2026-03-01') }, 'STARTS_BEFORE_REGISTRATION'],
    [{ title: ' ' }, 'UNSUITABLE_TEXT'],
    [{ endsOn: day('2026-03-02') }, null],
    [{ endsOn: day('2026-03-01') }, 'RETURN_ENDS_BEFORE_IT_STARTS'],
    [{ contract: 'PERMANENT' as const }, null],
    [{ contract: 'OTHER' as const, kind: 'TRAINING' as const }, 'CONTRACT_ONLY_FOR_A_JOB'],
    [{ trainingHours: 5000 }, null],
    [{ trainingHours: 0.5 }, 'TRAINING_HOURS_OUT_OF_RANGE'],
    [{ trainingHours: 5001 }, 'TRAINING_HOURS_OUT_OF_RANGE'],
  ])('with %j is refused with %s', (given, expected) => {
    expect(returnRefusal({ ...job, ...given }, file)).toBe(expected);
  });
});

describe('a return sent again', () => {
  const job = {
    jobSeekerId: 'a',
    kind: 'EMPLOYMENT' as const,
    startsOn: day('2026-03-02'),
    endsOn: null,
    title: null,
    weeklyHours: null,
    contract: null,
    trainingHours: null,
  };

  it('is the same with the same content', () => {
    expect(isSameReturn(job, { ...job, startsOn: day('2026-03-02') })).toBe(true);
  });

  it.each([
    [{ jobSeekerId: 'b' }],
    [{ kind: 'TRAINING' as const }],
    [{ startsOn: day('2026-03-03') }],
    [{ title: 'Boulangère' }],
    [{ weeklyHours: 20 }],
    [{ endsOn: day('2026-04-03') }],
    [{ contract: 'OTHER' as const }],
    [{ trainingHours: 40 }],
  ])('is another with %j', (given) => {
    expect(isSameReturn(job, { ...job, ...given })).toBe(false);
  });
});

describe('the registration', () => {
  it.each([
    ['EMPLOYMENT', 'EMPLOYMENT_FOUND'],
    ['TRAINING', 'TRAINING_STARTED'],
    ['EDUCATION', 'TRAINING_STARTED'],
    ['OTHER', 'OTHER'],
  ] as const)('of one who returns to %s ends for %s', (kind, reason) => {
    expect(closingReasonOf(kind)).toBe(reason);
  });
});

describe('a return that is put right', () => {
  const made = {
    ...{ kind: 'EMPLOYMENT' as const, startsOn: day('2026-03-16'), endsOn: null, title: null },
    ...{ weeklyHours: null, contract: null, trainingHours: null },
  };
  const refusal = (given: object, version = 1, reason = 'x') =>
    correctReturnRefusal(
      { version: 1 },
      { version, reason, made: { ...made, ...given } },
      { registeredOn: day('2026-03-02') },
    );

  it('is one that could have been recorded, with a reason', () => {
    expect(refusal({})).toBeNull();
    expect(refusal({}, 2)).toBe('STALE_VERSION');
    expect(refusal({}, 1, '')).toBe('REASON_MISSING');
    expect(refusal({ weeklyHours: 61 })).toBe('HOURS_OUT_OF_RANGE');
  });

  it('moves the end of a registration that it ended, and no other', () => {
    const after = { kind: 'TRAINING', startsOn: day('2026-03-20') } as const;
    const file = { closedOn: day('2026-03-16'), closingReason: 'EMPLOYMENT_FOUND' } as const;
    expect(closingCorrected(file, made, after)).toEqual({
      closedOn: day('2026-03-20'),
      closingReason: 'TRAINING_STARTED',
    });
    const others = [
      { ...file, closedOn: day('2026-03-17') },
      { ...file, closedOn: null, closingReason: null },
      { ...file, closingReason: 'STRUCK_OFF' as const },
    ];
    for (const other of others) expect(closingCorrected(other, made, after)).toEqual({});
  });
});

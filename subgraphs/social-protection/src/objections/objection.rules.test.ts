import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { liftRefusal, objectionsTold, recordRefusal, sayingRefusal } from './objection.rules.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const today = day('2026-03-10');
const care = { category: 'CARE', agency: 'JOB_SEARCH' } as const;
const inForce = { ...care, liftedOn: null };
const lifted = { ...care, liftedOn: day('2026-03-09') };

describe('what a family said', () => {
  const saying = { text: null, saidOn: today, speaker: { familyId: 'one' }, familyId: 'one' };
  it.each([
    ['today', {}, null],
    ['with a note', { text: 'By telephone.' }, null],
    ['tomorrow', { saidOn: day('2026-03-11') }, 'SAID_IN_THE_FUTURE'],
    ['by nobody known', { speaker: null }, 'UNKNOWN_ADULT'],
    ['by somebody else', { speaker: { familyId: 'two' } }, 'ANOTHER_FAMILYS_ADULT'],
    ['with an empty note', { text: ' ' }, 'EMPTY_TEXT'],
  ])('%s', (_case, given, refusal) => {
    expect(sayingRefusal({ ...saying, ...given }, today)).toBe(refusal);
  });
});

describe('an objection', () => {
  it.each([
    ['the first', care, [], null],
    ['another than the one in force', { ...care, agency: 'BENEFITS' }, [inForce], null],
    ['of another category', { category: 'BENEFITS', agency: 'JOB_SEARCH' }, [inForce], null],
    ['the same again after it was lifted', care, [lifted], null],
    ['the same again', care, [lifted, inForce], 'OBJECTED_ALREADY'],
    ['to the agency that keeps it', { ...care, agency: 'CARE' }, [], 'KEPT_THERE'],
  ] as const)('is recorded or not: %s', (_case, sharing, known, refusal) => {
    expect(recordRefusal(sharing, known)).toBe(refusal);
  });

  it.each([
    ['the day it was said', {}, { saidOn: day('2026-03-02') }, null],
    ['the day before', {}, { saidOn: day('2026-03-01') }, 'SAID_BEFORE_OBJECTING'],
    ['twice', { liftedOn: today }, {}, 'LIFTED_ALREADY'],
    ['from an older version', {}, { version: 1 }, 'STALE_VERSION'],
  ])('is lifted or not: %s', (_case, objection, change, refusal) => {
    const known = { liftedOn: null, saidOn: day('2026-03-02'), version: 2, ...objection };
    expect(liftRefusal(known, { version: 2, saidOn: today, ...change })).toBe(refusal);
  });
});

describe('what is told of objections', () => {
  it('is what is in force and what is not any more, each once', () => {
    const benefits = { category: 'BENEFITS', agency: 'CARE' } as const;
    const records = [lifted, inForce, inForce, { ...benefits, liftedOn: today }];
    expect(objectionsTold(records)).toEqual({ objections: [care], lifted: [benefits] });
    expect(objectionsTold([])).toEqual({ objections: [], lifted: [] });
  });
});

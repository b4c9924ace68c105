import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { anEntitlementFile } from './entitlement-file.builder.ts';
import { type ImportedStatement, importStep } from './import-entitlements.rules.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const TODAY = day('2026-03-10');
const row = (
  { from = '2026-02-01', statedOn = '2026-03-01', ...given } = {} as Given,
): ImportedStatement => ({
  familyId: 'family',
  adultId: null,
  childId: null,
  scheme: 'RSA',
  source: 'CAF',
  sourceNumber: null,
  state: 'OPEN',
  monthlyAmountCents: null,
  reason: null,
  ...given,
  from: day(from),
  statedOn: day(statedOn),
});
type Given = Partial<Omit<ImportedStatement, 'from' | 'statedOn'>> & { from?: string; statedOn?: string };
type States = Parameters<typeof anEntitlementFile>[0]['states'];
const file = (...states: States) => anEntitlementFile({ states });
const stepOf = (given: Given, ...files: ReturnType<typeof file>[]) => {
  const step = importStep(row(given), files, TODAY);
  return step.step === 'REFUSE' ? step.reason : step.step;
};

const open = { state: 'OPEN', from: '2026-02-01', statedOn: '2026-02-15' } as const;
const closed = { state: 'CLOSED', from: '2026-02-10', statedOn: '2026-02-15' } as const;

describe('a row', () => {
  it('opens what is not on file: another source, holder, scheme or number is another file', () => {
    expect(stepOf({})).toBe('OPEN');
    expect(stepOf({ source: 'MSA' }, file(open))).toBe('OPEN');
    expect(stepOf({ adultId: 'adult' }, file(open))).toBe('OPEN');
    expect(stepOf({ sourceNumber: '7' }, file(open))).toBe('OPEN');
    expect(stepOf({ scheme: 'CMG', sourceNumber: '7' }, file(open))).toBe('OPEN');
  });

  it('confirms what is on record when it is fresher, and repeats it otherwise', () => {
    expect(stepOf({}, file(open))).toBe('CONFIRM');
    expect(stepOf({ from: '2026-03-01' }, file(open))).toBe('CONFIRM');
    expect(stepOf({ statedOn: '2026-02-15' }, file(open))).toBe('REPEAT');
    const confirmed = {
      ...file(open),
      confirmations: [{ statedOn: day('2026-03-01'), recordedAt: new Date() }],
    };
    expect(stepOf({}, confirmed)).toBe('REPEAT');
  });

  it('repeats an earlier state of the same file, and brings it back when it is fresher', () => {
    const suspended = { state: 'SUSPENDED', from: '2026-02-01', statedOn: '2026-02-15' } as const;
    expect(stepOf({ statedOn: '2026-02-15' }, file(open, suspended))).toBe('REPEAT');
    expect(stepOf({}, file(open, suspended))).toBe('CHANGE');
    expect(stepOf({ statedOn: '2026-02-15', from: '2026-02-02' }, file(open, suspended))).toBe('CHANGE');
  });

  it('changes the file that is open, not one that is over', () => {
    const over = file({ state: 'OPEN', from: '2025-01-01' }, { state: 'CLOSED', from: '2025-06-01' });
    const current = file(open);
    const suspended = row({ state: 'SUSPENDED', from: '2026-03-01' });
    expect(importStep(suspended, [over, current], TODAY)).toEqual({
      step: 'CHANGE',
      file: current,
      row: suspended,
    });
  });

  it('brings a closed RSA back, and opens another benefit anew', () => {
    expect(stepOf({ from: '2026-03-01' }, file(open, closed))).toBe('CHANGE');
    const ended = anEntitlementFile({ scheme: 'AAH', states: [open, closed] });
    expect(stepOf({ scheme: 'AAH', from: '2026-03-01' }, ended)).toBe('OPEN');
  });

  const paid = { ...open, monthlyAmountCents: 646_52 };
  it('without an amount leaves the one on record, in a state that may have one', () => {
    expect(stepOf({}, file(paid))).toBe('CONFIRM');
    expect(stepOf({ monthlyAmountCents: 0 }, file(paid))).toBe('CHANGE');
    const suspended = row({ state: 'SUSPENDED', from: '2026-03-01' });
    expect(importStep(suspended, [file(paid)], TODAY)).toMatchObject({
      step: 'CHANGE',
      row: { ...suspended, monthlyAmountCents: 646_52 },
    });
    const over = row({ state: 'CLOSED', from: '2026-03-01' });
    expect(importStep(over, [file(paid)], TODAY)).toMatchObject({ step: 'CHANGE', row: over });
    const notYet = row({ state: 'OPEN', from: '2026-03-01' });
    const pending = file({ ...open, state: 'PENDING' });
    expect(importStep(notYet, [pending], TODAY)).toMatchObject({ row: { monthlyAmountCents: null } });
  });

  it('without an adult means the one holder on record, and is refused when there are several', () => {
    const ofAda = { ...file(open), adultId: 'ada' };
    const ofTom = { ...file(open), adultId: 'tom' };
    const over = file(open, { ...closed, state: 'CLOSED_EARLIER' });
    const suspended = row({ state: 'SUSPENDED', from: '2026-03-01' });
    expect(importStep(suspended, [ofAda], TODAY)).toMatchObject({ step: 'CHANGE', file: ofAda });
    expect(importStep(suspended, [over, ofAda], TODAY)).toMatchObject({ step: 'CHANGE', file: ofAda });
    expect(stepOf({}, ofAda, ofTom)).toBe('HOLDER_NEEDED');
    expect(stepOf({}, file(open), ofTom)).toBe('HOLDER_NEEDED');
    expect(stepOf({ adultId: 'tom' }, ofAda, ofTom)).toBe('CONFIRM');
  });

  it('is refused when something fresher of its source is on record', () => {
    expect(stepOf({ state: 'SUSPENDED', statedOn: '2026-02-14' }, file(open))).toBe('OUTDATED');
  });

  it('is refused by the rules of a first and of a next state', () => {
    expect(stepOf({ state: 'CLOSED' })).toBe('FORBIDDEN_STATE');
    expect(stepOf({ state: 'PENDING' }, file(open))).toBe('FORBIDDEN_STEP');
    expect(stepOf({ state: 'SUSPENDED', from: '2026-01-31' }, file(open))).toBe('FROM_BEFORE_PREVIOUS');
  });

  it('is refused when it comes from the future, or has no number for a benefit due per child', () => {
    expect(stepOf({ statedOn: '2026-03-11' })).toBe('STATED_IN_THE_FUTURE');
    expect(stepOf({ from: '2026-03-11' }, file(open))).toBe('FROM_IN_THE_FUTURE');
    expect(stepOf({ scheme: 'AEEH' })).toBe('NUMBER_NEEDED');
  });

  it('gives a number to no other child, and asks for the child where a number has several', () => {
    const aeeh = { scheme: 'AEEH', sourceNumber: '7' } as const;
    const of = (childId: string | null, ...states: States) =>
      anEntitlementFile({ ...aeeh, childId, states: [open, ...states] });
    expect(stepOf({ ...aeeh, childId: 'lou' }, of('tom'))).toBe('OTHER_CHILD');
    expect(stepOf({ ...aeeh, childId: 'lou' }, of('tom', closed), of(null))).toBe('OTHER_CHILD');
    expect(stepOf({ ...aeeh, childId: 'lou' }, of(null))).toBe('CONFIRM');
    expect(stepOf({ ...aeeh, childId: 'lou', sourceNumber: '8' }, of('tom'))).toBe('OPEN');
    expect(stepOf(aeeh, of('tom'))).toBe('CONFIRM');
    expect(stepOf(aeeh, of('tom'), of('lou'))).toBe('CHILD_NEEDED');
    const lou = of('lou');
    const step = importStep(row({ ...aeeh, childId: 'lou' }), [of(null), of('tom'), lou], TODAY);
    expect(step).toMatchObject({ step: 'CONFIRM', file: { childId: 'lou' } });
  });
});

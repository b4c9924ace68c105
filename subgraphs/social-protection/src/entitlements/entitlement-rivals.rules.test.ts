import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { anEntitlementFile } from './entitlement-file.builder.ts';
import { conflictsOf, freshnessOf, prevailing, upTo } from './entitlement-rivals.rules.ts';

type Given = Parameters<typeof anEntitlementFile>[0];
const caf = (...states: Given['states']) => anEntitlementFile({ id: 'a', source: 'CAF', states });
const msa = (...states: Given['states']) => anEntitlementFile({ id: 'b', source: 'MSA', states });
const open = (from: string, monthlyAmountCents: number | null = null) =>
  ({ state: 'OPEN', from, monthlyAmountCents }) as const;
const closed = (from: string) => ({ state: 'CLOSED', from }) as const;
const winner = (...files: ReturnType<typeof caf>[]) => prevailing(files).map(({ source }) => source);

describe('of two sources', () => {
  it('the one that spoke of the later day prevails, whichever was recorded last', () => {
    const early = { ...open('2026-01-01'), statedOn: '2026-02-01', recordedAt: '2026-03-05T09:00:00Z' };
    const late = { ...open('2026-01-01'), statedOn: '2026-02-02', recordedAt: '2026-03-01T09:00:00Z' };
    expect(winner(caf(early), msa(late))).toEqual(['MSA']);
    expect(winner(caf(late), msa(early))).toEqual(['CAF']);
  });

  it('of the same day, the later record prevails; of the same moment, one of them always does', () => {
    const morning = { ...open('2026-01-01'), statedOn: '2026-02-01', recordedAt: '2026-02-01T09:00:00Z' };
    const evening = { ...morning, recordedAt: '2026-02-01T17:00:00Z' };
    expect(winner(caf(evening), msa(morning))).toEqual(['CAF']);
    expect(winner(caf(morning), msa(morning))).toEqual(['MSA']);
    expect(winner(msa(morning), caf(morning))).toEqual(['MSA']);
  });

  it('speak of one benefit when one of them names no adult', () => {
    expect(winner({ ...caf(open('2026-01-01')), adultId: 'ada' }, msa(open('2026-02-01')))).toEqual(['MSA']);
    expect(winner(caf(open('2026-01-01')), { ...msa(open('2026-02-01')), adultId: 'ada' })).toEqual(['MSA']);
  });

  it('both count when they speak of another benefit, or of one due per child', () => {
    expect(
      winner({ ...caf(open('2026-01-01')), adultId: 'bob' }, { ...msa(open('2026-02-01')), adultId: 'ada' }),
    ).toEqual(['CAF', 'MSA']);
    const perChild = [caf(open('2026-01-01')), msa(open('2026-02-01'))].map((each) => ({
      ...each,
      scheme: 'ASF' as const,
    }));
    expect(winner(...perChild)).toEqual(['CAF', 'MSA']);
  });
});

describe('of benefits that are due for a child', () => {
  const aeeh = (file: ReturnType<typeof caf>, childId: string | null, given = {}) =>
    ({ ...file, scheme: 'AEEH', childId, ...given }) as const;

  it('two for one child are statements on one right, whoever holds it and whatever its number', () => {
    const [one, other] = [
      aeeh(caf(open('2026-01-01', 151_00)), 'lou', { adultId: 'ada', sourceNumber: '1' }),
      aeeh(msa(open('2026-02-01', 140_00)), 'lou', { adultId: 'bob', sourceNumber: '2' }),
    ];
    expect(winner(one, other)).toEqual(['MSA']);
    expect(conflictsOf(one, [one, other])).toMatchObject([{ entitlementId: 'b' }]);
    const sameSource = { ...other, source: 'CAF' } as const;
    expect(prevailing([one, sameSource]).map(({ id }) => id)).toEqual(['b']);
  });

  it('two for two children stand, as do those that name none', () => {
    const [one, other] = [caf(open('2026-01-01')), msa(open('2026-02-01'))];
    expect(winner(aeeh(one, 'lou'), aeeh(other, 'tom'))).toEqual(['CAF', 'MSA']);
    expect(winner(aeeh(one, 'lou'), aeeh(other, null))).toEqual(['CAF', 'MSA']);
    expect(winner(aeeh(one, null), aeeh(other, null))).toEqual(['CAF', 'MSA']);
  });
});

describe('of two files of one source, as a merge of two families leaves them', () => {
  const second = (...states: Given['states']) => anEntitlementFile({ id: 'c', source: 'CAF', states });
  const ids = (...files: ReturnType<typeof caf>[]) => prevailing(files).map(({ id }) => id);
  const suspended = { state: 'SUSPENDED', from: '2026-03-01' } as const;

  it('the later statement counts, and the other is shown as a conflict', () => {
    const [first, other] = [caf(open('2026-01-01')), second(open('2026-01-01'), suspended)];
    expect(ids(first, other)).toEqual(['c']);
    expect(conflictsOf(other, [first, other])).toMatchObject([{ entitlementId: 'a', state: 'OPEN' }]);
    expect(conflictsOf(first, [first, other])).toMatchObject([{ entitlementId: 'c', state: 'SUSPENDED' }]);
  });

  it('both stand when one was over before the other began', () => {
    const [over, next] = [caf(open('2025-01-01'), closed('2026-01-01')), second(open('2026-01-01'))];
    expect(ids(over, next)).toEqual(['a', 'c']);
    expect(conflictsOf(next, [over, next])).toEqual([]);
  });

  it('both stand when the source numbers them apart, unless both are of one adult', () => {
    const [one, two] = [
      { ...caf(open('2026-01-01')), sourceNumber: '1' },
      { ...second(open('2026-02-01')), sourceNumber: '2' },
    ];
    expect(ids(one, two)).toEqual(['a', 'c']);
    expect(ids({ ...one, adultId: 'ada' }, { ...two, adultId: 'ada' })).toEqual(['c']);
    expect(ids({ ...one, adultId: 'ada' }, two)).toEqual(['a', 'c']);
    expect(ids(one, { ...two, sourceNumber: '1' })).toEqual(['c']);
    expect(ids(one, { ...two, sourceNumber: null })).toEqual(['c']);
  });
});

describe('a file up to a day', () => {
  it('has the states of until then, and is as fresh as all of it', () => {
    const file = caf(open('2026-01-01'), closed('2026-06-01'));
    const short = upTo(file, Temporal.PlainDate.from('2026-05-31'));
    expect(short.states.map(({ state }) => state)).toEqual(['OPEN']);
    expect(freshnessOf(short)).toEqual(freshnessOf(file));
  });
});

describe('a conflict', () => {
  const isConflict = (one: ReturnType<typeof caf>, other: ReturnType<typeof caf>): boolean => {
    const [there, back] = [conflictsOf(one, [one, other]), conflictsOf(other, [one, other])];
    expect(there.length).toBe(back.length);
    return there.length > 0;
  };

  it('is another state or another amount of the same benefit', () => {
    expect(isConflict(caf(open('2026-01-01')), msa(open('2026-02-01'), closed('2026-03-01')))).toBe(true);
    expect(isConflict(caf(open('2026-01-01', 1)), msa(open('2026-02-01', 2)))).toBe(true);
  });

  it('is not the same said twice, nor an amount only one tells, nor two files that are over', () => {
    expect(isConflict(caf(open('2026-01-01', 1)), msa(open('2026-02-01', 1)))).toBe(false);
    expect(isConflict(caf(open('2026-01-01', 1)), msa(open('2026-02-01')))).toBe(false);
    const refused = { state: 'REFUSED', from: '2026-02-01' } as const;
    expect(isConflict(caf(closed('2026-01-01')), msa(refused))).toBe(false);
  });

  it('is not a move from one agency to the other', () => {
    const left = caf(open('2025-01-01'), closed('2026-01-01'));
    expect(isConflict(left, msa(open('2026-01-01')))).toBe(false);
    expect(isConflict(left, msa(open('2025-12-01')))).toBe(true);
  });

  it('needs states on both sides', () => {
    expect(conflictsOf(caf(), [caf(), msa(open('2026-01-01'))])).toEqual([]);
    expect(conflictsOf(caf(open('2026-01-01')), [msa()])).toEqual([]);
  });
});

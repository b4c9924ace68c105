import { describe, expect, it } from '@jest/globals';
import { householdKindAfter, leavingRefusal, parted } from './split-family.rules.ts';

const [awa, ali, tom, zoe] = ['awa', 'ali', 'tom', 'zoe'].map((id) => ({ id }));
const household = {
  adults: [awa, ali].flatMap((each) => each ?? []),
  children: [tom, zoe].flatMap((each) => each ?? []),
};

describe('who leaves with a file of their own', () => {
  it.each([
    [null, ['ali'], []],
    [null, ['ali', 'ali'], ['tom', 'zoe']],
    ['NO_ADULT_LEAVES', [], ['tom']],
    ['UNKNOWN_ADULT', ['ali', 'tom'], []],
    ['UNKNOWN_CHILD', ['ali'], ['awa']],
    ['NO_ADULT_STAYS', ['ali', 'awa'], []],
  ] as const)('is asked: %s', (refusal, adultIds, childIds) => {
    expect(leavingRefusal({ adultIds, childIds }, household)).toBe(refusal);
  });

  it('is parted from who stays', () => {
    expect(parted({ adultIds: ['ali'], childIds: ['zoe'] }, household)).toEqual({
      leaving: { adults: [ali], children: [zoe] },
      staying: { adults: [awa], children: [tom] },
    });
  });

  it('leaves a lone parent, unless more adults stay or it is said', () => {
    const alone = { adults: household.adults.slice(0, 1), children: [] };
    expect(householdKindAfter(null, 'COUPLE', alone)).toBe('LONE_PARENT');
    expect(householdKindAfter(null, 'COUPLE', household)).toBe('COUPLE');
    expect(householdKindAfter('COUPLE', 'LONE_PARENT', alone)).toBe('COUPLE');
  });
});

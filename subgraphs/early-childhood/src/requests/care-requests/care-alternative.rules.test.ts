import { describe, expect, it } from '@jest/globals';
import { alternativeProblem, asSaid, MOST_ALTERNATIVES, withAlternative } from './care-alternative.rules.ts';

const childminder = { text: 'Assistante maternelle', contact: null, phone: '+33240000000' };
const earlier = { ...childminder, id: 'first', replacedById: null };
const asked = { phone: null, replacesId: null };

describe('another solution', () => {
  it('is told without stray blanks, with a number that can be called', () => {
    expect(asSaid(' Une place ', ' Mme Le Goff ', ' 02 40 00 00 00 ')).toEqual({
      text: 'Une place',
      contact: 'Mme Le Goff',
      phone: '+33240000000',
    });
    expect(asSaid('Une place', ' ', ' ')).toEqual({ text: 'Une place', contact: null, phone: null });
    expect(asSaid('Une place')).toEqual({ text: 'Une place', contact: null, phone: null });
  });

  it.each([
    ['the first', asked, []],
    ['a second one', asked, [{ ...earlier, text: 'Grand-mère' }]],
    ['one instead of another', { ...asked, replacesId: 'first' }, [earlier]],
    ['one that was replaced meanwhile', asked, [{ ...earlier, replacedById: 'second' }]],
  ])('can be %s', (_case, how, proposed) => {
    expect(alternativeProblem(childminder, how, proposed)).toBeNull();
  });

  it.each([
    ['TEXT_MISSING', { text: '' }, asked, []],
    ['TEXT_TOO_LONG', { text: 'x'.repeat(1001) }, asked, []],
    ['TEXT_TOO_LONG', { contact: 'x'.repeat(251) }, asked, []],
    ['PHONE_NOT_UNDERSTOOD', { phone: null }, { ...asked, phone: '12' }, []],
    ['UNKNOWN_ALTERNATIVE', {}, { ...asked, replacesId: 'other' }, [earlier]],
    ['UNKNOWN_ALTERNATIVE', {}, { ...asked, replacesId: 'first' }, [{ ...earlier, replacedById: 'second' }]],
    ['PROPOSED_ALREADY', {}, asked, [earlier]],
    ['TOO_MANY_ALTERNATIVES', { text: 'Encore une' }, asked, Array(MOST_ALTERNATIVES).fill(earlier)],
  ] as const)('is refused: %s', (problem, facts, how, proposed) => {
    expect(alternativeProblem({ ...childminder, ...facts }, how, proposed)).toBe(problem);
  });

  it('leaves the one that it replaces readable', () => {
    const second = { ...earlier, id: 'second', phone: '+33240000001' };
    expect(withAlternative([earlier], second, 'first')).toEqual([
      { ...earlier, replacedById: 'second' },
      second,
    ]);
    expect(withAlternative([earlier], second, null)).toEqual([earlier, second]);
  });
});

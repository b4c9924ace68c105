import { expect, it } from '@jest/globals';
import { familyAtStart, familyAtStarts, isWithAnother, withUnknown } from './residence-days.rules.ts';

const at = (hour: number) => new Date(Date.UTC(2026, 2, 2, hour));
const during = (from: number, to: number) => ({ startsAt: at(from), endsAt: at(to) });
const calendar = [
  { ...during(8, 10), familyId: 'first' },
  { ...during(12, 14), familyId: 'second' },
];

it('a calendar tells what nobody knows, within the span that is asked for', () => {
  const unknown = (stretch: ReturnType<typeof during>) => ({ ...stretch, familyId: 'nobody' });
  expect(withUnknown(calendar, during(9, 16), unknown)).toEqual([
    calendar[0],
    unknown(during(10, 12)),
    calendar[1],
    unknown(during(14, 16)),
  ]);
});

it('care is of the family the child is with when it begins', () => {
  const families = [8, 9, 10, 12, 14].map((hour) => familyAtStart(during(hour, 16), calendar));
  expect(families).toEqual(['first', 'first', null, 'second', null]);
});

it('a time is with another family where any of it is known to be', () => {
  expect(isWithAnother([during(8, 10), during(10, 12)], calendar, 'first')).toBe(false);
  expect(isWithAnother([during(8, 10), during(10, 13)], calendar, 'first')).toBe(true);
  expect(isWithAnother([during(9, 11)], calendar, 'second')).toBe(true);
});

it('several times are of one family when the child is with it at the start of each', () => {
  expect(familyAtStarts([during(8, 9), during(9, 11)], calendar)).toBe('first');
  expect(familyAtStarts([during(8, 9), during(12, 13)], calendar)).toBeNull();
  expect(familyAtStarts([during(8, 9), during(10, 11)], calendar)).toBeNull();
  expect(familyAtStarts([], calendar)).toBeNull();
});

import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { patternProblem } from './pattern.rules.ts';

const line = (weekday: number, from: string, to: string) => ({
  weekday,
  from: Temporal.PlainTime.from(from),
  to: Temporal.PlainTime.from(to),
});

describe('a weekly pattern', () => {
  it('may have lines that touch, and the same hours on other days', () => {
    expect(
      patternProblem([line(1, '12:00', '14:30'), line(1, '09:00', '12:00'), line(7, '09:00', '12:00')]),
    ).toBeNull();
  });

  it.each([
    ['WEEKDAY_UNKNOWN', [line(0, '09:00', '12:00')]],
    ['WEEKDAY_UNKNOWN', [line(8, '09:00', '12:00')]],
    ['LINE_ENDS_BEFORE_IT_STARTS', [line(1, '09:00', '09:00')]],
    ['NOT_ON_THE_HALF_HOUR', [line(1, '09:15', '12:00')]],
    ['NOT_ON_THE_HALF_HOUR', [line(1, '09:00', '12:00:30')]],
    ['LINES_OVERLAP', [line(1, '09:00', '12:00'), line(1, '11:30', '14:00')]],
  ])('is refused: %s', (problem, pattern) => {
    expect(patternProblem(pattern)).toBe(problem);
  });
});

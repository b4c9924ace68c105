import { describe, expect, it } from '@jest/globals';
import { spanProblem } from './span.rules.ts';

describe('a span', () => {
  const from = new Date('2026-08-01T00:00:00+02:00');

  it('lasts so many days at most, through a change of clocks', () => {
    expect(spanProblem(from, new Date('2026-11-01T00:00:00+01:00'), 92)).toBeNull();
    expect(spanProblem(from, new Date('2026-11-02T00:00:00+01:00'), 92)).toBe('SPAN_TOO_LONG');
  });

  it('goes forward', () => expect(spanProblem(from, from, 92)).toBe('ENDS_BEFORE_IT_STARTS'));
});

import { expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { firstAfterEnd } from './milestone-clash.rules.ts';

const at = (day: string, kind: 'WORKSHOP' | 'JOB_START' = 'WORKSHOP') => ({
  kind,
  startsAt: new Date(`${day}T09:00:00Z`),
});
const file = { closedOn: Temporal.PlainDate.from('2026-03-16') };

it('a file that ends has nothing after, but the first day of a job on the day that ends it', () => {
  const [before, onDay, after] = [at('2026-03-15'), at('2026-03-16'), at('2026-03-17', 'JOB_START')];
  expect(firstAfterEnd(file, [before, onDay, after])).toBe(onDay);
  expect(firstAfterEnd(file, [before, at('2026-03-16', 'JOB_START')])).toBeNull();
  expect(firstAfterEnd(file, [after])).toBe(after);
  expect(firstAfterEnd({ closedOn: null }, [after])).toBeNull();
});

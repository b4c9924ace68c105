import { expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { isServedOn } from './district-service.rules.ts';

it('a district is served from its day on, and always where none was said', () => {
  const service = { servedFrom: Temporal.PlainDate.from('2026-03-03') };
  const isServed = (day: string) => isServedOn(service, Temporal.PlainDate.from(day));
  expect(['2026-03-02', '2026-03-03', '2027-01-01'].map(isServed)).toEqual([false, true, true]);
  expect(isServedOn(null, Temporal.PlainDate.from('2026-03-02'))).toBe(true);
});

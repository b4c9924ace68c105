import { expect, it } from '@jest/globals';
import { mergedOf } from './audit.rules.ts';

const access = (id: string, time: string) => ({ node: { id, at: `2026-11-30T${time}:00Z` } });
const page = (hasNextPage: boolean, ...edges: ReturnType<typeof access>[]) =>
  ({ is: 'known', isPartial: false, value: { edges, pageInfo: { hasNextPage } } }) as const;

it('reads three logs as one, latest first, and says who is away', () => {
  const merged = mergedOf({
    care: page(false, access('c2', '10:00'), access('c1', '08:00')),
    jobSearch: page(false, access('j', '09:00')),
    benefits: { is: 'away' },
  });
  expect(merged.shown.map(({ id, log }) => [id, log])).toEqual([
    ['c2', 'care'],
    ['j', 'jobSearch'],
    ['c1', 'care'],
  ]);
  expect([merged.away, merged.hasMore]).toEqual([['benefits'], false]);
});

it('shows no time of which one of the logs has not told all', () => {
  const merged = mergedOf({
    care: page(true, access('c2', '10:00'), access('c1', '09:00')),
    jobSearch: page(false, access('j2', '09:30'), access('j1', '07:00')),
    benefits: { is: 'none' },
  });
  expect(merged.shown.map(({ id }) => id)).toEqual(['c2', 'j2', 'c1']);
  expect(merged.hasMore).toBe(true);
  expect(mergedOf({ care: page(true), jobSearch: page(false), benefits: page(false) }).hasMore).toBe(false);
});

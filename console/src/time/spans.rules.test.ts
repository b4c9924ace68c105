import { expect, it } from '@jest/globals';
import { spansOf } from './spans.rules.ts';

const half = (startsAt: string, endsAt: string, freePlaces: number) => ({ startsAt, endsAt, freePlaces });

it('tells half-hours that are alike as one, and nothing across a gap', () => {
  const halfHours = [half('a', 'b', 2), half('b', 'c', 2), half('c', 'd', 1), half('e', 'f', 1)];
  expect(spansOf(halfHours, ({ freePlaces }) => String(freePlaces))).toEqual([
    half('a', 'c', 2),
    half('c', 'd', 1),
    half('e', 'f', 1),
  ]);
  expect(spansOf([], () => '')).toEqual([]);
});

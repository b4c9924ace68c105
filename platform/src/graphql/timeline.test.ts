import { describe, expect, it } from '@jest/globals';
import { newId } from '../ids.ts';
import { encodeCursor } from './connection.ts';
import { timelinePage, timelinePosition } from './timeline.ts';

describe('a page of a timeline', () => {
  const entries = ['2026-03-12T10:00:00.000Z', '2026-03-11T10:00:00.000Z'].map((at) => ({
    id: newId(),
    at: new Date(at),
    kind: 'TOLD',
    sentence: 'Dit.',
    author: null,
  }));

  it('says where the next one starts', () => {
    const { edges, pageInfo } = timelinePage(entries, { first: 1 });
    expect(edges.map(({ node }) => node)).toEqual(entries.slice(0, 1));
    expect(pageInfo.hasNextPage).toBe(true);
    expect(timelinePosition({ first: 1, after: pageInfo.endCursor })).toEqual({
      at: '2026-03-12T10:00:00.000Z',
      id: entries[0]?.id,
    });
  });

  it('starts at the newest without a cursor', () => {
    expect(timelinePosition({ first: 1 })).toBeNull();
  });

  it.each([
    [encodeCursor(['yesterday', newId()])],
    [encodeCursor(['2026-99-99T00:00:00.000Z', newId()])],
    [encodeCursor(['2026-03-12T10:00:00.000Z', 'x'])],
    [encodeCursor([newId()])],
  ])('refuses the foreign cursor %s', (after) => {
    expect(() => timelinePosition({ first: 1, after })).toThrow('after');
  });
});

import { describe, expect, it } from '@jest/globals';
import { hindrances, type MergeFacts, undoRefusal } from './undo-merge.rules.ts';

const NOW = new Date('2026-03-02T10:00:00+01:00');
const LATER = new Date('2026-03-02T11:00:00+01:00');
const merge: MergeFacts = {
  mergedInto: 'kept',
  survivorVersion: 2,
  journal: { survivorId: 'kept', keptUntil: LATER },
  isMergedAgain: false,
  heldOthers: false,
  waitingFor: [],
};

describe('a merge is undone', () => {
  it.each<[string | null, Partial<MergeFacts>, Date?]>([
    [null, {}],
    ['NOT_MERGED', { mergedInto: null }],
    ['STALE_VERSION', { survivorVersion: 3 }],
    ['TOO_LATE', { journal: null }],
    ['TOO_LATE', {}, LATER],
    ['HELD_OTHERS', { mergedInto: 'another' }],
    ['MERGED_AGAIN', { isMergedAgain: true }],
    ['HELD_OTHERS', { heldOthers: true }],
    ['NOT_TAKEN_YET', { waitingFor: ['employment'] }],
  ])('%s', (word, facts, now = NOW) => {
    expect(undoRefusal({ ...merge, ...facts }, { version: 2, now })).toBe(word);
  });
});

describe('what stands in the way', () => {
  it('is each record by its id and the last step about it, and else each part once', () => {
    const rows = [
      { table: 'bookings', rowKey: 'b' },
      { table: 'bookings', rowKey: 'c' },
      { table: 'followers', rowKey: 'maud/TEAM' },
      { table: 'followers', rowKey: 'yann/TEAM' },
      { table: 'a_new_table', rowKey: 'x' },
      { table: 'employment', rowKey: 'employment' },
    ];
    const steps = [
      { subjectId: 'b', at: NOW },
      { subjectId: 'b', at: LATER },
      { subjectId: 'unknown', at: LATER },
    ];
    expect(hindrances(rows, steps)).toEqual([
      { part: 'BOOKINGS', subjectId: 'b', at: LATER },
      { part: 'BOOKINGS', subjectId: 'c', at: null },
      { part: 'FOLLOWERS', subjectId: null, at: null },
      { part: 'FILE', subjectId: null, at: null },
      { part: 'JOB_SEARCH', subjectId: null, at: null },
    ]);
    expect(hindrances([], steps)).toEqual([{ part: 'FILE', subjectId: null, at: NOW }]);
    expect(hindrances([], [])).toEqual([]);
  });
});

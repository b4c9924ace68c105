import { describe, expect, it } from '@jest/globals';
import { isMergedAlready, mergeRefusal, pairRefusal } from './merge-families.rules.ts';

const asked = { survivorId: 'a', survivorVersion: 2, duplicateId: 'b', duplicateVersion: 3 };
const survivor = { version: 2, mergedInto: null };
const duplicate = { version: 3, mergedInto: null };

describe('merging two files', () => {
  it.each([
    ['as they were read', asked, survivor, duplicate, null],
    ['into itself', { ...asked, duplicateId: 'a' }, survivor, survivor, 'SAME_FAMILY'],
    ['of which one is unknown', asked, null, duplicate, 'UNKNOWN_FAMILY'],
    ['of which the other is unknown', asked, survivor, null, 'UNKNOWN_FAMILY'],
    ['into one that is merged', asked, { ...survivor, mergedInto: 'c' }, duplicate, 'SURVIVOR_IS_MERGED'],
    [
      'of which one is merged elsewhere',
      asked,
      survivor,
      { ...duplicate, mergedInto: 'c' },
      'MERGED_INTO_ANOTHER',
    ],
    ['that changed since', asked, { ...survivor, version: 9 }, duplicate, 'STALE_VERSION'],
    ['whose duplicate changed since', asked, survivor, { ...duplicate, version: 9 }, 'STALE_VERSION'],
  ])('%s', (_case, wanted, one, other, refusal) => {
    expect(mergeRefusal(wanted, one, other)).toBe(refusal);
  });

  it('that are merged already is no news', () => {
    expect(isMergedAlready(asked, { ...duplicate, mergedInto: 'a' })).toBe(true);
    expect(isMergedAlready(asked, { ...duplicate, mergedInto: 'c' })).toBe(false);
    expect(isMergedAlready(asked, null)).toBe(false);
  });
});

describe('the same person in both files', () => {
  it.each([
    ['is named by one of each', [{ keep: 'k', drop: 'd' }], null],
    ['need not be', [], null],
    ['is not one of the duplicate', [{ keep: 'k', drop: 'x' }], 'UNKNOWN_PAIR'],
    ['is not one of the survivor', [{ keep: 'd', drop: 'k' }], 'UNKNOWN_PAIR'],
    [
      'is not two',
      [
        { keep: 'k', drop: 'd' },
        { keep: 'k', drop: 'e' },
      ],
      'NAMED_TWICE',
    ],
  ])('%s', (_case, pairs, refusal) => {
    expect(pairRefusal(pairs, ['k', 'l'], ['d', 'e'])).toBe(refusal);
  });
});

import { describe, expect, it } from '@jest/globals';
import { lineAt, linesOfElements } from './json-lines.rules.ts';

describe('lines of a JSON text', () => {
  it('are counted from 1', () => {
    expect([lineAt('a\nb', 0), lineAt('a\nb', 2)]).toEqual([1, 2]);
  });

  it('are found of the elements of a list, whatever stands before, in and after them', () => {
    const text = `{ "name": "features [", "bbox": [
      1, 2], "crs": { "features": [{}] },
      "features": [ { "a": [[1, 2]] },
        { "b": "}\\"]" },

        [] ],
      "others": [ {} ] }`;
    expect(linesOfElements(text, 'features')).toEqual([3, 4, 6]);
    expect(linesOfElements(text, 'nothing')).toEqual([]);
  });
});

import { expect, it } from '@jest/globals';
import { correctionsForOthers, correctNoteRefusal } from './note.rules.ts';

it('a note is put right with words and a reason, as it was seen', () => {
  const refusal = (given: object) =>
    correctNoteRefusal({ version: 2 }, { version: 2, reason: 'x', text: 'x', ...given });
  expect(refusal({})).toBeNull();
  expect(refusal({ version: 1 })).toBe('STALE_VERSION');
  expect(refusal({ reason: '' })).toBe('REASON_MISSING');
  expect(refusal({ text: '' })).toBe('EMPTY_TEXT');
});

it('others read nothing of what a note said while it was meant for others', () => {
  const of = (...fields: string[]) => ({
    changes: fields.map((field) => ({ field, before: 'a', after: 'b' })),
  });
  const words = of('text');
  expect(correctionsForOthers([words, words])).toEqual([words, words]);
  expect(correctionsForOthers([words, of('audience', 'text'), words])).toEqual([words]);
  expect(correctionsForOthers([of('category'), words])).toEqual([]);
});

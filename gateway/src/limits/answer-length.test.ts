import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isLongerThan } from './answer-length.ts';

it('knows the length of an answer without writing it', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      const written = Buffer.byteLength(JSON.stringify(value));
      expect(isLongerThan(value, written - 1)).toBe(written > 0);
      expect(isLongerThan(value, written)).toBe(false);
    }),
  );
});

it('stops counting where it is too long', () => {
  let read = 0;
  const texts = Array.from({ length: 1_000 }, () => ({
    get text() {
      read += 1;
      return 'x'.repeat(100);
    },
  }));
  expect(isLongerThan(texts, 1_000)).toBe(true);
  expect(read).toBeLessThan(12);
});

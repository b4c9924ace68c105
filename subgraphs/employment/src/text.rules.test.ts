import { expect, it } from '@jest/globals';
import { isSuitableText } from './text.rules.ts';

it.each([
  ['Entretien à l’hôpital', true],
  ['x'.repeat(200), true],
  ['x'.repeat(201), false],
  ['   ', false],
  ['two\nlines', false],
  ['nothing\u0000ness', false],
])('judges the text %j', (text, expected) => {
  expect(isSuitableText(text)).toBe(expected);
});

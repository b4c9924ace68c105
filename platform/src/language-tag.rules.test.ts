import { expect, it } from '@jest/globals';
import { isLanguageTag } from './language-tag.rules.ts';

it.each([
  ['fr', true],
  ['pt-BR', true],
  ['zh-Hant-TW', true],
  ['French', false],
  ['fr_FR', false],
  ['', false],
])('%j names a language: %s', (text, isTag) => {
  expect(isLanguageTag(text)).toBe(isTag);
});

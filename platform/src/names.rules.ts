/** What a text pasted from a document may carry along and nobody sees: soft hyphens, zero-width blanks, direction marks. */
const UNSEEN = /[\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;

/** Letters that are letters of their own, not others with an accent, as `unaccent` of PostgreSQL writes them. */
const PLAIN_LETTERS = new Map([
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['ß', 'ss'],
  ['þ', 'th'],
  ['ð', 'd'],
  ['đ', 'd'],
  ['ħ', 'h'],
  ['ı', 'i'],
  ['ł', 'l'],
  ['ŧ', 't'],
]);
const OTHER_LETTERS = new RegExp(`[${[...PLAIN_LETTERS.keys()].join('')}]`, 'gu');
const plainLetter = (letter: string): string => String(PLAIN_LETTERS.get(letter));

/** A text as it was meant: without what nobody sees, each run of blanks one blank. */
export const asWritten = (text: string): string =>
  text.normalize('NFC').replace(UNSEEN, '').replace(/\s+/gu, ' ').trim();

/**
 * What two spellings of one name have in common: neither case nor accents count, nor blanks, hyphens, apostrophes and
 * other signs between letters. `N'Diaye-Le Goff` and `NDIAYE LE GOFF` are one name. The database computes the same
 * by `searchable`, which its indexes hold; a test compares the two.
 */
export const nameKey = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(OTHER_LETTERS, plainLetter);

/** A list of names or words, each once whichever way it is written, as it was written first. */
export const eachOnce = (texts: readonly string[]): string[] => {
  const byKey = new Map<string, string>();
  for (const text of texts) {
    const key = nameKey(text) || text;
    if (!byKey.has(key)) byKey.set(key, text);
  }
  return [...byKey.values()];
};

/** A reference as it is stored, from what somebody typed or pasted: ` nan-000143 ` is `NAN-000143`. */
export const referenceOf = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(UNSEEN, '')
    .replace(/[\s\p{Pd}]/gu, '')
    .toUpperCase()
    .replace(/^([A-Z]+)(\d+)$/, '$1-$2');

/** Languages in which staff read sentences. French is the default. */
export type Language = 'fr' | 'en';

/** Sentences by key, in each language; `{name}` stands for a parameter, and `[…{name}…]` is left out without it. */
export type Catalogue<Key extends string> = Readonly<Record<Language, Readonly<Record<Key, string>>>>;

const OPTIONAL_PART = /\[([^[\]]*\{(\w+)\}[^[\]]*)\]/g;

type Parameters = Readonly<Record<string, string | number>>;

/** A sentence with its parameters in their places. */
export const fill = (sentence: string, parameters: Parameters = {}): string =>
  sentence
    .replace(OPTIONAL_PART, (_whole, part: string, name: string) => (name in parameters ? part : ''))
    .replace(/\{(\w+)\}/g, (whole, name: string) => String(parameters[name] ?? whole));

export const say = <Key extends string>(
  catalogue: Catalogue<Key>,
  language: Language,
  key: Key,
  parameters?: Parameters,
): string => fill(catalogue[language][key], parameters);

/** The language an `Accept-Language` header prefers among ours (RFC 9110 §12.5.4). */
export const languageOf = (acceptLanguage: string | undefined): Language => {
  const ranked = (acceptLanguage ?? '')
    .split(',')
    .map((entry) => {
      const [tag = '', ...parameters] = entry.trim().toLowerCase().split(';');
      const weight = parameters.map((each) => each.trim()).find((each) => each.startsWith('q='));
      return { tag: tag.trim(), weight: weight ? Number(weight.slice(2)) || 0 : 1 };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  const wanted = ranked.find(({ tag }) => /^(fr|en)(-|$)/.test(tag));
  return wanted?.tag.startsWith('en') ? 'en' : 'fr';
};

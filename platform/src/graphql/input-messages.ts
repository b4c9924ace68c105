import type { Catalogue } from '../messages.ts';

/** What is wrong with a value that any operation may be sent; each agency has sentences for its own rules besides. */
export type InputProblem =
  | 'NOT_A_UUID'
  | 'UNSTORABLE_TEXT'
  | 'TEXT_TOO_LONG'
  | 'NOT_OF_ITS_TYPE'
  | 'PAGE_SIZE'
  | 'CURSOR_OF_ANOTHER_LIST'
  | 'SPAN_TOO_LONG'
  | 'ENDS_BEFORE_IT_STARTS';

export const inputMessages: Catalogue<InputProblem> = {
  fr: {
    NOT_A_UUID: 'ceci n’est pas un identifiant (UUID).',
    UNSTORABLE_TEXT: 'ce texte contient un caractère incomplet ou invisible ; retapez-le.',
    TEXT_TOO_LONG: 'ce texte compte plus de {most} caractères ; abrégez-le.',
    NOT_OF_ITS_TYPE: 'cette valeur n’est pas du type attendu.',
    PAGE_SIZE: 'une page compte de 1 à {most} lignes.',
    CURSOR_OF_ANOTHER_LIST: 'ce curseur ne vient pas de cette liste ; reprenez-la au début.',
    SPAN_TOO_LONG: '{most} jours au plus à la fois ; demandez le reste ensuite.',
    ENDS_BEFORE_IT_STARTS: 'la fin doit venir après le début.',
  },
  en: {
    NOT_A_UUID: 'this is not an id (UUID).',
    UNSTORABLE_TEXT: 'this text holds an incomplete or invisible character; type it again.',
    TEXT_TOO_LONG: 'this text has over {most} characters; shorten it.',
    NOT_OF_ITS_TYPE: 'this value is not of the type expected.',
    PAGE_SIZE: 'a page has 1 to {most} rows.',
    CURSOR_OF_ANOTHER_LIST: 'this cursor was not given by this list; begin it again.',
    SPAN_TOO_LONG: 'at most {most} days at once; ask for the rest afterwards.',
    ENDS_BEFORE_IT_STARTS: 'the end must come after the start.',
  },
};

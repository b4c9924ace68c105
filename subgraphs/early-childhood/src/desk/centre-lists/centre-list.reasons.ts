import { idTaken, type Reasons, reasons } from '@relais/platform/graphql/reasons.ts';
import { changeCentreReasons } from '../centre-changes/centre-change.reasons.ts';

/** Why a row of a list is not taken. */
export const listedRowReasons = reasons(changeCentreReasons, idTaken, {
  NOT_A_CENTRE: {
    fr: '« {kind} » n’est pas un établissement d’accueil : la ligne n’est pas reprise.',
    en: '“{kind}” is no centre: the row is not taken.',
    meaning: 'What the row names is no centre: a childminders’ house, a place for parents to meet.',
  },
  TEXT_UNSUITABLE: {
    fr: 'Un nom, une rue ou un identifiant manque, ou dépasse 200 caractères.',
    en: 'A name, a street or an id is missing, or longer than 200 characters.',
  },
  SAME_PLACE_TWICE: {
    fr: 'Deux établissements portent ce nom dans cette rue : donnez l’identifiant de la source.',
    en: 'Two centres bear this name in this street: give the id of the source.',
  },
} satisfies Reasons);

/** Why a list as a whole is not taken. */
export const centreListReasons = reasons({
  SOURCE_UNSUITABLE: {
    fr: 'Indiquez de qui vient la liste, en 200 caractères au plus.',
    en: 'Say whose list it is, in 200 characters at most.',
  },
  IN_THE_PAST: { fr: 'Ce jour est passé.', en: 'This day has passed.' },
  EXTERNAL_ID_TAKEN: {
    fr: 'Un autre établissement vient de recevoir l’un de ces identifiants : renvoyez la liste.',
    en: 'Another centre has just been given one of these ids: send the list again.',
  },
} satisfies Reasons);

export const listProblems = {
  fr: { TOO_MANY_ROWS: '{most} lignes au plus à la fois ; envoyez le reste ensuite.' },
  en: { TOO_MANY_ROWS: 'at most {most} rows at once; send the rest afterwards.' },
} as const;

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
  KIND_UNKNOWN: {
    fr: '« {kind} » n’est pas un type connu : multi-accueil, crèche, micro-crèche, jardin d’enfants…',
    en: '“{kind}” is no known kind: multi-accueil, crèche, micro-crèche, kindergarten…',
    meaning: 'Nobody here knows the word for what the row names.',
  },
  SAME_PLACE_TWICE: {
    fr: 'Deux établissements portent ce nom dans cette rue : donnez le SIRET, le FINESS ou l’identifiant de la ville.',
    en: 'Two centres bear this name in this street: give the SIRET, the FINESS or the id of the city.',
  },
  ANOTHER_CENTRE: {
    fr: 'Cet identifiant était celui de « {known} », d’un autre nom et d’une autre rue : les identifiants de la source ont-ils changé ?',
    en: 'This id was that of “{known}”, of another name and another street: have the ids of the source changed?',
    meaning: 'The id was that of a centre of another name and another street.',
  },
  KNOWN_BY_ANOTHER_ID: {
    fr: 'Un établissement de ce nom dans cette rue a déjà un autre identifiant de cette source : les identifiants ont-ils changé ?',
    en: 'A centre of this name in this street has another id of this source already: have the ids changed?',
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

import { idTaken, type Reasons, reasons } from '../graphql/reasons.ts';
import { colleagueReasons } from './colleague.reasons.ts';

const { DEPARTED_PROFESSIONAL } = colleagueReasons;

/** What handing on a colleague's work may be refused for, in every agency. */
export const takeOverReasons = reasons(idTaken, { DEPARTED_PROFESSIONAL }, {
  UNKNOWN_PROFESSIONAL: {
    fr: 'L’annuaire de votre organisme ne connaît pas cette personne. Cherchez-la par son nom.',
    en: 'The directory of your agency does not know this person. Search by name.',
  },
  NAME_A_COLLEAGUE: {
    fr: 'Ce qui reste est de dossiers à accès restreint, que l’accueil ne voit pas : nommez le collègue qui prend la relève.',
    en: 'What is left is of restricted files, which the desk does not see: name the colleague who takes over.',
    meaning: 'What is handed on here cannot go to the desk.',
  },
  SAME_PERSON: {
    fr: 'Choisissez un autre collègue pour prendre la relève.',
    en: 'Choose another colleague to take over.',
    meaning: 'Both are the same person.',
  },
  OTHER_AGENCY: {
    fr: 'Cette personne travaille pour un autre organisme. Choisissez un collègue du vôtre.',
    en: 'This person works for another agency. Choose a colleague of yours.',
  },
  OTHER_ROLE: {
    fr: 'Cette personne exerce un autre métier. Choisissez un collègue du même métier.',
    en: 'This person has another role. Choose a colleague of the same role.',
  },
  REASON_MISSING: {
    fr: 'Dites pourquoi, en 1 à 200 caractères.',
    en: 'Say why, in 1 to 200 characters.',
    meaning: '`reason` is empty, or longer than 200 characters.',
  },
  NOTHING_TO_TAKE_OVER: {
    fr: 'Cette personne ne suit plus rien ici. Il n’y a rien à reprendre.',
    en: 'This person follows nothing here any more. There is nothing to take over.',
  },
} satisfies Reasons);

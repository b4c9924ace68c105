import { type Reasons, reasons, stale } from '@relais/platform/graphql/reasons.ts';

const text = {
  UNSUITABLE_TEXT: {
    fr: 'Écrivez chaque indication sur une ligne, de 1 à 200 caractères.',
    en: 'Write each of them in one line of 1 to 200 characters.',
  },
} satisfies Reasons;

export const recordReasons = reasons(text, {
  ROLE_OF_ANOTHER_AGENCY: {
    fr: 'Votre organisme n’a pas ce métier : la personne ne verrait aucune famille. Choisissez un autre métier, ou demandez à son organisme de l’inscrire.',
    en: 'Your agency does not have this role: the person would see no family. Choose another role, or ask their agency to record them.',
  },
  ALREADY_IN_DIRECTORY: {
    fr: 'Ce compte est déjà dans l’annuaire. Cherchez la personne par son nom.',
    en: 'This sign-in is in the directory already. Search for the person by name.',
  },
} satisfies Reasons);

/** What every change of an entry may be refused for. */
const entryReasons = reasons(stale({ fr: 'une fiche', en: 'entry' }), {
  UNKNOWN_PROFESSIONAL: {
    fr: 'L’annuaire de votre organisme ne connaît pas cette personne.',
    en: 'The directory of your agency does not know this person.',
  },
} satisfies Reasons);

export const changeReasons = reasons(entryReasons, text);

export const absenceReasons = reasons(entryReasons, {
  BACK_BEFORE_LEAVING: {
    fr: 'Le retour doit suivre le départ.',
    en: 'The day of coming back must follow the first day away.',
  },
  ABSENCE_WITHOUT_BEGINNING: {
    fr: 'Indiquez le premier jour d’absence.',
    en: 'Say the first day away.',
    meaning: 'A return or a stand-in was given without `from`.',
  },
  UNSUITABLE_STAND_IN: {
    fr: 'Choisissez comme remplaçant un collègue du même organisme et du même métier, qui y travaille encore.',
    en: 'Choose as stand-in a colleague of the same agency and role who still works there.',
  },
} satisfies Reasons);

export const departureReasons = entryReasons;

import { idTaken, reasons } from '@relais/platform/graphql/reasons.ts';

export const followUpReasons = reasons(idTaken, {
  UNKNOWN_RETURN: {
    fr: 'Aucun demandeur d’emploi que vous suivez n’a ce retour à l’emploi.',
    en: 'No job seeker you follow has this return to work.',
  },
  NOT_DUE_YET: {
    fr: 'Ce suivi ne peut pas encore être enregistré : la date n’est pas atteinte.',
    en: 'This follow-up cannot be recorded yet: its day has not come.',
    meaning: 'A follow-up is recorded one, three or six months after the first day, or later.',
  },
  FOLLOWED_UP_ALREADY: {
    fr: 'Ce suivi est déjà enregistré avec un autre résultat.',
    en: 'This follow-up is recorded already, with another outcome.',
  },
});

import type { Catalogue } from '@relais/platform/messages.ts';

export type FollowUpRefusalReason = 'UNKNOWN_RETURN' | 'NOT_DUE_YET' | 'FOLLOWED_UP_ALREADY' | 'CONFLICT';

/** What each reason means to a programmer. */
export const followUpMeanings: Record<FollowUpRefusalReason, string> = {
  UNKNOWN_RETURN: 'No job seeker you follow has a return to work of this id.',
  NOT_DUE_YET: 'A follow-up is recorded one, three or six months after the first day, or later.',
  FOLLOWED_UP_ALREADY: 'Another outcome is recorded at this point already.',
  CONFLICT: 'The id you chose is taken by a record with other content.',
};

export const followUpSentences: Catalogue<FollowUpRefusalReason> = {
  fr: {
    UNKNOWN_RETURN: 'Aucun demandeur d’emploi que vous suivez n’a ce retour à l’emploi.',
    NOT_DUE_YET: 'Ce suivi ne peut pas encore être enregistré : la date n’est pas atteinte.',
    FOLLOWED_UP_ALREADY: 'Ce suivi est déjà enregistré avec un autre résultat.',
    CONFLICT: 'Cet identifiant désigne déjà une fiche dont le contenu est différent.',
  },
  en: {
    UNKNOWN_RETURN: 'No job seeker you follow has this return to work.',
    NOT_DUE_YET: 'This follow-up cannot be recorded yet: its day has not come.',
    FOLLOWED_UP_ALREADY: 'This follow-up is recorded already, with another outcome.',
    CONFLICT: 'This id belongs to a record with other content.',
  },
};

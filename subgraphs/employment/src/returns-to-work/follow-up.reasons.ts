import { correctionReasons } from '@relais/platform/corrections/correction.reasons.ts';
import { idTaken, type Reasons, reasons, stale } from '@relais/platform/graphql/reasons.ts';
import { unknownReturn } from './return-to-work.reasons.ts';

export const followUpReasons = reasons(idTaken, unknownReturn, {
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

export const correctFollowUpReasons = reasons(stale({ fr: 'un suivi', en: 'follow-up' }), correctionReasons, {
  UNKNOWN_FOLLOW_UP: {
    fr: 'Aucun demandeur d’emploi que vous suivez n’a ce suivi.',
    en: 'No job seeker you follow has this follow-up.',
  },
} satisfies Reasons);

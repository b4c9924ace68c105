import { correctionReasons } from '@relais/platform/corrections/correction.reasons.ts';
import { idTaken, type Reasons, reasons, unknown, unknownOrStale } from '@relais/platform/graphql/reasons.ts';
import { unknownSection } from '../../centres/centres/centre.reasons.ts';
import { groundsMissing, requestStanding } from '../care-requests/care-request.reasons.ts';

const COMMISSION = { fr: 'une commission', en: 'commission' };

/** A commission decides from the day on which it sits until it is closed. */
export const sittingReasons = {
  COMMISSION_CLOSED: {
    fr: 'La commission est close : ses décisions ne changent plus.',
    en: 'The commission is closed: its decisions no longer change.',
  },
  NOT_HELD_YET: {
    fr: 'La commission n’a pas encore eu lieu.',
    en: 'The commission has not been held yet.',
  },
} satisfies Reasons;

export const scheduleReasons = reasons(idTaken, {
  HELD_IN_THE_PAST: {
    fr: 'Cette date est passée. Si la commission a bien siégé ce jour-là, dites pourquoi elle est saisie après coup.',
    en: 'This day has passed. If the commission did sit then, say why it is entered afterwards.',
    meaning: 'The day has passed, and no reason is given why it is entered afterwards.',
  },
  HELD_TOO_LONG_AGO: {
    fr: 'Une commission se saisit dans l’année qui suit : vérifiez la date.',
    en: 'A commission is entered within the year that follows it: check the day.',
  },
  REASON_NOT_NEEDED: {
    fr: 'Une raison ne se donne que pour une commission qui a déjà siégé : vérifiez la date.',
    en: 'A reason is given only for a commission that sat already: check the day.',
  },
  ANOTHER_ON_THAT_DAY: {
    fr: 'Une commission est déjà notée ce jour-là. S’il y en a bien deux, confirmez.',
    en: 'A commission is noted on that day already. If there are two, confirm.',
    isQuestion: true,
  },
});

export const closeCommissionReasons = reasons(unknownOrStale('COMMISSION', COMMISSION), sittingReasons);

const decided = {
  NOT_WAITING: {
    fr: 'Cette demande n’attend pas de place.',
    en: 'This request does not wait for a place.',
  },
  SECTION_MISSING: {
    fr: 'Indiquez la section dans laquelle la place est accordée.',
    en: 'Name the section in which a place is granted.',
  },
  SECTION_NOT_FOR_THIS_DECISION: {
    fr: 'Une section ne s’indique que si une place est accordée.',
    en: 'A section is named only when a place is granted.',
  },
} satisfies Reasons;

export const decisionReasons = reasons(
  unknown('COMMISSION', COMMISSION),
  requestStanding,
  unknownSection,
  idTaken,
  groundsMissing,
  sittingReasons,
  decided,
  {
    NOT_LONG_TERM: {
      fr: 'La commission ne décide que des accueils réguliers.',
      en: 'The commission decides on long-term care only.',
    },
    ALREADY_DECIDED: {
      fr: 'Cette commission a déjà décidé de cette demande.',
      en: 'This commission decided on this request already.',
    },
  },
);

/** Why a decision that was recorded wrongly stands. */
export const correctDecisionReasons = reasons(
  unknownOrStale('COMMISSION_DECISION', { fr: 'une décision', en: 'decision' }),
  unknownSection,
  correctionReasons,
  sittingReasons,
  decided,
  {
    GROUNDS_MISSING: {
      fr: 'Indiquez le motif de la commission : la famille y a droit (CRPA L211-2).',
      en: 'Say why the commission decided so: the family has a right to know (CRPA L211-2).',
    },
    DECIDED_AGAIN: {
      fr: 'Une autre commission a décidé depuis : c’est sa décision qui compte.',
      en: 'Another commission has decided since: its decision is the one that counts.',
    },
    PLACE_OFFERED_SINCE: {
      fr: 'Une place a été proposée à la famille depuis cette décision : voyez d’abord ce qu’elle devient avec elle.',
      en: 'A place has been offered to the family since this decision: first settle with it what becomes of that.',
    },
  },
);

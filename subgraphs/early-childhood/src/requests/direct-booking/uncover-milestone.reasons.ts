import { type Reasons, reasons } from '@relais/platform/graphql/reasons.ts';
import { careObjection, seriesStanding, unknownToAsker } from './cover-milestone.reasons.ts';

const noReason = {
  REASON_MISSING: {
    fr: 'Indiquez pourquoi l’accueil est rendu.',
    en: 'Say why the care is given back.',
  },
} satisfies Reasons;

export const uncoverReasons = reasons(unknownToAsker, careObjection, noReason, {
  BOOKING_NOT_OF_MILESTONE: {
    fr: 'Une de ces réservations ne sert pas cette étape : rien n’a été rendu. Relisez l’étape.',
    en: 'One of these bookings does not serve this milestone: nothing was given back. Read the milestone again.',
  },
  ALREADY_CANCELLED: {
    fr: 'Une de ces réservations est déjà annulée : rien n’a été rendu. Relisez l’étape.',
    en: 'One of these bookings is cancelled already: nothing was given back. Read the milestone again.',
  },
  ALREADY_STARTED: {
    fr: 'Un de ces accueils a commencé : il ne se rend plus. Rien n’a été rendu.',
    en: 'Some of this care has started: it can no longer be given back. Nothing was.',
  },
  NOTHING_TO_GIVE_BACK: {
    fr: 'Aucune réservation à venir ne sert cette étape.',
    en: 'No booking to come serves this milestone.',
  },
});

export const uncoverSeriesReasons = reasons(seriesStanding, careObjection, noReason, {
  NOTHING_TO_GIVE_BACK: {
    fr: 'Aucune réservation à venir ne sert ces étapes.',
    en: 'No booking to come serves these milestones.',
  },
});

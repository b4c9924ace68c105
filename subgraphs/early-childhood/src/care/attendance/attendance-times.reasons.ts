import { idTaken, type Reasons, reasons, tryAgain, unknown } from '@relais/platform/graphql/reasons.ts';
import { alreadyAttended, notConfirmed, notStartedYet, timeReasons } from '../bookings/booking.reasons.ts';

export const wordReasons = reasons(
  unknown('BOOKING', { fr: 'une réservation', en: 'booking' }),
  idTaken,
  alreadyAttended,
  notConfirmed,
  notStartedYet,
  timeReasons,
  tryAgain,
  {
    NOT_ARRIVED: {
      fr: 'L’arrivée de l’enfant n’est pas notée : notez-la d’abord.',
      en: 'The arrival of the child is not noted: note it first.',
    },
    CARE_IS_OVER: {
      fr: 'L’accueil réservé était déjà fini à cette heure.',
      en: 'The care booked was over at that time.',
    },
  },
);

export const attendancesReasons = {
  TOO_MUCH_AT_ONCE: {
    fr: 'Soixante lignes au plus à la fois : envoyez le reste ensuite.',
    en: 'Sixty lines at once at most: send the rest afterwards.',
  },
} satisfies Reasons;

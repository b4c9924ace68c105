import { type Reasons, reasons, tryAgain } from '@relais/platform/graphql/reasons.ts';
import { placeReasons } from '../../care/bookings/booking.reasons.ts';

export const backupReasons = reasons(placeReasons, tryAgain, {
  NOT_LOST: {
    fr: 'Aucune fermeture n’a repris cet accueil à ces heures : réservez-le comme un autre.',
    en: 'No closure took this care at these hours: book it as any other.',
    meaning: 'The booking lost nothing to a closure at these hours, or is not known.',
  },
});

export const backupsReasons = {
  TOO_MUCH_AT_ONCE: {
    fr: 'Quarante lignes au plus à la fois : envoyez le reste ensuite.',
    en: 'Forty lines at once at most: send the rest afterwards.',
  },
} satisfies Reasons;

import { type Reasons, reasons } from '@relais/platform/graphql/reasons.ts';

/** Why nobody’s sessions were ended. */
export const revokeReasons = reasons({
  ONLY_ADMINISTRATORS: {
    fr: 'Seuls les administrateurs de l’organisme ferment les sessions de leurs collègues. Demandez-le à l’un d’eux.',
    en: 'Only administrators of the agency end the sessions of their colleagues. Ask one of them.',
  },
  NOT_OF_YOUR_AGENCY: {
    fr: 'Cette personne n’est pas de votre organisme, ou ne s’est jamais connectée à Relais : son propre administrateur ferme ses sessions.',
    en: 'This person is not of your agency, or has never signed in to Relais: their own administrator ends their sessions.',
  },
} satisfies Reasons);

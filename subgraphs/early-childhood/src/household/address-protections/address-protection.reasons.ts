import {
  idTaken,
  type Reasons,
  reasonMissing,
  reasons,
  unknownOrStale,
} from '@relais/platform/graphql/reasons.ts';
import { unknownFamily } from '../../families/families/family.reasons.ts';

export const protectReasons = reasons(unknownFamily, idTaken, reasonMissing, {
  JOIN_ITS_TEAM_FIRST: {
    fr: 'Entrez d’abord dans l’équipe de suivi de la famille : une adresse protégée n’est plus lue que par elle.',
    en: 'Join the support team of the family first: a protected address is read by nobody else.',
    meaning: 'Who protects it sees the family by its district only, and would not see it any more.',
  },
  PROTECTED_ALREADY: {
    fr: 'L’adresse de cette famille est déjà protégée.',
    en: 'The address of this family is protected already.',
  },
} satisfies Reasons);

export const endProtectionReasons = reasons(
  unknownOrStale('ADDRESS_PROTECTION', { fr: 'une protection d’adresse', en: 'protection of an address' }),
  reasonMissing,
  {
    ONLY_ITS_TEAM: {
      fr: 'Seule l’équipe de suivi de la famille, qui lit l’adresse, met fin à sa protection : adressez-vous à elle.',
      en: 'Only the support team of the family, which reads the address, ends its protection: turn to them.',
    },
    ENDED_ALREADY: {
      fr: 'Cette protection a déjà pris fin.',
      en: 'This protection is over already.',
    },
  } satisfies Reasons,
);

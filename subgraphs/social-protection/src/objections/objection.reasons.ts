import { idTaken, type Reasons, reasons, unknownOrStale } from '@relais/platform/graphql/reasons.ts';
import { colleagueReasons } from '@relais/platform/professionals/colleague.reasons.ts';
import { familyReasons, unknownAdult } from '../known-families/known-family.reasons.ts';
import { textReasons } from '../notes/text.reasons.ts';

/** Why what a family said cannot have been said so. */
export const sayingReasons = reasons(colleagueReasons, textReasons, unknownAdult, {
  ANOTHER_FAMILYS_ADULT: {
    fr: 'Cette personne n’est pas un adulte de cette famille. Choisissez qui l’a dit.',
    en: 'This person is not an adult of this family. Choose who said it.',
  },
  SAID_IN_THE_FUTURE: {
    fr: 'La famille ne peut pas l’avoir dit demain : indiquez le jour de l’entretien.',
    en: 'The family cannot have said so tomorrow: give the day on which you spoke.',
  },
} satisfies Reasons);

export const recordObjectionReasons = reasons(familyReasons, idTaken, sayingReasons, {
  KEPT_THERE: {
    fr: 'Cet organisme tient lui-même ces informations : la famille peut s’opposer à leur partage avec les deux autres.',
    en: 'This agency keeps that information itself: the family can object to sharing it with the other two.',
  },
  OBJECTED_ALREADY: {
    fr: 'La famille s’est déjà opposée à ce partage ; son opposition est en vigueur.',
    en: 'The family has objected to this already; the objection is in force.',
  },
} satisfies Reasons);

export const liftObjectionReasons = reasons(
  unknownOrStale('OBJECTION', { fr: 'une opposition', en: 'objection' }),
  sayingReasons,
  {
    REFERRAL_NOT_ACCEPTED: familyReasons.REFERRAL_NOT_ACCEPTED,
    READ_ONLY: familyReasons.READ_ONLY,
    LIFTED_ALREADY: {
      fr: 'Cette opposition a déjà été levée.',
      en: 'This objection was lifted already.',
    },
    SAID_BEFORE_OBJECTING: {
      fr: 'L’opposition est plus récente : indiquez le jour où la famille y a renoncé.',
      en: 'The objection is more recent: give the day on which the family took it back.',
    },
  } satisfies Reasons,
);

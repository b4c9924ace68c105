import { idTaken, type Reasons, reasons, stale } from '@relais/platform/graphql/reasons.ts';
import { colleagueReasons } from '@relais/platform/professionals/colleague.reasons.ts';
import { unknownFamily } from '../known-families/known-family.reasons.ts';

export const joinReasons = reasons(unknownFamily, idTaken, colleagueReasons, {
  ALREADY_MEMBER: {
    fr: 'Cette personne fait déjà partie du groupe de suivi.',
    en: 'This professional is in the support team already.',
  },
  LEAD_IS_TAKEN: {
    fr: 'La famille a déjà un référent : il doit passer le relais.',
    en: 'The family has a lead already, who must hand over.',
  },
  FROM_IN_THE_FUTURE: {
    fr: 'La date d’arrivée est après aujourd’hui.',
    en: 'The first day lies after today.',
  },
  FROM_TOO_LONG_AGO: {
    fr: 'La date d’arrivée est trop ancienne.',
    en: 'The first day is too long ago.',
    meaning: '`from` lies more than ten years back.',
  },
});

const standing = reasons(stale({ fr: 'un groupe de suivi', en: 'support team' }), {
  UNKNOWN_MEMBER: {
    fr: 'Cette personne n’est pas dans le groupe de suivi.',
    en: 'There is no such member.',
  },
  ALREADY_LEFT: {
    fr: 'Cette personne a déjà quitté le groupe.',
    en: 'This member has left the team already.',
  },
} satisfies Reasons);

export const leaveReasons = reasons(standing, {
  LEAVES_BEFORE_JOINING: {
    fr: 'La date de départ est avant celle d’arrivée.',
    en: 'The day of leaving lies before that of joining.',
  },
  LEAVES_IN_THE_FUTURE: {
    fr: 'La date de départ est après aujourd’hui.',
    en: 'The day of leaving lies after today.',
  },
  HAND_OVER_FIRST: {
    fr: 'Le référent doit passer le relais avant de quitter le groupe.',
    en: 'The lead must hand over before leaving the team.',
    meaning: 'The lead hands over before leaving a team of others.',
  },
});

export const handOverReasons = reasons(standing, {
  NOT_THE_LEAD: {
    fr: 'Cette personne n’est pas référente.',
    en: 'This member is not the lead.',
    meaning: 'The member who hands over is not the lead.',
  },
  ANOTHER_FAMILY: {
    fr: 'Les deux personnes ne suivent pas la même famille.',
    en: 'The two members do not follow the same family.',
  },
  LEAD_ALREADY: {
    fr: 'Cette personne est déjà référente.',
    en: 'This member is the lead already.',
    meaning: 'The member who takes over is the lead.',
  },
});

import { idTaken, type Reasons, reasons, stale } from '@relais/platform/graphql/reasons.ts';
import { colleagueReasons } from '@relais/platform/professionals/colleague.reasons.ts';
import { familyReasons } from '../known-families/known-family.reasons.ts';

export const joinReasons = reasons(familyReasons, idTaken, colleagueReasons, {
  ALREADY_MEMBER: {
    fr: 'Cette personne fait déjà partie du groupe de suivi.',
    en: 'This professional is in the support team already.',
  },
  LEAD_IS_TAKEN: {
    fr: 'La famille a déjà un référent : il doit passer le relais.',
    en: 'The family has a lead already, who must hand over.',
  },
  ASK_TO_JOIN: {
    fr: 'Cette famille est déjà suivie. Demandez à rejoindre le groupe de suivi : le référent vous répondra.',
    en: 'This family is followed already. Ask to join its support team: its lead will answer you.',
    meaning:
      'Nobody joins by themselves a team that has members, and only a caseworker takes a family without one: `requestMembership` asks.',
  },
  ONLY_THE_LEAD_ADDS: {
    fr: 'Seul le référent ajoute quelqu’un au groupe. Parlez-lui-en, ou invitez votre collègue à le demander.',
    en: 'Only the lead adds somebody to the team. Talk to the lead, or have your colleague ask to join.',
    meaning:
      'Somebody else is added by the lead, or where nobody leads by a coordinator of the service point.',
  },
  FROM_IN_THE_FUTURE: {
    fr: 'La date d’arrivée est après aujourd’hui.',
    en: 'The first day lies after today.',
  },
  FROM_TOO_LONG_AGO: {
    fr: 'La date d’arrivée remonte à plus de 30 jours : choisissez un jour plus récent.',
    en: 'The first day is more than 30 days ago: choose a later one.',
    meaning: '`from` lies more than 30 days back.',
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
  ONLY_THE_LEAD_REMOVES: {
    fr: 'Seul le référent retire quelqu’un du groupe ; chacun peut le quitter pour soi.',
    en: 'Only the lead removes somebody from the team; everybody may leave it for themselves.',
    meaning:
      'Somebody else is removed by the lead, or where nobody leads by a coordinator of the service point.',
  },
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
  ONLY_THE_LEAD_HANDS_OVER: {
    fr: 'Seul le référent passe le relais.',
    en: 'Only the lead hands over.',
  },
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

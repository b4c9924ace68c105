import type { Catalogue } from '@relais/platform/messages.ts';
import { sharedMessages } from '../messages.ts';
import type { HandOverRefusal, JoinRefusal, LeaveRefusal } from './support-team.rules.ts';

const unknownMember = {
  fr: "Cette personne n'est pas dans le groupe de suivi.",
  en: 'There is no such member.',
};
const staleVersion = {
  fr: "Quelqu'un a modifié le groupe de suivi entre-temps : relisez-le.",
  en: 'Somebody changed the support team meanwhile: read it again.',
};
const alreadyLeft = {
  fr: 'Cette personne a déjà quitté le groupe.',
  en: 'This member has left the team already.',
};

export const joinMessages: Catalogue<JoinRefusal> = {
  fr: {
    UNKNOWN_FAMILY: sharedMessages.unknownFamily.fr,
    ALREADY_MEMBER: 'Cette personne fait déjà partie du groupe de suivi.',
    LEAD_IS_TAKEN: 'La famille a déjà un référent : il doit passer le relais.',
    FROM_IN_THE_FUTURE: "La date d'arrivée est après aujourd'hui.",
    FROM_TOO_LONG_AGO: "La date d'arrivée est trop ancienne.",
    CONFLICT: sharedMessages.conflict.fr,
  },
  en: {
    UNKNOWN_FAMILY: sharedMessages.unknownFamily.en,
    ALREADY_MEMBER: 'This professional is in the support team already.',
    LEAD_IS_TAKEN: 'The family has a lead already, who must hand over.',
    FROM_IN_THE_FUTURE: 'The first day lies after today.',
    FROM_TOO_LONG_AGO: 'The first day is too long ago.',
    CONFLICT: sharedMessages.conflict.en,
  },
};

export const leaveMessages: Catalogue<LeaveRefusal> = {
  fr: {
    UNKNOWN_MEMBER: unknownMember.fr,
    STALE_VERSION: staleVersion.fr,
    ALREADY_LEFT: alreadyLeft.fr,
    LEAVES_BEFORE_JOINING: "La date de départ est avant celle d'arrivée.",
    LEAVES_IN_THE_FUTURE: "La date de départ est après aujourd'hui.",
    HAND_OVER_FIRST: 'Le référent doit passer le relais avant de quitter le groupe.',
  },
  en: {
    UNKNOWN_MEMBER: unknownMember.en,
    STALE_VERSION: staleVersion.en,
    ALREADY_LEFT: alreadyLeft.en,
    LEAVES_BEFORE_JOINING: 'The day of leaving lies before that of joining.',
    LEAVES_IN_THE_FUTURE: 'The day of leaving lies after today.',
    HAND_OVER_FIRST: 'The lead must hand over before leaving the team.',
  },
};

export const handOverMessages: Catalogue<HandOverRefusal> = {
  fr: {
    UNKNOWN_MEMBER: unknownMember.fr,
    STALE_VERSION: staleVersion.fr,
    NOT_THE_LEAD: "Cette personne n'est pas référente.",
    ANOTHER_FAMILY: 'Les deux personnes ne suivent pas la même famille.',
    ALREADY_LEFT: alreadyLeft.fr,
    LEAD_ALREADY: 'Cette personne est déjà référente.',
  },
  en: {
    UNKNOWN_MEMBER: unknownMember.en,
    STALE_VERSION: staleVersion.en,
    NOT_THE_LEAD: 'This member is not the lead.',
    ANOTHER_FAMILY: 'The two members do not follow the same family.',
    ALREADY_LEFT: alreadyLeft.en,
    LEAD_ALREADY: 'This member is the lead already.',
  },
};

import { idTaken, type Reasons, reasons, unknownOrStale } from '@relais/platform/graphql/reasons.ts';
import { colleagueReasons } from '@relais/platform/professionals/colleague.reasons.ts';
import { unknownFamily } from '../known-families/known-family.reasons.ts';
import { handleReasons } from '../membership-requests/membership-request.reasons.ts';
import { textReasons } from '../notes/text.reasons.ts';

/** Why these cannot be the ones who are named and barred. */
export const namingReasons = reasons(textReasons, colleagueReasons, {
  NOBODY_NAMED: {
    fr: 'Nommez au moins un coordinateur du relais petite enfance : sinon personne n’y chercherait une place pour la famille.',
    en: 'Name at least one coordinator of the service point: else nobody there would look for a place for the family.',
  },
  ONLY_COORDINATORS_ARE_NAMED: {
    fr: 'On ne nomme que des coordinateurs du relais petite enfance : les autres rejoignent le groupe de suivi.',
    en: 'Only coordinators of the service point are named: others join the support team.',
  },
  NAMED_AND_BARRED: {
    fr: 'La même personne ne peut pas être à la fois nommée et écartée.',
    en: 'The same person cannot be both named and barred.',
  },
  LEAD_IS_BARRED: {
    fr: 'Cette personne est référente de la famille : faites reprendre le dossier par un collègue, puis écartez-la.',
    en: 'This person leads the support team: have a colleague take over, then bar them.',
  },
} satisfies Reasons);

export const restrictReasons = reasons(unknownFamily, handleReasons, idTaken, namingReasons, {
  RESTRICTED_ALREADY: {
    fr: 'L’accès à ce dossier est déjà restreint.',
    en: 'This file is restricted already.',
  },
} satisfies Reasons);

const standing = reasons(unknownOrStale('RESTRICTION', { fr: 'une restriction', en: 'restriction' }), {
  LIFTED_ALREADY: {
    fr: 'Cette restriction est déjà levée.',
    en: 'This restriction is over already.',
    meaning: 'It was lifted, or another one with other names took its place.',
  },
} satisfies Reasons);

export const changeRestrictionReasons = reasons(standing, namingReasons);

export const liftReasons = reasons(standing, textReasons);

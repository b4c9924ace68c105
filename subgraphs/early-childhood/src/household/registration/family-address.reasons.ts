import { type Reasons, reasons } from '@relais/platform/graphql/reasons.ts';
import { placeQuestions, unknownDistrict } from '../../centres/districts/district.reasons.ts';
import {
  placeReasons,
  protectedHome,
  staleFile,
  unknownFamily,
} from '../../families/families/family.reasons.ts';

const locationQuestions = {
  ADDRESS_NOT_LOCATED: {
    fr: 'La famille était située sur la carte et ne le serait plus : sans position ni quartier, les distances manquent. Indiquez-les, ou confirmez.',
    en: 'The family was on the map and would no longer be: without position and district, distances are missing. Give them, or confirm.',
    meaning:
      'Position or district of the address left behind are known, and those of the new one are not given; given as `null` they are not asked about.',
    isQuestion: true,
  },
} satisfies Reasons;

export const changeAddressReasons = reasons(
  unknownFamily,
  protectedHome,
  staleFile,
  placeReasons,
  placeQuestions,
  locationQuestions,
  unknownDistrict,
  {
    HOLDS_FROM_A_COMING_DAY: {
      fr: 'Cette adresse n’est pas encore valable : notez-la le jour du déménagement.',
      en: 'This address does not hold yet: write it down on the day of the move.',
    },
    BEFORE_THE_PRESENT_ADDRESS: {
      fr: 'Ce jour précède l’adresse actuelle.',
      en: 'This day comes before the present address.',
    },
  },
);

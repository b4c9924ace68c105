import { messages } from '../messages.ts';

const french = {
  STALE_VERSION: 'Le dossier a changé entre-temps. Relisez-le.',
  UNKNOWN_ADULT: 'Cet adulte n’est pas connu du relais.',
  CARE_NO_LONGER_FITS:
    'Avec cette date, l’enfant n’a plus l’âge de la section pour un accueil déjà réservé. Vérifiez, puis confirmez et revoyez ses accueils.',
  BIRTH_FAR_FROM_EXPECTED:
    'Cette naissance est loin de la date prévue : l’année ou le mois est-il juste ? Vérifiez, puis confirmez.',
  ADDRESS_NOT_LOCATED:
    'La famille était située sur la carte et ne le serait plus : sans position ni quartier, les distances manquent. Indiquez-les, ou confirmez.',
  BORN_ALREADY: 'La naissance de cet enfant est déjà notée.',
  LEAVES_ON_A_COMING_DAY: 'Le jour de départ est à venir : notez-le ce jour-là.',
  LEAVES_BEFORE_JOINING: 'Le jour de départ précède l’arrivée dans la famille.',
  LAST_ADULT: 'Une famille garde au moins un adulte : ajoutez d’abord celui qui reste.',
  SHARED_RESIDENCE: 'L’enfant vit aussi avec une autre famille : voyez d’abord sa résidence alternée.',
  CARE_TO_COME:
    'Des accueils sont encore prévus pour cet enfant, ou une demande est ouverte : annulez-les ou terminez-les d’abord.',
  HOLDS_FROM_A_COMING_DAY: 'Cette adresse n’est pas encore valable : notez-la le jour du déménagement.',
  BEFORE_THE_PRESENT_ADDRESS: 'Ce jour précède l’adresse actuelle.',
};

const english = {
  STALE_VERSION: 'The file has changed in the meantime. Read it again.',
  UNKNOWN_ADULT: 'The service point does not know this adult.',
  CARE_NO_LONGER_FITS:
    'By this day the child is not of the age of the section for care that is booked. Check it, then confirm and look at its care.',
  BIRTH_FAR_FROM_EXPECTED:
    'This birth is far from the day it was expected: are year and month right? Check them, then confirm.',
  ADDRESS_NOT_LOCATED:
    'The family was on the map and would no longer be: without position and district, distances are missing. Give them, or confirm.',
  BORN_ALREADY: 'The birth of this child is written down already.',
  LEAVES_ON_A_COMING_DAY: 'The day of leaving is to come: write it down then.',
  LEAVES_BEFORE_JOINING: 'The day of leaving comes before the day of joining the family.',
  LAST_ADULT: 'A family keeps at least one adult: add the one who stays first.',
  SHARED_RESIDENCE: 'The child lives with another family too: see to its shared residence first.',
  CARE_TO_COME: 'Care is still to come for this child, or a request is open: cancel or end it first.',
  HOLDS_FROM_A_COMING_DAY: 'This address does not hold yet: write it down on the day of the move.',
  BEFORE_THE_PRESENT_ADDRESS: 'This day comes before the present address.',
};

/** The sentences of registering, and those of what changes afterwards. */
export const householdMessages = {
  fr: { ...messages.fr, ...french },
  en: { ...messages.en, ...english },
};

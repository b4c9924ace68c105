import type { Catalogue } from '@relais/platform/messages.ts';
import type { NeedProblem } from './care-options/care-need.rules.ts';
import type { PlaceQuestion } from './districts/place.rules.ts';
import type { AdultRefusal, ChildRefusal, FamilyRefusal, JoiningRefusal } from './families/family.rules.ts';
import type { HouseholdQuestion } from './families/household-questions.rules.ts';
import type { ShareResidenceRefusalReason } from './shared-residence/share-residence.ts';

type MemberReason = AdultRefusal | ChildRefusal | JoiningRefusal | 'UNKNOWN_FAMILY' | 'CONFLICT';
type Reason =
  | MemberReason
  | HouseholdQuestion
  | PlaceQuestion
  | FamilyRefusal
  | ShareResidenceRefusalReason
  | 'UNKNOWN_DISTRICT';

/** Every sentence of a refusal that staff read. */
export const messages: Catalogue<Reason> = {
  fr: {
    NAME_MISSING: 'Un nom ou un prénom manque.',
    NAME_TOO_LONG: 'Un nom compte 150 caractères au plus : vérifiez ce qui a été collé.',
    TOO_MUCH_TEXT: 'Une liste compte 30 entrées au plus, de 500 caractères au plus.',
    VACCINATION_IN_THE_FUTURE: 'La date de vérification des vaccinations est dans le futur.',
    ADULT_AGE_UNLIKELY:
      'Un adulte aurait moins de 12 ans ou plus de 100 ans. Vérifiez sa date de naissance, puis confirmez.',
    ADULT_NOT_OLDER_THAN_CHILD:
      'Un adulte a moins de 12 ans de plus qu’un enfant. Vérifiez les dates de naissance, puis confirmez.',
    POSITION_FAR_AWAY:
      'Cette position est à plus de 50 km de la ville : latitude et longitude sont-elles inversées ? Vérifiez, puis confirmez.',
    POSITION_IN_ANOTHER_DISTRICT:
      'Cette position se trouve dans un autre quartier que celui indiqué. Vérifiez, puis confirmez.',
    ADULT_MISSING: 'Une famille compte au moins un adulte.',
    ADDRESS_NOT_UNDERSTOOD: 'L’adresse demande une rue, un code postal de cinq chiffres et une ville.',
    POSITION_NOT_ON_THE_MAP: 'Cette position n’existe pas sur la carte.',
    UNKNOWN_DISTRICT: 'Ce quartier n’existe pas.',
    UNKNOWN_FAMILY: 'Cette famille n’est pas connue du relais.',
    BIRTH_DATE_IN_THE_FUTURE: 'La date de naissance est dans le futur.',
    PHONE_NOT_UNDERSTOOD: 'Ce numéro de téléphone n’est pas compris.',
    LANGUAGE_NOT_UNDERSTOOD: 'Cette langue n’est pas comprise ; écrivez par exemple « fr » ou « ar ».',
    BIRTH_OR_EXPECTED_DATE_NEEDED: 'Indiquez soit la date de naissance, soit la date prévue.',
    EXPECTED_DATE_NOT_PLAUSIBLE: 'Cette date prévue de naissance n’est pas vraisemblable.',
    NOT_A_CHILD: 'Cette personne est majeure.',
    JOINS_ON_A_COMING_DAY: 'Le jour d’arrivée est à venir : ajoutez la personne ce jour-là.',
    CONFLICT: 'Cet identifiant a déjà servi pour un autre contenu.',
    UNKNOWN_CHILD: 'Cet enfant n’est pas connu du relais.',
    ENDS_BEFORE_IT_STARTS: 'La fin précède le début.',
    SAME_FAMILY: 'L’enfant est déjà inscrit dans cette famille.',
    SHARED_WITH_ANOTHER_FAMILY: 'L’enfant est déjà en résidence alternée avec une autre famille.',
    PERIOD_OF_ANOTHER_FAMILY: 'Une période du calendrier ne concerne aucune des deux familles.',
    PERIODS_OVERLAP: 'Deux périodes du calendrier se chevauchent.',
  },
  en: {
    NAME_MISSING: 'A first or last name is missing.',
    NAME_TOO_LONG: 'A name has 150 characters at most: check what was pasted.',
    TOO_MUCH_TEXT: 'A list has 30 entries at most, of 500 characters at most.',
    VACCINATION_IN_THE_FUTURE: 'The day on which the vaccinations were checked lies in the future.',
    ADULT_AGE_UNLIKELY:
      'An adult would be under 12 or over 100 years old. Check the date of birth, then confirm.',
    ADULT_NOT_OLDER_THAN_CHILD:
      'An adult is less than 12 years older than a child. Check the dates of birth, then confirm.',
    POSITION_FAR_AWAY:
      'This position is over 50 km from the city: are latitude and longitude exchanged? Check it, then confirm.',
    POSITION_IN_ANOTHER_DISTRICT:
      'This position lies in another district than the one given. Check it, then confirm.',
    ADULT_MISSING: 'A family has at least one adult.',
    ADDRESS_NOT_UNDERSTOOD: 'An address needs a street, a postal code of five digits and a city.',
    POSITION_NOT_ON_THE_MAP: 'There is no such position on the map.',
    UNKNOWN_DISTRICT: 'There is no such district.',
    UNKNOWN_FAMILY: 'The service point does not know this family.',
    BIRTH_DATE_IN_THE_FUTURE: 'The date of birth lies in the future.',
    PHONE_NOT_UNDERSTOOD: 'This telephone number is not understood.',
    LANGUAGE_NOT_UNDERSTOOD: 'This language is not understood; write “fr” or “ar”, for example.',
    BIRTH_OR_EXPECTED_DATE_NEEDED: 'Give either the date of birth or the expected date.',
    EXPECTED_DATE_NOT_PLAUSIBLE: 'This expected date of birth is not plausible.',
    NOT_A_CHILD: 'This person is of age.',
    JOINS_ON_A_COMING_DAY: 'The first day is to come: add the person then.',
    CONFLICT: 'This id was already used for something else.',
    UNKNOWN_CHILD: 'The service point does not know this child.',
    ENDS_BEFORE_IT_STARTS: 'The end comes before the start.',
    SAME_FAMILY: 'The child is registered with this family already.',
    SHARED_WITH_ANOTHER_FAMILY: 'The child already lives by turns with another family.',
    PERIOD_OF_ANOTHER_FAMILY: 'A period of the calendar is of neither of the two families.',
    PERIODS_OVERLAP: 'Two periods of the calendar overlap.',
  },
};

type QuestionProblem =
  | NeedProblem
  | 'COUNT_OF_OPTIONS'
  | 'TOO_MANY_CHOICES'
  | 'WEEK_OR_STRETCH'
  | 'AGE_IN_MONTHS'
  | 'AGES_REVERSED'
  | 'UNKNOWN_DISTRICT';

/** What is wrong with a question, where no refusal can say it. */
export const questionMessages: Catalogue<QuestionProblem> = {
  fr: {
    ENDS_BEFORE_IT_STARTS: 'la fin doit venir après le début.',
    NOT_WITHIN_ONE_DAY: 'un besoin tient dans une journée ; demandez chaque jour séparément.',
    OVER_ALREADY: 'cette heure est passée.',
    COUNT_OF_OPTIONS: 'de 1 à {most} propositions.',
    TOO_MANY_CHOICES: '{most} choix au plus.',
    WEEK_OR_STRETCH: 'indiquez soit des heures de chaque semaine, soit une seule période datée.',
    AGE_IN_MONTHS: 'un âge de 0 à {most} mois.',
    AGES_REVERSED: 'l’âge maximal doit dépasser l’âge minimal.',
    UNKNOWN_DISTRICT: 'ce quartier n’existe pas.',
  },
  en: {
    ENDS_BEFORE_IT_STARTS: 'the end must come after the start.',
    NOT_WITHIN_ONE_DAY: 'a need lies within one day; ask for each day by itself.',
    OVER_ALREADY: 'this time has passed.',
    COUNT_OF_OPTIONS: '1 to {most} options.',
    TOO_MANY_CHOICES: 'at most {most} choices.',
    WEEK_OR_STRETCH: 'give either hours of every week or one dated stretch.',
    AGE_IN_MONTHS: 'an age of 0 to {most} months.',
    AGES_REVERSED: 'the greatest age must be more than the least.',
    UNKNOWN_DISTRICT: 'there is no district of this id.',
  },
};

import type { Catalogue } from '@relais/platform/messages.ts';
import type {
  ChangeRefusal,
  OpeningRefusal,
  StatementRefusal,
} from './entitlements/entitlement-changes.rules.ts';
import type { FeeMessages } from './hourly-fee/hourly-fee.ts';
import type { ChoiceRefusal, ResourcesRefusal } from './resources/resources.rules.ts';

const unknownFamily = {
  fr: "Cette famille n'est pas encore connue ici. Si elle vient d'être enregistrée, réessayez dans un instant.",
  en: 'This family is not known here yet. If it was just registered, try again in a moment.',
};

const conflict = {
  fr: 'Un autre enregistrement porte déjà cet identifiant.',
  en: 'Another record has this identifier already.',
};

/** What several capabilities say in the same words. */
export const sharedMessages = { unknownFamily, conflict };

const negativeAmount = { fr: 'Le montant est négatif.', en: 'The amount is below zero.' };

const statement: Catalogue<StatementRefusal> = {
  fr: {
    FROM_IN_THE_FUTURE: "La date de début est après aujourd'hui.",
    FROM_TOO_LONG_AGO: 'La date de début est trop ancienne.',
    NEGATIVE_AMOUNT: negativeAmount.fr,
    AMOUNT_WITHOUT_RIGHT: "Un montant n'a de sens que pour un droit ouvert ou suspendu.",
    UNKNOWN_REASON: 'Ce motif ne figure pas dans la liste officielle pour cet état.',
  },
  en: {
    FROM_IN_THE_FUTURE: 'The start date lies after today.',
    FROM_TOO_LONG_AGO: 'The start date is too long ago.',
    NEGATIVE_AMOUNT: negativeAmount.en,
    AMOUNT_WITHOUT_RIGHT: 'An amount makes sense only for an open or suspended right.',
    UNKNOWN_REASON: 'This reason is not in the official list for this state.',
  },
};

export const openingMessages: Catalogue<OpeningRefusal> = {
  fr: {
    ...statement.fr,
    UNKNOWN_FAMILY: unknownFamily.fr,
    UNKNOWN_ADULT:
      "Cet adulte n'est pas encore connu ici. S'il vient d'être enregistré, réessayez dans un instant.",
    ADULT_OF_ANOTHER_FAMILY: "Cet adulte n'appartient pas à cette famille.",
    FORBIDDEN_STATE: "Un droit de ce type ne s'ouvre pas dans cet état.",
    ALREADY_OPEN: 'Ce droit est déjà enregistré pour ce titulaire et il est toujours en cours.',
    CONFLICT: conflict.fr,
  },
  en: {
    ...statement.en,
    UNKNOWN_FAMILY: unknownFamily.en,
    UNKNOWN_ADULT: 'This adult is not known here yet. If just registered, try again in a moment.',
    ADULT_OF_ANOTHER_FAMILY: 'This adult does not belong to this family.',
    FORBIDDEN_STATE: 'A benefit of this kind is not opened in this state.',
    ALREADY_OPEN: 'This holder has this benefit on record and it is not over.',
    CONFLICT: conflict.en,
  },
};

export const changeMessages: Catalogue<ChangeRefusal> = {
  fr: {
    ...statement.fr,
    UNKNOWN_ENTITLEMENT: "Ce droit n'existe pas.",
    STALE_VERSION: "Quelqu'un a modifié ce droit entre-temps : relisez-le.",
    FORBIDDEN_STEP: 'Ce droit est « {present} » : il ne peut pas devenir « {asked} ».',
    FROM_BEFORE_PREVIOUS: "La date de début est avant celle de l'état précédent.",
    NOTHING_CHANGES: "L'état, le montant et le motif sont déjà ceux enregistrés.",
  },
  en: {
    ...statement.en,
    UNKNOWN_ENTITLEMENT: 'There is no such entitlement.',
    STALE_VERSION: 'Somebody changed this entitlement meanwhile: read it again.',
    FORBIDDEN_STEP: 'This benefit is “{present}”: it cannot become “{asked}”.',
    FROM_BEFORE_PREVIOUS: 'The start date lies before that of the previous state.',
    NOTHING_CHANGES: 'State, amount and reason are already those on record.',
  },
};

export const resourcesMessages: Catalogue<ResourcesRefusal> = {
  fr: {
    UNKNOWN_FAMILY: unknownFamily.fr,
    NEGATIVE_AMOUNT: negativeAmount.fr,
    YEAR_NOT_OVER: "Cette année n'est pas terminée.",
    YEAR_TOO_LONG_AGO: 'Cette année est trop ancienne.',
    IMPOSSIBLE_CHILDREN:
      "Le nombre d'enfants à charge ou d'enfants bénéficiaires de l'AEEH n'est pas possible.",
    CONFLICT: conflict.fr,
  },
  en: {
    UNKNOWN_FAMILY: unknownFamily.en,
    NEGATIVE_AMOUNT: negativeAmount.en,
    YEAR_NOT_OVER: 'This year is not over.',
    YEAR_TOO_LONG_AGO: 'This year is too long ago.',
    IMPOSSIBLE_CHILDREN: 'The number of dependent children, or of those with the AEEH, is not possible.',
    CONFLICT: conflict.en,
  },
};

export const choiceMessages: Catalogue<ChoiceRefusal> = {
  fr: {
    UNKNOWN_RESOURCES: "Cette déclaration de ressources n'existe pas.",
    STALE_VERSION: "Quelqu'un a enregistré des ressources de cette année entre-temps : relisez-les.",
    NOTHING_TO_CHOOSE:
      'Cette déclaration compte déjà seule ou a été remplacée : pour la corriger, enregistrez les ressources de l’année.',
  },
  en: {
    UNKNOWN_RESOURCES: 'There is no such statement of resources.',
    STALE_VERSION: 'Somebody recorded resources of this year meanwhile: read them again.',
    NOTHING_TO_CHOOSE:
      'This statement counts alone already or was replaced: to correct it, record the resources of the year.',
  },
};

export const feeMessages: FeeMessages = {
  fr: {
    COMPUTED: 'Calculé sur les ressources de {year}.',
    FLOOR: 'Ressources de {year} inférieures au plancher du barème : le plancher est appliqué.',
    CEILING: 'Ressources de {year} supérieures au plafond du barème : le plafond est appliqué.',
    FLOOR_FOR_EMERGENCY: "Ressources de {year} inconnues : le plancher est appliqué à l'accueil d'urgence.",
    RESOURCES_UNKNOWN: 'Ressources de {year} inconnues : pas encore de tarif.',
    NO_SCALE: "Aucun barème n'est connu avant 2018.",
    BEYOND_TEN_CHILDREN: "Le barème s'arrête à 10 enfants : son taux le plus bas est appliqué.",
    SCALE_NOT_YET_PUBLISHED: "Le barème de cette année n'est pas connu : celui de 2026 est appliqué.",
  },
  en: {
    COMPUTED: 'Computed from the resources of {year}.',
    FLOOR: 'Resources of {year} lie under the floor of the scale: the floor applies.',
    CEILING: 'Resources of {year} lie over the ceiling of the scale: the ceiling applies.',
    FLOOR_FOR_EMERGENCY: 'Resources of {year} are unknown: the floor applies to emergency care.',
    RESOURCES_UNKNOWN: 'Resources of {year} are unknown: no fee yet.',
    NO_SCALE: 'No scale is known before 2018.',
    BEYOND_TEN_CHILDREN: 'The scale ends at 10 children: its lowest rate applies.',
    SCALE_NOT_YET_PUBLISHED: 'The scale of this year is not known: that of 2026 applies.',
  },
};

/** What is wrong with a request as a whole, where no refusal can say it. */
export const questionMessages: Catalogue<'TOO_MANY_ROWS'> = {
  fr: { TOO_MANY_ROWS: '{most} lignes au plus à la fois ; envoyez le reste ensuite.' },
  en: { TOO_MANY_ROWS: 'at most {most} rows at once; send the rest afterwards.' },
};

import { correctionReasons } from '@relais/platform/corrections/correction.reasons.ts';
import { idTaken, type Reasons, reasons, unknownOrStale } from '@relais/platform/graphql/reasons.ts';
import {
  readingReasons,
  unknownAdult,
  unknownChild,
  unknownFamily,
} from '../known-families/known-family.reasons.ts';

export const negativeAmount = {
  NEGATIVE_AMOUNT: { fr: 'Le montant est négatif.', en: 'The amount is below zero.' },
} satisfies Reasons;

/** Why what is said of a state cannot be taken, whichever it is. */
export const statementReasons = reasons(negativeAmount, {
  FROM_IN_THE_FUTURE: {
    fr: 'La date de début est après aujourd’hui.',
    en: 'The start date lies after today.',
  },
  FROM_TOO_LONG_AGO: {
    fr: 'La date de début est trop ancienne.',
    en: 'The start date is too long ago.',
    meaning: '`from` lies before the family benefit funds existed (1946).',
  },
  AMOUNT_WITHOUT_RIGHT: {
    fr: 'Un montant n’a de sens que pour un droit ouvert ou suspendu.',
    en: 'An amount makes sense only for an open or suspended right.',
  },
  UNKNOWN_REASON: {
    fr: 'Ce motif ne figure pas dans la liste officielle pour cet état.',
    en: 'This reason is not in the official list for this state.',
  },
} satisfies Reasons);

export const holderReasons = reasons(unknownFamily, unknownAdult, unknownChild, {
  NOT_DUE_FOR_A_CHILD: {
    fr: 'Ce droit n’est pas dû pour un enfant : n’en indiquez pas.',
    en: 'This benefit is not due for a child: name none.',
  },
  ADULT_OF_ANOTHER_FAMILY: {
    fr: 'Cet adulte n’appartient pas à cette famille.',
    en: 'This adult does not belong to this family.',
  },
} satisfies Reasons);

const forbiddenState = {
  FORBIDDEN_STATE: {
    fr: 'Un droit de ce type ne s’ouvre pas à l’état « {asked} » : indiquez {possible}.',
    en: 'A benefit of this kind is not opened as “{asked}”: say {possible}.',
    meaning: 'A benefit of this scheme is not put on record in this state.',
  },
} satisfies Reasons;

const unsuitableStep = {
  FORBIDDEN_STEP: {
    fr: 'Ce droit est « {present} » : il ne peut pas devenir « {asked} ».',
    en: 'This benefit is “{present}”: it cannot become “{asked}”.',
    meaning: 'This state cannot follow the one on record.',
  },
  FROM_BEFORE_PREVIOUS: {
    fr: 'La date de début est avant celle de l’état précédent.',
    en: 'The start date lies before that of the previous state.',
  },
} satisfies Reasons;

/** Of a first state, and of one that follows another. */
export const beginningReasons = reasons(statementReasons, forbiddenState);
export const followingReasons = reasons(statementReasons, unsuitableStep);

export const openReasons = reasons(holderReasons, readingReasons, beginningReasons, idTaken, {
  ALREADY_OPEN: {
    fr: 'Ce droit est déjà enregistré pour ce titulaire, ou pour cet enfant, et il est toujours en cours.',
    en: 'This holder, or this child, has this benefit on record and it is not over.',
  },
  CHILD_NEEDED: {
    fr: 'L’AEEH est due pour un enfant : indiquez lequel.',
    en: 'The AEEH is due for a child: say which.',
  },
});

/** Of every change of one that is on record. */
export const entitlementReasons = reasons(
  unknownOrStale('ENTITLEMENT', { fr: 'un droit', en: 'entitlement' }),
  readingReasons,
  {
    MISTAKEN_ALREADY: {
      fr: 'Ce droit a été retiré : il avait été enregistré par erreur.',
      en: 'This benefit was taken off the record, where it was by mistake.',
    },
  } satisfies Reasons,
);

export const mistakenReasons = reasons(entitlementReasons, correctionReasons);

export const changeReasons = reasons(entitlementReasons, followingReasons, {
  NOTHING_CHANGES: {
    fr: 'L’état, le montant et le motif sont déjà ceux enregistrés.',
    en: 'State, amount and reason are already those on record.',
  },
});

/** Of a row of a monthly file. */
export const importReasons = reasons(holderReasons, beginningReasons, unsuitableStep, {
  STATED_IN_THE_FUTURE: {
    fr: 'La date de l’information est après aujourd’hui.',
    en: 'The day of the information lies after today.',
  },
  OUTDATED: {
    fr: 'Une information plus récente de la même source est déjà enregistrée.',
    en: 'Fresher information from the same source is on record.',
  },
  NUMBER_NEEDED: {
    fr: 'Ce droit est dû par enfant : il faut le numéro que lui donne l’organisme.',
    en: 'This benefit is due per child: the number its source gives it is needed.',
    meaning: 'The benefit is due per child and the row has no `sourceNumber`.',
  },
  HOLDER_NEEDED: {
    fr: 'Cette famille a plusieurs titulaires de ce droit : indiquez lequel (adult_id).',
    en: 'This family has several holders of this benefit: say which one (adult_id).',
    meaning: 'This source has the benefit on record for several holders and the row has no `adultId`.',
  },
  OTHER_CHILD: {
    fr: 'Ce numéro est enregistré pour un autre enfant. Si c’est une erreur, retirez d’abord ce droit, puis renvoyez la ligne.',
    en: 'This number is on record for another child. If that is a mistake, take that benefit off the record first, then send the row again.',
    meaning:
      'The source has this number on record for another child of the family: a benefit changes no child.',
  },
  CHILD_NEEDED: {
    fr: 'Ce numéro est enregistré pour plusieurs enfants : indiquez lequel (child_id).',
    en: 'This number is on record for several children: say which one (child_id).',
    meaning: 'This source has the number on record for several children and the row has no `childId`.',
  },
});

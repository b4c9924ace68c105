import type { Catalogue } from '@relais/platform/messages.ts';
import { changeMessages, openingMessages } from '../messages.ts';
import type { ImportRefusal } from './import-entitlements.rules.ts';

export const importMessages: Catalogue<ImportRefusal> = {
  fr: {
    ...openingMessages.fr,
    ...changeMessages.fr,
    STATED_IN_THE_FUTURE: "La date de l'information est après aujourd'hui.",
    OUTDATED: 'Une information plus récente de la même source est déjà enregistrée.',
    NUMBER_NEEDED: "Ce droit est dû par enfant : il faut le numéro que lui donne l'organisme.",
    HOLDER_NEEDED: 'Cette famille a plusieurs titulaires de ce droit : indiquez lequel (adult_id).',
  },
  en: {
    ...openingMessages.en,
    ...changeMessages.en,
    STATED_IN_THE_FUTURE: 'The day of the information lies after today.',
    OUTDATED: 'Fresher information from the same source is on record.',
    NUMBER_NEEDED: 'This benefit is due per child: the number its source gives it is needed.',
    HOLDER_NEEDED: 'This family has several holders of this benefit: say which one (adult_id).',
  },
};

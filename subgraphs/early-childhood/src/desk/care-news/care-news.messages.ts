import type { Catalogue, Language } from '@relais/platform/messages.ts';
import type { CareStepKind } from '../../history/care-history/care-step-kind.ts';
import type { RegistrationAnswer } from './answered-registrations.queries.ts';

/** What has a reason in somebody's words is told to those who receive children without it: it is of the family. */
export const staffSentences: Readonly<Record<Language, Readonly<Partial<Record<CareStepKind, string>>>>> = {
  fr: {
    BOOKING_CANCELLED: 'Accueil de {child} annulé, prévu le {when}.',
    PLACEMENT_CHANGED: 'Contrat d’accueil de {child} modifié à partir du {from}.',
    PLACEMENT_ENDED: 'Contrat d’accueil de {child} : dernier jour le {from}.',
    PLACEMENT_SUSPENDED: 'Contrat d’accueil de {child} suspendu du {from} au {to}.',
    ABSENCE_ANNOUNCED: 'Absence de {child} annoncée du {from} au {to}.',
  },
  en: {
    BOOKING_CANCELLED: 'Care of {child} cancelled, planned on {when}.',
    PLACEMENT_CHANGED: 'Weekly care of {child} changed from {from} on.',
    PLACEMENT_ENDED: 'Weekly care of {child}: last day on {from}.',
    PLACEMENT_SUSPENDED: 'Weekly care of {child} suspended from {from} to {to}.',
    ABSENCE_ANNOUNCED: 'Absence of {child} announced from {from} to {to}.',
  },
};

/** To whoever asked for it. */
export const answeredSentences: Catalogue<RegistrationAnswer> = {
  fr: {
    REGISTRATION_COMPLETED:
      'La famille {family} a un dossier : demandez à rejoindre son groupe de suivi depuis votre demande.',
    REGISTRATION_REFUSED: 'Le relais n’inscrit pas la famille {family} : {reason}',
    REGISTRATION_LAPSED:
      'Votre demande d’inscription de la famille {family} est restée sans réponse : elle est effacée. Renvoyez-la si la famille le veut toujours.',
  },
  en: {
    REGISTRATION_COMPLETED: 'The family {family} has a file: ask to join its support team from your request.',
    REGISTRATION_REFUSED: 'The service point does not register the family {family}: {reason}',
    REGISTRATION_LAPSED:
      'Your request to register the family {family} was not answered: it is deleted. Send it again if the family still wants it.',
  },
};

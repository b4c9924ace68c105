import type { Language } from '@relais/platform/messages.ts';
import type { CareStepKind } from '../../history/care-history/care-step-kind.ts';

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

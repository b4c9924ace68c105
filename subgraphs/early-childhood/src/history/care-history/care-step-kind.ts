import { enumOfSteps, type StepKind } from '@relais/platform/graphql/step-kinds.ts';
import { closureStepKinds } from './closure-step-kinds.ts';
import { householdStepKinds } from './household-step-kinds.ts';

/**
 * What can be done for a family. In the sentences, `{child}` is the first name, `{when}` a moment, `{until}` an hour,
 * `{place}` section and centre, `{reference}` that of a merged file, `{from}` and `{to}` days, `{hours}` when an own
 * arrangement holds.
 */
export const stepKinds = {
  ...householdStepKinds,
  ARRANGEMENT_RECORDED: {
    meaning: 'The family looks after a child otherwise.',
    fr: 'Solution familiale notée pour {child}{hours}.',
    en: 'Own arrangement noted for {child}{hours}.',
  },
  ARRANGEMENT_CORRECTED: {
    meaning: 'How a child is looked after otherwise was put right before it began.',
    fr: 'Solution familiale corrigée pour {child}{hours}.',
    en: 'Own arrangement corrected for {child}{hours}.',
  },
  ARRANGEMENT_ENDED: {
    meaning: 'A weekly arrangement holds no longer from a day on.',
    fr: 'Solution familiale de {child} terminée à partir du {day}{hours}.',
    en: 'Own arrangement of {child} ended from {day} on{hours}.',
  },
  ARRANGEMENT_REMOVED: {
    meaning: 'What was to come of an arrangement falls through.',
    fr: 'Solution familiale retirée pour {child}{hours}.',
    en: 'Own arrangement removed for {child}{hours}.',
  },
  CARE_BOOKED: {
    meaning: 'Care was booked.',
    fr: 'Accueil réservé pour {child} le {when}, jusqu’à {until} : {place}.',
    en: 'Care booked for {child} on {when}, until {until}: {place}.',
  },
  BOOKING_MOVED: {
    meaning: 'Booked care was moved to another time or place.',
    fr: 'Accueil de {child} déplacé : désormais le {when}, jusqu’à {until} : {place}.',
    en: 'Care of {child} moved: now on {when}, until {until}: {place}.',
  },
  BOOKING_CANCELLED: {
    meaning: 'Booked care was given back.',
    fr: 'Accueil de {child} annulé, prévu le {when} : {reason}.',
    en: 'Care of {child} cancelled, planned on {when}: {reason}.',
  },
  ATTENDANCE_CORRECTED: {
    meaning: 'Whether a child came was noted wrongly, and put right.',
    fr: 'Présence de {child} corrigée, accueil du {when} : {reason}.',
    en: 'Attendance of {child} put right, care of {when}: {reason}.',
  },
  ABSENCE_CORRECTED: {
    meaning: 'An announced absence was taken back, or ended earlier.',
    fr: 'Absence de {child} corrigée, du {from} au {to} : {reason}.',
    en: 'Absence of {child} put right, from {from} to {to}: {reason}.',
  },
  CHILD_ABSENT: {
    meaning: 'A child who was expected did not come.',
    fr: '{child} n’est pas venu à l’accueil du {when}.',
    en: '{child} did not come to the care of {when}.',
  },
  CARE_REQUEST_SUBMITTED: {
    meaning: 'The family asked for care.',
    fr: 'Demande d’accueil déposée pour {child}.',
    en: 'Care request taken for {child}.',
  },
  CARE_REQUEST_CHANGED: {
    meaning: 'The choices or dates of a request changed.',
    fr: 'Demande d’accueil de {child} modifiée.',
    en: 'Care request for {child} changed.',
  },
  CARE_REQUEST_OFFERED: {
    meaning: 'A place was offered for a request.',
    fr: 'Place proposée pour {child} : {place}.',
    en: 'A place was offered for {child}: {place}.',
  },
  CARE_REQUEST_ACCEPTED: {
    meaning: 'The family took the place offered.',
    fr: 'La famille accepte la place proposée pour {child}.',
    en: 'The family took the place offered for {child}.',
  },
  OFFER_DECLINED: {
    meaning: 'The family did not take the place offered; its request waits again.',
    fr: 'La famille décline la place proposée pour {child} : {reason}.',
    en: 'The family declined the place offered for {child}: {reason}.',
  },
  OFFER_EXPIRED: {
    meaning: 'The family did not answer an offer in time; its request waits again.',
    fr: 'La place proposée pour {child} est rendue : la famille n’a pas répondu à temps.',
    en: 'The place offered for {child} was given back: the family did not answer in time.',
  },
  OFFER_WITHDRAWN: {
    meaning: 'An offer was taken back; the request waits again.',
    fr: 'L’offre d’une place pour {child} est retirée : {reason}.',
    en: 'The offer of a place for {child} was withdrawn: {reason}.',
  },
  CARE_REQUEST_WAITS_AGAIN: {
    meaning: 'A request waits for a place again.',
    fr: 'La demande d’accueil de {child} attend de nouveau une place.',
    en: 'The care request for {child} waits for a place again.',
  },
  CARE_REQUEST_PLACED: {
    meaning: 'A request ended with a place.',
    fr: 'Demande d’accueil de {child} satisfaite.',
    en: 'Care request for {child} met with a place.',
  },
  ALTERNATIVE_PROPOSED: {
    meaning: 'Another solution was proposed while no place was free.',
    fr: 'Autre solution proposée pour {child} : {reason}.',
    en: 'Another solution proposed for {child}: {reason}.',
  },
  ALTERNATIVE_REPLACED: {
    meaning: 'Another solution that had been proposed was changed, as when a number was wrong.',
    fr: 'Autre solution pour {child} modifiée : {reason}.',
    en: 'Other solution for {child} changed: {reason}.',
  },
  CARE_REQUEST_REFUSED: {
    meaning: 'A request was refused.',
    fr: 'Demande d’accueil de {child} refusée : {reason}.',
    en: 'Care request for {child} refused: {reason}.',
  },
  CARE_REQUEST_CONFIRMED: {
    meaning: 'The family said that it needs the care still.',
    fr: 'Demande d’accueil de {child} confirmée : toujours d’actualité.',
    en: 'Care request for {child} confirmed: it is needed still.',
  },
  CARE_REQUEST_NOTICE: {
    meaning: 'The family was asked whether it needs the care still.',
    fr: 'Famille interrogée : la demande d’accueil de {child} est-elle toujours d’actualité ?',
    en: 'The family was asked whether it needs care for {child} still.',
  },
  CARE_REQUEST_LAPSED: {
    meaning: 'A request lapsed: the family did not answer when it was asked.',
    fr: 'Demande d’accueil de {child} caduque : la famille n’a pas répondu.',
    en: 'Care request for {child} lapsed: the family did not answer.',
  },
  CARE_REQUEST_WITHDRAWN: {
    meaning: 'The family withdrew its request.',
    fr: 'Demande d’accueil de {child} retirée.',
    en: 'Care request for {child} withdrawn.',
  },
  COMMISSION_GRANTED: {
    meaning: 'An admission commission granted a place.',
    fr: 'La commission d’admission accorde une place à {child} : {place}.',
    en: 'The admission commission grants {child} a place: {place}.',
  },
  COMMISSION_POSTPONED: {
    meaning: 'An admission commission postponed its decision.',
    fr: 'La commission d’admission reporte la demande de {child} : {reason}.',
    en: 'The admission commission postpones the request for {child}: {reason}.',
  },
  COMMISSION_CORRECTED: {
    meaning: 'A decision of an admission commission that was recorded wrongly was put right.',
    fr: 'Décision de la commission d’admission corrigée pour {child} : {reason}.',
    en: 'Decision of the admission commission on {child} put right: {reason}.',
  },
  PLACEMENT_STARTED: {
    meaning: 'Weekly care was agreed.',
    fr: 'Contrat d’accueil convenu pour {child}, du {from} au {to}.',
    en: 'Weekly care agreed for {child}, from {from} to {to}.',
  },
  FAMILIARISATION_AGREED: {
    meaning: 'Days were agreed on which a child gets used to a centre.',
    fr: 'Familiarisation de {child} convenue du {from} au {to}[ : {reason}].',
    en: 'Days for {child} to get used to the centre agreed from {from} to {to}[: {reason}].',
  },
  PLACEMENT_CHANGED: {
    meaning: 'Weekly care has other hours or another section from a day on.',
    fr: 'Contrat d’accueil de {child} modifié à partir du {from} : {reason}.',
    en: 'Weekly care of {child} changed from {from} on: {reason}.',
  },
  PLACEMENT_ENDED: {
    meaning: 'Weekly care ends earlier than agreed.',
    fr: 'Contrat d’accueil de {child} : dernier jour le {from} ({reason}).',
    en: 'Weekly care of {child}: last day on {from} ({reason}).',
  },
  PLACEMENT_SUSPENDED: {
    meaning: 'Weekly care rests from one day to another.',
    fr: 'Contrat d’accueil de {child} suspendu du {from} au {to} : {reason}.',
    en: 'Weekly care of {child} suspended from {from} to {to}: {reason}.',
  },
  PLACEMENT_RESUMED: {
    meaning: 'Weekly care that rested runs again.',
    fr: 'Contrat d’accueil de {child} repris à partir du {from}.',
    en: 'Weekly care of {child} resumed from {from} on.',
  },
  PLACEMENT_RENEWED: {
    meaning: 'Weekly care goes on after its last day.',
    fr: 'Contrat d’accueil de {child} renouvelé du {from} au {to}.',
    en: 'Weekly care of {child} renewed from {from} to {to}.',
  },
  WEEK_HOURS_SENT: {
    meaning: 'The family sent the hours of a week of flexible care.',
    fr: 'Heures d’accueil de {child} reçues pour la semaine du {from}.',
    en: 'Hours of care of {child} received for the week of {from}.',
  },
  ...closureStepKinds,
  ABSENCE_ANNOUNCED: {
    meaning: 'The family said that the child will not come on some days.',
    fr: 'Absence de {child} annoncée du {from} au {to} : {reason}.',
    en: 'Absence of {child} announced from {from} to {to}: {reason}.',
  },
} satisfies Record<string, StepKind>;

export const CareStepKind = enumOfSteps('CareStepKind', 'What was done for a family.', stepKinds);
export type CareStepKind = keyof typeof stepKinds;

import { type Catalogue, type Language, say } from '@relais/platform/messages.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { dayText } from '@relais/platform/time/time-texts.ts';
import { reasonLabel } from '../entitlements/rsa-reasons.rules.ts';
import type { Scheme } from '../entitlements/scheme.ts';
import type { InformationSubject } from '../information-given/information-subject.ts';
import type { ReferralTarget } from '../referrals/referral.ts';
import type { Happening, TimelineKind } from './benefits-timeline.rules.ts';

export const schemes: Catalogue<Scheme> = {
  fr: {
    RSA: 'RSA',
    PRIME_ACTIVITE: "Prime d'activité",
    ASF: 'Allocation de soutien familial',
    AAH: 'AAH',
    AEEH: 'AEEH',
    PAJE_BASE: 'Allocation de base de la PAJE',
    CMG: 'CMG',
    HOUSING_AID: 'Aide au logement',
    FAMILY_ALLOWANCES: 'Allocations familiales',
  },
  en: {
    RSA: 'RSA',
    PRIME_ACTIVITE: 'Activity bonus',
    ASF: 'Family support allowance',
    AAH: 'AAH',
    AEEH: 'AEEH',
    PAJE_BASE: 'PAJE base allowance',
    CMG: 'CMG',
    HOUSING_AID: 'Housing aid',
    FAMILY_ALLOWANCES: 'Family allowances',
  },
};

const sentences: Catalogue<TimelineKind> = {
  fr: {
    ENTITLEMENT_PENDING: '{scheme} : demandé.',
    ENTITLEMENT_REFUSED: '{scheme} : refusé.',
    ENTITLEMENT_OPEN: '{scheme} : droit ouvert.',
    ENTITLEMENT_SUSPENDED: '{scheme} : droit suspendu{reason}.',
    ENTITLEMENT_PAYMENT_SUSPENDED: '{scheme} : versement suspendu{reason}.',
    ENTITLEMENT_CLOSED: '{scheme} : droit fermé{reason}.',
    ENTITLEMENT_CLOSED_EARLIER: '{scheme} : droit fermé un mois antérieur{reason}.',
    ENTITLEMENT_UPDATED: '{scheme} : montant ou motif mis à jour{reason}.',
    ENTITLEMENT_MISTAKEN: '{scheme} : droit retiré, il avait été enregistré par erreur.',
    RESOURCES_RECORDED: 'Ressources de {year} enregistrées.',
    RESOURCES_CHOSEN: 'Ressources de {year} : une seule déclaration retenue.',
    TEAM_MEMBER_JOINED: '{name} rejoint le groupe de suivi.',
    TEAM_MEMBER_LEFT: '{name} quitte le groupe de suivi.',
    TEAM_LEAD_TAKEN: '{name} devient référent de la famille.',
    TEAM_MEMBER_HANDED_ON: '{successor} prend la relève de {name} dans le groupe de suivi.',
    TEAM_MEMBER_TO_DESK: 'Le suivi de {name} passe à l’accueil du service.',
    WORK_HANDED_ON: 'Tâches et orientations en attente : {successor} prend la relève de {name}.',
    WORK_TO_DESK: 'Tâches et orientations en attente de {name} : à l’accueil du service.',
    REFERRAL_SENT: 'Orientation envoyée vers {target} par {author}.',
    REFERRAL_ACCEPTED: 'Orientation vers {target}, envoyée le {day} par {sender}, acceptée par {author}.',
    REFERRAL_DECLINED: 'Orientation vers {target}, envoyée le {day} par {sender}, déclinée par {author}.',
    REFERRAL_WITHDRAWN: 'Orientation vers {target}, envoyée le {day} par {sender}, retirée.',
    REFERRAL_EXPIRED: 'Orientation vers {target}, envoyée le {day} par {sender}, expirée sans réponse.',
    TASK_DONE: 'Fait : {title}',
    GLASS_BROKEN:
      '{author} ouvre le dossier en urgence, sans suivre la famille : en lecture, un quart d’heure au plus.',
    BREAK_GLASS_REVIEWED: 'L’ouverture en urgence par {author} est examinée.',
    INFORMATION_GIVEN: '{author} explique à la famille : {subjects}.',
    FILES_PARTED: 'Ce dossier et un autre, réunis par erreur, sont de nouveau séparés.',
  },
  en: {
    ENTITLEMENT_PENDING: '{scheme}: asked for.',
    ENTITLEMENT_REFUSED: '{scheme}: refused.',
    ENTITLEMENT_OPEN: '{scheme}: open.',
    ENTITLEMENT_SUSPENDED: '{scheme}: suspended{reason}.',
    ENTITLEMENT_PAYMENT_SUSPENDED: '{scheme}: payment suspended{reason}.',
    ENTITLEMENT_CLOSED: '{scheme}: closed{reason}.',
    ENTITLEMENT_CLOSED_EARLIER: '{scheme}: closed in an earlier month{reason}.',
    ENTITLEMENT_UPDATED: '{scheme}: amount or reason updated{reason}.',
    ENTITLEMENT_MISTAKEN: '{scheme}: taken off the record, where it was by mistake.',
    RESOURCES_RECORDED: 'Resources of {year} recorded.',
    RESOURCES_CHOSEN: 'Resources of {year}: one statement settled on.',
    TEAM_MEMBER_JOINED: '{name} joins the support team.',
    TEAM_MEMBER_LEFT: '{name} leaves the support team.',
    TEAM_LEAD_TAKEN: '{name} becomes the lead.',
    TEAM_MEMBER_HANDED_ON: '{successor} takes over from {name} in the support team.',
    TEAM_MEMBER_TO_DESK: 'What {name} did goes to the desk of the service.',
    WORK_HANDED_ON: 'Open tasks and referrals: {successor} takes over from {name}.',
    WORK_TO_DESK: 'Open tasks and referrals of {name} go to the desk of the service.',
    REFERRAL_SENT: 'Referral sent to {target} by {author}.',
    REFERRAL_ACCEPTED: 'Referral to {target}, sent on {day} by {sender}, accepted by {author}.',
    REFERRAL_DECLINED: 'Referral to {target}, sent on {day} by {sender}, declined by {author}.',
    REFERRAL_WITHDRAWN: 'Referral to {target}, sent on {day} by {sender}, taken back.',
    REFERRAL_EXPIRED: 'Referral to {target}, sent on {day} by {sender}, expired without an answer.',
    TASK_DONE: 'Done: {title}',
    GLASS_BROKEN:
      '{author} opens the file in an emergency, without following the family: reading only, a quarter of an hour at most.',
    BREAK_GLASS_REVIEWED: 'The opening in an emergency by {author} is reviewed.',
    INFORMATION_GIVEN: '{author} explains to the family: {subjects}.',
    FILES_PARTED: 'This file and another, merged by mistake, are two again.',
  },
};

const informationSubjects: Catalogue<InformationSubject> = {
  fr: {
    RECORDS: 'les données conservées',
    SHARING: 'le partage entre organismes',
    OBJECTION: 'le droit d’opposition',
    ACCESS_LOG: 'le journal des consultations',
    CORRECTION: 'le droit d’accès et de rectification',
  },
  en: {
    RECORDS: 'what is kept',
    SHARING: 'sharing between agencies',
    OBJECTION: 'the right to object',
    ACCESS_LOG: 'the log of who read the file',
    CORRECTION: 'the right to read and correct',
  },
};

/** To whom a family is referred, where nobody is named. */
export const referralTargets: Catalogue<ReferralTarget> = {
  fr: {
    SERVICE_POINT: 'le relais petite enfance',
    ADVISOR: 'le conseiller emploi',
    SOCIAL_WORKER: 'le service social',
  },
  en: {
    SERVICE_POINT: 'the early-childhood service point',
    ADVISOR: 'the employment advisor',
    SOCIAL_WORKER: 'the social services',
  },
};

/** The names of the professionals that a happening is about, where there are any. */
export type HappeningNames = {
  readonly member: string;
  readonly successor: string;
  readonly author: string;
  readonly sender: string;
  readonly addressee: string | null;
};

const referralParameters = (
  referral: Happening['referral'],
  { sender, addressee }: HappeningNames,
  language: Language,
) =>
  referral && {
    sender,
    target: addressee ?? say(referralTargets, language, referral.target),
    day: dayText(language, dayOf(referral.sentAt)),
  };

/** A happening as a sentence. */
export const sentenceOfHappening = (
  happening: Happening,
  language: Language,
  names: HappeningNames,
): string => {
  const { kind, scheme, reason, year = '', title = '', referral, subjects = [] } = happening;
  const why = reason ? reasonLabel(reason, language) : null;
  return say(sentences, language, kind, {
    scheme: scheme ? schemes[language][scheme] : '',
    reason: why ? ` (${why})` : '',
    year,
    title,
    subjects: subjects.map((each) => say(informationSubjects, language, each)).join(', '),
    name: names.member,
    successor: names.successor,
    author: names.author,
    ...referralParameters(referral, names, language),
  });
};

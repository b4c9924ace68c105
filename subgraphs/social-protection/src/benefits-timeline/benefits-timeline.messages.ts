import { type Catalogue, type Language, say } from '@relais/platform/messages.ts';
import type { Scheme } from '../entitlements/entitlement.ts';
import { reasonLabel } from '../entitlements/rsa-reasons.rules.ts';
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
    RESOURCES_RECORDED: 'Ressources de {year} enregistrées.',
    RESOURCES_CHOSEN: 'Ressources de {year} : une seule déclaration retenue.',
    TEAM_MEMBER_JOINED: '{name} rejoint le groupe de suivi.',
    TEAM_MEMBER_LEFT: '{name} quitte le groupe de suivi.',
    TEAM_LEAD_TAKEN: '{name} devient référent de la famille.',
    REFERRAL_SENT: 'Orientation envoyée.',
    REFERRAL_ACCEPTED: 'Orientation acceptée.',
    REFERRAL_DECLINED: 'Orientation déclinée.',
    REFERRAL_EXPIRED: 'Orientation expirée sans réponse.',
    TASK_DONE: 'Fait : {title}',
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
    RESOURCES_RECORDED: 'Resources of {year} recorded.',
    RESOURCES_CHOSEN: 'Resources of {year}: one statement settled on.',
    TEAM_MEMBER_JOINED: '{name} joins the support team.',
    TEAM_MEMBER_LEFT: '{name} leaves the support team.',
    TEAM_LEAD_TAKEN: '{name} becomes the lead.',
    REFERRAL_SENT: 'Referral sent.',
    REFERRAL_ACCEPTED: 'Referral accepted.',
    REFERRAL_DECLINED: 'Referral declined.',
    REFERRAL_EXPIRED: 'Referral expired without an answer.',
    TASK_DONE: 'Done: {title}',
  },
};

/** A happening as a sentence; `name` is that of the professional, where there is one. */
export const sentenceOf = (happening: Happening, language: Language, name: string): string => {
  const { kind, scheme, reason, year = '', title = '' } = happening;
  const why = reason ? reasonLabel(reason, language) : null;
  return say(sentences, language, kind, {
    scheme: scheme ? schemes[language][scheme] : '',
    reason: why ? ` (${why})` : '',
    year,
    title,
    name,
  });
};

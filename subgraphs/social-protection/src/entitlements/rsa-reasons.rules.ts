import type { State } from './entitlement-status.ts';
import type { Scheme } from './scheme.ts';

type Label = { readonly fr: string; readonly en: string };

/** Why an open RSA is suspended: codes of the CAF flows, as gip-inclusion/carnet-de-bord lists them (2023). */
export const suspensionReasons: Readonly<Record<string, Label>> = {
  caf_ressources_trop_elevees: { fr: 'Ressources trop élevées', en: 'Resources too high' },
  caf_moins_25_sans_personne_charge: {
    fr: 'Moins de 25 ans sans enfant ni autre personne à charge',
    en: 'Under 25 without a child or another dependant',
  },
  caf_activite_non_conforme: { fr: 'Activité non conforme', en: 'Occupation not eligible' },
  caf_titre_sejour_invalid: { fr: 'Titre de séjour non valide', en: 'Residence permit not valid' },
  caf_rsa_inferieur_seuil: { fr: 'RSA inférieur au seuil', en: 'RSA under the payment threshold' },
  caf_declaration_ressource_non_fournie: {
    fr: 'Déclaration trimestrielle de ressources non fournie',
    en: 'Quarterly declaration of resources not handed in',
  },
  caf_residence_non_conforme: { fr: 'Résidence non conforme', en: 'Residence not eligible' },
  caf_pas_isolement: { fr: 'Pas d’isolement', en: 'Not living alone' },
  caf_prestation_exclue: {
    fr: 'Prestation exclue affiliation partielle',
    en: 'Benefit excluded under partial affiliation',
  },
  caf_regime_non_conforme: { fr: 'Régime non conforme', en: 'Social security scheme not eligible' },
  caf_demande_avantage_vieillesse_absent: {
    fr: 'Demande avantage vieillesse absent ou tardif',
    en: 'Old-age benefit not claimed or claimed late',
  },
  caf_titre_sejour_absent: { fr: 'Titre de séjour absent', en: 'Residence permit missing' },
  caf_hospitalisation: { fr: 'Hospitalisation', en: 'In hospital' },
  caf_action_non_engagee: { fr: 'Action non engagée', en: 'Agreed action not begun' },
  caf_surface_ponderee_sup: {
    fr: 'Surface pondérée supérieure au plafond ou inconnue',
    en: 'Weighted farm area over the ceiling or unknown',
  },
  caf_droit_eteint: { fr: 'Droit éteint ou autre cas', en: 'Right lapsed, or another case' },
  caf_pas_allocataire: { fr: 'Pas d’allocataire', en: 'No recipient' },
  caf_beneficiaire_aah: { fr: 'Bénéficiaire AAH réduite', en: 'Receives a reduced AAH' },
  caf_allocataire_absent: { fr: 'Allocataire absent du foyer', en: 'Recipient absent from the household' },
  caf_attente_decision_PCG: {
    fr: 'Attente décision PCG (le droit reste théorique jusqu’au retour)',
    en: 'Awaiting the decision of the département (until then the right is theoretical)',
  },
  caf_activite_anterieur_insuffisante: {
    fr: 'Activité antérieure insuffisante',
    en: 'Too little earlier work',
  },
  caf_activite_anterieure_absente: { fr: 'Activité antérieure absente', en: 'No earlier work' },
  caf_etudiant_remuneration_insuffisante: {
    fr: 'Étudiant rémunération insuffisante',
    en: 'Student with too low pay',
  },
  caf_activite_anterieure_non_conforme: {
    fr: 'Activité antérieure non conforme',
    en: 'Earlier work not eligible',
  },
};

/** Why an RSA file is closed; same source. */
export const closureReasons: Readonly<Record<string, Label>> = {
  caf_decision_pcg: {
    fr: 'Clôture suite décision du Président du Conseil général',
    en: 'Closed by decision of the département',
  },
  caf_echeance: {
    fr: 'Clôture suite à échéance (4 mois sans droits)',
    en: 'Closed after four months without rights',
  },
  caf_annulation_bascule_rmi: {
    fr: 'Clôture suite à l’annulation de la bascule RMI/API',
    en: 'Closed as the move from RMI or API was cancelled',
  },
  caf_mutation: {
    fr: 'Clôture suite à mutation du dossier dans un autre organisme',
    en: 'Closed as the file moved to another agency',
  },
  caf_regroupement: { fr: 'Clôture pour regroupement de dossier', en: 'Closed as files were merged' },
  caf_radie_fin_droit: { fr: 'Radié fin de droit', en: 'Removed, right ended' },
  caf_radie_autre_motif: { fr: 'Radié autre motif', en: 'Removed for another reason' },
  caf_radie_option_rsta: { fr: 'Radié option RSTA DOM', en: 'Removed, chose RSTA (overseas)' },
  caf_radie_option_rso: { fr: 'Radié option RSO DOM', en: 'Removed, chose RSO (overseas)' },
};

const none: Readonly<Record<string, Label>> = {};

const rsaReasons = {
  PENDING: none,
  REFUSED: none,
  OPEN: none,
  SUSPENDED: suspensionReasons,
  PAYMENT_SUSPENDED: suspensionReasons,
  CLOSED: closureReasons,
  CLOSED_EARLIER: closureReasons,
} satisfies Record<State, Readonly<Record<string, Label>>>;

/** The coded list a reason must come from; other schemes have none. */
export const isReasonFor = (scheme: Scheme, state: State, reason: string): boolean =>
  scheme === 'RSA' && Object.hasOwn(rsaReasons[state], reason);

export const reasonLabel = (reason: string, language: 'fr' | 'en'): string | null =>
  (suspensionReasons[reason] ?? closureReasons[reason])?.[language] ?? null;

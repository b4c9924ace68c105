import type { Role } from '../auth/user.ts';
import { type Catalogue, type Language, say } from '../messages.ts';
import { listText } from '../time/time-texts.ts';
import type { AccessOutcome, AccessRelation } from './access-words.ts';
import type { AccessCategory } from './categories.ts';
import type { Purpose } from './purposes.ts';

/** By what they do, for nobody says of whom it is a woman or a man. */
const roles: Catalogue<Role> = {
  fr: {
    CASEWORKER: 'travail social',
    EMPLOYMENT_ADVISOR: 'conseil emploi',
    CARE_COORDINATOR: 'coordination de l’accueil des enfants',
    CENTRE_STAFF: 'équipe d’une structure d’accueil',
    INTEGRATOR: 'un logiciel',
    AUDITOR: 'contrôle',
  },
  en: {
    CASEWORKER: 'social work',
    EMPLOYMENT_ADVISOR: 'employment advice',
    CARE_COORDINATOR: 'coordination of childcare',
    CENTRE_STAFF: 'team of a childcare centre',
    INTEGRATOR: 'a system',
    AUDITOR: 'audit',
  },
};

const whats: Catalogue<AccessCategory> = {
  fr: {
    HOUSEHOLD: 'la fiche du foyer',
    CARE: 'l’accueil des enfants',
    BENEFITS: 'les prestations',
    JOB_SEARCH: 'la recherche d’emploi',
    COORDINATION: 'le suivi de la famille',
    ACCESSES: 'la liste de ceux qui ont consulté le dossier',
  },
  en: {
    HOUSEHOLD: 'the household',
    CARE: 'the childcare',
    BENEFITS: 'the benefits',
    JOB_SEARCH: 'the job search',
    COORDINATION: 'how the family is followed',
    ACCESSES: 'the list of who consulted the file',
  },
};

const purposes: Catalogue<Purpose> = {
  fr: {
    FAMILY_SUPPORT: 'pour accompagner la famille',
    BENEFITS_SUPPORT: 'pour les prestations de la famille',
    CARE_PLACEMENT: 'pour organiser l’accueil des enfants',
    JOB_SEARCH_SUPPORT: 'pour accompagner la recherche d’emploi',
    CARE_OF_THE_DAY: 'pour l’accueil du jour',
    RECORD_CORRECTION: 'pour corriger le dossier',
    REQUEST_OF_THE_FAMILY: 'à la demande de la famille',
    STEERING: 'pour piloter l’offre de la ville',
    EXCHANGE_BETWEEN_SYSTEMS: 'pour un échange entre logiciels',
    CONTROL: 'pour un contrôle',
  },
  en: {
    FAMILY_SUPPORT: 'to accompany the family',
    BENEFITS_SUPPORT: 'for the benefits of the family',
    CARE_PLACEMENT: 'to arrange childcare',
    JOB_SEARCH_SUPPORT: 'to accompany the job search',
    CARE_OF_THE_DAY: 'to look after the children of the day',
    RECORD_CORRECTION: 'to put the file right',
    REQUEST_OF_THE_FAMILY: 'because the family asked',
    STEERING: 'to steer what the city offers',
    EXCHANGE_BETWEEN_SYSTEMS: 'for an exchange between systems',
    CONTROL: 'for an audit',
  },
};

/** Left out where it says no more than the outcome or the role. */
const relations: Catalogue<Exclude<AccessRelation, 'NOTHING' | 'ROLE'>> = {
  fr: {
    TEAM: 'membre du groupe de suivi',
    ADVISOR: 'accompagne une personne de la famille vers l’emploi',
    REFERRAL: 'par une orientation reçue',
    BREAK_GLASS: 'en urgence, sans suivre la famille',
    DISTRICT: 'service social du quartier',
    WORKS_FOR_DISTRICT: 'service social du quartier, à qui on a écrit',
    DESK: 'accueil où un dossier de la famille attend un conseiller',
    PARTY: 'partie à ce qui est écrit là',
  },
  en: {
    TEAM: 'in the support team',
    ADVISOR: 'advises somebody of the family in the job search',
    REFERRAL: 'by a referral received',
    BREAK_GLASS: 'in an emergency, without following the family',
    DISTRICT: 'social service of the district',
    WORKS_FOR_DISTRICT: 'social service of the district, to which somebody wrote',
    DESK: 'desk at which a file of the family waits for an advisor',
    PARTY: 'party to what is written there',
  },
};

/** A lookup is of the household, and leaves no more than that somebody looked. */
const sentences: Catalogue<AccessOutcome | 'LOOKED_UP_OR_CHANGED'> = {
  fr: {
    SEEN: '{who} ({role}) a vu {what}, {purpose}.',
    DENIED: '{who} ({role}) a demandé à voir {what}, {purpose} : cela n’a pas été montré.',
    CHANGED: '{who} ({role}) a enregistré ou modifié quelque chose sur {what}, {purpose}.',
    LOOKED_UP_OR_CHANGED: '{who} ({role}) a recherché la famille, ou modifié {what}, {purpose}.',
  },
  en: {
    SEEN: '{who} ({role}) saw {what}, {purpose}.',
    DENIED: '{who} ({role}) asked to see {what}, {purpose}: it was not shown.',
    CHANGED: '{who} ({role}) recorded or changed something of {what}, {purpose}.',
    LOOKED_UP_OR_CHANGED: '{who} ({role}) looked the family up, or changed {what}, {purpose}.',
  },
};

/** One row of the log, as it is told. */
export type ToldAccess = {
  readonly sub: string;
  readonly name: string;
  readonly role: Role;
  readonly agency: string;
  readonly purpose: Purpose;
  readonly outcome: AccessOutcome;
  readonly categories: readonly AccessCategory[];
  readonly relation: AccessRelation;
};

const tieText = (relation: AccessRelation, language: Language): string[] =>
  relation === 'ROLE' || relation === 'NOTHING' ? [] : [say(relations, language, relation)];

/** Who saw what, and for what, as a sentence that can be read out to the family. */
export const sentenceOfAccess = (access: ToldAccess, language: Language): string => {
  const { sub, name, role, agency, relation, outcome, categories } = access;
  const isOfHousehold = outcome === 'CHANGED' && categories.includes('HOUSEHOLD');
  return say(sentences, language, isOfHousehold ? 'LOOKED_UP_OR_CHANGED' : outcome, {
    // A token may tell no name.
    who: name || sub,
    role: [say(roles, language, role), agency, ...tieText(relation, language)].filter(Boolean).join(', '),
    what: listText(
      language,
      categories.map((category) => say(whats, language, category)),
    ),
    purpose: say(purposes, language, access.purpose),
  });
};

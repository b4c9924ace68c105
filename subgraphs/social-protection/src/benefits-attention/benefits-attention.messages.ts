import { type Catalogue, type Language, say } from '@relais/platform/messages.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { dayText, momentText } from '@relais/platform/time/time-texts.ts';
import { referralTargets, schemes } from '../benefits-timeline/benefits-timeline.messages.ts';
import type { BenefitsAttentionKind, BenefitsMatter } from './benefits-attention.rules.ts';

const sentences: Catalogue<BenefitsAttentionKind> = {
  fr: {
    INCOME_SUPPORT_SUSPENDED: 'RSA suspendu depuis le {day}.',
    INCOME_SUPPORT_PENDING: 'RSA demandé le {day}, sans décision.',
    SOURCES_DISAGREE:
      '{scheme} : deux informations ne disent pas la même chose ; la plus récente, du {day}, compte.',
    RESOURCES_DISAGREE:
      'Ressources de {year} : deux déclarations différentes ; la dernière, du {day}, sert au tarif tant qu’aucune n’est choisie.',
    AEEH_NOT_COUNTED:
      'AEEH ouvertes : {count} ; enfants comptés dans les ressources de {year} : {counted}. Vérifiez le tarif, ou si un droit figure deux fois.',
    RESOURCES_MISSING: 'Les ressources de {year} manquent : le tarif de l’accueil ne peut pas être calculé.',
    MILESTONE_UNCOVERED: 'Une étape le {moment} sans garde suffisante.',
    REFERRAL_WAITING: 'L’orientation vers {target}, envoyée le {day}, attend une réponse.',
    TASK_OVERDUE: 'À faire pour le {day}, en retard : {title}',
    BREAK_GLASS_TO_REVIEW:
      'Dossier ouvert en urgence le {moment} par quelqu’un qui ne suit pas la famille : l’auditeur va l’examiner.',
    FILES_PARTED:
      'Ce dossier, réuni par erreur avec un autre, en est séparé depuis le {day} : vérifiez que ce qui a été écrit entre-temps est bien de cette famille, et que rien ne lui manque.[ Ce qui n’a pas pu être remis comme avant : {left}.]',
  },
  en: {
    INCOME_SUPPORT_SUSPENDED: 'RSA suspended since {day}.',
    INCOME_SUPPORT_PENDING: 'RSA asked for on {day} and not decided.',
    SOURCES_DISAGREE: '{scheme}: two statements say different things; the newer one, of {day}, counts.',
    RESOURCES_DISAGREE:
      'Resources of {year}: two different statements; the last one, of {day}, sets the fee until one is chosen.',
    AEEH_NOT_COUNTED:
      'Open AEEH: {count}; children counted in the resources of {year}: {counted}. Check the fee, or whether one right is on record twice.',
    RESOURCES_MISSING: 'The resources of {year} are missing: the fee of care cannot be computed.',
    MILESTONE_UNCOVERED: 'A milestone on {moment} without enough childcare.',
    REFERRAL_WAITING: 'The referral to {target}, sent on {day}, is waiting for an answer.',
    TASK_OVERDUE: 'To be done by {day}, overdue: {title}',
    BREAK_GLASS_TO_REVIEW:
      'File opened in an emergency on {moment} by somebody who does not follow the family: the auditor is to review it.',
    FILES_PARTED:
      'This file, merged with another by mistake, is parted from it since {day}: check that what was written in between is of this family, and that nothing of it is missing.[ What could not be put back as it was: {left}.]',
  },
};

type Part = 'BENEFITS' | 'RESOURCES' | 'TEAM' | 'REFERRALS' | 'NOTES' | 'TASKS' | 'OTHER';

const parts: Readonly<Record<string, Part>> = {
  ...{ entitlements: 'BENEFITS', entitlement_states: 'BENEFITS', entitlement_confirmations: 'BENEFITS' },
  ...{
    resources: 'RESOURCES',
    support_team_members: 'TEAM',
    referrals: 'REFERRALS',
    notes: 'NOTES',
    tasks: 'TASKS',
  },
};

const partWords: Catalogue<Part> = {
  fr: {
    ...{ BENEFITS: 'droits', RESOURCES: 'ressources', TEAM: 'groupe de suivi', REFERRALS: 'orientations' },
    ...{ NOTES: 'notes', TASKS: 'tâches', OTHER: 'autres éléments' },
  },
  en: {
    ...{ BENEFITS: 'benefits', RESOURCES: 'resources', TEAM: 'support team', REFERRALS: 'referrals' },
    ...{ NOTES: 'notes', TASKS: 'tasks', OTHER: 'other records' },
  },
};

const leftIn = (staying: readonly string[], language: Language): string =>
  [...new Set(staying.map((table) => parts[table] ?? 'OTHER'))]
    .map((part) => say(partWords, language, part))
    .join(', ');

export const benefitsSentence = (matter: BenefitsMatter, language: Language): string => {
  const { kind, at, scheme, year = '', title = '', count = '', counted = '', target, staying = [] } = matter;
  return say(sentences, language, kind, {
    day: dayText(language, dayOf(at)),
    moment: momentText(language, at),
    scheme: scheme ? schemes[language][scheme] : '',
    year,
    title,
    target: target ? say(referralTargets, language, target) : '',
    count,
    counted,
    ...(staying.length > 0 && { left: leftIn(staying, language) }),
  });
};

import { type Catalogue, type Language, say } from '@relais/platform/messages.ts';
import { daysFromNowText, dayText } from '@relais/platform/time/time-texts.ts';
import { Temporal } from 'temporal-polyfill';
import type { PriorityKey, PriorityReason } from './priority.rules.ts';

const sentences: Catalogue<PriorityKey> = {
  fr: {
    MILESTONE_SOON: 'Une étape de la recherche d’emploi a lieu {inDays}.',
    MILESTONE_LATER: 'La prochaine étape de la recherche d’emploi n’a lieu que {inDays}.',
    MILESTONE_NONE: 'Aucune étape de la recherche d’emploi n’est prévue.',
    MILESTONE_NOT_SHARED:
      'La famille s’oppose à ce que sa recherche d’emploi soit connue ici : ce critère ne compte pas.',
    INCOME_SUPPORT: 'La famille perçoit le RSA.',
    INCOME_SUPPORT_SUSPENDED:
      'Le RSA de la famille est suspendu depuis le {day} ; il compte comme s’il était versé, car une place aide à y répondre.',
    INCOME_SUPPORT_PENDING: 'La famille a demandé le RSA ; il n’est pas encore accordé.',
    INCOME_SUPPORT_NOT_RECEIVED: 'La famille ne perçoit pas le RSA.',
    INCOME_SUPPORT_NONE: 'Le relais ne sait pas si la famille perçoit le RSA.',
    INCOME_SUPPORT_NOT_SHARED:
      'La famille s’oppose à ce que ses prestations soient connues ici : ce critère ne compte pas.',
    LONE_PARENT: 'Un parent élève seul les enfants.',
    LONE_PARENT_NOT: 'Les enfants ne sont pas élevés par un parent seul.',
    FIRST_DAY_SOON: 'L’accueil est nécessaire {inDays}.',
    FIRST_DAY_LATER: 'L’accueil n’est nécessaire que {inDays}.',
    FIRST_DAY_PASSED: 'L’accueil était nécessaire {daysAgo}.',
    WAITED: 'La demande a été faite {daysAgo}.',
  },
  en: {
    MILESTONE_SOON: 'A step of the job search takes place {inDays}.',
    MILESTONE_LATER: 'The next step of the job search takes place only {inDays}.',
    MILESTONE_NONE: 'No step of the job search is planned.',
    MILESTONE_NOT_SHARED: 'The family objects to sharing its job search here: this criterion does not count.',
    INCOME_SUPPORT: 'The family receives income support.',
    INCOME_SUPPORT_SUSPENDED:
      'The family’s income support has been suspended since {day}; it counts as if it were paid, since a place helps to answer.',
    INCOME_SUPPORT_PENDING: 'The family has asked for income support; it is not granted yet.',
    INCOME_SUPPORT_NOT_RECEIVED: 'The family does not receive income support.',
    INCOME_SUPPORT_NONE: 'The service point does not know whether the family receives income support.',
    INCOME_SUPPORT_NOT_SHARED:
      'The family objects to sharing its benefits here: this criterion does not count.',
    LONE_PARENT: 'One parent brings the children up alone.',
    LONE_PARENT_NOT: 'The children are not brought up by one parent alone.',
    FIRST_DAY_SOON: 'Care is needed {inDays}.',
    FIRST_DAY_LATER: 'Care is needed only {inDays}.',
    FIRST_DAY_PASSED: 'Care was needed {daysAgo}.',
    WAITED: 'The request was made {daysAgo}.',
  },
};

/** Why a criterion counts, for a person who reads it. */
export const prioritySentence = (
  { key, parameters: { days, day } = {} }: PriorityReason['told'],
  language: Language,
): string =>
  say(sentences, language, key, {
    inDays: daysFromNowText(language, Number(days ?? 0)),
    daysAgo: daysFromNowText(language, -Number(days ?? 0)),
    day: day === undefined ? '' : dayText(language, Temporal.PlainDate.from(String(day))),
  });

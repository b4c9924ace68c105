import type { Catalogue } from '@relais/platform/messages.ts';
import type { AgeConditionName, ConditionState } from './age-aid.ts';

export const ageSentences: Catalogue<`${AgeConditionName}_${ConditionState}`> = {
  fr: {
    LONE_PARENT_MET: 'La personne élève seule ses enfants.',
    LONE_PARENT_NOT_MET: 'L’aide est réservée aux parents qui élèvent seuls leurs enfants.',
    LONE_PARENT_UNKNOWN: 'À vérifier : la personne élève-t-elle seule ses enfants ?',
    CHILD_UNDER_12_MET: 'Un enfant au moins a moins de 12 ans.',
    CHILD_UNDER_12_NOT_MET: 'Aucun enfant n’a moins de 12 ans.',
    CHILD_UNDER_12_UNKNOWN: 'À vérifier : combien d’enfants ont moins de 12 ans ?',
    LOW_ALLOWANCE_MET: 'L’allocation journalière ne dépasse pas 41,77 €.',
    LOW_ALLOWANCE_NOT_MET: 'L’allocation journalière dépasse 41,77 €.',
    LOW_ALLOWANCE_UNKNOWN: 'À vérifier : le montant de l’allocation journalière (0 sans allocation).',
    LONG_ENOUGH_MET: 'Le contrat dure au moins 28 jours, ou la formation au moins 40 heures.',
    LONG_ENOUGH_NOT_MET: 'Le contrat dure moins de 28 jours, ou la formation moins de 40 heures.',
    LONG_ENOUGH_UNKNOWN: 'À vérifier : la fin du contrat, ou les heures de formation.',
    ONCE_IN_12_MONTHS_MET: 'Aucun autre retour à l’emploi n’est connu depuis 12 mois.',
    ONCE_IN_12_MONTHS_NOT_MET: 'L’aide a déjà été versée depuis moins de 12 mois.',
    ONCE_IN_12_MONTHS_UNKNOWN: 'À vérifier : l’aide a-t-elle été versée depuis 12 mois ?',
    IN_TIME_MET: 'Le délai de trois mois pour la demander n’est pas écoulé.',
    IN_TIME_NOT_MET: 'Le délai de trois mois pour la demander est écoulé.',
    IN_TIME_UNKNOWN: 'À vérifier : le délai de trois mois pour la demander.',
    HOURS_KNOWN_MET: 'La durée hebdomadaire est connue.',
    HOURS_KNOWN_NOT_MET: 'La durée hebdomadaire ne convient pas.',
    HOURS_KNOWN_UNKNOWN: 'À vérifier : la durée hebdomadaire, dont dépend le montant.',
  },
  en: {
    LONE_PARENT_MET: 'The person is a lone parent.',
    LONE_PARENT_NOT_MET: 'The aid is for lone parents.',
    LONE_PARENT_UNKNOWN: 'To be checked: is the person a lone parent?',
    CHILD_UNDER_12_MET: 'At least one child is under 12.',
    CHILD_UNDER_12_NOT_MET: 'No child is under 12.',
    CHILD_UNDER_12_UNKNOWN: 'To be checked: how many children are under 12?',
    LOW_ALLOWANCE_MET: 'The daily allowance is 41.77 euros or less.',
    LOW_ALLOWANCE_NOT_MET: 'The daily allowance is more than 41.77 euros.',
    LOW_ALLOWANCE_UNKNOWN: 'To be checked: the daily allowance (0 without one).',
    LONG_ENOUGH_MET: 'The job lasts at least 28 days, or the training at least 40 hours.',
    LONG_ENOUGH_NOT_MET: 'The job lasts fewer than 28 days, or the training fewer than 40 hours.',
    LONG_ENOUGH_UNKNOWN: 'To be checked: the end of the job, or the hours of the training.',
    ONCE_IN_12_MONTHS_MET: 'No other return to work is known for the last 12 months.',
    ONCE_IN_12_MONTHS_NOT_MET: 'The aid was paid within the last 12 months.',
    ONCE_IN_12_MONTHS_UNKNOWN: 'To be checked: was the aid paid within the last 12 months?',
    IN_TIME_MET: 'It can still be asked for: three months have not passed.',
    IN_TIME_NOT_MET: 'It cannot be asked for any more: three months have passed.',
    IN_TIME_UNKNOWN: 'To be checked: the three months in which it can be asked for.',
    HOURS_KNOWN_MET: 'The hours a week are known.',
    HOURS_KNOWN_NOT_MET: 'The hours a week do not fit.',
    HOURS_KNOWN_UNKNOWN: 'To be checked: the hours a week, on which the amount depends.',
  },
};

/** What is wrong with the question, where no refusal can say it. */
export const ageAidProblems: Catalogue<'BELOW_ZERO'> = {
  fr: { BELOW_ZERO: '0 ou davantage est attendu.' },
  en: { BELOW_ZERO: '0 or more is expected.' },
};

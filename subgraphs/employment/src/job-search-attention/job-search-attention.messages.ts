import { type Catalogue, type Language, say } from '@relais/platform/messages.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { dayText, momentText } from '@relais/platform/time/time-texts.ts';
import { words } from '../job-search-steps/job-search-timeline.messages.ts';
import type { CoverToTell, JobSearchAttentionKind, JobSearchMatter } from './job-search-attention.rules.ts';

const sentences: Catalogue<JobSearchAttentionKind> = {
  fr: {
    MILESTONE_UNCOVERED: 'Sans garde : {what}, le {moment}.',
    MILESTONE_PARTIAL: 'Garde incomplète : {what}, le {moment}.',
    MILESTONE_UNKNOWN: 'Garde incertaine : {what}, le {moment}.',
    MILESTONE_TWICE: 'En double : {what}, le {moment}. Annulez l’étape en trop.',
    OUTCOME_MISSING: 'Présence ou absence à noter : {what}, le {moment}.',
    FOLLOW_UP_DUE: 'Suivi à faire depuis le {day}, {what} après le retour.',
    HOURS_REDUCTION_ENDS: 'La réduction d’heures faute de garde prend fin le {day}.',
  },
  en: {
    MILESTONE_UNCOVERED: 'Without childcare: {what}, on {moment}.',
    MILESTONE_PARTIAL: 'Partly covered by childcare: {what}, on {moment}.',
    MILESTONE_UNKNOWN: 'Childcare uncertain: {what}, on {moment}.',
    MILESTONE_TWICE: 'Planned twice: {what}, on {moment}. Cancel the one too many.',
    OUTCOME_MISSING: 'Attended or missed, still to be noted: {what}, on {moment}.',
    FOLLOW_UP_DUE: 'Follow-up due since {day}, {what} after the return.',
    HOURS_REDUCTION_ENDS: 'The reduction of hours for lack of childcare ends on {day}.',
  },
};

/** A milestone that lacks care, to who may know its times and nothing else of it. */
const timesOnly: Catalogue<`MILESTONE_${CoverToTell}`> = {
  fr: {
    MILESTONE_UNCOVERED: 'Sans garde : étape du {moment}.',
    MILESTONE_PARTIAL: 'Garde incomplète : étape du {moment}.',
    MILESTONE_UNKNOWN: 'Garde incertaine : étape du {moment}.',
  },
  en: {
    MILESTONE_UNCOVERED: 'Without childcare: a milestone on {moment}.',
    MILESTONE_PARTIAL: 'Partly covered by childcare: a milestone on {moment}.',
    MILESTONE_UNKNOWN: 'Childcare uncertain: a milestone on {moment}.',
  },
};

const isOfTimes = (kind: JobSearchAttentionKind): kind is `MILESTONE_${CoverToTell}` => kind in timesOnly.fr;

const whatOf = ({ milestoneKind, point }: JobSearchMatter, language: Language): string => {
  if (milestoneKind) return say(words, language, `milestone.${milestoneKind}`);
  return point ? say(words, language, `point.${point}`) : '';
};

export const jobSearchSentence = (matter: JobSearchMatter, language: Language): string => {
  const moment = momentText(language, matter.at);
  const { kind, milestoneKind } = matter;
  if (isOfTimes(kind) && !milestoneKind) return say(timesOnly, language, kind, { moment });
  const day = dayText(language, dayOf(matter.at));
  return say(sentences, language, kind, { what: whatOf(matter, language), day, moment });
};

import { type Catalogue, type Language, say } from '@relais/platform/messages.ts';
import { momentText } from '@relais/platform/time/time-texts.ts';
import { entryOfStep } from '../job-search-steps/entry-of-step.ts';
import { words } from '../job-search-steps/job-search-timeline.messages.ts';
import { COVER_CHANGED, type JobSearchNewsRow } from './job-search-news.queries.ts';

type Cover = NonNullable<JobSearchNewsRow['cover']>;

const covers: Catalogue<Cover> = {
  fr: {
    COVERED: 'La garde est désormais assurée : {what} « {title} » le {moment}.',
    PARTIAL: 'La garde est désormais incomplète : {what} « {title} » le {moment}.',
    UNCOVERED: 'Il n’y a plus de garde : {what} « {title} » le {moment}.',
    UNKNOWN:
      'La garde n’est plus connue, le calendrier de la résidence alternée manque : {what} « {title} » le {moment}.',
    NOT_NEEDED: 'Plus de garde à prévoir : {what} « {title} » le {moment}.',
  },
  en: {
    COVERED: 'Childcare is covered now: {what} “{title}” on {moment}.',
    PARTIAL: 'Childcare is not enough any more: {what} “{title}” on {moment}.',
    UNCOVERED: 'There is no childcare any more: {what} “{title}” on {moment}.',
    UNKNOWN:
      'Childcare is not known any more, the calendar of the shared residence is missing: {what} “{title}” on {moment}.',
    NOT_NEEDED: 'No childcare is needed any more: {what} “{title}” on {moment}.',
  },
};

/** A row as a sentence in the language of its reader. */
export const jobSearchNewsSentence = (row: JobSearchNewsRow, language: Language): string => {
  const { kind, id, at, facts, doneBy, cover, milestoneKind, title, startsAt } = row;
  if (kind !== COVER_CHANGED) return entryOfStep({ id, at, kind, facts, doneBy }, language, true).sentence;
  return say(covers, language, cover ?? 'UNKNOWN', {
    what: milestoneKind ? say(words, language, `milestone.${milestoneKind}`) : '',
    title: title ?? '',
    moment: startsAt ? momentText(language, startsAt) : '',
  });
};

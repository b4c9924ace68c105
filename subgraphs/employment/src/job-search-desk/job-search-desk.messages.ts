import { type Catalogue, type Language, say } from '@relais/platform/messages.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { dayText, momentText, timeText } from '@relais/platform/time/time-texts.ts';
import { words } from '../job-search-steps/job-search-timeline.messages.ts';
import type { JobSearchDeskRow } from './job-search-desk.queries.ts';
import type { JobSearchDeskKind } from './job-search-desk-kind.ts';

type Gap = 'UNCOVERED' | 'PARTIAL' | 'UNKNOWN';
type Key = Exclude<JobSearchDeskKind, 'MILESTONE_UNCOVERED'> | Gap;

const sentences: Catalogue<Key> = {
  fr: {
    UNCOVERED: 'Aucune garde : {what} « {title} » le {moment}, jusqu’à {until}[ ({place})].',
    PARTIAL: 'Garde incomplète : {what} « {title} » le {moment}, jusqu’à {until}[ ({place})].',
    UNKNOWN:
      'Garde inconnue, le calendrier de la résidence alternée manque : {what} « {title} » le {moment}, jusqu’à {until}[ ({place})].',
    OUTCOME_DUE: 'Issue à noter : {what} « {title} » du {moment}.',
    FOLLOW_UP_DUE: 'Suivi après {point}, à faire le {day} : {return}[ « {title} »].',
  },
  en: {
    UNCOVERED: 'No childcare: {what} “{title}” on {moment}, until {until}[ ({place})].',
    PARTIAL: 'Not enough childcare: {what} “{title}” on {moment}, until {until}[ ({place})].',
    UNKNOWN:
      'Childcare not known, the calendar of the shared residence is missing: {what} “{title}” on {moment}, until {until}[ ({place})].',
    OUTCOME_DUE: 'Outcome to be recorded: {what} “{title}” of {moment}.',
    FOLLOW_UP_DUE: 'Follow-up after {point}, due on {day}: {return}[ “{title}”].',
  },
};

const keyOf = ({ kind, gap }: JobSearchDeskRow): Key => {
  if (kind === 'MILESTONE_UNCOVERED') return gap ?? 'UNCOVERED';
  return kind;
};

/** A row as a sentence, with what it is about, place and hour. */
export const jobSearchDeskSentence = (row: JobSearchDeskRow, language: Language): string => {
  const { startsAt, endsAt, milestoneKind, returnKind, point, title, place } = row;
  return say(sentences, language, keyOf(row), {
    moment: momentText(language, startsAt),
    until: timeText(endsAt),
    day: dayText(language, dayOf(startsAt)),
    ...(milestoneKind && { what: say(words, language, `milestone.${milestoneKind}`) }),
    ...(returnKind && { return: say(words, language, `return.${returnKind}`) }),
    ...(point && { point: say(words, language, `point.${point}`) }),
    ...(title && { title }),
    ...(place && { place }),
  });
};

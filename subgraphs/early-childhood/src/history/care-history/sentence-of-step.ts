import type { TimelineEntry } from '@relais/platform/graphql/timeline.ts';
import { fill, type Language, say } from '@relais/platform/messages.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { dayText, momentText, timeText, weekdayText } from '@relais/platform/time/time-texts.ts';
import { Temporal } from 'temporal-polyfill';
import type { Child } from '../../families/families/child.ts';
import type { CareStep, CareStepFacts } from './care-step.ts';
import { stepKinds } from './care-step-kind.ts';
import { hourTexts, unnamedChild } from './care-timeline.messages.ts';

/** A sentence ends with a full stop of its own. */
const withoutFullStop = (text: string): string => text.replace(/[.\s]+$/, '');

const dayParameters = ({ from, to }: CareStepFacts, language: Language) => ({
  ...(from && { from: dayText(language, Temporal.PlainDate.from(from)) }),
  ...(to && { to: dayText(language, Temporal.PlainDate.from(to)) }),
});

const parametersOf = (
  { startsAt, endsAt, day, place, opens, closes, reference, reason }: CareStepFacts,
  language: Language,
) => ({
  ...(startsAt && { when: momentText(language, new Date(startsAt)) }),
  ...(endsAt && { until: timeText(new Date(endsAt)) }),
  ...(day && { day: dayText(language, Temporal.PlainDate.from(day)) }),
  ...(place && { place }),
  ...(opens && { opens }),
  ...(closes && { closes }),
  ...(reference && { reference }),
  ...(reason && { reason: withoutFullStop(reason) }),
});

/** When an own arrangement holds, behind the sentence that tells of it; nothing of one that was noted without. */
const hoursText = ({ weekly, startsAt, endsAt }: CareStepFacts, language: Language): string => {
  if (weekly) {
    const weekday = weekdayText(language, weekly.weekday);
    return say(hourTexts, language, 'WEEKLY', { ...weekly, weekday });
  }
  if (!startsAt || !endsAt) return '';
  const [start, end] = [new Date(startsAt), new Date(endsAt)];
  const isOneDay = dayOf(start).equals(dayOf(end));
  return say(hourTexts, language, isOneDay ? 'ON_A_DAY' : 'OVER_DAYS', {
    day: dayText(language, dayOf(start)),
    from: timeText(start),
    to: timeText(end),
    start: momentText(language, start),
    end: momentText(language, end),
  });
};

/** A step as a sentence, its own or another of the same parameters; the child is called by the name it has now. */
export const sentenceOfStep = (
  { kind, facts }: Pick<CareStep, 'kind' | 'facts'>,
  child: Pick<Child, 'firstName'> | null,
  language: Language,
  text: string = stepKinds[kind][language],
): string =>
  fill(text, {
    child: child?.firstName ?? say(unnamedChild, language, 'CHILD_TO_COME'),
    ...parametersOf(facts, language),
    ...dayParameters(facts, language),
    hours: hoursText(facts, language),
  });

/** What no person did. */
const BY_ITSELF = 'relais';

export const entryOfStep = (
  { id, at, kind, facts, doneBy }: Pick<CareStep, 'id' | 'at' | 'kind' | 'facts' | 'doneBy'>,
  child: Pick<Child, 'firstName'> | null,
  language: Language,
): TimelineEntry => ({
  id,
  at,
  kind,
  sentence: sentenceOfStep({ kind, facts }, child, language),
  author: doneBy === BY_ITSELF ? null : doneBy,
});

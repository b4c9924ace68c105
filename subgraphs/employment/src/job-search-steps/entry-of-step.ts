import type { TimelineEntry } from '@relais/platform/graphql/timeline.ts';
import { fill, type Language, say } from '@relais/platform/messages.ts';
import { dayText, momentText } from '@relais/platform/time/time-texts.ts';
import { Temporal } from 'temporal-polyfill';
import type { JobSearchStep, StepFacts } from './job-search-step.ts';
import { stepKinds } from './job-search-step-kind.ts';
import { missedFor, words } from './job-search-timeline.messages.ts';

const whatOf = ({ milestoneKind, returnKind, point }: StepFacts, language: Language): string => {
  if (milestoneKind) return say(words, language, `milestone.${milestoneKind}`);
  if (returnKind) return say(words, language, `return.${returnKind}`);
  return point ? say(words, language, `point.${point}`) : '';
};

const whyOf = ({ missedReason, closingReason, outcome }: StepFacts, language: Language): string => {
  if (missedReason) return say(words, language, `missed.${missedReason}`);
  if (closingReason) return say(words, language, `closing.${closingReason}`);
  return outcome ? say(words, language, `outcome.${outcome}`) : '';
};

const parametersOf = (facts: StepFacts, language: Language) => {
  const { day, lastDay, startsAt, category, weeklyHours, count } = facts;
  const dayIn = (text: string) => dayText(language, Temporal.PlainDate.from(text));
  return {
    what: whatOf(facts, language),
    why: whyOf(facts, language),
    ...(day && { day: dayIn(day) }),
    ...(lastDay && { lastDay: dayIn(lastDay) }),
    ...(startsAt && { when: momentText(language, new Date(startsAt)) }),
    ...(category !== undefined && { category }),
    ...(weeklyHours !== undefined && { hours: weeklyHours }),
    ...(count !== undefined && { count }),
  };
};

export type StepReader = {
  /** Why a milestone was missed. */
  readonly mayKnowWhy: boolean;
  /** Who recorded a step. */
  readonly mayKnowWho: boolean;
};

/** A step as its reader may know it: without the reason for a missed milestone, and without its author, where not shared. */
export const entryOfStep = (
  { id, at, kind, facts, doneBy }: Pick<JobSearchStep, 'id' | 'at' | 'kind' | 'facts' | 'doneBy'>,
  language: Language,
  { mayKnowWhy, mayKnowWho }: StepReader,
): TimelineEntry => {
  const said = facts.missedReason && mayKnowWhy ? missedFor : stepKinds[kind];
  const sentence = fill(said[language], parametersOf(facts, language));
  return { id, at, kind, sentence, author: mayKnowWho ? doneBy : null };
};

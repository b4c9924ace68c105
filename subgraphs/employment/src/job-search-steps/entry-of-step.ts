import type { TimelineEntry } from '@relais/platform/graphql/timeline.ts';
import { fill, type Language, say } from '@relais/platform/messages.ts';
import { dayText, momentText } from '@relais/platform/time/time-texts.ts';
import { Temporal } from 'temporal-polyfill';
import type { MissedReason } from '../milestones/milestone.ts';
import type { MilestoneStatus } from '../milestones/milestone-status.ts';
import type { JobSearchStep, StepFacts } from './job-search-step.ts';
import { stepKinds } from './job-search-step-kind.ts';
import { missedFor, timesOnly, words } from './job-search-timeline.messages.ts';

/** What was not kept may be said to be missing. */
type ToldFacts = { readonly [Fact in keyof StepFacts]?: StepFacts[Fact] | undefined };

const whatOf = ({ milestoneKind, returnKind, point }: ToldFacts, language: Language): string => {
  if (milestoneKind) return say(words, language, `milestone.${milestoneKind}`);
  if (returnKind) return say(words, language, `return.${returnKind}`);
  return point ? say(words, language, `point.${point}`) : '';
};

const endOf = (
  ended: MilestoneStatus,
  missedReason: MissedReason | undefined,
  language: Language,
): string => {
  const how = say(words, language, `ended.${ended}`);
  return missedReason ? `${how} (${say(words, language, `missed.${missedReason}`)})` : how;
};

const whyOf = (facts: ToldFacts, language: Language): string => {
  const { ended, missedReason, closingReason, outcome } = facts;
  if (ended) return endOf(ended, missedReason, language);
  if (missedReason) return say(words, language, `missed.${missedReason}`);
  if (closingReason) return say(words, language, `closing.${closingReason}`);
  return outcome ? say(words, language, `outcome.${outcome}`) : '';
};

const parts: Readonly<Record<string, 'FILES' | 'CONTRACTS' | 'RETURNS' | 'MILESTONES'>> = {
  ...{ job_seekers: 'FILES', milestones: 'MILESTONES' },
  ...{ engagement_contracts: 'CONTRACTS', hours_reductions: 'CONTRACTS' },
  ...{ returns_to_work: 'RETURNS', follow_ups: 'RETURNS' },
};

/** What it is, not which: a reader of the one file may not see all of the other. */
const leftIn = (staying: NonNullable<StepFacts['staying']>, language: Language): string => {
  const left = new Set(staying.map(({ table }) => parts[table] ?? 'OTHER'));
  return [...left].map((part) => say(words, language, `left.${part}`)).join(', ');
};

const parametersOf = (facts: ToldFacts, language: Language) => {
  const { day, lastDay, startsAt, category, weeklyHours, count, staying } = facts;
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
    ...(staying && { left: leftIn(staying, language) }),
  };
};

type ToldStep = Pick<JobSearchStep, 'id' | 'at' | 'kind' | 'doneBy'> & { readonly facts: ToldFacts };

const sentenceOf = ({ kind, facts }: ToldStep, language: Language, knowsFiles: boolean): string => {
  const known = kind === 'MILESTONE_MISSED' && facts.missedReason ? missedFor : stepKinds[kind];
  const said = knowsFiles ? known : timesOnly[kind];
  return said ? fill(said[language], parametersOf(facts, language)) : '';
};

/** A step as its reader may know it: to who does not see job seekers, the times of a milestone and not who set them. */
export const entryOfStep = (step: ToldStep, language: Language, knowsFiles: boolean): TimelineEntry => {
  const { id, at, kind, doneBy } = step;
  return {
    id,
    at,
    kind,
    sentence: sentenceOf(step, language, knowsFiles),
    author: knowsFiles ? doneBy : null,
  };
};

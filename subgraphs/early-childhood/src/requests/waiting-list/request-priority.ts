import { enumOf } from '@relais/platform/graphql/enums.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import type { Language } from '@relais/platform/messages.ts';
import { Ctx, Field, Float, Int, ObjectType } from 'type-graphql';
import { prioritySentence } from './priority.messages.ts';
import type { JudgedBy } from './priority.queries.ts';
import { type Priority, type PriorityReason, priorityReasons, priorityScore } from './priority.rules.ts';

export const PriorityCriterion = enumOf(
  'PriorityCriterion',
  'What the order of requests is judged by (CRPA L311-3-1).',
  {
    MILESTONE: 'A step of the job search within days.',
    INCOME_SUPPORT: 'The family receives income support; while that is suspended it counts as well.',
    LONE_PARENT: 'One parent brings the children up alone.',
    FIRST_DAY: 'How soon care is needed.',
    WAITING_TIME: 'How long the request has waited.',
  } satisfies Record<Priority, string>,
);

@ObjectType({ description: 'What one criterion contributed to the priority of a request.' })
export class RequestPriorityReason {
  @Field(() => PriorityCriterion, { description: 'The criterion.' })
  criterion!: Priority;

  @Field(() => Int, { description: 'The most it can contribute; all weights together are 100.' })
  weight!: number;

  @Field(() => Float, { description: 'How far it holds, 0 to 1.' })
  value!: number;

  @Field(() => Float, { description: 'Weight × value.' })
  contribution!: number;

  readonly told!: PriorityReason['told'];

  @Field(() => String, { description: 'The same as a sentence, in the language of `Accept-Language`.' })
  sentence(@Ctx() { language }: { readonly language: Language }): string {
    return prioritySentence(this.told, language);
  }
}

@ObjectType({ description: 'How a request ranks among those that wait, and why.' })
export class RequestPriority {
  @Field(() => Float, { description: 'Sum of what the criteria contribute, 0 to 100.' })
  score!: number;

  @ListSize(5)
  @Field(() => [RequestPriorityReason], { description: 'Every criterion, whether it contributed or not.' })
  reasons!: RequestPriorityReason[];
}

/** What explains a priority, as plain data. */
export type ExplainedPriority = { readonly score: number; readonly reasons: readonly PriorityReason[] };

export const explainedPriority = ({ facts, settings }: JudgedBy): ExplainedPriority => {
  const reasons = priorityReasons(facts, settings);
  return { score: priorityScore(reasons), reasons };
};

export const shownPriority = ({ score, reasons }: ExplainedPriority): RequestPriority =>
  Object.assign(new RequestPriority(), {
    score,
    reasons: reasons.map((reason) => Object.assign(new RequestPriorityReason(), reason)),
  });

import { enumOf } from '@relais/platform/graphql/enums.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { type Language, say } from '@relais/platform/messages.ts';
import type { Temporal } from 'temporal-polyfill';
import { Ctx, Field, Int, ObjectType } from 'type-graphql';
import { ageSentences } from './age-aid.messages.ts';

export const AgeOutcome = enumOf('AgeOutcome', 'What the known facts say of the childcare aid.', {
  LIKELY: 'All conditions that can be checked are met; France Travail decides.',
  OPEN: 'Nothing speaks against it, but something is missing to be sure.',
  NOT_DUE: 'A condition is not met.',
});
export type AgeOutcome = keyof typeof AgeOutcome;

export const AgeConditionName = enumOf(
  'AgeConditionName',
  'A condition of the childcare aid (service-public F1814).',
  {
    LONE_PARENT: 'The job seeker is a lone parent.',
    CHILD_UNDER_12: 'A child is under 12.',
    LOW_ALLOWANCE: 'No daily allowance, or at most 41.77 euros.',
    LONG_ENOUGH: 'A job of at least 28 calendar days, or a training of at least 40 hours.',
    ONCE_IN_12_MONTHS: 'The aid is given once in 12 months.',
    IN_TIME: 'Asked for within three months of the first day.',
    HOURS_KNOWN: 'Not a condition of its own: the amount depends on the hours a week.',
  },
);
export type AgeConditionName = keyof typeof AgeConditionName;

export const ConditionState = enumOf('ConditionState', 'What is known of a condition.', {
  MET: 'Met, by what is known.',
  NOT_MET: 'Not met.',
  UNKNOWN: 'Missing to be sure.',
});
export type ConditionState = keyof typeof ConditionState;

@ObjectType({ description: 'One condition of the childcare aid, and what is known of it.' })
export class AgeCondition {
  @Field(() => AgeConditionName, { description: 'Which condition.' })
  name!: AgeConditionName;

  @Field(() => ConditionState, { description: 'What is known of it.' })
  state!: ConditionState;

  @Field(() => String, { description: 'The same as a sentence, in the language of `Accept-Language`.' })
  sentence(@Ctx() { language }: { language: Language }): string {
    return say(ageSentences, language, `${this.name}_${this.state}`);
  }

  static of(condition: Pick<AgeCondition, 'name' | 'state'>): AgeCondition {
    return Object.assign(new AgeCondition(), condition);
  }
}

@ObjectType({
  description:
    'An estimate of the childcare aid of France Travail on a return to work (AGE, since 1 May 2024, before: AGEPI). No decision: France Travail makes it.',
})
export class AgeEstimate {
  @Field(() => AgeOutcome, { description: 'What the known facts say.' })
  outcome!: AgeOutcome;

  @Field(() => Int, {
    description: 'The least it can be by what is known, in cents; 0 when it is not due.',
  })
  lowestCents!: number;

  @Field(() => Int, { description: 'The most it can be by what is known, in cents; 0 when it is not due.' })
  highestCents!: number;

  @ListSize(5)
  @Field(() => [AgeCondition], {
    description: 'All conditions; those that are UNKNOWN are missing to be sure.',
  })
  conditions!: AgeCondition[];

  @Field(() => CivilDate, { description: 'The last day on which it can be asked for.' })
  askBy!: Temporal.PlainDate;
}

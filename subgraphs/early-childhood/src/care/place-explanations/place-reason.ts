import type { Language } from '@relais/platform/messages.ts';
import { Ctx, Field, Float, Int, ObjectType } from 'type-graphql';
import { CareCriterion } from './care-criterion.ts';
import { reasonSentences } from './place-reason.messages.ts';
import { type Statement, sentenceOf } from './statement.ts';

export type ReasonKey =
  | 'WHOLE_TIME'
  | 'PART_OF_TIME'
  | 'SHARE_OF_TIME'
  | 'OPEN_WHOLE_TIME'
  | 'OPEN_PART_OF_TIME'
  | 'AGE_FITS'
  | 'AGE_FITS_SHORTLY'
  | 'AGE_FITS_AS_EXPECTED'
  | 'DISTANCE_WITHIN'
  | 'DISTANCE_BEYOND'
  | 'DISTANCE_UNKNOWN'
  | 'DISTANCE_NOT_TOLD'
  | 'CENTRE_KNOWN'
  | 'CENTRE_NEW'
  | 'FACILITIES_NOT_NEEDED'
  | 'FACILITIES_THERE'
  | 'CHOICE_RANKED'
  | 'CHOICE_OTHER'
  | 'CHOICE_NOT_GIVEN';

export type Reason = {
  readonly criterion: CareCriterion;
  readonly weight: number;
  /** 0 to 1. */
  readonly value: number;
  readonly contribution: number;
  readonly told: Statement<ReasonKey>;
};

@ObjectType({ description: 'What one criterion contributed to the score of an option.' })
export class CareOptionReason {
  @Field(() => CareCriterion, { description: 'The criterion.' })
  criterion!: CareCriterion;

  @Field(() => Int, { description: 'The most it can contribute; all weights together are 100.' })
  weight!: number;

  @Field(() => Float, { description: 'How well the option meets it, 0 to 1.' })
  value!: number;

  @Field(() => Float, { description: 'Weight × value.' })
  contribution!: number;

  readonly told!: Statement<ReasonKey>;

  @Field(() => String, { description: 'The same as a sentence, in the language of `Accept-Language`.' })
  sentence(@Ctx() { language }: { readonly language: Language }): string {
    return sentenceOf(reasonSentences, this.told, language);
  }
}

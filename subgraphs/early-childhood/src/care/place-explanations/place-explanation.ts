import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { Field, Float, ObjectType } from 'type-graphql';
import type { ColumnOptions } from 'typeorm';
import { CareOptionReason, type Reason } from './place-reason.ts';

/** Why a place was chosen, as it was known then. */
export type Explanation = { readonly score: number; readonly reasons: readonly Reason[] };

@ObjectType({
  description: 'Why this place was chosen, as it was known then: later changes do not rewrite it.',
})
export class PlaceExplanation {
  @Field(() => Float, { description: 'Sum of what the criteria contribute, 0 to 100.' })
  score!: number;

  @ListSize(7)
  @Field(() => [CareOptionReason], {
    description: 'Every criterion, whether it contributed or not (CRPA L311-3-1).',
  })
  reasons!: CareOptionReason[];
}

/** Kept with the decision that used it, as JSON: the words are chosen when it is read. */
export const explanationColumn: ColumnOptions = { type: 'jsonb', nullable: true };

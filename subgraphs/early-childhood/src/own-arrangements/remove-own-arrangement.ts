import type { Acting } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { Field, ID, InputType, Int } from 'type-graphql';
import {
  type ChangedArrangement,
  changeOwnArrangement,
  type UnknownArrangement,
} from './change-own-arrangement.ts';
import { type RemoveRefusal, removeRefusal } from './own-arrangement-changes.rules.ts';
import { passedPart } from './passed-part.rules.ts';

@InputType({ description: 'An arrangement that falls through, or was noted by mistake.' })
export class RemoveOwnArrangementInput {
  @Field(() => ID, { description: 'The arrangement.' })
  ownArrangementId!: string;

  @Field(() => Int, { description: 'Its version when it was read.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'Why, in the words of whoever removes it.' })
  reason?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Only show what it would answer; nothing is changed.',
  })
  preview!: boolean;
}

export type RemoveOwnArrangementReason = RemoveRefusal | UnknownArrangement;
export type RemoveOwnArrangementResult = ChangedArrangement | { refusal: RemoveOwnArrangementReason };

/** Takes away what has not passed of an arrangement. */
export const removeOwnArrangement = (
  tx: Transaction,
  input: RemoveOwnArrangementInput,
  change: Acting,
): Promise<RemoveOwnArrangementResult> =>
  changeOwnArrangement(
    tx,
    input,
    {
      step: 'ARRANGEMENT_REMOVED',
      facts: input.reason?.trim() ? { reason: input.reason.trim() } : {},
      refusal: (arrangement) => removeRefusal(arrangement, input, change.now),
      remainder: (arrangement) => passedPart(arrangement, change.now),
    },
    change,
  );

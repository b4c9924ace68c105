import type { Acting } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { Field, ID, InputType, Int } from 'type-graphql';
import {
  type ChangedArrangement,
  changeOwnArrangement,
  type UnknownArrangement,
} from './change-own-arrangement.ts';
import { type CorrectRefusal, correctRefusal } from './own-arrangement-changes.rules.ts';
import { OwnArrangementKind } from './own-arrangement-kind.ts';
import { DatedArrangementInput, timesOf, WeeklyArrangementInput } from './record-own-arrangement.ts';

@InputType({
  description: 'An arrangement that has not begun, and what it should say: either dated or weekly.',
})
export class CorrectOwnArrangementInput {
  @Field(() => ID, { description: 'The arrangement.' })
  ownArrangementId!: string;

  @Field(() => Int, { description: 'Its version when it was read.' })
  version!: number;

  @Field(() => OwnArrangementKind, { description: 'Who looks after the child; school is always weekly.' })
  kind!: OwnArrangementKind;

  @Field(() => DatedArrangementInput, {
    nullable: true,
    description: 'When it happens once; absent when weekly.',
  })
  dated?: DatedArrangementInput | null;

  @Field(() => WeeklyArrangementInput, { nullable: true, description: 'When it recurs; absent when dated.' })
  weekly?: WeeklyArrangementInput | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Only show what it would answer; nothing is changed.',
  })
  preview!: boolean;
}

export type CorrectOwnArrangementReason = CorrectRefusal | UnknownArrangement;
export type CorrectOwnArrangementResult = ChangedArrangement | { refusal: CorrectOwnArrangementReason };

/** Puts an arrangement right before it begins. */
export const correctOwnArrangement = (
  tx: Transaction,
  input: CorrectOwnArrangementInput,
  change: Acting,
): Promise<CorrectOwnArrangementResult> =>
  changeOwnArrangement(
    tx,
    input,
    {
      step: 'ARRANGEMENT_CORRECTED',
      told: timesOf(input),
      refusal: (arrangement) => correctRefusal(arrangement, input, change.now),
      remainder: () => [{ ...timesOf(input), kind: input.kind }],
    },
    change,
  );

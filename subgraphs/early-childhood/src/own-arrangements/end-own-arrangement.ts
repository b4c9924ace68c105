import type { Acting } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType, Int } from 'type-graphql';
import {
  type ChangedArrangement,
  changeOwnArrangement,
  type UnknownArrangement,
} from './change-own-arrangement.ts';
import { type EndRefusal, endRefusal } from './own-arrangement-changes.rules.ts';
import { keptBefore, weeklyOf } from './passed-part.rules.ts';

@InputType({ description: 'A weekly arrangement that no longer holds from a day on.' })
export class EndOwnArrangementInput {
  @Field(() => ID, { description: 'The arrangement.' })
  ownArrangementId!: string;

  @Field(() => Int, { description: 'Its version when it was read.' })
  version!: number;

  @Field(() => CivilDate, {
    description:
      'First day on which it no longer holds, today at the earliest; what has passed of today stays.',
  })
  from!: Temporal.PlainDate;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Only show what it would answer; nothing is changed.',
  })
  preview!: boolean;
}

export type EndOwnArrangementReason = EndRefusal | UnknownArrangement;
export type EndOwnArrangementResult = ChangedArrangement | { refusal: EndOwnArrangementReason };

/** Lets a weekly arrangement end on the eve of a day. */
export const endOwnArrangement = (
  tx: Transaction,
  input: EndOwnArrangementInput,
  change: Acting,
): Promise<EndOwnArrangementResult> =>
  changeOwnArrangement(
    tx,
    input,
    {
      step: 'ARRANGEMENT_ENDED',
      facts: { day: input.from.toString() },
      refusal: (arrangement) => endRefusal(arrangement, input, change.now),
      remainder: (arrangement) => {
        const weekly = weeklyOf(arrangement);
        return weekly ? keptBefore(weekly, input.from, change.now) : [];
      },
    },
    change,
  );

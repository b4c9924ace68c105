import type { ActingUser } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import type { Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, InputType, ObjectType } from 'type-graphql';
import { UncoveredMilestone } from '../../cover/childcare-cover/uncovered-milestone.ts';
import {
  type ArrangementResult,
  ArrangementToChange,
  changeOwnArrangement,
} from './change-own-arrangement.ts';
import { endArrangementReasons } from './own-arrangement.reasons.ts';
import { OwnArrangement } from './own-arrangement.ts';
import { endRefusal } from './own-arrangement-changes.rules.ts';
import { keptBefore, weeklyOf } from './past-days.rules.ts';

@InputType({ description: 'A weekly arrangement that no longer holds from a day on.' })
export class EndOwnArrangementInput extends ArrangementToChange {
  @Field(() => CivilDate, {
    description:
      'First day on which it no longer holds, today at the earliest; what has passed of today stays.',
  })
  from!: Temporal.PlainDate;
}

@ObjectType({ description: 'The arrangement that ends, or why it goes on.' })
export class EndOwnArrangementPayload extends payloadOf(
  'EndOwnArrangement',
  endArrangementReasons,
  'Why it was not ended; absent when it was.',
) {
  @Field(() => OwnArrangement, {
    nullable: true,
    description: 'What is left of it, or would be in a preview; absent when nothing is, or when refused.',
  })
  ownArrangement?: OwnArrangement;

  @ListSize(20)
  @Field(() => [UncoveredMilestone], {
    description: 'The upcoming milestones that lose cover, first to last; none when refused.',
  })
  uncoveredMilestones: UncoveredMilestone[] = [];
}

/** Lets a weekly arrangement end on the eve of a day. */
export const endOwnArrangement = (
  tx: Transaction,
  input: EndOwnArrangementInput,
  acting: ActingUser,
): Promise<ArrangementResult<Word<typeof endArrangementReasons>>> =>
  changeOwnArrangement(
    tx,
    input,
    {
      step: 'ARRANGEMENT_ENDED',
      facts: { day: input.from.toString() },
      refusal: (arrangement) => endRefusal(arrangement, input, acting.now),
      remainder: (arrangement) => {
        const weekly = weeklyOf(arrangement);
        return weekly ? keptBefore(weekly, input.from, acting.now) : [];
      },
    },
    acting,
  );

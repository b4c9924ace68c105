import type { ActingUser } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import type { Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { Field, InputType, ObjectType } from 'type-graphql';
import { UncoveredMilestone } from '../../cover/childcare-cover/uncovered-milestone.ts';
import {
  type ArrangementResult,
  ArrangementToChange,
  changeOwnArrangement,
} from './change-own-arrangement.ts';
import { removeReasons } from './own-arrangement.reasons.ts';
import { OwnArrangement } from './own-arrangement.ts';
import { removeRefusal } from './own-arrangement-changes.rules.ts';
import { pastDays } from './past-days.rules.ts';

@InputType({ description: 'An arrangement that falls through, or was noted by mistake.' })
export class RemoveOwnArrangementInput extends ArrangementToChange {
  @Field(() => String, { nullable: true, description: 'Why, in the words of whoever removes it.' })
  reason?: string | null;
}

@ObjectType({ description: 'What is left of a removed arrangement, or why it stands.' })
export class RemoveOwnArrangementPayload extends payloadOf(
  'RemoveOwnArrangement',
  removeReasons,
  'Why it was not removed; absent when it was.',
) {
  @Field(() => OwnArrangement, {
    nullable: true,
    description: 'What has passed of it, which stays; absent when nothing has, or when refused.',
  })
  ownArrangement?: OwnArrangement;

  @Field(() => OwnArrangement, {
    nullable: true,
    description: 'The arrangement as it was before, with all of its time; absent when refused.',
  })
  removed?: OwnArrangement;

  @ListSize(20)
  @Field(() => [UncoveredMilestone], {
    description: 'The upcoming milestones that lose cover, first to last; none when refused.',
  })
  uncoveredMilestones: UncoveredMilestone[] = [];
}

/** Takes away what has not passed of an arrangement. */
export const removeOwnArrangement = (
  tx: Transaction,
  input: RemoveOwnArrangementInput,
  acting: ActingUser,
): Promise<ArrangementResult<Word<typeof removeReasons>>> =>
  changeOwnArrangement(
    tx,
    input,
    {
      step: 'ARRANGEMENT_REMOVED',
      facts: input.reason?.trim() ? { reason: input.reason.trim() } : {},
      refusal: (arrangement) => removeRefusal(arrangement, input, acting.now),
      remainder: (arrangement) => pastDays(arrangement, acting.now),
    },
    acting,
  );

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
import { correctReasons } from './own-arrangement.reasons.ts';
import { OwnArrangement } from './own-arrangement.ts';
import { correctRefusal } from './own-arrangement-changes.rules.ts';
import { OwnArrangementKind } from './own-arrangement-kind.ts';
import { DatedArrangementInput, timesOf, WeeklyArrangementInput } from './record-own-arrangement.ts';

@InputType({
  description: 'An arrangement that has not begun, and what it should say: either dated or weekly.',
})
export class CorrectOwnArrangementInput extends ArrangementToChange {
  @Field(() => OwnArrangementKind, { description: 'Who looks after the child; school is always weekly.' })
  kind!: OwnArrangementKind;

  @Field(() => DatedArrangementInput, {
    nullable: true,
    description: 'When it happens once; absent when weekly.',
  })
  dated?: DatedArrangementInput | null;

  @Field(() => WeeklyArrangementInput, { nullable: true, description: 'When it recurs; absent when dated.' })
  weekly?: WeeklyArrangementInput | null;
}

@ObjectType({ description: 'The corrected arrangement, or why it stands as it was.' })
export class CorrectOwnArrangementPayload extends payloadOf(
  'CorrectOwnArrangement',
  correctReasons,
  'Why it was not corrected; absent when it was.',
) {
  @Field(() => OwnArrangement, {
    nullable: true,
    description: 'The arrangement as corrected, or as it would be in a preview; absent when refused.',
  })
  ownArrangement?: OwnArrangement;

  @ListSize(20)
  @Field(() => [UncoveredMilestone], {
    description: 'The upcoming milestones that lose cover, first to last; none when refused.',
  })
  uncoveredMilestones: UncoveredMilestone[] = [];
}

/** Puts an arrangement right before it begins. */
export const correctOwnArrangement = (
  tx: Transaction,
  input: CorrectOwnArrangementInput,
  acting: ActingUser,
): Promise<ArrangementResult<Word<typeof correctReasons>>> =>
  changeOwnArrangement(
    tx,
    input,
    {
      step: 'ARRANGEMENT_CORRECTED',
      told: timesOf(input),
      refusal: (arrangement) => correctRefusal(arrangement, input, acting.now),
      remainder: () => [{ ...timesOf(input), kind: input.kind }],
    },
    acting,
  );

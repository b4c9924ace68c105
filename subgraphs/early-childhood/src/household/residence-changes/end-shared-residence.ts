import type { ActingUser } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { DateTime } from '@relais/platform/graphql/scalars.ts';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Child } from '../../families/families/child.ts';
import { changeResidence, lockResidence } from './residence.changes.ts';
import { endReasons } from './share-residence.reasons.ts';

@InputType({ description: 'A child who lives by turns with two families no longer.' })
export class EndSharedResidenceInput {
  @Field(() => ID, { description: 'The child.' })
  childId!: string;

  @Field(() => Int, { description: 'The version of the shared residence when it was read.' })
  version!: number;

  @Field(() => DateTime, { description: 'From when on the child lives with one family.' })
  endsAt!: Date;

  @Field(() => ID, {
    description: 'The family it lives with from then on. Both keep the child, and what was, in their files.',
  })
  familyId!: string;
}

@ObjectType({ description: 'The child, or why nothing was noted.' })
export class EndSharedResidencePayload extends payloadOf(
  'EndSharedResidence',
  endReasons,
  'Why not; absent when it was noted.',
) {
  @Field(() => Child, { nullable: true, description: 'The child; absent when refused.' })
  child?: Child;
}

/** Notes from when on a child lives with one of its families; said again, another moment or family takes its place. */
export const endSharedResidence = async (
  tx: Transaction,
  input: EndSharedResidenceInput,
  acting: ActingUser,
): Promise<{ child: Child } | Refused<Word<typeof endReasons>>> => {
  const held = await lockResidence(tx, input, acting);
  if ('refusal' in held) return held;
  const { child, residence } = held;
  const { endsAt, familyId } = input;
  if (![child.familyId, residence.otherFamilyId].includes(familyId))
    return { refusal: 'PERIOD_OF_ANOTHER_FAMILY' };
  const livesWith = familyId === child.familyId ? 'REGISTERED' : 'OTHER';
  const ended = residence.endedAt?.getTime();
  if (ended === endsAt.getTime() && residence.livesWith === livesWith) return { child };
  const since = new Date(Math.min(endsAt.getTime(), ended ?? endsAt.getTime()));
  const changes = { endedAt: endsAt, livesWith } as const;
  return changeResidence(tx, held, { step: 'RESIDENCE_ENDED', since, changes }, acting);
};

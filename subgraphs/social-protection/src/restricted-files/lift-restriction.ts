import type { ActingUser } from '@relais/platform/acting.ts';
import { store } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { NOT_YET_TOLD } from '@relais/platform/events/tell-now.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { tellFollowers } from '../followers/who-follows.ts';
import { textRefusal } from '../notes/text.rules.ts';
import { signedInProfessional } from '../professionals/know-professional.ts';
import { lockRestriction } from './restriction.queries.ts';
import { liftReasons } from './restriction.reasons.ts';
import { standingRefusal } from './restriction.rules.ts';
import { Restriction } from './restriction.ts';

@InputType({ description: 'Which restriction is lifted, and why.' })
export class LiftRestrictionInput {
  @Field(() => ID, { description: 'The restriction.' })
  restrictionId!: string;

  @Field(() => Int, { description: 'The version that was seen; a newer one on record refuses the change.' })
  version!: number;

  @Field(() => String, { description: 'Why; 4,000 characters at most.' })
  reason!: string;
}

@ObjectType({ description: 'What came of lifting a restriction: the restriction, over, or a refusal.' })
export class LiftRestrictionPayload extends payloadOf(
  'LiftRestriction',
  liftReasons,
  'Why nothing was changed; absent when something was.',
) {
  @Field(() => Restriction, { nullable: true, description: 'The restriction, which is over.' })
  restriction?: Restriction;

  @ListSize(2)
  @Field(() => [String], { description: NOT_YET_TOLD })
  notYetTold: string[] = [];
}

type Result = { restriction: Restriction } | Refused<Word<typeof liftReasons>>;

/** The file is read again by all who could read it without; that it was restricted stays on record. */
export const liftRestriction = async (
  tx: Transaction,
  { restrictionId, version, reason }: LiftRestrictionInput,
  acting: ActingUser,
): Promise<Result> => {
  const { user, now } = acting;
  const restriction = await lockRestriction(tx, restrictionId, acting);
  if (!restriction) return { refusal: 'UNKNOWN_RESTRICTION' };
  const refusal = standingRefusal(restriction, version) ?? textRefusal(reason);
  if (refusal) return { refusal };

  await signedInProfessional(tx, user);
  const ended = { endedAt: now, endedBySub: user.sub, endReason: reason };
  const lifted = await store(tx, Restriction, restriction, ended);
  await tellFollowers(tx, lifted.familyId, now);
  return { restriction: lifted };
};

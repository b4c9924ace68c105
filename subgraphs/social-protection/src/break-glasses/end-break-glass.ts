import type { ActingUser } from '@relais/platform/acting.ts';
import { store } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { NOT_YET_TOLD } from '@relais/platform/events/tell-now.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { tellFollowers } from '../followers/who-follows.ts';
import { lockBreakGlass } from './break-glass.queries.ts';
import { endReasons } from './break-glass.reasons.ts';
import { endRefusal } from './break-glass.rules.ts';
import { BreakGlassAccess } from './break-glass-access.ts';

@InputType({ description: 'What you need to read no longer.' })
export class EndBreakGlassInput {
  @Field(() => ID, { description: 'Which one.' })
  breakGlassId!: string;

  @Field(() => Int, { description: 'The version that was seen; a newer one on record refuses the change.' })
  version!: number;
}

@ObjectType({ description: 'What came of ending it before time, or a refusal.' })
export class EndBreakGlassPayload extends payloadOf(
  'EndBreakGlass',
  endReasons,
  'Why nothing was ended; absent when it was.',
) {
  @Field(() => BreakGlassAccess, { nullable: true, description: 'It, which is over.' })
  access?: BreakGlassAccess;

  @ListSize(2)
  @Field(() => [String], { description: NOT_YET_TOLD })
  notYetTold: string[] = [];
}

type Result = { access: BreakGlassAccess } | Refused<Word<typeof endReasons>>;

/** By whoever broke the glass, as soon as they know what they had to. */
export const endBreakGlass = async (
  tx: Transaction,
  { breakGlassId, version }: EndBreakGlassInput,
  acting: ActingUser,
): Promise<Result> => {
  const { now } = acting;
  const access = await lockBreakGlass(tx, breakGlassId, acting);
  if (!access) return { refusal: 'UNKNOWN_BREAK_GLASS' };
  const refusal = endRefusal(access, version, now);
  if (refusal) return { refusal };

  const ended = await store(tx, BreakGlassAccess, access, { endedAt: now });
  await tellFollowers(tx, ended.familyId, now);
  return { access: ended };
};

import { noteChanged } from '@relais/platform/access-log/changed-families.ts';
import type { ActingUser } from '@relais/platform/acting.ts';
import { store } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { lockBreakGlass } from './break-glass.queries.ts';
import { reviewReasons } from './break-glass.reasons.ts';
import { reviewRefusal } from './break-glass.rules.ts';
import { BreakGlassAccess, BreakGlassFinding } from './break-glass-access.ts';

@InputType({ description: 'What a review of a file that was opened in an emergency found.' })
export class ReviewBreakGlassInput {
  @Field(() => ID, { description: 'Which one.' })
  breakGlassId!: string;

  @Field(() => Int, { description: 'The version that was seen; a newer one on record refuses the change.' })
  version!: number;

  @Field(() => BreakGlassFinding, { description: 'What was found.' })
  finding!: BreakGlassFinding;

  @Field(() => String, {
    nullable: true,
    description: 'What there is to say of it; needed when it was not justified. 4,000 characters at most.',
  })
  remark?: string | null;
}

@ObjectType({ description: 'What came of reviewing it, or a refusal.' })
export class ReviewBreakGlassPayload extends payloadOf(
  'ReviewBreakGlass',
  reviewReasons,
  'Why nothing was recorded; absent when it was.',
) {
  @Field(() => BreakGlassAccess, { nullable: true, description: 'It, with what was found.' })
  access?: BreakGlassAccess;
}

type Result = { access: BreakGlassAccess } | Refused<Word<typeof reviewReasons>>;

/** From then on the same person may break the glass of this family again, should it have to be. */
export const reviewBreakGlass = async (
  tx: Transaction,
  { breakGlassId, version, finding, remark = null }: ReviewBreakGlassInput,
  { user, now }: Pick<ActingUser, 'user' | 'now'>,
): Promise<Result> => {
  const access = await lockBreakGlass(tx, breakGlassId, { user });
  if (!access) return { refusal: 'UNKNOWN_BREAK_GLASS' };
  const refusal = reviewRefusal(access, { version, finding, remark }, now);
  if (refusal) return { refusal };

  const reviewed = { finding, remark, reviewedAt: now, reviewedBySub: user.sub, reviewedByName: user.name };
  // Nobody else is told of it, so that the access log does not hear of it otherwise.
  noteChanged(tx, [access.familyId]);
  return { access: await store(tx, BreakGlassAccess, access, reviewed) };
};

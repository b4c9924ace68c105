import type { ActingUser } from '@relais/platform/acting.ts';
import { store } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { NOT_YET_TOLD } from '@relais/platform/events/tell-now.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { newId } from '@relais/platform/ids.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { tellFollowers } from '../followers/who-follows.ts';
import { signedInProfessional } from '../professionals/know-professional.ts';
import { supportTeamOfFamilies } from '../support-team/support-team.queries.ts';
import { begunWith, NamingInput, whoIsMeant } from './naming.ts';
import { lockRestriction } from './restriction.queries.ts';
import { changeRestrictionReasons } from './restriction.reasons.ts';
import { namingRefusal, standingRefusal } from './restriction.rules.ts';
import { Restriction } from './restriction.ts';

@InputType({ description: 'Who is named and who is barred from now on: all of them.' })
export class ChangeRestrictionInput extends NamingInput {
  @Field(() => ID, { description: 'The restriction.' })
  restrictionId!: string;

  @Field(() => Int, { description: 'The version that was seen; a newer one on record refuses the change.' })
  version!: number;
}

@ObjectType({ description: 'What came of naming others: the restriction that holds now, or a refusal.' })
export class ChangeRestrictionPayload extends payloadOf(
  'ChangeRestriction',
  changeRestrictionReasons,
  'Why nothing was changed; absent when something was.',
) {
  @Field(() => Restriction, { nullable: true, description: 'The one that holds now; the other is over.' })
  restriction?: Restriction;

  @ListSize(2)
  @Field(() => [String], { description: NOT_YET_TOLD })
  notYetTold: string[] = [];
}

type Result = { restriction: Restriction } | Refused<Word<typeof changeRestrictionReasons>>;

/** Ends one and begins another, so that who could read the file when can be read for ever; it is never open between. */
export const changeRestriction = async (
  tx: Transaction,
  input: ChangeRestrictionInput,
  acting: ActingUser,
): Promise<Result> => {
  const { user, now } = acting;
  const before = await lockRestriction(tx, input.restrictionId, acting);
  if (!before) return { refusal: 'UNKNOWN_RESTRICTION' };
  const { familyId, agency } = before;
  await signedInProfessional(tx, user);
  const meant = await whoIsMeant(tx, input);
  const team = await supportTeamOfFamilies(tx, [familyId]);
  const refusal = standingRefusal(before, input.version) ?? namingRefusal(meant, { team, today: dayOf(now) });
  if (refusal) return { refusal };

  const ended = { endedAt: now, endedBySub: user.sub, endReason: input.reason };
  await store(tx, Restriction, before, ended);
  const begun = begunWith(meant, acting);
  const restriction = tx.create(Restriction, { id: newId(), familyId, agency, ...begun });
  await tx.insert(Restriction, restriction);
  await tellFollowers(tx, familyId, now);
  return { restriction };
};

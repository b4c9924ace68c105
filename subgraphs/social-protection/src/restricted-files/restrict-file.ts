import type { ActingUser } from '@relais/platform/acting.ts';
import { sentBefore } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { NOT_YET_TOLD, tellNow } from '@relais/platform/events/tell-now.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { newId } from '@relais/platform/ids.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { tellFollowers } from '../followers/who-follows.ts';
import { familyAskedFor } from '../membership-requests/family-asked-for.ts';
import { useHandle } from '../membership-requests/lookup-handle.ts';
import { signedInProfessional } from '../professionals/know-professional.ts';
import { supportTeamOfFamilies } from '../support-team/support-team.queries.ts';
import { begunWith, NamingInput, whoIsMeant } from './naming.ts';
import { restrictionsInForce } from './restriction.queries.ts';
import { restrictReasons } from './restriction.reasons.ts';
import { namingRefusal } from './restriction.rules.ts';
import { Restriction } from './restriction.ts';

@InputType({ description: 'Whose file is restricted, to whom, and why.' })
export class RestrictFileInput extends NamingInput {
  @Field(() => ID, { nullable: true, description: 'Made by the client, so that sending twice records once.' })
  id?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The family, where you see it; else the `handle` that `lookUpFamily` gave.',
  })
  familyId?: string | null;

  @Field(() => ID, { nullable: true, description: 'What `lookUpFamily` answered; good for once.' })
  handle?: string | null;
}

@ObjectType({ description: 'What came of restricting a file: the restriction, or a refusal.' })
export class RestrictFilePayload extends payloadOf(
  'RestrictFile',
  restrictReasons,
  'Why nothing was changed; absent when something was.',
) {
  @Field(() => Restriction, { nullable: true, description: 'The restriction, which holds from now on.' })
  restriction?: Restriction;

  @ListSize(2)
  @Field(() => [String], { description: NOT_YET_TOLD })
  notYetTold: string[] = [];
}

type Result = { restriction: Restriction } | Refused<Word<typeof restrictReasons>>;

/** Whoever sent it may not see the family any more, and used the handle. */
const sentEarlier = async (
  tx: Transaction,
  { id, reason }: RestrictFileInput,
  { user }: ActingUser,
): Promise<Result | null> => {
  const isSame = (each: Restriction) => each.beganBySub === user.sub && each.reason === reason;
  const sent = await sentBefore(tx, Restriction, id, isSame);
  if (sent === null) return null;
  if (sent === 'CONFLICT') return { refusal: sent };
  await tellNow(tx, sent.familyId);
  return { restriction: sent };
};

/** From the answer on only those named and those who follow the family read its file, in all three agencies. */
export const restrictFile = async (
  tx: Transaction,
  input: RestrictFileInput,
  acting: ActingUser,
): Promise<Result> => {
  const { user, now } = acting;
  const sent = await sentEarlier(tx, input, acting);
  if (sent) return sent;
  const family = await familyAskedFor(tx, input, acting);
  if ('refusal' in family) return family;
  const { id: familyId } = family;
  await signedInProfessional(tx, user);
  const meant = await whoIsMeant(tx, input);
  const team = await supportTeamOfFamilies(tx, [familyId]);
  const [inForce] = await restrictionsInForce(tx, [familyId]);
  const refusal = inForce ? 'RESTRICTED_ALREADY' : namingRefusal(meant, { team, today: dayOf(now) });
  if (refusal) return { refusal };

  const whose = { id: input.id ?? newId(), familyId, agency: user.agency };
  const restriction = tx.create(Restriction, { ...whose, ...begunWith(meant, acting) });
  await tx.insert(Restriction, restriction);
  if (input.handle) await useHandle(tx, input.handle, now);
  await tellFollowers(tx, familyId, now);
  return { restriction };
};

import type { ActingUser } from '@relais/platform/acting.ts';
import { sentBefore } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { NOT_YET_TOLD, tellNow } from '@relais/platform/events/tell-now.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { newId } from '@relais/platform/ids.ts';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { tellFollowers } from '../followers/who-follows.ts';
import { isAllowedFor } from '../known-families/known-family.queries.ts';
import { familyOfLookup } from '../membership-requests/family-asked-for.ts';
import { useHandle } from '../membership-requests/lookup-handle.ts';
import { signedInProfessional } from '../professionals/know-professional.ts';
import { breakGlassesOfFamilies } from './break-glass.queries.ts';
import { breakGlassReasons } from './break-glass.reasons.ts';
import { askingRefusal, breakGlassRefusal, untilFrom } from './break-glass.rules.ts';
import { BreakGlassAccess } from './break-glass-access.ts';

@InputType({ description: 'Whose file must be read now, and why.' })
export class BreakGlassInput {
  @Field(() => ID, { nullable: true, description: 'Made by the client, so that sending twice records once.' })
  id?: string | null;

  @Field(() => ID, {
    description:
      'What `lookUpFamily` answered: nobody names a family here that they have not looked up. Good for once.',
  })
  handle!: string;

  @Field(() => String, {
    description:
      'Why it has to be now: 30 characters or more, 4,000 at most. The auditor and the support team read it.',
  })
  reason!: string;
}

@ObjectType({
  description: 'What came of breaking the glass: until when the file may be read, or a refusal.',
})
export class BreakGlassPayload extends payloadOf(
  'BreakGlass',
  breakGlassReasons,
  'Why nothing was opened; absent when it was.',
) {
  @Field(() => BreakGlassAccess, { nullable: true, description: 'From now on, until when.' })
  access?: BreakGlassAccess;

  @ListSize(2)
  @Field(() => [String], { description: NOT_YET_TOLD })
  notYetTold: string[] = [];
}

type Result = { access: BreakGlassAccess } | Refused<Word<typeof breakGlassReasons>>;

/** The handle is used by then: whoever sends it again is known by what it opened. */
const sentEarlier = async (
  tx: Transaction,
  { id, reason }: BreakGlassInput,
  { user }: ActingUser,
): Promise<Result | null> => {
  const isSame = (each: BreakGlassAccess) => each.sub === user.sub && each.reason === reason;
  const sent = await sentBefore(tx, BreakGlassAccess, id, isSame);
  if (sent === null) return null;
  if (sent === 'CONFLICT') return { refusal: sent };
  await tellNow(tx, sent.familyId);
  return { access: sent };
};

const NOT_ENDED = { endedAt: null, finding: null, remark: null, reviewedAt: null } as const;
const NOT_REVIEWED = { reviewedBySub: null, reviewedByName: null } as const;

/** Opens the file to one person for reading, in all three agencies, until a moment; who follows the family is told. */
export const breakGlass = async (
  tx: Transaction,
  input: BreakGlassInput,
  acting: ActingUser,
): Promise<Result> => {
  const { user, now } = acting;
  const { id, handle, reason } = input;
  const sent = await sentEarlier(tx, input, acting);
  if (sent) return sent;
  const refused = askingRefusal({ reason, user, now });
  if (refused) return { refusal: refused };
  const family = await familyOfLookup(tx, handle, acting, 'glass:break');
  if (!family) return { refusal: 'UNKNOWN_HANDLE' };
  const { id: familyId } = family;
  const { sub } = await signedInProfessional(tx, user);
  const isSeen = await isAllowedFor(tx, familyId, acting, 'family:see');
  const ofFamily = await breakGlassesOfFamilies(tx, [familyId]);
  const refusal = breakGlassRefusal({ sub, ofFamily, isSeen });
  if (refusal) return { refusal };

  const begun = { familyId, sub, reason, beganAt: now, until: untilFrom(now), version: 1 };
  const access = tx.create(BreakGlassAccess, { id: id ?? newId(), ...begun, ...NOT_ENDED, ...NOT_REVIEWED });
  await tx.insert(BreakGlassAccess, access);
  await useHandle(tx, handle, now);
  await tellFollowers(tx, familyId, now);
  return { access };
};

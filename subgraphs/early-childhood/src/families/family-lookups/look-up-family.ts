import type { Acting, ActingUser } from '@relais/platform/acting.ts';
import { employmentAdvisor, type User } from '@relais/platform/auth/user.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { NOT_YET_TOLD } from '@relais/platform/events/tell-now.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { newId } from '@relais/platform/ids.ts';
import { type Language, say } from '@relais/platform/messages.ts';
import { addMinutes, dayOf } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';
import { Ctx, Field, ID, InputType, ObjectType } from 'type-graphql';
import type { Permission } from '../../permissions.ts';
import { nextStepMessages } from './family-lookup.messages.ts';
import { countAnswered, familiesWithFile } from './family-lookup.queries.ts';
import { lookupReasons } from './family-lookup.reasons.ts';
import { lookupRefusal, mayLookUpAgain } from './family-lookup.rules.ts';
import { FamilyLookup, type LookupOutcome } from './family-lookup.ts';
import { publishLookup } from './publish-lookup.ts';

@InputType({ description: 'Whom a professional is about to register.' })
export class LookUpFamilyInput {
  @Field(() => String, {
    description:
      'Last name of the child or of an adult, in full. Case, accents, blanks, hyphens and apostrophes do not matter.',
  })
  surname!: string;

  @Field(() => CivilDate, { description: 'Day on which a child of the family was born, or is expected.' })
  childBirthDate!: Temporal.PlainDate;
}

@ObjectType({ description: 'Whether a family has a file; nothing of the file itself.' })
export class LookedUpFamily {
  @Field(() => Boolean, { description: 'A file of this surname and birth date exists.' })
  exists!: boolean;

  @Field(() => ID, {
    nullable: true,
    description:
      'Stands for the file towards you alone, for one hour and one use: `requestMembership` or, when it has to be now, `breakGlass`; absent when there is no file, or more than one of this surname and day.',
  })
  handle!: string | null;

  @Field(() => String, { description: 'How to go on, in the language of `Accept-Language`.' })
  nextStep(@Ctx() { language, user }: { language: Language; user: User }): string {
    if (!this.exists) return say(nextStepMessages, language, employmentAdvisor(user) ? 'ASK' : 'NONE');
    return say(nextStepMessages, language, this.handle ? 'EXISTS' : 'SEVERAL');
  }

  static of(exists: boolean, handle: string | null): LookedUpFamily {
    return Object.assign(new LookedUpFamily(), { exists, handle });
  }
}

@ObjectType({ description: 'The answer to a lookup, or why there is none.' })
export class LookUpFamilyPayload extends payloadOf(
  'LookUpFamily',
  lookupReasons,
  'Why nothing was looked up; absent when it was.',
) {
  @Field(() => LookedUpFamily, { nullable: true, description: 'The answer; absent when refused.' })
  lookup?: LookedUpFamily;

  @ListSize(2)
  @Field(() => [String], { description: NOT_YET_TOLD })
  notYetTold: string[] = [];
}

type Result = { readonly lookup: LookedUpFamily } | Refused<Word<typeof lookupReasons>>;

export const keepLookup = async (
  tx: Transaction,
  { user, now }: Acting,
  outcome: LookupOutcome,
  foundFamilyIds: string[] = [],
): Promise<void> => {
  await tx.insert(FamilyLookup, { id: newId(), askedBy: user.sub, askedAt: now, outcome, foundFamilyIds });
};

/** Whether somebody who asks once more within the hour is answered; who is not is kept too. */
export const mayLookUp = async (tx: Transaction, acting: Acting): Promise<boolean> => {
  const answered = await countAnswered(tx, acting.user.sub, addMinutes(acting.now, -60));
  const may = mayLookUpAgain(answered);
  if (!may) await keepLookup(tx, acting, 'TURNED_AWAY');
  return may;
};

const HANDLE_MINUTES = 60;

/** Of two files of one name nobody can say which is meant. */
const handleOf = async (tx: Transaction, found: readonly string[], { user, now }: Acting) => {
  const [familyId, ...others] = found;
  if (!familyId || others.length > 0) return null;
  const handle = newId();
  await publishLookup(tx, { handle, familyId, sub: user.sub, until: addMinutes(now, HANDLE_MINUTES) });
  return handle;
};

/** Says whether a file exists and shows nothing of it; one that the asker is kept from does not. Who asked is stored with the answer, before it leaves. */
export const lookUpFamily = async (
  tx: Transaction,
  input: LookUpFamilyInput,
  acting: ActingUser,
): Promise<Result> => {
  const refusal = lookupRefusal(input, dayOf(acting.now));
  if (refusal) return { refusal };

  if (!(await mayLookUp(tx, acting))) return { refusal: 'TOO_MANY_LOOKUPS' };
  const found = await familiesWithFile(tx, input, acting.sight.filter('family:look-up' satisfies Permission));
  await keepLookup(tx, acting, found.length > 0 ? 'FOUND' : 'NOT_FOUND', found);
  const handle = await handleOf(tx, found, acting);
  return { lookup: LookedUpFamily.of(found.length > 0, handle) };
};

import type { ActingUser } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { Confirmable, payloadOf } from '@relais/platform/graphql/refusal.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { newId } from '@relais/platform/ids.ts';
import { asWritten } from '@relais/platform/names.rules.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Adult } from '../../families/families/adult.ts';
import {
  childrenOfFamilies,
  lockFamily,
  mayChangeHome,
  wasInserted,
} from '../../families/families/family.queries.ts';
import { internationalPhone } from '../../families/families/phone.rules.ts';
import { adultRefusal, joiningRefusal } from './family.rules.ts';
import { householdQuestion } from './household-questions.rules.ts';
import { adultChanged } from './member.changes.ts';
import { addAdultReasons } from './registration.reasons.ts';

@InputType({ description: 'An adult of a family.' })
export class AdultInput {
  @Field(() => ID, { nullable: true, description: 'Made by the client, so that sending again adds once.' })
  id?: string | null;

  @Field(() => String, { description: 'First name.' })
  firstName!: string;

  @Field(() => String, { description: 'Last name.' })
  lastName!: string;

  @Field(() => CivilDate, { nullable: true, description: 'Day of birth, where known.' })
  birthDate?: Temporal.PlainDate | null;

  @Field(() => String, {
    nullable: true,
    description: 'Telephone, French or international; stored as `+33612345678`.',
  })
  phone?: string | null;

  @Field(() => String, { defaultValue: 'fr', description: 'Language to speak in, as a BCP 47 tag.' })
  preferredLanguage!: string;

  @Field(() => Boolean, { defaultValue: false, description: 'An interpreter is needed.' })
  needsInterpreter!: boolean;
}

@InputType({ description: 'An adult who joins a family.' })
export class AddAdultInput extends Confirmable {
  @Field(() => ID, { description: 'The family.' })
  familyId!: string;

  @Field(() => AdultInput, { description: 'The adult.' })
  adult!: AdultInput;

  @Field(() => CivilDate, {
    nullable: true,
    description: 'First day in the family, today unless given; not a coming day.',
  })
  joinedOn?: Temporal.PlainDate | null;
}

@ObjectType({ description: 'The adult who joined, or why not.' })
export class AddAdultPayload extends payloadOf('AddAdult', addAdultReasons, 'Why not; absent when added.') {
  @Field(() => Adult, { nullable: true, description: 'The adult; absent when refused.' })
  adult?: Adult;
}

type Result = { readonly adult: Adult } | Refused<Word<typeof addAdultReasons>>;

/** The row of an adult as given, names without stray blanks and telephone in international form. */
export const adultOf = (
  tx: Transaction,
  familyId: string,
  input: AdultInput,
  joinedOn: Temporal.PlainDate | null = null,
): Adult =>
  tx.create(Adult, {
    ...input,
    id: input.id ?? newId(),
    familyId,
    firstName: asWritten(input.firstName),
    lastName: asWritten(input.lastName),
    birthDate: input.birthDate ?? null,
    phone: input.phone ? internationalPhone(input.phone) : null,
    joinedOn,
    leftOn: null,
    mergedInto: null,
    version: 1,
  });

export const isSameAdult = (one: Adult, other: Adult): boolean =>
  one.familyId === other.familyId &&
  one.firstName === other.firstName &&
  one.lastName === other.lastName &&
  String(one.birthDate) === String(other.birthDate) &&
  one.phone === other.phone;

export const addAdult = async (
  tx: Transaction,
  { familyId, adult: input, joinedOn, confirmed }: AddAdultInput,
  acting: ActingUser,
): Promise<Result> => {
  const today = dayOf(acting.now);
  const refusal = adultRefusal(input, today) ?? joiningRefusal(joinedOn, today);
  if (refusal) return { refusal };
  const family = await lockFamily(tx, familyId, acting);
  if (!family) return { refusal: 'UNKNOWN_FAMILY' };

  const [children = []] = await childrenOfFamilies(tx, [family.id]);
  const question = confirmed ? null : householdQuestion([input], children, today);
  if (question) return { refusal: question };

  const adult = adultOf(tx, family.id, input, joinedOn ?? today);
  if (!(await wasInserted(tx, Adult, adult))) {
    const earlier = await tx.findOneByOrFail(Adult, { id: adult.id });
    const isSame = isSameAdult(earlier, adult) && (await mayChangeHome(tx, family.id, acting));
    return isSame ? { adult: earlier } : { refusal: 'CONFLICT' };
  }
  await adultChanged(tx, family, adult, 'ADULT_ADDED', acting);
  return { adult };
};

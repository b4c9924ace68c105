import type { ActingUser } from '@relais/platform/acting.ts';
import { store } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { Confirmable, payloadOf } from '@relais/platform/graphql/refusal.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { asWritten } from '@relais/platform/names.rules.ts';
import { dayOf, startOfDay } from '@relais/platform/time/civil-time.ts';
import { earlierOf } from '@relais/platform/time/days.rules.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { familiesOfChildren } from '../../care/bookings/booking.queries.ts';
import { settlePastCovers } from '../../cover/childcare-cover/publish-cover.ts';
import { phoneNotUnderstood } from '../../families/families/adult.reasons.ts';
import { countedAge } from '../../families/families/age.rules.ts';
import { childFacts, type childReasons } from '../../families/families/child.reasons.ts';
import { Child } from '../../families/families/child.ts';
import { adultsOfFamilies } from '../../families/families/family.queries.ts';
import { childRefusal } from '../registration/family.rules.ts';
import { birthQuestion, householdQuestion } from '../registration/household-questions.rules.ts';
import { childChanged } from '../registration/member.changes.ts';
import { careQuestion, lockChild } from './household-changes.queries.ts';
import { recordBirthReasons } from './household-changes.reasons.ts';

@InputType({ description: 'The birth of a child who was expected.' })
export class RecordBirthInput extends Confirmable {
  @Field(() => ID, { description: 'The child.' })
  childId!: string;

  @Field(() => Int, { description: 'Its version when it was read.' })
  version!: number;

  @Field(() => String, { description: 'First name.' })
  firstName!: string;

  @Field(() => String, { nullable: true, description: 'Last name, where it is another than was expected.' })
  lastName?: string | null;

  @Field(() => CivilDate, { description: 'Day of birth.' })
  birthDate!: Temporal.PlainDate;
}

@ObjectType({ description: 'The child who was born, or why the birth was not written down.' })
export class RecordBirthPayload extends payloadOf(
  'RecordBirth',
  recordBirthReasons,
  'Why not; absent when recorded.',
) {
  @Field(() => Child, { nullable: true, description: 'The child; absent when refused.' })
  child?: Child;
}

type Result = { readonly child: Child } | Refused<Word<typeof recordBirthReasons>>;

type ChildRefusal = Word<typeof childReasons>;

/** A day of birth is given, no expected one and no lists, so what is said of those is never met. */
const lists = { ...childFacts, ...phoneNotUnderstood };
const isOfBirth = (refusal: ChildRefusal): refusal is Exclude<ChildRefusal, Word<typeof lists>> =>
  !(refusal in lists);

/** What was granted, offered and planned went by the day on which the child was expected. */
const questionAbout = async (
  tx: Transaction,
  { id, familyId, expectedDate }: Child,
  birthDate: Temporal.PlainDate,
  now: Date,
): Promise<Word<typeof recordBirthReasons> | null> => {
  const adults = await adultsOfFamilies(tx, [familyId]);
  const question =
    birthQuestion(birthDate, expectedDate) ?? householdQuestion(adults, [{ birthDate }], dayOf(now));
  return question ?? careQuestion(tx, id, countedAge({ birthDate, expectedDate: null }), now);
};

export const recordBirth = async (
  tx: Transaction,
  input: RecordBirthInput,
  acting: ActingUser,
): Promise<Result> => {
  const { now } = acting;
  const locked = await lockChild(tx, input.childId, acting);
  if (!locked) return { refusal: 'UNKNOWN_CHILD' };
  const { family, member: child } = locked;
  if (child.version !== input.version) return { refusal: 'STALE_VERSION' };
  if (child.birthDate) return { refusal: 'BORN_ALREADY' };
  const { firstName, birthDate } = input;
  const born = {
    firstName: asWritten(firstName),
    lastName: asWritten(input.lastName ?? child.lastName),
    birthDate,
  };
  const refusal = childRefusal(born, dayOf(now));
  if (refusal && isOfBirth(refusal)) return { refusal };
  const question = input.confirmed ? null : await questionAbout(tx, child, birthDate, now);
  if (question) return { refusal: question };

  // Until now the child counted from the day on which it was expected.
  const since = startOfDay(earlierOf(birthDate, child.expectedDate ?? birthDate));
  const reach = { familyIds: await familiesOfChildren(tx, [child.id]), since };
  const past = await settlePastCovers(tx, reach, now);
  const stored = await store(tx, Child, child, { ...born, expectedDate: null });
  await childChanged(tx, family, child, { kind: 'CHILD_BORN', past }, acting);
  return { child: stored };
};

import type { Acting } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { Confirmable } from '@relais/platform/graphql/refusal.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { newId } from '@relais/platform/ids.ts';
import { asWritten } from '@relais/platform/names.rules.ts';
import { dayOf, startOfDay } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType, Int } from 'type-graphql';
import { familiesOfChildren } from '../bookings/booking.queries.ts';
import { keepCareStep } from '../care-steps/care-step.queries.ts';
import { publishNotedCover, settlePastCovers } from '../childcare-cover/publish-cover.ts';
import type { Child } from '../families/child.ts';
import { adultsOfFamilies } from '../families/family.queries.ts';
import { type ChildRefusal, childRefusal } from '../families/family.rules.ts';
import {
  type BirthQuestion,
  birthQuestion,
  type HouseholdQuestion,
  householdQuestion,
} from '../families/household-questions.rules.ts';
import { familyChanged } from '../families/publish-family.ts';
import { holdChild } from './household-changes.queries.ts';

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

export type RecordBirthRefusalReason =
  | Exclude<ChildRefusal, NeverOfBirth>
  | HouseholdQuestion
  | BirthQuestion
  | 'UNKNOWN_CHILD'
  | 'STALE_VERSION'
  | 'BORN_ALREADY';
export type RecordBirthResult = { child: Child } | { refusal: RecordBirthRefusalReason };

/** A day of birth is given, no expected one and no lists, so these are never met. */
const neverOfBirth = [
  'BIRTH_OR_EXPECTED_DATE_NEEDED',
  'EXPECTED_DATE_NOT_PLAUSIBLE',
  'TOO_MUCH_TEXT',
  'VACCINATION_IN_THE_FUTURE',
] as const satisfies readonly ChildRefusal[];
type NeverOfBirth = (typeof neverOfBirth)[number];

const isOfBirth = (refusal: ChildRefusal): refusal is Exclude<ChildRefusal, NeverOfBirth> =>
  !neverOfBirth.some((each) => each === refusal);

const questionAbout = async (
  tx: Transaction,
  { familyId, expectedDate }: Child,
  birthDate: Temporal.PlainDate,
  now: Date,
): Promise<HouseholdQuestion | BirthQuestion | null> => {
  const adults = await adultsOfFamilies(tx, [familyId]);
  return birthQuestion(birthDate, expectedDate) ?? householdQuestion(adults, [{ birthDate }], dayOf(now));
};

export const recordBirth = async (
  tx: Transaction,
  input: RecordBirthInput,
  { user, now }: Acting,
): Promise<RecordBirthResult> => {
  const held = await holdChild(tx, input.childId);
  if (!held) return { refusal: 'UNKNOWN_CHILD' };
  const { family, member: child } = held;
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

  const reach = { familyIds: await familiesOfChildren(tx, [child.id]), since: startOfDay(birthDate) };
  const past = await settlePastCovers(tx, reach, now);
  const version = child.version + 1;
  Object.assign(child, { ...born, expectedDate: null, version } satisfies Partial<Child>);
  await tx.save(child);
  const about = { familyId: family.id, subjectId: child.id, childId: child.id };
  const step = { id: newId(), kind: 'CHILD_BORN' } as const;
  await keepCareStep(tx, { ...step, ...about, at: now, doneBy: user.sub });
  await familyChanged(tx, family);
  await publishNotedCover(tx, past, step, now);
  return { child };
};

import type { ActingUser } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { Confirmable, payloadOf } from '@relais/platform/graphql/refusal.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { newId } from '@relais/platform/ids.ts';
import { asWritten } from '@relais/platform/names.rules.ts';
import { dayOf, startOfDay } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { settlePastCovers } from '../../cover/childcare-cover/publish-cover.ts';
import { type AlertsOfChild, addCareAlerts } from '../../families/families/care-alerts.queries.ts';
import { Child } from '../../families/families/child.ts';
import { CollectorInput } from '../../families/families/collector.ts';
import { collectorsAfter, type KeptCollectors } from '../../families/families/collectors.rules.ts';
import { adultsOfFamilies, lockFamily, wasInserted } from '../../families/families/family.queries.ts';
import { findDuplicates } from '../../families/family-lookups/find-duplicates.ts';
import { PossibleDuplicate } from '../../families/family-lookups/possible-duplicate.ts';
import { childRefusal, joiningRefusal } from './family.rules.ts';
import { householdQuestion } from './household-questions.rules.ts';
import { childChanged } from './member.changes.ts';
import { addChildReasons } from './registration.reasons.ts';

@InputType({ description: 'A child of a family: born, or expected.' })
export class ChildInput {
  @Field(() => ID, { nullable: true, description: 'Made by the client, so that sending again adds once.' })
  id?: string | null;

  @Field(() => String, { nullable: true, description: 'First name; an expected child may have none yet.' })
  firstName?: string | null;

  @Field(() => String, { description: 'Last name.' })
  lastName!: string;

  @Field(() => CivilDate, { nullable: true, description: 'Day of birth; this or the expected date.' })
  birthDate?: Temporal.PlainDate | null;

  @Field(() => CivilDate, {
    nullable: true,
    description: 'Day on which the child is expected; this or the day of birth.',
  })
  expectedDate?: Temporal.PlainDate | null;

  @Field(() => [String], {
    defaultValue: [],
    description: 'Who, besides the family’s adults, may collect the child.',
  })
  mayBeCollectedBy!: string[];

  @Field(() => [CollectorInput], {
    nullable: true,
    description: 'The same with telephone numbers; whoever is named in either list may collect the child.',
  })
  collectors?: CollectorInput[] | null;

  @Field(() => [String], {
    defaultValue: [],
    description: 'What those who look after it must know, such as allergies.',
  })
  careAlerts!: string[];

  @Field(() => CivilDate, { nullable: true, description: 'Day on which the vaccinations were checked.' })
  vaccinationCheckedOn?: Temporal.PlainDate | null;
}

@InputType({ description: 'A child who joins a family.' })
export class AddChildInput extends Confirmable {
  @Field(() => ID, { description: 'The family.' })
  familyId!: string;

  @Field(() => ChildInput, { description: 'The child.' })
  child!: ChildInput;

  @Field(() => CivilDate, {
    nullable: true,
    description: 'First day in the family, today unless given; not a coming day.',
  })
  joinedOn?: Temporal.PlainDate | null;
}

@ObjectType({ description: 'The child who joined, or why not.' })
export class AddChildPayload extends payloadOf('AddChild', addChildReasons, 'Why not; absent when added.') {
  @Field(() => Child, { nullable: true, description: 'The child; absent when refused.' })
  child?: Child;

  @ListSize(5)
  @Field(() => [PossibleDuplicate], {
    description: 'A hint: of these children another of the same name and birth date is registered already.',
  })
  possibleDuplicates: PossibleDuplicate[] = [];
}

type Result =
  | { readonly child: Child; readonly possibleDuplicates: PossibleDuplicate[] }
  | Refused<Word<typeof addChildReasons>>;

const NOBODY: KeptCollectors = { mayBeCollectedBy: [], collectorPhones: {} };

/** The row of a child as given, names without stray blanks. */
export const childOf = (
  tx: Transaction,
  familyId: string,
  input: ChildInput,
  joinedOn: Temporal.PlainDate | null = null,
): Child =>
  tx.create(Child, {
    ...input,
    id: input.id ?? newId(),
    familyId,
    firstName: asWritten(input.firstName ?? '') || null,
    lastName: asWritten(input.lastName),
    ...collectorsAfter(NOBODY, input),
    birthDate: input.birthDate ?? null,
    expectedDate: input.expectedDate ?? null,
    vaccinationCheckedOn: input.vaccinationCheckedOn ?? null,
    walksSince: null,
    joinedOn,
    leftOn: null,
    mergedInto: null,
    version: 1,
  });

/** What must be known of each of the children that were just written down, in the order in which they were sent. */
export const alertsOf = (children: readonly Child[], sent: readonly ChildInput[]): AlertsOfChild[] =>
  children.map(({ id: childId }, index) => ({ childId, alerts: sent[index]?.careAlerts ?? [] }));

export const isSameChild = (one: Child, other: Child): boolean =>
  one.familyId === other.familyId &&
  one.firstName === other.firstName &&
  one.lastName === other.lastName &&
  String(one.birthDate) === String(other.birthDate) &&
  String(one.expectedDate) === String(other.expectedDate);

export const addChild = async (
  tx: Transaction,
  { familyId, child: input, joinedOn, confirmed }: AddChildInput,
  acting: ActingUser,
): Promise<Result> => {
  const { now } = acting;
  const today = dayOf(now);
  const refusal = childRefusal(input, today) ?? joiningRefusal(joinedOn, today);
  if (refusal) return { refusal };
  const family = await lockFamily(tx, familyId, acting);
  if (!family) return { refusal: 'UNKNOWN_FAMILY' };

  const adults = confirmed ? [] : await adultsOfFamilies(tx, [family.id]);
  const question = householdQuestion(adults, [input], today);
  if (question) return { refusal: question };

  const child = childOf(tx, family.id, input, joinedOn ?? today);
  const reach = { familyIds: [family.id], since: startOfDay(joinedOn ?? today) };
  const past = await settlePastCovers(tx, reach, now);
  if (!(await wasInserted(tx, Child, child))) {
    const earlier = await tx.findOneByOrFail(Child, { id: child.id });
    return isSameChild(earlier, child) ? { child: earlier, possibleDuplicates: [] } : { refusal: 'CONFLICT' };
  }
  await addCareAlerts(tx, alertsOf([child], [input]));
  await childChanged(tx, family, child, { kind: 'CHILD_ADDED', past }, acting);
  return { child, possibleDuplicates: await findDuplicates(tx, [child], acting) };
};

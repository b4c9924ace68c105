import type { ActingUser } from '@relais/platform/acting.ts';
import { store } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { saidOr, wouldChange } from '@relais/platform/database/would-change.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { Confirmable, payloadOf } from '@relais/platform/graphql/refusal.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { asWritten } from '@relais/platform/names.rules.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { familiesOfChildren } from '../../care/bookings/booking.queries.ts';
import { settlePastCovers } from '../../cover/childcare-cover/publish-cover.ts';
import { countedAge } from '../../families/families/age.rules.ts';
import { careAlertsOf, replaceCareAlerts } from '../../families/families/care-alerts.queries.ts';
import { Child } from '../../families/families/child.ts';
import { CollectorInput } from '../../families/families/collector.ts';
import { collectorsAfter } from '../../families/families/collectors.rules.ts';
import { adultsOfFamilies } from '../../families/families/family.queries.ts';
import type { Permission } from '../../permissions.ts';
import { householdQuestion } from '../registration/household-questions.rules.ts';
import { childChanged } from '../registration/member.changes.ts';
import { careQuestion, type LockedMember, lockChild } from './household-changes.queries.ts';
import { correctChildReasons } from './household-changes.reasons.ts';
import { childCorrectionRefusal } from './household-changes.rules.ts';

@InputType({ description: 'What to write down otherwise of a child; what is absent stays.' })
export class CorrectChildInput extends Confirmable {
  @Field(() => ID, { description: 'The child.' })
  childId!: string;

  @Field(() => Int, { description: 'Its version when it was read.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'First name.' })
  firstName?: string | null;

  @Field(() => String, { nullable: true, description: 'Last name.' })
  lastName?: string | null;

  @Field(() => CivilDate, { nullable: true, description: 'Day of birth of a child who is born.' })
  birthDate?: Temporal.PlainDate | null;

  @Field(() => CivilDate, {
    nullable: true,
    description: 'Day on which a child is expected who is not born.',
  })
  expectedDate?: Temporal.PlainDate | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Who, besides the family’s adults, may collect the child.',
  })
  mayBeCollectedBy?: string[] | null;

  @Field(() => [CollectorInput], {
    nullable: true,
    description:
      'The same with telephone numbers, which replace those that are known; names alone keep them. Whoever is named in either list may collect the child.',
  })
  collectors?: CollectorInput[] | null;

  @Field(() => [String], { nullable: true, description: 'What those who look after it must know.' })
  careAlerts?: string[] | null;

  @Field(() => CivilDate, {
    nullable: true,
    description: 'Day on which the vaccinations were last checked; `null` when they were not.',
  })
  vaccinationCheckedOn?: Temporal.PlainDate | null;
}

@ObjectType({ description: 'The child as written down now, or why nothing was.' })
export class CorrectChildPayload extends payloadOf(
  'CorrectChild',
  correctChildReasons,
  'Why not; absent when corrected.',
) {
  @Field(() => Child, { nullable: true, description: 'The child; absent when refused.' })
  child?: Child;
}

type Refusal = Word<typeof correctChildReasons>;
type Result = { readonly child: Child } | Refused<Refusal>;

const correctionOf = (child: Child, input: CorrectChildInput) => ({
  firstName: asWritten(input.firstName ?? child.firstName ?? '') || null,
  lastName: asWritten(input.lastName ?? child.lastName),
  birthDate: input.birthDate ?? child.birthDate,
  expectedDate: input.expectedDate ?? child.expectedDate,
  ...collectorsAfter(
    { mayBeCollectedBy: child.mayBeCollectedBy, collectorPhones: child.collectorPhones },
    input,
  ),
  vaccinationCheckedOn: saidOr(child.vaccinationCheckedOn, input.vaccinationCheckedOn),
});

/** Only days that are corrected are asked about: the adults' age, and care that was agreed by the other day. */
const questionAbout = async (
  tx: Transaction,
  { id, familyId }: Child,
  { birthDate, expectedDate, confirmed }: CorrectChildInput,
  now: Date,
): Promise<Refusal | null> => {
  if (confirmed || !(birthDate ?? expectedDate)) return null;
  const adults = await adultsOfFamilies(tx, [familyId]);
  const question = householdQuestion(adults, [{ birthDate, expectedDate }], dayOf(now));
  if (question) return question;
  const age = countedAge({ birthDate: birthDate ?? null, expectedDate: expectedDate ?? null });
  return careQuestion(tx, id, age, now);
};

/** What those who look after the child know is written by who reads it. */
const mayWriteCare = async (
  tx: Transaction,
  { familyId }: Child,
  { mayBeCollectedBy, collectors, careAlerts, vaccinationCheckedOn }: CorrectChildInput,
  { sight }: ActingUser,
): Promise<boolean> => {
  const isOfCare =
    Boolean(mayBeCollectedBy ?? collectors ?? careAlerts) || vaccinationCheckedOn !== undefined;
  return !isOfCare || sight.allows(tx, 'care:read' satisfies Permission, [familyId]);
};

/** Past covers are settled by the child as it was. */
const storeCorrection = async (
  tx: Transaction,
  { family, member: child }: LockedMember<Child>,
  correction: ReturnType<typeof correctionOf>,
  acting: ActingUser,
): Promise<Child> => {
  const { now } = acting;
  // Only another day of birth, or on which it is expected, can say something of the past.
  const since = countedAge(correction).since.equals(countedAge(child).since) ? now : null;
  const past = await settlePastCovers(
    tx,
    { familyIds: await familiesOfChildren(tx, [child.id]), since },
    now,
  );
  const stored = await store(tx, Child, child, correction);
  await childChanged(tx, family, child, { kind: 'CHILD_CORRECTED', past }, acting);
  return stored;
};

/** Numbers and a check that were noted before hinder no other correction. */
const judgedOf = (
  correction: ReturnType<typeof correctionOf>,
  careAlerts: readonly string[],
  { collectors = null, vaccinationCheckedOn = null }: CorrectChildInput,
) => ({ ...correction, careAlerts, collectors, vaccinationCheckedOn });

export const correctChild = async (
  tx: Transaction,
  input: CorrectChildInput,
  acting: ActingUser,
): Promise<Result> => {
  const locked = await lockChild(tx, input.childId, acting);
  if (!locked) return { refusal: 'UNKNOWN_CHILD' };
  const child = locked.member;
  if (child.version !== input.version) return { refusal: 'STALE_VERSION' };
  if (!(await mayWriteCare(tx, child, input, acting))) return { refusal: 'FAMILY_OBJECTS' };
  const correction = correctionOf(child, input);
  const isDateGiven = Boolean(input.birthDate ?? input.expectedDate);
  const [known = []] = await careAlertsOf(tx, [child.id]);
  const alerts = input.careAlerts ?? known;
  const refusal =
    childCorrectionRefusal(judgedOf(correction, alerts, input), isDateGiven, dayOf(acting.now)) ??
    (await questionAbout(tx, child, input, acting.now));
  if (refusal) return { refusal };

  if (!wouldChange({ ...child, alerts: known }, { ...correction, alerts })) return { child };
  const stored = await storeCorrection(tx, locked, correction, acting);
  if (input.careAlerts) await replaceCareAlerts(tx, { childId: child.id, alerts });
  return { child: stored };
};

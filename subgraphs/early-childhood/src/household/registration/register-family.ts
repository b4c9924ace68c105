import type { ActingUser } from '@relais/platform/acting.ts';
import type { User } from '@relais/platform/auth/user.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { NOT_YET_TOLD, tellNow } from '@relais/platform/events/tell-now.ts';
import { addFollower } from '@relais/platform/followers/follower.queries.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { Confirmable, payloadOf } from '@relais/platform/graphql/refusal.ts';
import { newId } from '@relais/platform/ids.ts';
import { asWritten } from '@relais/platform/names.rules.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, Float, ID, InputType, ObjectType } from 'type-graphql';
import { Any } from 'typeorm';
import { type HomeLocated, locateHome } from '../../centres/districts/locate-home.ts';
import { Adult } from '../../families/families/adult.ts';
import { addCareAlerts } from '../../families/families/care-alerts.queries.ts';
import { Child } from '../../families/families/child.ts';
import { mayChangeHome, wasInserted } from '../../families/families/family.queries.ts';
import { Family, type RegisteredBy } from '../../families/families/family.ts';
import { HouseholdKind } from '../../families/families/household-kind.ts';
import { publishChildren } from '../../families/families/publish-children.ts';
import { publishFamily } from '../../families/families/publish-family.ts';
import { FamilyHome, locatedAt } from '../../families/family-addresses/family-home.ts';
import { findDuplicates } from '../../families/family-lookups/find-duplicates.ts';
import { PossibleDuplicate } from '../../families/family-lookups/possible-duplicate.ts';
import { recordStep } from '../../history/care-history/record-step.ts';
import { AdultInput, adultOf } from './add-adult.ts';
import { alertsOf, ChildInput, childOf } from './add-child.ts';
import { adultRefusal, childRefusal, displayNameOf, familyRefusal } from './family.rules.ts';
import { householdQuestion } from './household-questions.rules.ts';
import { registerReasons } from './registration.reasons.ts';
import { type AskedHousehold, type Household, isSameHousehold, registeredBefore } from './same-household.ts';

@InputType({ description: 'A postal address.' })
export class AddressInput {
  @Field(() => String, { description: 'Number and street.' })
  street!: string;

  @Field(() => String, { description: 'Five digits.' })
  postalCode!: string;

  @Field(() => String, { description: 'City.' })
  city!: string;
}

@InputType({ description: 'A point on the map (WGS 84).' })
export class PositionInput {
  @Field(() => Float, { description: 'Degrees north.' })
  latitude!: number;

  @Field(() => Float, { description: 'Degrees east.' })
  longitude!: number;
}

@InputType({ description: 'What is known of a family as a whole.' })
export class FamilyInput {
  @Field(() => String, {
    nullable: true,
    description: 'Name in lists; made of the adults’ last names unless given.',
  })
  displayName?: string | null;

  @Field(() => HouseholdKind, { description: 'Who brings the children up.' })
  householdKind!: HouseholdKind;

  @Field(() => AddressInput, { description: 'Where it lives.' })
  address!: AddressInput;

  @Field(() => PositionInput, {
    nullable: true,
    description: 'Where the home stands on the map, when located.',
  })
  position?: PositionInput | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Its district, where known; unless given, the one the position lies in.',
  })
  districtId?: string | null;
}

@InputType({ description: 'A family that comes to the service point.' })
export class RegisterFamilyInput extends Confirmable {
  @Field(() => ID, {
    nullable: true,
    description: 'Made by the client, so that sending again registers once.',
  })
  id?: string | null;

  @Field(() => FamilyInput, { description: 'The family.' })
  family!: FamilyInput;

  @Field(() => [AdultInput], { description: 'Its adults, one at least.' })
  adults!: AdultInput[];

  @Field(() => [ChildInput], { defaultValue: [], description: 'Its dependent children.' })
  children!: ChildInput[];
}

@ObjectType({ description: 'The registered family, or why it was not registered.' })
export class RegisterFamilyPayload extends payloadOf(
  'RegisterFamily',
  registerReasons,
  'Why not; absent when registered.',
) {
  @Field(() => Family, { nullable: true, description: 'The family; absent when refused.' })
  family?: Family;

  @ListSize(5)
  @Field(() => [PossibleDuplicate], {
    description: 'A hint: of these children another of the same name and birth date is registered already.',
  })
  possibleDuplicates: PossibleDuplicate[] = [];

  @ListSize(2)
  @Field(() => [String], { description: NOT_YET_TOLD })
  notYetTold: string[] = [];
}

type Refusal = Word<typeof registerReasons>;
export type Registered = Household & {
  readonly possibleDuplicates: PossibleDuplicate[];
  readonly refusal?: never;
};
type Result = Registered | Refused<Refusal>;

/** Broken constraints that mean what no rule can know. */
export const refusalsOfRegistration = {
  family_in_a_known_district: 'UNKNOWN_DISTRICT',
  adults_pkey: 'CONFLICT',
  children_pkey: 'CONFLICT',
} as const satisfies Record<string, Refusal>;

const registrationRefusal = (
  { family, adults, children }: RegisterFamilyInput,
  today: Temporal.PlainDate,
): Refusal | null =>
  familyRefusal(family, adults) ??
  adults.map((adult) => adultRefusal(adult, today)).find(Boolean) ??
  children.map((child) => childRefusal(child, today)).find(Boolean) ??
  null;

const registeredBy = ({ sub, name, role, agency }: User): RegisteredBy => ({
  ...{ sub, name: name || sub, role, agency },
});

/** From this transaction on; social-protection, which keeps the teams, makes it the first membership. */
const followFamily = (tx: Transaction, { id }: Family, { user, now }: ActingUser): Promise<void> =>
  addFollower(tx, id, { sub: user.sub, relation: 'TEAM', from: dayOf(now).toString(), to: null });

const householdOf = (
  tx: Transaction,
  input: RegisterFamilyInput,
  { districtId }: HomeLocated,
  { user, now }: ActingUser,
): AskedHousehold => {
  const id = input.id ?? newId();
  const { position, displayName, address, householdKind } = input.family;
  const family = tx.create(Family, {
    id,
    householdKind,
    districtId,
    displayName: displayName ? asWritten(displayName) : displayNameOf(input.adults),
    addressSince: null,
    registeredAt: now,
    registeredBy: registeredBy(user),
    splitFromFamilyId: null,
    mergedInto: null,
    version: 1,
  });
  const children = input.children.map((child) => childOf(tx, id, child));
  return {
    family,
    home: tx.create(FamilyHome, { familyId: id, address, ...locatedAt(position) }),
    adults: input.adults.map((adult) => adultOf(tx, id, adult)),
    children,
    alerts: alertsOf(children, input.children),
  };
};

/** The file that an earlier sending of the same made, unless its id was used for something else. */
const sentBefore = async (
  tx: Transaction,
  asked: AskedHousehold,
  acting: ActingUser,
): Promise<Result | null> => {
  const family = await tx.findOneBy(Family, { id: asked.family.id });
  if (!family) return null;
  // Where the family lives and how it is reached is not to be found out by guessing.
  const isSame = (await isSameHousehold(tx, family, asked)) && (await mayChangeHome(tx, family.id, acting));
  if (!isSame) return { refusal: 'CONFLICT' };
  await tellNow(tx, family.id);
  return { ...(await registeredBefore(tx, family, asked)), possibleDuplicates: [] };
};

const idsOf = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id);

const isMemberKnown = async (tx: Transaction, { adults, children }: Household): Promise<boolean> =>
  (await tx.existsBy(Adult, { id: Any(idsOf(adults)) })) ||
  (await tx.existsBy(Child, { id: Any(idsOf(children)) }));

const store = async (tx: Transaction, household: AskedHousehold, acting: ActingUser): Promise<Result> => {
  if (!(await wasInserted(tx, Family, household.family)))
    return (await sentBefore(tx, household, acting)) ?? { refusal: 'CONFLICT' };
  const { id } = household.family;
  const family = await tx.findOneByOrFail(Family, { id });
  await followFamily(tx, family, acting);
  await tx.insert(Adult, household.adults);
  await tx.insert(Child, household.children);
  // Whoever registers a family writes for it what the database shows to those alone who follow it.
  await tx.insert(FamilyHome, household.home);
  await addCareAlerts(tx, household.alerts);
  const about = { familyId: id, subjectId: id };
  await recordStep(tx, { ...about, kind: 'FAMILY_REGISTERED', at: acting.now, doneBy: acting.user.sub });
  await publishFamily(tx, family);
  if (household.children.length > 0) await publishChildren(tx, [family]);
  await tellNow(tx, id);
  const possibleDuplicates = await findDuplicates(tx, household.children, acting);
  const { adults, children } = household;
  return { family, adults, children, possibleDuplicates };
};

/**
 * Whatever can be refused is refused before the row is inserted, which takes the next reference: a sequence gives none
 * back. Only two that race, or a transaction that dies, use one up; references without any gap would make registrations
 * wait for one another.
 */
export const registerFamily = async (
  tx: Transaction,
  input: RegisterFamilyInput,
  acting: ActingUser,
): Promise<Result> => {
  const today = dayOf(acting.now);
  const refusal = registrationRefusal(input, today);
  if (refusal) return { refusal };
  const { position = null, districtId = null } = input.family;
  const home = await locateHome(tx, position, districtId);
  if ('refusal' in home) return home;
  const household = householdOf(tx, input, home, acting);
  const sent = await sentBefore(tx, household, acting);
  if (sent) return sent;
  const question = householdQuestion(input.adults, input.children, today) ?? home.question;
  if (question && !input.confirmed) return { refusal: question };
  return (await isMemberKnown(tx, household)) ? { refusal: 'CONFLICT' } : store(tx, household, acting);
};

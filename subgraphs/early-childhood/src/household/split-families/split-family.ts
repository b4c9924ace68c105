import type { ActingUser } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { NOT_YET_TOLD, tellNow } from '@relais/platform/events/tell-now.ts';
import { addFollower } from '@relais/platform/followers/follower.queries.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { Confirmable, payloadOf } from '@relais/platform/graphql/refusal.ts';
import { newId } from '@relais/platform/ids.ts';
import { asWritten, eachOnce } from '@relais/platform/names.rules.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { familiesOfChildren } from '../../care/bookings/booking.queries.ts';
import { type HomeLocated, locateHome } from '../../centres/districts/locate-home.ts';
import { publishCoverOfFamilies, settlePastCovers } from '../../cover/childcare-cover/publish-cover.ts';
import type { Adult } from '../../families/families/adult.ts';
import type { Child } from '../../families/families/child.ts';
import {
  adultsOfFamilies,
  childrenOfFamilies,
  lockFamily,
  wasInserted,
} from '../../families/families/family.queries.ts';
import { Family } from '../../families/families/family.ts';
import { HouseholdKind } from '../../families/families/household-kind.ts';
import { publishChildren } from '../../families/families/publish-children.ts';
import { familyChanged, publishFamily } from '../../families/families/publish-family.ts';
import { FamilyHome, locatedAt } from '../../families/family-addresses/family-home.ts';
import { recordSteps } from '../../history/care-history/record-step.ts';
import type { Permission } from '../../permissions.ts';
import { displayNameOf, familyRefusal } from '../registration/family.rules.ts';
import { FamilyInput } from '../registration/register-family.ts';
import { FileAfterSplit } from './file-after-split.ts';
import { isMadeBy, peopleIn } from './made-by-splitting.ts';
import {
  careOfChildren,
  copyWhatBinds,
  countLeftToPay,
  holdMembers,
  moveMembers,
} from './split-family.queries.ts';
import { splitReasons } from './split-family.reasons.ts';
import { type Household, householdKindAfter, parted } from './split-family.rules.ts';
import { hindranceTo } from './split-hindrances.ts';

@InputType({ description: 'A file that becomes two, as when a couple separates.' })
export class SplitFamilyInput extends Confirmable {
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Only show both files as they would be; nothing is changed.',
  })
  preview!: boolean;

  @Field(() => ID, {
    nullable: true,
    description: 'Made by the client, id of the new file, so that sending again splits once.',
  })
  id?: string | null;

  @Field(() => ID, { description: 'The file, which goes on with who stays.' })
  familyId!: string;

  @Field(() => Int, { description: 'Its version when it was read.' })
  version!: number;

  @Field(() => [ID], { description: 'The adults who leave, one at least; another stays.' })
  adultIds!: string[];

  @Field(() => [ID], {
    defaultValue: [],
    description: 'The children who go with them, those who live there by turns with another family included.',
  })
  childIds!: string[];

  @Field(() => FamilyInput, { description: 'The new file: where those who leave live, and who they are.' })
  family!: FamilyInput;

  @Field(() => HouseholdKind, {
    nullable: true,
    description: 'Who brings up the children who stay; a lone parent where one adult stays, unless given.',
  })
  remainingHouseholdKind?: HouseholdKind | null;
}

@ObjectType({ description: 'The two files, or why it stays one.' })
export class SplitFamilyPayload extends payloadOf(
  'SplitFamily',
  splitReasons,
  'Why not; absent when split.',
) {
  @Field(() => Family, { nullable: true, description: 'The file that goes on; absent when refused.' })
  family?: Family;

  @Field(() => Family, {
    nullable: true,
    description:
      'The new file; absent when refused, and in a preview, which takes no reference, unless an earlier sending made it.',
  })
  newFamily?: Family;

  @Field(() => FileAfterSplit, {
    nullable: true,
    description: 'What the file that goes on holds; absent when refused, or split by an earlier sending.',
  })
  remaining?: FileAfterSplit;

  @Field(() => FileAfterSplit, {
    nullable: true,
    description: 'What the new file holds; absent when refused, or split by an earlier sending.',
  })
  leaving?: FileAfterSplit;

  @ListSize(2)
  @Field(() => [String], { description: NOT_YET_TOLD })
  notYetTold: string[] = [];
}

type Split = Pick<SplitFamilyPayload, 'family' | 'newFamily' | 'remaining' | 'leaving'>;
type Result = Split | Refused<Word<typeof splitReasons>>;
type Members = Household<Adult, Child>;

/** Broken constraints that mean what no rule can know. */
export const refusalsOfSplitting = { family_in_a_known_district: 'UNKNOWN_DISTRICT' } as const;

const idsOf = (members: readonly { readonly id: string }[]): string[] => members.map(({ id }) => id);

const fileOf = async (
  tx: Transaction,
  familyId: string,
  { adults, children }: Members,
  {
    now,
    ...file
  }: { readonly householdKind: HouseholdKind; readonly careLeftToPay: number; readonly now: Date },
): Promise<FileAfterSplit> =>
  Object.assign(new FileAfterSplit(), {
    ...file,
    adults: [...adults],
    children: [...children],
    ...(await careOfChildren(tx, familyId, idsOf(children), now)),
  });

/** The file that an earlier sending of the same made, unless its id was used for something else. */
const sentBefore = async (
  tx: Transaction,
  input: SplitFamilyInput,
  family: Family,
): Promise<Result | null> => {
  const known = input.id ? await tx.findOneBy(Family, { id: input.id }) : null;
  if (!known) return null;
  if (!(await isMadeBy(tx, input, family, known))) return { refusal: 'CONFLICT' };
  if (!input.preview) for (const each of [family.id, known.id]) await tellNow(tx, each);
  return { family, newFamily: known };
};

const newFileOf = (
  tx: Transaction,
  splitFromFamilyId: string,
  { id, family }: SplitFamilyInput,
  leaving: Members,
  { districtId }: HomeLocated,
  { user: { sub, name, role, agency }, now }: ActingUser,
): Family =>
  tx.create(Family, {
    id: id ?? newId(),
    householdKind: family.householdKind,
    districtId,
    displayName: family.displayName ? asWritten(family.displayName) : displayNameOf(leaving.adults),
    addressSince: null,
    registeredAt: now,
    registeredBy: { sub, name: name || sub, role, agency },
    splitFromFamilyId,
    mergedInto: null,
    version: 1,
  });

/** The new file with its home; whoever splits is the first who follows it. */
const open = async (
  tx: Transaction,
  family: Family,
  newFamily: Family,
  { address, position }: FamilyInput,
  acting: ActingUser,
): Promise<boolean> => {
  const { user, now } = acting;
  if (!(await wasInserted(tx, Family, newFamily))) return false;
  const { id: familyId } = newFamily;
  const from = dayOf(now).toString();
  await addFollower(tx, familyId, { sub: user.sub, relation: 'TEAM', from, to: null });
  await copyWhatBinds(tx, family.id, familyId, acting);
  await tx.insert(FamilyHome, { familyId, address, ...locatedAt(position) });
  return true;
};

const store = async (
  tx: Transaction,
  family: Family,
  newFamily: Family,
  input: SplitFamilyInput,
  { leaving, staying }: ReturnType<typeof parted<Adult, Child>>,
  acting: ActingUser,
): Promise<Pick<Split, 'family' | 'newFamily'> | Refused<'CONFLICT'>> => {
  const { user, now } = acting;
  const [adultIds, childIds] = [idsOf(leaving.adults), idsOf(leaving.children)];
  const others = await familiesOfChildren(tx, childIds);
  const familyIds = eachOnce([family.id, newFamily.id, ...others]);
  // Of times that are over nothing is said anew: what was known of them is kept.
  await settlePastCovers(tx, { familyIds, since: null }, now);
  if (!(await open(tx, family, newFamily, input.family, acting))) return { refusal: 'CONFLICT' };
  await moveMembers(tx, { from: family.id, to: newFamily.id, adultIds, childIds }, now);
  const done = { at: now, doneBy: user.sub };
  await recordSteps(tx, [
    { ...done, kind: 'FAMILY_SPLIT', familyId: family.id, subjectId: family.id },
    {
      ...{ ...done, kind: 'FAMILY_SPLIT_OFF', familyId: newFamily.id, subjectId: newFamily.id },
      facts: { people: peopleIn(input) },
    },
  ]);
  const householdKind = householdKindAfter(input.remainingHouseholdKind, family.householdKind, staying);
  const changed = await familyChanged(tx, family, { householdKind });
  const stored = await tx.findOneByOrFail(Family, { id: newFamily.id });
  await publishFamily(tx, stored);
  await publishChildren(tx, [changed, stored]);
  await publishCoverOfFamilies(tx, familyIds, now);
  for (const each of [changed, stored]) await tellNow(tx, each.id);
  return { family: changed, newFamily: stored };
};

const membersOf = async (tx: Transaction, { id }: Family): Promise<Members> => {
  await holdMembers(tx, id);
  const [children = []] = await childrenOfFamilies(tx, [id]);
  return { adults: await adultsOfFamilies(tx, [id]), children };
};

/** Where those who leave live, once all that was told of them can be. */
const locate = async (
  tx: Transaction,
  { family, confirmed }: SplitFamilyInput,
  { adults }: Members,
): Promise<HomeLocated | Refused<Word<typeof splitReasons>>> => {
  const refusal = familyRefusal(family, adults);
  if (refusal) return { refusal };
  const home = await locateHome(tx, family.position ?? null, family.districtId ?? null);
  if ('refusal' in home) return home;
  return home.question && !confirmed ? { refusal: home.question } : home;
};

/** The file with what would be another in it; its version is that of now. */
const asItWouldBe = (tx: Transaction, family: Family, householdKind: HouseholdKind): Family =>
  tx.create(Family, { ...family, householdKind });

const splitHeld = async (
  tx: Transaction,
  input: SplitFamilyInput,
  family: Family,
  acting: ActingUser,
): Promise<Result> => {
  if (family.version !== input.version) return { refusal: 'STALE_VERSION' };
  const members = await membersOf(tx, family);
  const hindrance = await hindranceTo(tx, family.id, input, members);
  if (hindrance) return hindrance;
  const both = parted(input, members);
  const home = await locate(tx, input, both.leaving);
  if ('refusal' in home) return home;

  const { now } = acting;
  const stayingKind = householdKindAfter(input.remainingHouseholdKind, family.householdKind, both.staying);
  const leavingKind = input.family.householdKind;
  const careLeftToPay = await countLeftToPay(tx, family.id, idsOf(both.leaving.children), now);
  const ofStaying = { householdKind: stayingKind, careLeftToPay, now };
  const remaining = await fileOf(tx, family.id, both.staying, ofStaying);
  const ofLeaving = { householdKind: leavingKind, careLeftToPay: 0, now };
  const leaving = await fileOf(tx, family.id, both.leaving, ofLeaving);
  if (input.preview) return { family: asItWouldBe(tx, family, stayingKind), remaining, leaving };
  const newFamily = newFileOf(tx, family.id, input, both.leaving, home, acting);
  const stored = await store(tx, family, newFamily, input, both, acting);
  return 'refusal' in stored ? stored : { ...stored, remaining, leaving };
};

/**
 * Makes two files of one. Those who leave take along what is theirs: children with their care to come, and, in the other
 * agencies, the benefits and the job search of the adults. What is of the family as a whole stays with the file.
 */
export const splitFamily = async (
  tx: Transaction,
  input: SplitFamilyInput,
  acting: ActingUser,
): Promise<Result> => {
  const family = await lockFamily(tx, input.familyId, acting);
  if (!family) return { refusal: 'UNKNOWN_FAMILY' };
  if (!(await acting.sight.allows(tx, 'family:split' satisfies Permission, [family.id])))
    return { refusal: 'ONLY_ITS_TEAM' };
  return (await sentBefore(tx, input, family)) ?? splitHeld(tx, input, family, acting);
};

import type { Acting, ActingSeer } from '@relais/platform/acting.ts';
import { movingAsService } from '@relais/platform/database/asking.ts';
import { preview } from '@relais/platform/database/preview.ts';
import { store } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { NOT_YET_TOLD, tellNow } from '@relais/platform/events/tell-now.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { Previewable, payloadOf } from '@relais/platform/graphql/refusal.ts';
import { newId } from '@relais/platform/ids.ts';
import { beginJournal, endJournal } from '@relais/platform/merge-journals/merge-journal.queries.ts';
import { eachOnce } from '@relais/platform/names.rules.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { familiesOfChildren } from '../../care/bookings/booking.queries.ts';
import { Booking } from '../../care/bookings/booking.ts';
import { publishNotedCover, settlePastCovers } from '../../cover/childcare-cover/publish-cover.ts';
import { Adult } from '../../families/families/adult.ts';
import { careAlertsOf, replaceCareAlerts } from '../../families/families/care-alerts.queries.ts';
import { Child } from '../../families/families/child.ts';
import { Family } from '../../families/families/family.ts';
import { FamilyAddress, presentAddressOf } from '../../families/family-addresses/family-address.ts';
import { FamilyHome } from '../../families/family-addresses/family-home.ts';
import { recordStep } from '../../history/care-history/record-step.ts';
import { tellMerged, tellThirds } from '../address-protections/tell-home.ts';
import { openFiles } from '../closed-files/closed-file.queries.ts';
import { completedAdult, completedChild, memberOf } from './complete-members.ts';
import { takePrints } from './file-prints.queries.ts';
import {
  areSharedDifferently,
  countMoved,
  holdFiles,
  isChildSharedBetween,
  keepSameArrangementsOnce,
  lockMembers,
  type Members,
  overlappingBookings,
  raiseVersions,
  renameAll,
} from './merge-families.queries.ts';
import { mergeReasons } from './merge-families.reasons.ts';
import { isMergedAlready, type MergePair, mergeRefusal, pairRefusal } from './merge-families.rules.ts';
import { MovedRecords } from './moved-records.ts';
import { UNDOABLE_FOR_DAYS } from './undo-merge.rules.ts';

@InputType({ description: 'The same person in both files.' })
export class SamePersonInput {
  @Field(() => ID, { description: 'As registered in the file that stays.' })
  keep!: string;

  @Field(() => ID, { description: 'As registered in the duplicate.' })
  drop!: string;
}

@InputType({ description: 'A family that was registered twice.' })
export class MergeFamiliesInput extends Previewable {
  @Field(() => ID, { description: 'The file that stays.' })
  survivorId!: string;

  @Field(() => Int, { description: 'Its version when it was read.' })
  survivorVersion!: number;

  @Field(() => ID, { description: 'The file that is merged into it.' })
  duplicateId!: string;

  @Field(() => Int, { description: 'Its version when it was read.' })
  duplicateVersion!: number;

  @Field(() => [SamePersonInput], { defaultValue: [], description: 'Adults who are in both files.' })
  sameAdults!: SamePersonInput[];

  @Field(() => [SamePersonInput], { defaultValue: [], description: 'Children who are in both files.' })
  sameChildren!: SamePersonInput[];
}

@ObjectType({ description: 'The one file, or why the two were not merged.' })
export class MergeFamiliesPayload extends payloadOf(
  'MergeFamilies',
  mergeReasons,
  'Why not; absent when merged.',
) {
  @Field(() => Family, { nullable: true, description: 'The file that stays; absent when refused.' })
  family?: Family;

  @Field(() => MovedRecords, {
    nullable: true,
    description: 'What it takes over; absent when refused, or merged by an earlier sending.',
  })
  moved?: MovedRecords;

  @ListSize(20)
  @Field(() => [Booking], {
    description: 'The duplicate’s bookings, 20 at most, that overlap with the survivor’s.',
  })
  overlappingBookings: Booking[] = [];

  @ListSize(2)
  @Field(() => [String], { description: NOT_YET_TOLD })
  notYetTold: string[] = [];
}

type Refusal = Word<typeof mergeReasons>;
type MergeRefused = Refused<Refusal> & { readonly overlappingBookings?: Booking[] };
type Merged = {
  readonly family: Family;
  readonly moved?: MovedRecords;
  readonly overlappingBookings: Booking[];
};
type Result = Merged | MergeRefused;

/** Broken constraints that mean what no rule can know. */
export const refusalsOfMerging = {
  booking_child_in_one_place: 'BOOKINGS_OVERLAP',
  residence_with_one_family_at_a_time: 'RESIDENCES_DIFFER',
} as const satisfies Record<string, Refusal>;

const idsOf = (members: readonly { id: string; familyId: string }[], familyId: string): string[] =>
  members.filter((member) => member.familyId === familyId).map(({ id }) => id);

const peopleRefusal = (input: MergeFamiliesInput, { adults, children }: Members): Refusal | null => {
  const { survivorId, duplicateId, sameAdults, sameChildren } = input;
  const refusalAmong = (members: Members[keyof Members], pairs: readonly MergePair[]) =>
    pairRefusal(pairs, idsOf(members, survivorId), idsOf(members, duplicateId));
  return refusalAmong(adults, sameAdults) ?? refusalAmong(children, sameChildren);
};

const careRefusal = async (
  tx: Transaction,
  { survivorId, duplicateId, sameChildren }: MergeFamiliesInput,
): Promise<MergeRefused | null> => {
  if (await isChildSharedBetween(tx, [survivorId, duplicateId])) return { refusal: 'SHARED_BETWEEN_THEM' };
  if (await areSharedDifferently(tx, sameChildren)) return { refusal: 'RESIDENCES_DIFFER' };
  const overlapping = await overlappingBookings(tx, sameChildren);
  if (overlapping.length === 0) return null;
  return { refusal: 'BOOKINGS_OVERLAP', overlappingBookings: overlapping };
};

/** A care alert of either file is one of the child. */
const joinCareAlerts = async (tx: Transaction, { keep, drop }: MergePair): Promise<void> => {
  const known = await careAlertsOf(tx, [keep, drop]);
  await replaceCareAlerts(tx, { childId: drop, alerts: [] });
  await replaceCareAlerts(tx, { childId: keep, alerts: eachOnce(known.flat()) });
};

/** Moves all of the duplicate, whose rows are held, to the survivor. */
const moveEverything = async (
  tx: Transaction,
  input: MergeFamiliesInput,
  { adults, children }: Members,
  now: Date,
): Promise<void> => {
  for (const { keep, drop } of input.sameAdults) {
    const kept = memberOf(adults, keep);
    await store(tx, Adult, kept, completedAdult(kept, memberOf(adults, drop)));
  }
  for (const { keep, drop } of input.sameChildren) {
    const kept = memberOf(children, keep);
    await store(tx, Child, kept, completedChild(kept, memberOf(children, drop)));
    await joinCareAlerts(tx, { keep, drop });
  }
  await keepSameArrangementsOnce(tx, input.sameChildren, now);
  const family = { keep: input.survivorId, drop: input.duplicateId };
  await renameAll(tx, { adults: input.sameAdults, children: input.sameChildren, family });
};

/** Why the files cannot be one, of what is in them. */
const hindranceTo = async (
  tx: Transaction,
  input: MergeFamiliesInput,
  members: Members,
): Promise<MergeRefused | null> => {
  const refusal = peopleRefusal(input, members);
  return refusal ? { refusal } : careRefusal(tx, input);
};

/** Both, and those with whom their children live by turns: a child's care counts for all of them. */
const familiesConcerned = async (
  tx: Transaction,
  { survivorId, duplicateId }: MergeFamiliesInput,
  { children }: Members,
): Promise<string[]> => {
  const childIds = children.map(({ id }) => id);
  return [...new Set([survivorId, duplicateId, ...(await familiesOfChildren(tx, childIds))])];
};

/** Where the duplicate lives is from now on one of the addresses where the family lived, be it protected. */
const leaveHome = async (tx: Transaction, duplicate: Family, now: Date): Promise<void> => {
  const whole = movingAsService(tx);
  const home = await whole.findOneByOrFail(FamilyHome, { familyId: duplicate.id });
  await whole.insert(FamilyAddress, presentAddressOf(duplicate, home, dayOf(now)));
  await whole.delete(FamilyHome, { familyId: duplicate.id });
};

const mergeHeld = async (
  tx: Transaction,
  input: MergeFamiliesInput,
  duplicate: Family,
  { now, user }: Acting,
): Promise<Result> => {
  const { survivorId, duplicateId } = input;
  const members = await lockMembers(tx, [survivorId, duplicateId]);
  const hindrance = await hindranceTo(tx, input, members);
  if (hindrance) return hindrance;

  const familyIds = await familiesConcerned(tx, input, members);
  const journal = { now, keptForDays: UNDOABLE_FOR_DAYS, alsoToldWhole: ['known_income_support'] };
  await beginJournal(tx, { survivorId, duplicateId }, journal);
  const past = await settlePastCovers(tx, { familyIds, since: null }, now);
  const moved = await countMoved(tx, duplicateId);
  await leaveHome(tx, duplicate, now);
  await openFiles(tx, [survivorId, duplicateId], { now, user });
  await moveEverything(tx, input, members, now);
  const about = { familyId: survivorId, subjectId: survivorId, facts: { reference: duplicate.reference } };
  const step = { id: newId(), kind: 'FAMILIES_MERGED' } as const;
  await recordStep(tx, { ...step, ...about, at: now, doneBy: user.sub });
  await tellMerged(tx, await raiseVersions(tx, survivorId));
  await tellThirds(tx, familyIds, [survivorId, duplicateId]);
  await publishNotedCover(tx, past, step, now);
  await endJournal(tx);
  await takePrints(tx, { survivorId, duplicateId });
  await tellBoth(tx, input);
  const family = await tx.findOneByOrFail(Family, { id: survivorId });
  return { family, moved, overlappingBookings: [] };
};

/** Whoever follows either file follows the one that stays, in every agency, from the answer on. */
const tellBoth = async (tx: Transaction, { survivorId, duplicateId }: MergeFamiliesInput): Promise<void> => {
  for (const familyId of [survivorId, duplicateId]) await tellNow(tx, familyId);
};

const merge = async (tx: Transaction, input: MergeFamiliesInput, acting: ActingSeer): Promise<Result> => {
  const files = await holdFiles(tx, [input.survivorId, input.duplicateId], acting);
  const survivor = files.find(({ id }) => id === input.survivorId) ?? null;
  const duplicate = files.find(({ id }) => id === input.duplicateId) ?? null;
  if (survivor && isMergedAlready(input, duplicate)) {
    await tellBoth(tx, input);
    return { family: survivor, overlappingBookings: [] };
  }
  const refusal = mergeRefusal(input, survivor, duplicate);
  if (refusal || !duplicate) return { refusal: refusal ?? 'UNKNOWN_FAMILY' };
  return mergeHeld(tx, input, duplicate, acting);
};

/** Makes one file of two: nothing is lost, and the duplicate's id and reference answer the survivor from now on. */
export const mergeFamilies = (
  tx: Transaction,
  input: MergeFamiliesInput,
  acting: ActingSeer,
): Promise<Result> => preview(tx, input.preview, () => merge(tx, input, acting));

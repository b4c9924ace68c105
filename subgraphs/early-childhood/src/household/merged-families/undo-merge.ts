import type { Acting, ActingSeer } from '@relais/platform/acting.ts';
import { reasonRefusal } from '@relais/platform/corrections/correction.rules.ts';
import { wholly } from '@relais/platform/database/preview.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { whoIsOwed } from '@relais/platform/events/owed.queries.ts';
import { NOT_YET_TOLD, tellNow } from '@relais/platform/events/tell-now.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { Previewable, payloadOf } from '@relais/platform/graphql/refusal.ts';
import {
  lockJournal,
  type MergeJournal,
  undoJournal,
} from '@relais/platform/merge-journals/merge-journal.queries.ts';
import { type Language, say } from '@relais/platform/messages.ts';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { familiesOfChildren } from '../../care/bookings/booking.queries.ts';
import { publishCoverOfFamilies } from '../../cover/childcare-cover/publish-cover.ts';
import { childrenOfFamilies, familiesByIds } from '../../families/families/family.queries.ts';
import type { Family } from '../../families/families/family.ts';
import { recordSteps } from '../../history/care-history/record-step.ts';
import { tellMerged, tellThirds } from '../address-protections/tell-home.ts';
import { changedPartMessages } from './changed-part.messages.ts';
import { MergeHindrance } from './changed-part.ts';
import { changedRows } from './file-prints.queries.ts';
import { holdFiles } from './merge-families.queries.ts';
import { PartedFile } from './parted-file.ts';
import {
  changedElsewhere,
  fileCalled,
  heldOthers,
  isMergedAgain,
  notTakenBy,
  partedFiles,
  partWhatIsTold,
  stepsSince,
} from './undo-merge.queries.ts';
import { undoMergeReasons } from './undo-merge.reasons.ts';
import { type ChangedRow, hindrances, undoRefusal } from './undo-merge.rules.ts';

@InputType({ description: 'Two files that were merged, and are of two families after all.' })
export class UndoMergeInput extends Previewable {
  @Field(() => String, {
    description: 'What the file that was merged away was called: the history of the other says it.',
  })
  reference!: string;

  @Field(() => Int, { description: 'The version of the file that stayed, when it was read.' })
  version!: number;

  @Field(() => String, { description: 'Why they are two, kept in both histories.' })
  reason!: string;
}

@ObjectType({ description: 'The two files, or what stands in the way.' })
export class UndoMergePayload extends payloadOf(
  'UndoMerge',
  undoMergeReasons,
  'Why not; absent when they are two again.',
) {
  @ListSize(2)
  @Field(() => [PartedFile], {
    description: 'The file that had stayed, then the one that is given back; none when refused.',
  })
  files: PartedFile[] = [];

  @ListSize(20)
  @Field(() => [MergeHindrance], {
    description: 'With `CHANGED_SINCE`: what changed since they were merged, 20 at most; else none.',
  })
  hindrances: MergeHindrance[] = [];

  @ListSize(2)
  @Field(() => [String], { description: NOT_YET_TOLD })
  notYetTold: string[] = [];
}

type Refusal = Word<typeof undoMergeReasons>;
type UndoRefused = Refused<Refusal> & { readonly hindrances?: MergeHindrance[] };
type Result = { readonly files: PartedFile[]; readonly hindrances: MergeHindrance[] } | UndoRefused;

type Merged = { readonly survivor: Family; readonly duplicate: Family; readonly journal: MergeJournal };

const MOST_SHOWN = 20;

const changedSince = async (
  tx: Transaction,
  rows: readonly ChangedRow[],
  { survivor, duplicate, journal }: Merged,
): Promise<UndoRefused | null> => {
  const steps = await stepsSince(tx, [survivor.id, duplicate.id], journal.mergedAt);
  const found = hindrances(rows, steps);
  if (found.length === 0) return null;
  const parts = [...new Set(found.map(({ part }) => part))];
  const named = (language: Language) =>
    parts.map((part) => say(changedPartMessages, language, part)).join(', ');
  return {
    refusal: 'CHANGED_SINCE',
    details: (language) => ({ parts: named(language) }),
    hindrances: found.slice(0, MOST_SHOWN).map((each) => Object.assign(new MergeHindrance(), each)),
  };
};

/** What the merge left to others, which they tell anew, may be gone. */
const TOLD_ANEW = ['known_milestones', 'settled_covers', 'cover_notes'];

/** Gives back what the merge moved; whatever of it is not as the merge left it stands in the way. */
const giveBack = async (tx: Transaction, merged: Merged): Promise<UndoRefused | null> => {
  const staying = await undoJournal(tx, merged.duplicate.id, ['care_steps']);
  const rows = staying
    .filter(({ table, stays }) => !(stays === 'GONE' && TOLD_ANEW.includes(table)))
    .map(({ table, rowId }) => ({ table, rowKey: rowId ?? merged.survivor.id }));
  return rows.length > 0 ? changedSince(tx, rows, merged) : null;
};

/** Of times that are over nothing is settled now: it would be settled as of one family. */
const tellBoth = async (tx: Transaction, familyIds: string[], now: Date): Promise<void> => {
  await tellMerged(tx, await familiesByIds(tx, familyIds));
  const children = (await childrenOfFamilies(tx, familyIds)).flat();
  const childIds = children.map(({ id }) => id);
  const concerned = [...new Set([...familyIds, ...(await familiesOfChildren(tx, childIds))])];
  await tellThirds(tx, concerned, familyIds);
  await publishCoverOfFamilies(tx, concerned, now);
  for (const familyId of familyIds) await tellNow(tx, familyId);
};

const partFiles = async (
  tx: Transaction,
  merged: Merged,
  reason: string,
  { now, user }: Acting,
): Promise<Result> => {
  const { survivor, duplicate } = merged;
  const files = { survivorId: survivor.id, duplicateId: duplicate.id };
  const changed = [...(await changedRows(tx, files, now)), ...(await changedElsewhere(tx, duplicate.id))];
  const hindrance = (await changedSince(tx, changed, merged)) ?? (await giveBack(tx, merged));
  if (hindrance) return hindrance;
  await partWhatIsTold(tx, files, now);
  const step = { kind: 'MERGE_UNDONE', at: now, doneBy: user.sub } as const;
  await recordSteps(
    tx,
    [
      [survivor, duplicate],
      [duplicate, survivor],
    ].flatMap(([file, other]) =>
      file && other
        ? [{ ...step, familyId: file.id, subjectId: file.id, facts: { reference: other.reference, reason } }]
        : [],
    ),
  );
  const both = [survivor.id, duplicate.id];
  await tellBoth(tx, both, now);
  return { files: await partedFiles(tx, both), hindrances: [] };
};

/**
 * Whoever has not told that it took the merge, or has not taken all that was told of either file: what is on its way to it of the
 * one file would come after it has made two.
 */
const whoWaits = async (tx: Transaction, duplicateId: string, survivorId: string): Promise<string[]> => {
  const waiting = [
    ...(await notTakenBy(tx, duplicateId, survivorId)),
    ...(await whoIsOwed(tx, [duplicateId, survivorId])),
  ];
  return [...new Set(waiting)].sort();
};

const undo = async (
  tx: Transaction,
  { reference, version, reason }: UndoMergeInput,
  acting: ActingSeer,
): Promise<Result> => {
  const called = await fileCalled(tx, reference);
  if (!called) return { refusal: 'UNKNOWN_FAMILY' };
  const held = await holdFiles(tx, [called.id, called.mergedInto ?? called.id], acting);
  const duplicate = held.find(({ id }) => id === called.id);
  const survivor = held.find(({ id }) => id === (duplicate?.mergedInto ?? duplicate?.id));
  if (!duplicate || !survivor) return { refusal: 'UNKNOWN_FAMILY' };
  const journal = await lockJournal(tx, duplicate.id);
  const waitingFor = await whoWaits(tx, duplicate.id, survivor.id);
  const facts = {
    ...{ mergedInto: duplicate.mergedInto, survivorVersion: survivor.version, journal, waitingFor },
    isMergedAgain: await isMergedAgain(tx, duplicate.id, survivor.id),
    heldOthers: await heldOthers(tx, duplicate.id),
  };
  const refusal = undoRefusal(facts, { version, now: acting.now }) ?? reasonRefusal(reason);
  if (refusal) return { refusal, details: () => ({ agencies: waitingFor.join(', ') }) };
  if (!journal) return { refusal: 'TOO_LATE' };
  return partFiles(tx, { survivor, duplicate, journal }, reason.trim(), acting);
};

/**
 * Gives two families back what was their own before their files were merged, in every agency; until something of either has changed,
 * for then nobody can tell whose it is.
 */
export const undoMerge = (tx: Transaction, input: UndoMergeInput, acting: ActingSeer): Promise<Result> =>
  wholly(tx, input.preview, () => undo(tx, input, acting));

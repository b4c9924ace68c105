import { id, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { newId } from '@relais/platform/ids.ts';
import type { FileSplit, SplitFamily } from '@relais/platform/known-families/split-file.ts';
import { takenOver } from '@relais/platform/known-families/taken-over.messages.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { IsNull } from 'typeorm';
import { publishIncomeSupport } from './benefits-status/publish-income-support.ts';
import { Objection } from './objections/objection.ts';
import { publishObjectionsAnew } from './objections/publish-objections.ts';
import { professionalAsSaid } from './professionals/know-professional.ts';
import { Restriction } from './restricted-files/restriction.ts';

const MovedRow = rowOf({ entitlementId: ['id', id] });

/** What the family holds as a whole stays with the file. */
const MOVE = `
  update entitlements set family_id = $2 where family_id = $1 and adult_id = any($3::uuid[])
  returning ${MovedRow.columns}`;

const MOVE_CORRECTIONS =
  'update corrections set family_id = $2 where family_id = $1 and subject_id = any($3::uuid[])';

const moveHeld = async (tx: Transaction, { familyId, splitFrom, adultIds }: FileSplit): Promise<boolean> => {
  const moved = await rowsOf(tx, MovedRow, MOVE, [splitFrom, familyId, adultIds]);
  const ids = moved.map(({ entitlementId }) => entitlementId);
  await tx.query(MOVE_CORRECTIONS, [splitFrom, familyId, ids]);
  return ids.length > 0;
};

/** What was said by one of two who part stays in their own file: the other's holds only that it binds. */
const TAKEN_OVER = takenOver.AT_A_SPLIT.fr;

/** What is in force for the file is in force for both; each is lifted by itself. */
const copyWhatBinds = async (
  tx: Transaction,
  { familyId, splitFrom, by }: FileSplit,
  now: Date,
): Promise<void> => {
  const splitter = by && (await professionalAsSaid(tx, by));
  const anew = () => ({ id: newId(), familyId, version: 1 });
  const objections = await tx.findBy(Objection, { familyId: splitFrom, liftedOn: IsNull() });
  const ownObjections = objections.map((each) => ({
    ...{ ...each, ...anew(), saidByAdultId: null, note: TAKEN_OVER },
    ...{ toldToSub: splitter?.sub ?? each.toldToSub, saidOn: dayOf(now), recordedAt: now },
  }));
  if (ownObjections.length > 0) await tx.insert(Objection, ownObjections);
  const restrictions = await tx.findBy(Restriction, { familyId: splitFrom, endedAt: IsNull() });
  const ownRestrictions = restrictions.map((each) => ({
    ...{ ...each, ...anew(), reason: TAKEN_OVER, beganAt: now },
    beganBySub: splitter?.sub ?? each.beganBySub,
  }));
  if (ownRestrictions.length > 0) await tx.insert(Restriction, ownRestrictions);
  // Also where it objects to nothing: the others may have bound it by what was lifted here, or bound the old file for another's sake.
  await publishObjectionsAnew(tx, familyId);
};

/** The benefits of an adult who left with a file of their own go along; resources, notes, tasks and team stay with the file. */
export const splitFamily: SplitFamily = async (tx, split, now) => {
  if (split.isFirst) await copyWhatBinds(tx, split, now);
  const isMoved = await moveHeld(tx, split);
  if (!isMoved) return;
  await publishIncomeSupport(tx, split.splitFrom);
  await publishIncomeSupport(tx, split.familyId);
};

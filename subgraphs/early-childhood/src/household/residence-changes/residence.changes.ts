import type { ActingUser } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { newId } from '@relais/platform/ids.ts';
import { publishNotedCover, settlePastCovers } from '../../cover/childcare-cover/publish-cover.ts';
import type { PastCovers } from '../../cover/childcare-cover/settled-cover.queries.ts';
import type { Child } from '../../families/families/child.ts';
import { Family } from '../../families/families/family.ts';
import { publishChildren } from '../../families/families/publish-children.ts';
import { lockChildFor } from '../../families/shared-residence/lock-child.ts';
import {
  sharedResidencesOf,
  storeResidence,
} from '../../families/shared-residence/shared-residence.queries.ts';
import type { SharedResidence } from '../../families/shared-residence/shared-residence.ts';
import { recordSteps } from '../../history/care-history/record-step.ts';
import { familiesOfSides, layOutCalendar, periodsAnew } from './lay-out-calendar.ts';

export type HeldResidence = { readonly child: Child; readonly residence: SharedResidence };
type ResidenceStep = 'RESIDENCE_SHARED' | 'RESIDENCE_ENDED';

export const FOR_CHANGE = { permission: 'family:change', mode: 'for_no_key_update' } as const;

/** Whether who acts may do this for each of these families: what is said of one is said of the other. */
export const mayForEach = async (
  tx: Transaction,
  familyIds: readonly string[],
  { sight }: Pick<ActingUser, 'sight'>,
): Promise<boolean> => {
  for (const id of familyIds) if (!(await sight.allows(tx, FOR_CHANGE.permission, [id]))) return false;
  return true;
};

/** A child, held until commit, and how its residence is shared; a word when there is nothing of it for who acts. */
export const lockResidence = async (
  tx: Transaction,
  { childId, version }: { readonly childId: string; readonly version: number },
  acting: ActingUser,
): Promise<HeldResidence | { readonly refusal: 'UNKNOWN_CHILD' | 'NOT_SHARED' | 'STALE_VERSION' }> => {
  const child = await lockChildFor(tx, childId, acting, FOR_CHANGE);
  if (!child) return { refusal: 'UNKNOWN_CHILD' };
  const [residence] = await sharedResidencesOf(tx, [childId]);
  if (!residence) return { refusal: 'NOT_SHARED' };
  const families = [child.familyId, residence.otherFamilyId];
  if (!(await mayForEach(tx, families, acting))) return { refusal: 'UNKNOWN_CHILD' };
  return residence.version === version ? { child, residence } : { refusal: 'STALE_VERSION' };
};

/** Tells both families' history and the covers that are others now. */
export const tellResidence = async (
  tx: Transaction,
  { child, residence }: HeldResidence,
  { kind, past }: { readonly kind: ResidenceStep; readonly past: PastCovers },
  { user, now }: ActingUser,
): Promise<void> => {
  const step = { id: newId(), kind } as const;
  const about = { kind, childId: child.id, subjectId: child.id, at: now, doneBy: user.sub };
  await recordSteps(tx, [
    { ...about, id: step.id, familyId: child.familyId },
    { ...about, familyId: residence.otherFamilyId },
  ]);
  const other = await tx.findOneByOrFail(Family, { id: residence.otherFamilyId });
  await publishChildren(tx, [other]);
  await publishNotedCover(tx, past, step, now);
};

export type ResidenceChange = {
  readonly step: ResidenceStep;
  /** The first moment of which it says otherwise. */
  readonly since: Date;
  readonly changes: Parameters<typeof storeResidence>[2];
};

/** Changes what a residence says from a moment on; what was known of times that are over stays as it was known. */
export const changeResidence = async (
  tx: Transaction,
  { child, residence }: HeldResidence,
  { step, since, changes }: ResidenceChange,
  acting: ActingUser,
): Promise<{ readonly child: Child }> => {
  const familyIds = [child.familyId, residence.otherFamilyId];
  const past = await settlePastCovers(tx, { familyIds, since }, acting.now);
  const changed = await storeResidence(tx, residence, changes);
  const periods = await periodsAnew(tx, changed, familiesOfSides(child, changed), since);
  await layOutCalendar(tx, child.id, since, periods);
  await tellResidence(tx, { child, residence: changed }, { kind: step, past }, acting);
  return { child };
};

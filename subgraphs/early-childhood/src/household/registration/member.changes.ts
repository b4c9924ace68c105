import type { Acting } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { newId } from '@relais/platform/ids.ts';
import type { CoverMatter } from '../../cover/childcare-cover/cover-matter.ts';
import { publishNotedCover } from '../../cover/childcare-cover/publish-cover.ts';
import type { PastCovers } from '../../cover/childcare-cover/settled-cover.queries.ts';
import type { Adult } from '../../families/families/adult.ts';
import type { Child } from '../../families/families/child.ts';
import { Family } from '../../families/families/family.ts';
import { publishChildren } from '../../families/families/publish-children.ts';
import { familyChanged } from '../../families/families/publish-family.ts';
import type { CareStepKind } from '../../history/care-history/care-step-kind.ts';
import { recordStep, recordSteps } from '../../history/care-history/record-step.ts';

/** Keeps what was done with an adult of a family that is locked, and tells of the family. Last in every such change. */
export const adultChanged = async (
  tx: Transaction,
  family: Family,
  { id: subjectId }: Adult,
  kind: CareStepKind,
  { user, now }: Acting,
): Promise<void> => {
  await recordStep(tx, { familyId: family.id, subjectId, kind, at: now, doneBy: user.sub });
  await familyChanged(tx, family);
};

type ChildChange = {
  readonly kind: CoverMatter;
  readonly past: PastCovers;
  /** Another family that has the child by this file: its history says the same. */
  readonly otherFamilyId?: string | null;
};

/** The same of a child, and what it says of times that are over: their covers were settled before the change. */
export const childChanged = async (
  tx: Transaction,
  family: Family,
  { id: childId }: Child,
  { kind, past, otherFamilyId }: ChildChange,
  { user, now }: Acting,
): Promise<void> => {
  const step = { id: newId(), kind };
  const about = { subjectId: childId, childId, at: now, doneBy: user.sub };
  const elsewhere = otherFamilyId ? [{ ...about, kind, familyId: otherFamilyId }] : [];
  await recordSteps(tx, [{ ...step, ...about, familyId: family.id }, ...elsewhere]);
  await familyChanged(tx, family);
  const other = otherFamilyId ? await tx.findOneByOrFail(Family, { id: otherFamilyId }) : null;
  await publishChildren(tx, other ? [family, other] : [family]);
  await publishNotedCover(tx, past, step, now);
};

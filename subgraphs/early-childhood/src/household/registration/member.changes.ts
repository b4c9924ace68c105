import type { Acting } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { newId } from '@relais/platform/ids.ts';
import type { CoverMatter } from '../../cover/childcare-cover/cover-matter.ts';
import { publishNotedCover } from '../../cover/childcare-cover/publish-cover.ts';
import type { PastCovers } from '../../cover/childcare-cover/settled-cover.queries.ts';
import type { Adult } from '../../families/families/adult.ts';
import type { Child } from '../../families/families/child.ts';
import type { Family } from '../../families/families/family.ts';
import { familyChanged } from '../../families/families/publish-family.ts';
import type { CareStepKind } from '../../history/care-history/care-step-kind.ts';
import { recordStep } from '../../history/care-history/record-step.ts';

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

/** The same of a child, and what it says of times that are over: their covers were settled before the change. */
export const childChanged = async (
  tx: Transaction,
  family: Family,
  { id: childId }: Child,
  { kind, past }: { readonly kind: CoverMatter; readonly past: PastCovers },
  { user, now }: Acting,
): Promise<void> => {
  const step = { id: newId(), kind };
  const about = { familyId: family.id, subjectId: childId, childId };
  await recordStep(tx, { ...step, ...about, at: now, doneBy: user.sub });
  await familyChanged(tx, family);
  await publishNotedCover(tx, past, step, now);
};

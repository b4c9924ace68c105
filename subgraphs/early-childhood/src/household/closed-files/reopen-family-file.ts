import type { ActingUser } from '@relais/platform/acting.ts';
import { store } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Family } from '../../families/families/family.ts';
import { familyChanged } from '../../families/families/publish-family.ts';
import { recordStep } from '../../history/care-history/record-step.ts';
import { holdFile, standingClosing } from './closed-file.queries.ts';
import { reopenFileReasons } from './closed-file.reasons.ts';
import { FamilyClosing } from './family-closing.ts';

@InputType({ description: 'A family that is back.' })
export class ReopenFamilyFileInput {
  @Field(() => ID, { description: 'The family.' })
  familyId!: string;

  @Field(() => Int, { description: 'The version of the closing when it was read.' })
  version!: number;
}

@ObjectType({ description: 'The file that is open again, or why nothing changed.' })
export class ReopenFamilyFilePayload extends payloadOf(
  'ReopenFamilyFile',
  reopenFileReasons,
  'Why not; absent when it was opened again.',
) {
  @Field(() => Family, { nullable: true, description: 'The family; absent when refused.' })
  family?: Family;

  @Field(() => FamilyClosing, {
    nullable: true,
    description: 'The closing that is over; absent when refused.',
  })
  closing?: FamilyClosing;
}

type Result =
  | { readonly family: Family; readonly closing: FamilyClosing }
  | Refused<Word<typeof reopenFileReasons>>;

/** What ended with the file stays ended: care is asked for anew, of places that are free now. */
export const reopenFamilyFile = async (
  tx: Transaction,
  { familyId, version }: ReopenFamilyFileInput,
  acting: ActingUser,
): Promise<Result> => {
  const { now, user } = acting;
  const family = await holdFile(tx, familyId, acting);
  if (!family) return { refusal: 'UNKNOWN_FAMILY' };
  const closing = await standingClosing(tx, family.id);
  if (!closing) return { refusal: 'NOT_CLOSED' };
  if (closing.version !== version) return { refusal: 'STALE_VERSION' };

  const reopened = await store(tx, FamilyClosing, closing, { reopenedAt: now, reopenedBy: user.sub });
  const about = { familyId: family.id, subjectId: family.id, at: now, doneBy: user.sub };
  await recordStep(tx, { ...about, kind: 'FAMILY_REOPENED' });
  return { closing: reopened, family: await familyChanged(tx, family) };
};

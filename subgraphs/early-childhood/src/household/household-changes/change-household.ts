import type { ActingUser } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { wouldChange } from '@relais/platform/database/would-change.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { asWritten } from '@relais/platform/names.rules.ts';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { lockFamily } from '../../families/families/family.queries.ts';
import { Family } from '../../families/families/family.ts';
import { HouseholdKind } from '../../families/families/household-kind.ts';
import { familyChanged } from '../../families/families/publish-family.ts';
import { recordStep } from '../../history/care-history/record-step.ts';
import { nameRefusal } from '../registration/family.rules.ts';
import { changeHouseholdReasons } from './household-changes.reasons.ts';

@InputType({ description: 'What has changed of a family as a whole; what is absent stays.' })
export class ChangeHouseholdInput {
  @Field(() => ID, { description: 'The family.' })
  familyId!: string;

  @Field(() => Int, { description: 'Its version when it was read.' })
  version!: number;

  @Field(() => HouseholdKind, { nullable: true, description: 'Who brings the children up now.' })
  householdKind?: HouseholdKind | null;

  @Field(() => String, { nullable: true, description: 'Name in lists.' })
  displayName?: string | null;
}

@ObjectType({ description: 'The family as it is now, or why it was not changed.' })
export class ChangeHouseholdPayload extends payloadOf(
  'ChangeHousehold',
  changeHouseholdReasons,
  'Why not; absent when changed.',
) {
  @Field(() => Family, { nullable: true, description: 'The family; absent when refused.' })
  family?: Family;
}

type Result = { readonly family: Family } | Refused<Word<typeof changeHouseholdReasons>>;

export const changeHousehold = async (
  tx: Transaction,
  { familyId, version, householdKind, displayName }: ChangeHouseholdInput,
  acting: ActingUser,
): Promise<Result> => {
  const { user, now } = acting;
  const family = await lockFamily(tx, familyId, acting);
  if (!family) return { refusal: 'UNKNOWN_FAMILY' };
  if (family.version !== version) return { refusal: 'STALE_VERSION' };
  const refusal = nameRefusal([displayName]);
  if (refusal) return { refusal };

  const changes = {
    householdKind: householdKind ?? family.householdKind,
    displayName: displayName ? asWritten(displayName) : family.displayName,
  };
  if (!wouldChange(family, changes)) return { family };
  const about = { familyId: family.id, subjectId: family.id };
  await recordStep(tx, { ...about, kind: 'HOUSEHOLD_CHANGED', at: now, doneBy: user.sub });
  return { family: await familyChanged(tx, family, changes) };
};

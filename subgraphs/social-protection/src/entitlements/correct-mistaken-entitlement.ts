import type { ActingUser } from '@relais/platform/acting.ts';
import { CorrectionInput, correct } from '@relais/platform/corrections/correct.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { publishIncomeSupport } from '../benefits-status/publish-income-support.ts';
import { lockEntitlement } from './entitlement.queries.ts';
import { mistakenReasons } from './entitlement.reasons.ts';
import { mistakenEntitlement } from './entitlement.rules.ts';
import { Entitlement } from './entitlement.ts';
import { mistakenRefusal } from './entitlement-changes.rules.ts';

@InputType({
  description:
    'A benefit that was put on record by mistake: in another family’s file, twice, or that nobody has. One that ended is closed instead.',
})
export class CorrectMistakenEntitlementInput extends CorrectionInput {
  @Field(() => ID, { description: 'The entitlement.' })
  entitlementId!: string;
}

@ObjectType({ description: 'What came of it: the entitlement that is off the record, or a refusal.' })
export class CorrectMistakenEntitlementPayload extends payloadOf(
  'CorrectMistakenEntitlement',
  mistakenReasons,
  'Why nothing was changed; absent when it was.',
) {
  @Field(() => Entitlement, {
    nullable: true,
    description: 'The entitlement as it stood; why it is off the record is in its `corrections`.',
  })
  entitlement?: Entitlement | null;
}

type Result = { entitlement: Entitlement | null } | Refused<Word<typeof mistakenReasons>>;

export const correctMistakenEntitlement = async (
  tx: Transaction,
  { entitlementId, version, reason }: CorrectMistakenEntitlementInput,
  acting: ActingUser,
): Promise<Result> => {
  const file = await lockEntitlement(tx, entitlementId, acting);
  if ('refusal' in file) return file;
  const refusal = mistakenRefusal(file, version, reason);
  if (refusal) return { refusal };

  const changes = { mistakenAt: acting.now };
  const mistaken = await correct(tx, Entitlement, file, { familyId: file.familyId, changes, reason }, acting);
  if (file.scheme === 'RSA') await publishIncomeSupport(tx, file.familyId);
  return { entitlement: mistakenEntitlement([mistaken], file.id) };
};

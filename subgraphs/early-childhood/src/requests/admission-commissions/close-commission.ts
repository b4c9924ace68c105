import type { Acting } from '@relais/platform/acting.ts';
import { store } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { AdmissionCommission } from './admission-commission.ts';
import { lockCommission } from './commission.queries.ts';
import { closeCommissionReasons } from './commission.reasons.ts';
import { sittingProblem } from './commission.rules.ts';

@InputType({ description: 'A commission whose decisions become final.' })
export class CloseCommissionInput {
  @Field(() => ID, { description: 'The commission.' })
  commissionId!: string;

  @Field(() => Int, { description: 'Its version when it was read.' })
  version!: number;
}

@ObjectType({ description: 'The closed commission, or why it still decides.' })
export class CloseCommissionPayload extends payloadOf(
  'CloseCommission',
  closeCommissionReasons,
  'Why it was not closed; absent when it was.',
) {
  @Field(() => AdmissionCommission, { nullable: true, description: 'The commission; absent when refused.' })
  commission?: AdmissionCommission;
}

type Result = { commission: AdmissionCommission } | Refused<Word<typeof closeCommissionReasons>>;

export const closeCommission = async (
  tx: Transaction,
  { commissionId, version }: CloseCommissionInput,
  { now }: Acting,
): Promise<Result> => {
  const commission = await lockCommission(tx, commissionId);
  if (!commission) return { refusal: 'UNKNOWN_COMMISSION' };
  if (commission.version !== version) return { refusal: 'STALE_VERSION' };
  const problem = sittingProblem(commission, dayOf(now));
  if (problem) return { refusal: problem };

  return { commission: await store(tx, AdmissionCommission, commission, { status: 'CLOSED' }) };
};

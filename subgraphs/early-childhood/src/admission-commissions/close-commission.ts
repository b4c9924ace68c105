import type { Transaction } from '@relais/platform/database/transaction.ts';
import { refusalOfCatalogue } from '@relais/platform/graphql/refusal.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { AdmissionCommission } from './admission-commission.ts';
import { commissionMessages } from './commission.messages.ts';
import { lockCommission } from './commission.queries.ts';
import { type SittingProblem, sittingProblem } from './commission.rules.ts';

@InputType({ description: 'A commission whose decisions become final.' })
export class CloseCommissionInput {
  @Field(() => ID, { description: 'The commission.' })
  commissionId!: string;

  @Field(() => Int, { description: 'Its version when it was read.' })
  version!: number;
}

export type CloseCommissionRefusalReason = SittingProblem | 'UNKNOWN_COMMISSION' | 'STALE_VERSION';
export type CloseCommissionResult =
  | { commission: AdmissionCommission }
  | { refusal: CloseCommissionRefusalReason };

export const CloseCommissionRefusal = refusalOfCatalogue<CloseCommissionRefusalReason>(
  'CloseCommissionRefusal',
  {
    UNKNOWN_COMMISSION: 'No commission has this id.',
    STALE_VERSION: 'The commission changed since it was read.',
    COMMISSION_CLOSED: 'It is closed already.',
    NOT_HELD_YET: 'It sits on a later day.',
  },
  commissionMessages,
);

@ObjectType({ description: 'The closed commission, or why it still decides.' })
export class CloseCommissionPayload {
  @Field(() => AdmissionCommission, { nullable: true, description: 'The commission; absent when refused.' })
  commission?: AdmissionCommission;

  @Field(() => CloseCommissionRefusal, {
    nullable: true,
    description: 'Why it was not closed; absent when it was.',
  })
  refusal?: InstanceType<typeof CloseCommissionRefusal>;
}

export const closeCommission = async (
  tx: Transaction,
  { commissionId, version }: CloseCommissionInput,
  now: Date,
): Promise<CloseCommissionResult> => {
  const commission = await lockCommission(tx, commissionId);
  if (!commission) return { refusal: 'UNKNOWN_COMMISSION' };
  if (commission.version !== version) return { refusal: 'STALE_VERSION' };
  const problem = sittingProblem(commission, dayOf(now));
  if (problem) return { refusal: problem };

  commission.status = 'CLOSED';
  commission.version += 1;
  await tx.save(commission);
  return { commission };
};

import type { Acting } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { newId } from '@relais/platform/ids.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { wasInserted } from '../../families/families/family.queries.ts';
import { AdmissionCommission } from './admission-commission.ts';
import { scheduleReasons } from './commission.reasons.ts';
import { scheduleProblem } from './commission.rules.ts';

@InputType({ description: 'A commission to come.' })
export class ScheduleCommissionInput {
  @Field(() => ID, {
    nullable: true,
    description: 'Made by the client, so that sending again schedules once.',
  })
  id?: string | null;

  @Field(() => CivilDate, { description: 'The day on which it sits; today at the earliest.' })
  heldOn!: Temporal.PlainDate;
}

@ObjectType({ description: 'The commission, or why it was not scheduled.' })
export class ScheduleCommissionPayload extends payloadOf(
  'ScheduleCommission',
  scheduleReasons,
  'Why it was not scheduled; absent when it was.',
) {
  @Field(() => AdmissionCommission, { nullable: true, description: 'The commission; absent when refused.' })
  commission?: AdmissionCommission;
}

type Result = { commission: AdmissionCommission } | Refused<Word<typeof scheduleReasons>>;

export const scheduleCommission = async (
  tx: Transaction,
  { id, heldOn }: ScheduleCommissionInput,
  { now }: Acting,
): Promise<Result> => {
  const earlier = id ? await tx.findOneBy(AdmissionCommission, { id }) : null;
  if (earlier) return earlier.heldOn.equals(heldOn) ? { commission: earlier } : { refusal: 'CONFLICT' };
  const problem = scheduleProblem(heldOn, dayOf(now));
  if (problem) return { refusal: problem };

  const commission = tx.create(AdmissionCommission, {
    id: id ?? newId(),
    heldOn,
    status: 'SCHEDULED',
    version: 1,
  });
  return (await wasInserted(tx, AdmissionCommission, commission)) ? { commission } : { refusal: 'CONFLICT' };
};

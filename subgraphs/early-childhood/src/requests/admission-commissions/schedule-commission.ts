import type { Acting } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { Confirmable, payloadOf } from '@relais/platform/graphql/refusal.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { newId } from '@relais/platform/ids.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { wasInserted } from '../../families/families/family.queries.ts';
import { AdmissionCommission } from './admission-commission.ts';
import { scheduleReasons } from './commission.reasons.ts';
import { scheduleProblem } from './commission.rules.ts';

@InputType({ description: 'A commission to come, or one that sat and was not entered.' })
export class ScheduleCommissionInput extends Confirmable {
  @Field(() => ID, {
    nullable: true,
    description: 'Made by the client, so that sending again schedules once.',
  })
  id?: string | null;

  @Field(() => CivilDate, {
    description: 'The day on which it sits; one that sat already, within a year, with the reason.',
  })
  heldOn!: Temporal.PlainDate;

  @Field(() => String, {
    nullable: true,
    description: 'Why it is entered after it sat; for no other.',
  })
  reason?: string | null;
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
  { id, heldOn, reason: asGiven, confirmed }: ScheduleCommissionInput,
  { now }: Acting,
): Promise<Result> => {
  const earlier = id ? await tx.findOneBy(AdmissionCommission, { id }) : null;
  if (earlier) return earlier.heldOn.equals(heldOn) ? { commission: earlier } : { refusal: 'CONFLICT' };
  const reason = asGiven?.trim() || null;
  const problem = scheduleProblem({ heldOn, reason }, dayOf(now));
  if (problem) return { refusal: problem };
  if (!confirmed && (await tx.existsBy(AdmissionCommission, { heldOn })))
    return { refusal: 'ANOTHER_ON_THAT_DAY' };

  const commission = tx.create(AdmissionCommission, {
    id: id ?? newId(),
    heldOn,
    status: 'SCHEDULED',
    enteredLateBecause: reason,
    version: 1,
  });
  return (await wasInserted(tx, AdmissionCommission, commission)) ? { commission } : { refusal: 'CONFLICT' };
};

import type { ActingUser } from '@relais/platform/acting.ts';
import { store } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { newId } from '@relais/platform/ids.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { publishIncomeSupport } from '../benefits-status/publish-income-support.ts';
import { entitlementAsOf, lockEntitlement } from './entitlement.queries.ts';
import { changeReasons } from './entitlement.reasons.ts';
import { Entitlement } from './entitlement.ts';
import { changeRefusal } from './entitlement-changes.rules.ts';
import { detailsOfStep } from './entitlement-state.messages.ts';
import { EntitlementState } from './entitlement-state.ts';
import { State } from './entitlement-status.ts';

@InputType({ description: 'A new state of an entitlement; the earlier ones stay on record.' })
export class ChangeEntitlementStateInput {
  @Field(() => ID, { description: 'The entitlement.' })
  entitlementId!: string;

  @Field(() => Int, { description: 'The version that was seen; a newer one on record refuses the change.' })
  version!: number;

  @Field(() => State, {
    description: 'The state that begins. The same state again carries a new amount or reason.',
  })
  state!: State;

  @Field(() => Int, {
    nullable: true,
    description: 'Euro cents per month, when open or suspended and known.',
  })
  monthlyAmountCents?: number | null;

  @Field(() => CivilDate, {
    description: 'First day of the state: not before that of the previous one, nor after today.',
  })
  from!: Temporal.PlainDate;

  @Field(() => String, {
    nullable: true,
    description: 'Code of the reason, when an RSA is suspended or closed.',
  })
  reason?: string | null;
}

@ObjectType({ description: 'What came of changing a state: the entitlement, or a refusal.' })
export class ChangeEntitlementStatePayload extends payloadOf(
  'ChangeEntitlementState',
  changeReasons,
  'Why nothing was changed; absent when something was.',
) {
  @Field(() => Entitlement, { nullable: true, description: 'The entitlement as of today.' })
  entitlement?: Entitlement | null;
}

type Result = { entitlement: Entitlement | null } | Refused<Word<typeof changeReasons>>;

export const changeEntitlementState = async (
  tx: Transaction,
  input: ChangeEntitlementStateInput,
  acting: ActingUser,
): Promise<Result> => {
  const { now, user } = acting;
  const { entitlementId, version, state, from } = input;
  const change = {
    state,
    from,
    monthlyAmountCents: input.monthlyAmountCents ?? null,
    reason: input.reason ?? null,
  };
  const file = await lockEntitlement(tx, entitlementId, acting);
  if ('refusal' in file) return file;
  const today = dayOf(now);
  const refusal = changeRefusal(file, { ...change, version }, today);
  if (refusal) return { refusal, details: detailsOfStep(file.states.at(-1)?.state, state) };

  const next = { entitlementId, version: version + 1, recordedAt: now, recordedBy: user.sub };
  await tx.insert(EntitlementState, { ...change, ...next, id: newId() });
  await store(tx, Entitlement, file, {});
  if (file.scheme === 'RSA') await publishIncomeSupport(tx, file.familyId);
  return { entitlement: await entitlementAsOf(tx, file, today) };
};

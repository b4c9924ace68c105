import type { Transaction } from '@relais/platform/database/transaction.ts';
import { type RefusalDetails, refusalOfCatalogue } from '@relais/platform/graphql/refusal.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { newId } from '@relais/platform/ids.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { tellIncomeSupport } from '../benefits-status/tell-income-support.ts';
import { changeMessages } from '../messages.ts';
import { entitlementFile, lockEntitlement } from './entitlement.queries.ts';
import { Entitlement, type EntitlementFile } from './entitlement.ts';
import { type ChangeRefusal, changeRefusal } from './entitlement-changes.rules.ts';
import { detailsOfStep } from './entitlement-state.messages.ts';
import { EntitlementState, State } from './entitlement-state.ts';
import type { Recording } from './open-entitlement.ts';

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

export const ChangeEntitlementStateRefusal = refusalOfCatalogue<ChangeRefusal>(
  'ChangeEntitlementStateRefusal',
  {
    UNKNOWN_ENTITLEMENT: 'There is no such entitlement.',
    STALE_VERSION: 'Somebody changed the entitlement meanwhile: read it again.',
    FORBIDDEN_STEP: 'This state cannot follow the previous one.',
    FROM_BEFORE_PREVIOUS: '`from` lies before the first day of the previous state.',
    FROM_IN_THE_FUTURE: '`from` lies after today.',
    FROM_TOO_LONG_AGO: '`from` lies before the family benefit funds existed (1946).',
    NOTHING_CHANGES: 'State, amount and reason are those on record.',
    NEGATIVE_AMOUNT: 'The amount is below zero.',
    AMOUNT_WITHOUT_RIGHT: 'An amount is given for a state that has none.',
    UNKNOWN_REASON: 'The reason is not in the official list for this state.',
  },
  changeMessages,
);

@ObjectType({ description: 'What came of changing a state: the entitlement, or a refusal.' })
export class ChangeEntitlementStatePayload {
  @Field(() => Entitlement, { nullable: true, description: 'The entitlement as of today.' })
  entitlement!: Entitlement | null;

  @Field(() => ChangeEntitlementStateRefusal, { nullable: true, description: 'Why nothing was changed.' })
  refusal!: InstanceType<typeof ChangeEntitlementStateRefusal> | null;
}

export type ChangeEntitlementStateResult =
  | { entitlement: EntitlementFile }
  | { refusal: ChangeRefusal; details?: RefusalDetails | undefined };

export const changeEntitlementState = async (
  tx: Transaction,
  input: ChangeEntitlementStateInput,
  { now, by }: Recording,
): Promise<ChangeEntitlementStateResult> => {
  const { entitlementId, version, state, from } = input;
  const change = {
    state,
    from,
    monthlyAmountCents: input.monthlyAmountCents ?? null,
    reason: input.reason ?? null,
  };
  await lockEntitlement(tx, entitlementId);
  const file = await entitlementFile(tx, entitlementId);
  if (!file) return { refusal: 'UNKNOWN_ENTITLEMENT' };
  const refusal = changeRefusal(file, { ...change, version }, dayOf(now));
  if (refusal) return { refusal, details: detailsOfStep(file.states.at(-1)?.state, state) };

  const next = { entitlementId, version: version + 1, recordedAt: now, recordedBy: by };
  await tx.insert(EntitlementState, { ...change, ...next, id: newId() });
  await tx.update(Entitlement, entitlementId, { version: version + 1 });
  if (file.scheme === 'RSA') await tellIncomeSupport(tx, file.familyId);
  const changed = await entitlementFile(tx, entitlementId);
  return changed ? { entitlement: changed } : { refusal: 'UNKNOWN_ENTITLEMENT' };
};

import type { ActingUser } from '@relais/platform/acting.ts';
import { sentBefore } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { NOT_YET_TOLD, tellNow } from '@relais/platform/events/tell-now.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { newId } from '@relais/platform/ids.ts';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { IsNull } from 'typeorm';
import { lockFamily } from '../../families/families/family.queries.ts';
import { AddressProtection } from '../../families/family-addresses/address-protection.ts';
import { AddressProtectionBasis } from '../../families/family-addresses/address-protection-basis.ts';
import { recordStep } from '../../history/care-history/record-step.ts';
import type { Permission } from '../../permissions.ts';
import { raiseVersions } from '../merged-families/merge-families.queries.ts';
import { protectReasons } from './address-protection.reasons.ts';
import { protectRefusal } from './address-protection.rules.ts';
import { tellHome } from './tell-home.ts';

@InputType({ description: 'Whose address is protected, and why.' })
export class ProtectAddressInput {
  @Field(() => ID, {
    nullable: true,
    description: 'Made by the client, so that sending twice protects once.',
  })
  id?: string | null;

  @Field(() => ID, {
    description: 'The family: its home and its telephones as a whole, whoever is threatened.',
  })
  familyId!: string;

  @Field(() => AddressProtectionBasis, { description: 'On what it rests.' })
  basis!: AddressProtectionBasis;

  @Field(() => String, {
    description: 'Why, only what is necessary; the support team alone reads it. Never the address.',
  })
  reason!: string;
}

@ObjectType({ description: 'What came of protecting an address: the protection, or a refusal.' })
export class ProtectAddressPayload extends payloadOf(
  'ProtectAddress',
  protectReasons,
  'Why nothing was changed; absent when it was.',
) {
  @Field(() => AddressProtection, { nullable: true, description: 'The protection, which holds from now on.' })
  addressProtection?: AddressProtection;

  @ListSize(2)
  @Field(() => [String], { description: NOT_YET_TOLD })
  notYetTold: string[] = [];
}

type Asked = Pick<AddressProtection, 'familyId' | 'basis' | 'reason' | 'beganBy'>;

const isSame =
  ({ familyId, basis, reason, beganBy }: Asked) =>
  (each: AddressProtection): boolean =>
    each.familyId === familyId && each.basis === basis && each.reason === reason && each.beganBy === beganBy;

type Result = { addressProtection: AddressProtection } | Refused<Word<typeof protectReasons>>;

/** From the answer on only the support team learns where the family lives, in all three agencies. */
export const protectAddress = async (
  tx: Transaction,
  input: ProtectAddressInput,
  acting: ActingUser,
): Promise<Result> => {
  const { user, now, sight } = acting;
  const family = await lockFamily(tx, input.familyId, acting);
  if (!family) return { refusal: 'UNKNOWN_FAMILY' };
  const { id: familyId } = family;
  const asked = { familyId, basis: input.basis, reason: input.reason.trim(), beganBy: user.sub };
  const sent = await sentBefore(tx, AddressProtection, input.id, isSame(asked));
  if (sent === 'CONFLICT') return { refusal: sent };
  if (sent) {
    await tellNow(tx, familyId);
    return { addressProtection: sent };
  }
  const mayProtect = await sight.allows(tx, 'address-protection:write' satisfies Permission, [familyId]);
  const isProtected = await tx.existsBy(AddressProtection, { familyId, endedAt: IsNull() });
  const refusal = protectRefusal({ reason: asked.reason, mayProtect, isProtected });
  if (refusal) return { refusal };

  const addressProtection = tx.create(AddressProtection, {
    ...{ id: input.id ?? newId(), ...asked, beganAt: now },
    ...{ endedAt: null, endedBy: null, endReason: null, version: 1 },
  });
  await tx.insert(AddressProtection, addressProtection);
  const about = { familyId, subjectId: familyId };
  await recordStep(tx, { ...about, kind: 'ADDRESS_PROTECTED', at: now, doneBy: user.sub });
  await tellHome(tx, await raiseVersions(tx, familyId));
  return { addressProtection };
};

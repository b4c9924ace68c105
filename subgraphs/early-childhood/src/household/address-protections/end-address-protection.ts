import type { ActingUser } from '@relais/platform/acting.ts';
import { store } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { NOT_YET_TOLD } from '@relais/platform/events/tell-now.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { lockFamily } from '../../families/families/family.queries.ts';
import { AddressProtection } from '../../families/family-addresses/address-protection.ts';
import { recordStep } from '../../history/care-history/record-step.ts';
import type { Permission } from '../../permissions.ts';
import { raiseVersions } from '../merged-families/merge-families.queries.ts';
import { endProtectionReasons } from './address-protection.reasons.ts';
import { endRefusal } from './address-protection.rules.ts';
import { tellHome } from './tell-home.ts';

@InputType({ description: 'Which protection of an address ends, and why.' })
export class EndAddressProtectionInput {
  @Field(() => ID, { description: 'The protection.' })
  addressProtectionId!: string;

  @Field(() => Int, { description: 'Its version when it was read.' })
  version!: number;

  @Field(() => String, { description: 'Why; the support team alone reads it.' })
  reason!: string;
}

@ObjectType({ description: 'What came of ending a protection: the protection, over, or a refusal.' })
export class EndAddressProtectionPayload extends payloadOf(
  'EndAddressProtection',
  endProtectionReasons,
  'Why it goes on; absent when it is over.',
) {
  @Field(() => AddressProtection, { nullable: true, description: 'The protection, which is over.' })
  addressProtection?: AddressProtection;

  @ListSize(2)
  @Field(() => [String], { description: NOT_YET_TOLD })
  notYetTold: string[] = [];
}

type Result = { addressProtection: AddressProtection } | Refused<Word<typeof endProtectionReasons>>;

/** The protection, held with its family, which a merge may have moved it to meanwhile. */
const lockProtection = async (
  tx: Transaction,
  id: string,
  acting: ActingUser,
): Promise<AddressProtection | null> => {
  const found = await tx.findOneBy(AddressProtection, { id });
  const family = found && (await lockFamily(tx, found.familyId, acting));
  return family && tx.findOneBy(AddressProtection, { id });
};

/** The address is read again by all who read it without; that it was protected stays on record. */
export const endAddressProtection = async (
  tx: Transaction,
  input: EndAddressProtectionInput,
  acting: ActingUser,
): Promise<Result> => {
  const { user, now, sight } = acting;
  const protection = await lockProtection(tx, input.addressProtectionId, acting);
  if (!protection) return { refusal: 'UNKNOWN_ADDRESS_PROTECTION' };
  const { familyId } = protection;
  const mayEnd = await sight.allows(tx, 'address-protection:end' satisfies Permission, [familyId]);
  const refusal = endRefusal(protection, { ...input, mayEnd });
  if (refusal) return { refusal };

  const ended = { endedAt: now, endedBy: user.sub, endReason: input.reason.trim() };
  const addressProtection = await store(tx, AddressProtection, protection, ended);
  const about = { familyId, subjectId: familyId };
  await recordStep(tx, { ...about, kind: 'ADDRESS_PROTECTION_ENDED', at: now, doneBy: user.sub });
  await tellHome(tx, await raiseVersions(tx, familyId));
  return { addressProtection };
};

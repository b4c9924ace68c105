import type { Transaction } from '@relais/platform/database/transaction.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType, Int } from 'type-graphql';
import { keepCareStep } from '../care-steps/care-step.queries.ts';
import type { Change } from '../context.ts';
import { lockFamily } from '../families/family.queries.ts';
import { type PlaceRefusal, placeRefusal } from '../families/family.rules.ts';
import type { Family } from '../families/family.ts';
import { familyChanged } from '../families/publish-family.ts';
import { AddressInput, PositionInput } from '../families/register-family.ts';
import { type AddressDateRefusal, addressDateRefusal } from './change-address.rules.ts';
import { addressSinceOf, FamilyAddress, presentAddressOf } from './family-address.ts';

@InputType({ description: 'The address to which a family has moved, or the present one written correctly.' })
export class ChangeAddressInput {
  @Field(() => ID, { description: 'The family.' })
  familyId!: string;

  @Field(() => Int, { description: 'Its version when it was read.' })
  version!: number;

  @Field(() => AddressInput, { description: 'Where it lives now.' })
  address!: AddressInput;

  @Field(() => PositionInput, {
    nullable: true,
    description: 'Where the home stands on the map; not located unless given.',
  })
  position?: PositionInput | null;

  @Field(() => ID, { nullable: true, description: 'The district of the new address, where known.' })
  districtId?: string | null;

  @Field(() => CivilDate, {
    description: 'First day at this address: today or before. The first day of the present one corrects it.',
  })
  since!: Temporal.PlainDate;
}

export type ChangeAddressRefusalReason =
  | AddressDateRefusal
  | PlaceRefusal
  | 'UNKNOWN_FAMILY'
  | 'UNKNOWN_DISTRICT';
export type ChangeAddressResult = { family: Family } | { refusal: ChangeAddressRefusalReason };

/** Broken constraints that mean what no rule can know. */
export const refusalsOfAddress = {
  family_in_a_known_district: 'UNKNOWN_DISTRICT',
} as const satisfies Record<string, ChangeAddressRefusalReason>;

const changeRefusal = (
  input: ChangeAddressInput,
  family: Family,
  now: Date,
): ChangeAddressRefusalReason | null =>
  addressDateRefusal(input, { version: family.version, since: addressSinceOf(family) }, dayOf(now)) ??
  placeRefusal(input);

/** The address left behind is kept with its days; the district is told to the other agencies with the family. */
export const changeAddress = async (
  tx: Transaction,
  input: ChangeAddressInput,
  { user, now }: Change,
): Promise<ChangeAddressResult> => {
  const family = await lockFamily(tx, input.familyId);
  if (!family) return { refusal: 'UNKNOWN_FAMILY' };
  const refusal = changeRefusal(input, family, now);
  if (refusal) return { refusal };

  await tx.insert(FamilyAddress, presentAddressOf(family, input.since));
  const { address, position, districtId = null, since } = input;
  Object.assign(family, {
    address,
    districtId,
    addressSince: since,
    latitude: position?.latitude ?? null,
    longitude: position?.longitude ?? null,
  } satisfies Partial<Family>);
  const about = { familyId: family.id, subjectId: family.id };
  await keepCareStep(tx, { ...about, kind: 'ADDRESS_CHANGED', at: now, doneBy: user.sub });
  await familyChanged(tx, family);
  return { family };
};

import type { ActingUser } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { wouldChange } from '@relais/platform/database/would-change.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { Confirmable, payloadOf } from '@relais/platform/graphql/refusal.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { locateHome } from '../../centres/districts/locate-home.ts';
import { lockFamily, mayChangeHome } from '../../families/families/family.queries.ts';
import { Family } from '../../families/families/family.ts';
import { familyChanged } from '../../families/families/publish-family.ts';
import {
  addressSinceOf,
  FamilyAddress,
  presentAddressOf,
} from '../../families/family-addresses/family-address.ts';
import { FamilyHome, locatedAt, positionOf } from '../../families/family-addresses/family-home.ts';
import { recordStep } from '../../history/care-history/record-step.ts';
import {
  addressDateRefusal,
  isCorrection,
  isDroppedSilently,
  type KnownPlace,
  placeAfter,
} from './change-address.rules.ts';
import { placeRefusal } from './family.rules.ts';
import { changeAddressReasons } from './family-address.reasons.ts';
import { AddressInput, PositionInput } from './register-family.ts';

@InputType({ description: 'The address to which a family has moved, or the present one written correctly.' })
export class ChangeAddressInput extends Confirmable {
  @Field(() => ID, { description: 'The family.' })
  familyId!: string;

  @Field(() => Int, { description: 'Its version when it was read.' })
  version!: number;

  @Field(() => AddressInput, { description: 'Where it lives now.' })
  address!: AddressInput;

  @Field(() => PositionInput, {
    nullable: true,
    description:
      'Where the home stands on the map; `null` when not known. Absent, that of an address only corrected stays, and one left behind is asked about.',
  })
  position?: PositionInput | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The district of the address; `null` when not known. Absent, it is the one the position lies in.',
  })
  districtId?: string | null;

  @Field(() => CivilDate, {
    description: 'First day at this address: today or before. The first day of the present one corrects it.',
  })
  since!: Temporal.PlainDate;
}

@ObjectType({ description: 'The family with its new address, or why it was not changed.' })
export class ChangeAddressPayload extends payloadOf(
  'ChangeAddress',
  changeAddressReasons,
  'Why not; absent when changed.',
) {
  @Field(() => Family, { nullable: true, description: 'The family; absent when refused.' })
  family?: Family;
}

type Refusal = Word<typeof changeAddressReasons>;
type Result = { readonly family: Family } | Refused<Refusal>;

/** Broken constraints that mean what no rule can know. */
export const refusalsOfAddress = {
  family_in_a_known_district: 'UNKNOWN_DISTRICT',
} as const satisfies Record<string, Refusal>;

const changeRefusal = (input: ChangeAddressInput, family: Family, now: Date): Refusal | null =>
  addressDateRefusal(input, { version: family.version, since: addressSinceOf(family) }, dayOf(now)) ??
  placeRefusal(input);

type Present = { readonly family: Family; readonly home: FamilyHome };

/** Where the home of the address stands, or what to ask about it. */
const locate = async (
  tx: Transaction,
  input: ChangeAddressInput,
  { family, home: left }: Present,
): Promise<KnownPlace | Refused<Refusal>> => {
  const known = { position: positionOf(left), districtId: family.districtId };
  const said = placeAfter(input, known, isCorrection(input, { since: addressSinceOf(family) }));
  const home = await locateHome(tx, said.position, said.districtId);
  if ('refusal' in home) return home;
  const after = { position: said.position, districtId: home.districtId };
  const isDropped = isDroppedSilently(input, known, after);
  const question = isDropped ? 'ADDRESS_NOT_LOCATED' : home.question;
  return question && !input.confirmed ? { refusal: question } : after;
};

const wouldMove = ({ family, home }: Present, { address }: ChangeAddressInput, to: KnownPlace): boolean =>
  wouldChange(home, { address, ...locatedAt(to.position) }) ||
  wouldChange(family, { districtId: to.districtId });

const moveTo = async (
  tx: Transaction,
  { family, home: left }: Present,
  { address, since }: ChangeAddressInput,
  { position, districtId }: KnownPlace,
): Promise<Family> => {
  await tx.insert(FamilyAddress, presentAddressOf(family, left, since));
  await tx.update(FamilyHome, { familyId: family.id }, { address, ...locatedAt(position) });
  return familyChanged(tx, family, { districtId, addressSince: since });
};

/** The address left behind is kept with its days; the district is told to the other agencies with the family. */
export const changeAddress = async (
  tx: Transaction,
  input: ChangeAddressInput,
  acting: ActingUser,
): Promise<Result> => {
  const { user, now } = acting;
  const family = await lockFamily(tx, input.familyId, acting);
  if (!family) return { refusal: 'UNKNOWN_FAMILY' };
  if (!(await mayChangeHome(tx, family.id, acting))) return { refusal: 'ADDRESS_PROTECTED' };
  const refusal = changeRefusal(input, family, now);
  if (refusal) return { refusal };

  const present = { family, home: await tx.findOneByOrFail(FamilyHome, { familyId: family.id }) };
  const located = await locate(tx, input, present);
  if ('refusal' in located) return located;
  const isCorrected = isCorrection(input, { since: addressSinceOf(family) });
  if (isCorrected && !wouldMove(present, input, located)) return { family };
  const kind = isCorrected ? 'ADDRESS_CORRECTED' : 'ADDRESS_CHANGED';
  const about = { familyId: family.id, subjectId: family.id };
  await recordStep(tx, { ...about, kind, at: now, doneBy: user.sub });
  return { family: await moveTo(tx, present, input, located) };
};

import { noteChanged } from '@relais/platform/access-log/changed-families.ts';
import type { User } from '@relais/platform/auth/user.ts';
import { sentBefore, storeUnlessTaken } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { newId } from '@relais/platform/ids.ts';
import { asWritten } from '@relais/platform/names.rules.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { District } from '../../centres/districts/district.ts';
import { Family } from '../../families/families/family.ts';
import { internationalPhone } from '../../families/families/phone.rules.ts';
import { whyDistrictNotServed } from '../../families/family-addresses/not-served-yet.ts';
import { displayNameOf } from '../registration/family.rules.ts';
import { AddressInput } from '../registration/register-family.ts';
import { scheduleForgetting } from './registration-request.changes.ts';
import { requestRegistrationReasons } from './registration-request.reasons.ts';
import { requestRefusal, waitsUntil } from './registration-request.rules.ts';
import { RegistrationRequest } from './registration-request.ts';
import type { ToldHousehold } from './told-household.ts';

@InputType({ description: 'An adult of whom somebody tells.' })
export class ToldAdultInput {
  @Field(() => String, { description: 'First name.' })
  firstName!: string;

  @Field(() => String, { description: 'Last name.' })
  lastName!: string;

  @Field(() => CivilDate, { nullable: true, description: 'Day of birth, where told.' })
  birthDate?: Temporal.PlainDate | null;

  @Field(() => String, { nullable: true, description: 'Telephone, French or international.' })
  phone?: string | null;

  @Field(() => String, { defaultValue: 'fr', description: 'Language to speak in, as a BCP 47 tag.' })
  preferredLanguage!: string;

  @Field(() => Boolean, { defaultValue: false, description: 'An interpreter is needed.' })
  needsInterpreter!: boolean;
}

@InputType({ description: 'A child of whom somebody tells: born, or expected.' })
export class ToldChildInput {
  @Field(() => String, { nullable: true, description: 'First name; an expected child may have none yet.' })
  firstName?: string | null;

  @Field(() => String, { description: 'Last name.' })
  lastName!: string;

  @Field(() => CivilDate, { nullable: true, description: 'Day of birth; this or the expected date.' })
  birthDate?: Temporal.PlainDate | null;

  @Field(() => CivilDate, { nullable: true, description: 'Day on which it is expected; this or the birth.' })
  expectedDate?: Temporal.PlainDate | null;
}

@InputType({ description: 'A family that came to an advisor, and what it told.' })
export class RequestRegistrationInput {
  @Field(() => ID, {
    nullable: true,
    description:
      'Made by the client, so that sending again sends once; a family registered from it has the same.',
  })
  id?: string | null;

  @Field(() => Boolean, {
    description: 'That the family said yes to being registered, and to this being sent.',
  })
  consentSaid!: boolean;

  @Field(() => [ToldAdultInput], { description: 'Its adults, one at least.' })
  adults!: ToldAdultInput[];

  @Field(() => [ToldChildInput], { description: 'Its children, one at least.' })
  children!: ToldChildInput[];

  @Field(() => AddressInput, { nullable: true, description: 'Where it lives, where told.' })
  address?: AddressInput | null;

  @Field(() => ID, { nullable: true, description: 'Its district, where told.' })
  districtId?: string | null;

  @Field(() => String, { description: 'What care it needs, in its words.' })
  wantedCare!: string;
}

@ObjectType({ description: 'The request to register as it waits, or why it was not sent.' })
export class RequestRegistrationPayload extends payloadOf(
  'RequestRegistration',
  requestRegistrationReasons,
  'Why nothing was sent; absent when it was.',
) {
  @Field(() => RegistrationRequest, { nullable: true, description: 'The request; absent when refused.' })
  registrationRequest?: RegistrationRequest;
}

type Result =
  | { readonly registrationRequest: RegistrationRequest }
  | Refused<Word<typeof requestRegistrationReasons>>;

const toldIn = ({
  adults,
  children,
  address,
  districtId,
  wantedCare,
}: RequestRegistrationInput): ToldHousehold => ({
  adults: adults.map((adult) => ({
    firstName: asWritten(adult.firstName),
    lastName: asWritten(adult.lastName),
    birthDate: adult.birthDate ?? null,
    phone: adult.phone ? internationalPhone(adult.phone) : null,
    preferredLanguage: adult.preferredLanguage,
    needsInterpreter: adult.needsInterpreter,
  })),
  children: children.map((child) => ({
    firstName: asWritten(child.firstName ?? '') || null,
    lastName: asWritten(child.lastName),
    birthDate: child.birthDate ?? null,
    expectedDate: child.expectedDate ?? null,
  })),
  address: address ? { street: address.street, postalCode: address.postalCode, city: address.city } : null,
  districtId: districtId ?? null,
  wantedCare: wantedCare.trim(),
});

/** Property by property: JSON in the database has an order of its own. */
const textOf = (told: ToldHousehold | null): string =>
  JSON.stringify(told, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );

type Sender = { readonly user: Pick<User, 'sub' | 'name' | 'agency'>; readonly now: Date };

/** Why the service point cannot take a family of the district that was told; of a later one it says to whom to turn. */
const districtRefusal = async (
  tx: Transaction,
  { districtId }: RequestRegistrationInput,
  now: Date,
): Promise<Refused<'UNKNOWN_DISTRICT' | 'NOT_SERVED_YET'> | null> => {
  if (!districtId) return null;
  if (!(await tx.existsBy(District, { id: districtId }))) return { refusal: 'UNKNOWN_DISTRICT' };
  return whyDistrictNotServed(tx, districtId, now);
};

/** Writes down what a family told at a counter; there is no file before a coordinator makes one. */
export const requestRegistration = async (
  tx: Transaction,
  input: RequestRegistrationInput,
  { user, now }: Sender,
): Promise<Result> => {
  const refusal = requestRefusal(input, dayOf(now));
  if (refusal) return { refusal };
  const told = toldIn(input);
  const isSame = (each: RegistrationRequest) =>
    each.sentBy === user.sub && each.status === 'WAITING' && textOf(each.told) === textOf(told);
  const sent = await sentBefore(tx, RegistrationRequest, input.id, isSame);
  if (sent === 'CONFLICT') return { refusal: sent };
  if (sent) return { registrationRequest: sent };
  // Who read what was told is in the log under this id: it must be nobody else's.
  if (input.id && (await tx.existsBy(Family, { id: input.id }))) return { refusal: 'CONFLICT' };

  const elsewhere = await districtRefusal(tx, input, now);
  if (elsewhere) return elsewhere;

  const request = tx.create(RegistrationRequest, {
    ...{ id: input.id ?? newId(), status: 'WAITING', told, familyName: displayNameOf(told.adults) },
    ...{ sentBy: user.sub, senderName: user.name || user.sub, senderAgency: user.agency, sentAt: now },
    ...{ answeredAt: null, answeredBy: null, reason: null, familyId: null, handle: null },
    ...{ keptUntil: waitsUntil(now), version: 1 },
  });
  if (!(await storeUnlessTaken(tx, RegistrationRequest, request))) return { refusal: 'CONFLICT' };
  await scheduleForgetting(tx, request);
  noteChanged(tx, [request.id]);
  return { registrationRequest: request };
};
